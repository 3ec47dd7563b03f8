//! The address inside a town. Whoever pastes a whole one finds the town filled in too.

use std::sync::Arc;

use leptos::prelude::*;
use shuiting_shared::house::House;
use shuiting_shared::place;

use super::question::{Question, TOWN};
use super::{frame, words};
use crate::lang::Language;

/// What comes with so many characters at once was pasted, or filled in by the phone: no thumb types like that.
const AT_ONCE: usize = 5;

/// One line for the address.
#[component]
pub(super) fn AddressRow(question: Question, house: Arc<House>) -> impl IntoView {
    let language = Language::here();
    let filled = RwSignal::new(None::<String>);
    let house = StoredValue::new(house);
    let takes = move |text: String| {
        let before = question.value.with_untracked(|value| value.chars().count());
        let at_once = text.chars().count() >= before + AT_ONCE;
        let parts = at_once
            .then(|| house.with_value(|house| place::split(&text, house)))
            .flatten();
        let parts = parts.filter(|parts| question.others.set.run((TOWN, parts.town.clone())));
        filled.set(parts.as_ref().map(|parts| parts.town.clone()));
        question.set.run(parts.map_or(text, |parts| parts.address));
    };
    let told = move || {
        let town = filled.get()?;
        let name = house.with_value(|house| house.town(&town).map(|town| town.name.get(language.get()).to_owned()))?;
        Some(words::town_filled(&name, language.get()))
    };
    // The phone knows where its owner lives, not where others do.
    let autocomplete = if question.field.key == "address" {
        "street-address"
    } else {
        "off"
    };
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <input
                class="field-input"
                id=question.id()
                name=question.field.key
                type="text"
                autocomplete=autocomplete
                prop:value=question.value
                aria-invalid=question.invalid()
                aria-describedby=question.described_by()
                aria-required=move || question.required.get().to_string()
                on:input=move |event| takes(event_target_value(&event))
                on:blur=move |_| question.left.run(())
            />
            <p class="field-help" role="status">{told}</p>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}
