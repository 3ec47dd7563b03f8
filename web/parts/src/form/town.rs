//! The towns of the house, in the phone's own list.

use leptos::prelude::*;
use shuiting_shared::house::Place;

use super::question::Question;
use super::{frame, words};
use crate::lang::{Language, say};

/// A list of the towns that the house serves.
#[component]
pub(super) fn TownRow(question: Question, towns: Vec<Place>) -> impl IntoView {
    let language = Language::here();
    let town = move |Place { code, name }: Place| {
        let chosen = {
            let code = code.clone();
            move || question.value.with(|value| value.trim() == code)
        };
        view! {
            <option value=code prop:selected=chosen>
                {move || name.get(language.get()).to_owned()}
            </option>
        }
    };
    let nothing = move || question.value.with(|value| value.trim().is_empty());
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <select
                class="field-input field-select"
                id=question.id()
                name=question.field.key
                aria-invalid=question.invalid()
                aria-describedby=question.described_by()
                aria-required=move || question.required.get().to_string()
                on:change=move |event| {
                    question.set.run(event_target_value(&event));
                    question.left.run(());
                }
                on:blur=move |_| question.left.run(())
            >
                <option value="" prop:selected=nothing>{say(words::PICK_TOWN)}</option>
                {towns.into_iter().map(town).collect_view()}
            </select>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}
