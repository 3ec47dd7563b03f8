//! The town, or a community in it: found by typing, or picked from the list.

mod offer;
mod picker;

use std::sync::Arc;

use leptos::prelude::*;
use shuiting_shared::house::House;

use super::question::Question;
use super::{frame, words};
use crate::lang::{Language, say};
use offer::Offer;
use picker::Picker;

/// A text that searches the towns and communities, over the list of what it may mean.
#[component]
pub(super) fn TownRow(question: Question, house: Arc<House>) -> impl IntoView {
    let language = Language::here();
    let picker = Picker::new(question, house, language);
    let unknown = move || (picker.open.get() && picker.none()).then(|| language.say(words::NO_SUCH_TOWN));
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <input
                class="field-input field-select"
                id=question.id()
                name=question.field.key
                type="text"
                role="combobox"
                autocomplete="off"
                placeholder=say(words::PICK_TOWN)
                aria-autocomplete="list"
                aria-controls=picker.list()
                aria-expanded=move || picker.open.get().to_string()
                aria-activedescendant=move || picker.active()
                aria-invalid=question.invalid()
                aria-describedby=question.described_by()
                aria-required=move || question.required.get().to_string()
                prop:value=move || picker.shown()
                on:input=move |event| picker.types(event_target_value(&event))
                on:click=move |_| picker.open.set(true)
                on:keydown=move |event| picker.key(&event)
                on:blur=move |_| picker.leaves()
            />
            <ul
                class="offers"
                class:gone=move || !picker.open.get() || picker.none()
                id=picker.list()
                role="listbox"
                aria-label=say(question.field.label)
            >
                {move || picker.offers.get().into_iter().enumerate().map(|(at, offer)| row(picker, at, offer)).collect_view()}
            </ul>
            <p class="field-help" role="status">
                {unknown}
            </p>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}

fn row(picker: Picker, at: usize, offer: Offer) -> impl IntoView {
    let chosen = picker.has(&offer);
    let name = offer.name.clone();
    view! {
        <li
            id=picker.option(at)
            class="offer"
            role="option"
            aria-selected=chosen.to_string()
            class:offer-at=move || picker.at.get() == at
            // The focus stays where it is, or the list would be gone before it is touched.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| picker.picks(&offer)
        >
            {name}
        </li>
    }
}
