//! The dialog that lists the keys, and turns single ones off.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};

use super::command::Place;
use super::stroke::Stroke;
use super::table::{Row, TABLE};
use super::{Command, Hint, Keys, words};
use crate::sheet::Sheet;

/// Opens the list; it stands in the header, for those who turned single keys off.
#[component]
pub(crate) fn KeysButton(
    /// Whether the list is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let hint = Hint::of(Command::Keys);
    view! {
        <button
            type="button"
            class="plain"
            aria-haspopup="dialog"
            aria-keyshortcuts=move || hint.aria()
            data-key=move || hint.said()
            on:click=move |_| open.set(true)
        >
            {say(words::KEYS_BUTTON)}
        </button>
    }
}

/// The list, while it is open.
#[component]
pub(crate) fn KeyList(
    /// Whether it is.
    open: RwSignal<bool>,
) -> impl IntoView {
    Keys::here().on(Command::Keys, move || open.set(true));
    view! {
        <Show when=move || open.get()>
            <All open />
        </Show>
    }
}

#[component]
fn All(open: RwSignal<bool>) -> impl IntoView {
    let keys = Keys::here();
    let language = Language::here();
    let places = Place::ALL.map(|place| {
        let rows = TABLE.iter().filter(|row| row.place == place);
        let rows = rows.map(|row| view! { <OneRow row /> }).collect_view();
        view! {
            <section>
                <h3>{say(words::place(place))}</h3>
                <dl>{rows}</dl>
            </section>
        }
    });
    let title = Signal::derive(move || language.say(words::KEYS).to_owned());
    view! {
        <Sheet title class="sheet keys" on_close=move |()| open.set(false)>
            <p class="keys-single">
                <label>
                    <input
                        type="checkbox"
                        autofocus
                        aria-describedby="keys-single-help"
                        prop:checked=move || keys.single()
                        on:change=move |event| keys.set_single(event_target_checked(&event))
                    />
                    {say(words::SINGLE)}
                </label>
                <span id="keys-single-help" class="help">
                    {say(words::SINGLE_HELP)}
                </span>
            </p>
            <div class="keys-places">{places.collect_view()}</div>
            <footer>
                <button type="button" class="plain" on:click=move |_| open.set(false)>
                    {say(crate::words::CLOSE)}
                </button>
            </footer>
        </Sheet>
    }
}

#[component]
fn OneRow(row: &'static Row) -> impl IntoView {
    let keys = Keys::here();
    let stroke = |stroke: &'static Stroke| {
        let off = move || stroke.single() && !keys.single();
        let first = stroke.after.map(|first| {
            view! {
                <kbd>{first}</kbd>
                " "
                {say(words::THEN)}
                " "
            }
        });
        let last = stroke.last().said();
        view! {
            <span class="keys-one" class:off=off>
                {first}
                <kbd>{last}</kbd>
            </span>
        }
    };
    let ours = row.strokes.iter().map(stroke).collect_view();
    let others = row
        .others
        .iter()
        .map(|other| view! { <span class="keys-one"><kbd>{*other}</kbd></span> });
    let others = others.collect_view();
    view! {
        <div>
            <dt>{say(row.name)}</dt>
            <dd>{ours} {others}</dd>
        </div>
    }
}
