//! The palette: what somebody types is found among all that can be done and gone to.

mod entry;
mod words;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, Views};

use crate::inbox::{named_views, query};
use crate::keys::{Command, Hint, Keys, Layer};
use crate::sheet::Sheet;
use entry::{Entry, LANGS, Way, find};

const LIST_ID: &str = "palette-list";

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}

/// Opens the palette; it stands in the header.
#[component]
pub(crate) fn PaletteButton(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let hint = Hint::of(Command::Palette);
    view! {
        <button
            type="button"
            class="to-palette"
            aria-haspopup="dialog"
            aria-keyshortcuts=move || hint.aria()
            data-key=move || hint.said()
            on:click=move |_| open.set(true)
        >
            {say(words::PALETTE)}
        </button>
    }
}

/// The palette, while it is open.
#[component]
pub(crate) fn Palette(
    /// Whether it is.
    open: RwSignal<bool>,
) -> impl IntoView {
    Keys::here().on(Command::Palette, move || open.set(true));
    view! {
        <Show when=move || open.get()>
            <Opened open />
        </Show>
    }
}

/// What can be found whatever is typed: commands that can be done now, and views.
fn known(keys: Keys, views: Option<Views>) -> Vec<Entry> {
    let commands = keys.offered().into_iter().map(|(command, name, key)| Entry {
        name: [name.zh.to_owned(), name.en.to_owned()],
        kind: words::COMMAND,
        key,
        way: Way::Do(command),
    });
    let built_in = named_views().into_iter().map(|(name, filter)| Entry {
        name: [name.zh.to_owned(), name.en.to_owned()],
        kind: words::VIEW,
        key: None,
        way: Way::Go(query::list(&filter)),
    });
    let saved = views.map(|views| views.saved).unwrap_or_default();
    let saved = saved.into_iter().map(|view| Entry {
        name: LANGS.map(|lang| view.name.get(lang).0.to_owned()),
        kind: words::VIEW,
        key: None,
        way: Way::Go(query::list(&view.filter)),
    });
    commands.chain(built_in).chain(saved).collect()
}

#[component]
fn Opened(open: RwSignal<bool>) -> impl IntoView {
    let (keys, language, api, signed_in) = (Keys::here(), Language::here(), Api::here(), SignedIn::here());
    let views = Loader::<Views>::default();
    views.fetch(async move { api.get("/api/v1/desk/views").await });
    let files = move || matches!(signed_in.me(), Some(Me::Staff { role, .. }) if role.files_through().is_some());
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| typed.with(|typed| find(typed, known(keys, views.get()), files())));
    let count = move || found.with(Vec::len);
    // The entry may have gone while another answer came.
    let chosen = Memo::new(move |_| at.get().min(count().saturating_sub(1)));
    let step = move |by: usize| {
        let count = untrack(count).max(1);
        at.set((chosen.get_untracked() + by) % count);
    };
    let go = StoredValue::new_local(use_navigate());
    let run = move |entry: Entry| {
        // The dialog goes first, with all that is kept here, and gives the focus back.
        let go = go.get_value();
        open.set(false);
        request_animation_frame(move || match entry.way {
            Way::Do(command) => {
                keys.run(command, 0);
            }
            Way::Go(path) => go(&path, NavigateOptions::default()),
        });
    };
    keys.on(Command::Later, move || step(1));
    keys.on(Command::Earlier, move || step(untrack(count).max(1) - 1));
    keys.on(Command::Choose, move || {
        let entry = found.with_untracked(|found| found.get(chosen.get_untracked()).cloned());
        if let Some(entry) = entry {
            run(entry);
        }
    });
    let rows = move || {
        let lang = language.get();
        let row = |(place, entry): (usize, Entry)| {
            let (name, kind, key) = (entry.say(lang), entry.kind.get(lang), entry.key.clone());
            view! {
                <li
                    id=option_id(place)
                    role="option"
                    aria-selected=move || (chosen.get() == place).to_string()
                    data-key=key
                    on:click=move |_| run(entry.clone())
                >
                    <small>{kind}</small>
                    " "
                    <span>{name}</span>
                </li>
            }
        };
        found.get().into_iter().enumerate().map(row).collect_view()
    };
    let some = Memo::new(move |_| count() > 0);
    let title = Signal::derive(move || language.say(words::PALETTE).to_owned());
    view! {
        <Sheet title class="sheet palette" layer=Layer::Palette on_close=move |()| open.set(false)>
            <input
                type="text"
                role="combobox"
                autofocus
                autocomplete="off"
                aria-label=say(words::FIND)
                placeholder=say(words::FIND)
                aria-autocomplete="list"
                aria-expanded=move || some.get().to_string()
                aria-controls=LIST_ID
                aria-activedescendant=move || some.get().then(|| option_id(chosen.get()))
                on:input=move |event| {
                    at.set(0);
                    typed.set(event_target_value(&event));
                }
            />
            <ul id=LIST_ID role="listbox" aria-label=say(words::FOUND)>
                {rows}
            </ul>
            <p class="help" role="status">
                {move || (!some.get()).then(|| language.say(words::NOTHING))}
            </p>
        </Sheet>
    }
}
