//! A time at which somebody comes: the days one below the other, each with its hours and how many places they have left.

use leptos::prelude::*;
use shuiting_shared::api::SlotView;

use super::frame;
use super::question::{Question, TOWN};
use super::words;
use crate::api::Api;
use crate::icon::Icon;
use crate::lang::{Language, say};
use crate::load::{Faces, Loader};

/// Whether this answer names one of the times, and it has a place left.
fn can_be_had(answer: &str, slots: &[SlotView]) -> bool {
    let named = |one: &&SlotView| one.slot.to_string() == answer.trim();
    slots.iter().find(named).is_some_and(|one| one.left > 0)
}

/// Radio buttons by day, of the town that is answered elsewhere; which are free, the server knows.
#[component]
pub(super) fn SlotRow(question: Question) -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<SlotView>>::default();
    let town = Memo::new(move |_| question.others.get.run(TOWN));
    let fetch = move |()| {
        let town = town.get_untracked();
        if !town.is_empty() {
            load.fetch(async move { api.get(&format!("/api/v1/slots?town={town}")).await });
        }
    };
    Effect::new(move || {
        town.track();
        fetch(());
    });
    let gone = move || {
        let here = load.get();
        let answer = question.value.get();
        !answer.is_empty() && here.is_some_and(|slots| !can_be_had(&answer, &slots))
    };
    let told = move || gone() && question.flaw.with(Option::is_none);
    view! {
        <fieldset
            class="field field-choices"
            // It takes the focus for all, also while none is there.
            id=question.id()
            tabindex="-1"
            role="radiogroup"
            aria-invalid=question.invalid()
            aria-describedby=question.described_by()
            aria-required=move || question.required.get().to_string()
        >
            <legend class="field-label">{frame::label(question)}</legend>
            {frame::flaw(question)}
            <Show when=told>
                <p class="field-flaw" role="alert">
                    <Icon name="warning" />
                    {say(words::SLOT_GONE)}
                </p>
            </Show>
            <Show
                when=move || town.with(|town| !town.is_empty())
                fallback=|| view! { <p class="field-help">{say(words::TOWN_FIRST)}</p> }
            >
                <Faces load happening=words::LOOKING_UP retry=fetch>
                    <Days question slots=load.get().unwrap_or_default() />
                </Faces>
            </Show>
            {frame::help(question)}
        </fieldset>
    }
}

#[component]
fn Days(question: Question, slots: Vec<SlotView>) -> impl IntoView {
    let language = Language::here();
    let day = |of_day: &[SlotView]| {
        let slot = of_day.first().map(|one| one.slot);
        let date = move || slot.map(|slot| slot.say_day(language.get()));
        let hours = of_day.iter().cloned().map(|one| view! { <Hours question one /> });
        view! {
            <div class="slot-day">
                <p class="slot-date" aria-hidden="true">
                    {date}
                </p>
                <div class="slot-hours">{hours.collect_view()}</div>
            </div>
        }
    };
    let days = slots.chunk_by(|one, next| one.slot.day == next.slot.day);
    view! { <div class="slots">{days.map(day).collect_view()}</div> }
}

#[component]
fn Hours(question: Question, one: SlotView) -> impl IntoView {
    let language = Language::here();
    let SlotView { slot, left } = one;
    let answer = StoredValue::new(slot.to_string());
    let chosen = move || answer.with_value(|answer| question.value.with(|value| value.trim() == answer));
    let places = move || words::left(left, language.get());
    // Heard on its own, hours need their day.
    let name = move || format!("{} {}", slot.say(language.get()), places());
    view! {
        <label class="choice slot" class:slot-full=move || left == 0>
            <input
                type="radio"
                class="choice-input"
                name=question.field.key
                value=answer.get_value()
                aria-label=name
                disabled=left == 0
                prop:checked=chosen
                on:change=move |_| {
                    question.set.run(answer.get_value());
                    question.left.run(());
                }
            />
            <span class="choice-mark" aria-hidden="true"></span>
            <span class="slot-words">
                <span class="slot-time">{slot.say_hours()}</span>
                " "
                <span class="slot-left">{places}</span>
            </span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_time_with_a_place_can_be_had() {
        let slot = |written: &str, left| SlotView {
            slot: written.parse().unwrap(),
            left,
        };
        let slots = [slot("2026-12-01 09:00-11:00", 0), slot("2026-12-01 14:00-16:00", 1)];
        assert!(can_be_had("2026-12-01 14:00-16:00", &slots));
        assert!(!can_be_had("2026-12-01 09:00-11:00", &slots), "full");
        assert!(!can_be_had("2026-11-27 09:00-11:00", &slots), "over");
    }
}
