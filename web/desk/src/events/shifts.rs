//! The shifts for which volunteers sign up.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::Bi;

use super::desk::Desk;
use super::typed::{Typed, TypedShift};
use super::words;

/// All of them, and one more.
#[component]
pub(super) fn Shifts(desk: Desk) -> impl IntoView {
    let said = desk.said("shifts");
    let count = Memo::new(move |_| desk.typed.with(|typed| typed.shifts.len()));
    view! {
        <fieldset class="event-shifts" aria-describedby="shifts-flaw">
            <legend>{say(words::SHIFTS)}</legend>
            <Show when=move || count.get() == 0>
                <p class="help">{say(words::NO_SHIFTS)}</p>
            </Show>
            <For each=move || 0..count.get() key=|place| *place let:place>
                <Shift desk place />
            </For>
            <p class="flaw" id="shifts-flaw" role="alert">
                {said}
            </p>
            <button type="button" on:click=move |_| desk.change("shifts", Typed::add_shift)>
                {say(words::ADD_SHIFT)}
            </button>
        </fieldset>
    }
}

/// One of them.
#[component]
fn Shift(desk: Desk, place: usize) -> impl IntoView {
    let language = Language::here();
    let name = move || words::shift(place + 1, language.get());
    let remove = move |_| {
        desk.change("shifts", |typed| {
            if place < typed.shifts.len() {
                typed.shifts.remove(place);
            }
        });
    };
    view! {
        <div class="event-shift" role="group" aria-label=name>
            <b>{name}</b>
            <Part desk place field="starts" kind="time" label=words::FROM part=|shift| &mut shift.from />
            <Part desk place field="ends" kind="time" label=words::UNTIL part=|shift| &mut shift.until />
            <Part desk place field="places" kind="text" label=words::PLACES part=|shift| &mut shift.places />
            <button type="button" class="plain" on:click=remove>
                {say(words::REMOVE_SHIFT)}
                <span class="hidden">" " {name}</span>
            </button>
        </div>
    }
}

/// When it begins or ends, or how many places it has. What stands there follows the event's times and the shifts before it.
#[component]
fn Part(
    desk: Desk,
    place: usize,
    field: &'static str,
    kind: &'static str,
    label: Bi,
    part: fn(&mut TypedShift) -> &mut String,
) -> impl IntoView {
    let path = format!("shifts.{place}.{field}");
    let said = desk.said(path.clone());
    let value = move || {
        let shift = desk.typed.with(|typed| typed.shifts.get(place).cloned());
        shift.map(|mut shift| part(&mut shift).clone()).unwrap_or_default()
    };
    let changed = path.clone();
    let typed = move |event| {
        desk.change(&changed, |typed| {
            if let Some(shift) = typed.shifts.get_mut(place) {
                *part(shift) = event_target_value(&event);
            }
        });
    };
    let mode = (kind == "text").then_some("numeric");
    view! {
        <label for=path.clone()>{say(label)}</label>
        <input
            id=path.clone()
            type=kind
            inputmode=mode
            autocomplete="off"
            prop:value=value
            on:input=typed
            aria-invalid=move || said.with(Option::is_some).to_string()
            aria-describedby=format!("{path}-flaw")
        />
        <span id=format!("{path}-flaw") class="flaw" role="alert">
            {said}
        </span>
    }
}
