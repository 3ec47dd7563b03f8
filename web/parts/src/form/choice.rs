//! One of a few: a row to touch for each.

use leptos::prelude::*;
use shuiting_shared::form::Choice;

use super::frame;
use super::question::Question;
use crate::lang::Language;

/// Rows of radio buttons.
#[component]
pub(super) fn ChoiceRow(question: Question, choices: &'static [Choice]) -> impl IntoView {
    let language = Language::here();
    let row = move |(place, choice): (usize, &'static Choice)| {
        // The first takes the focus for all.
        let id = match place {
            0 => question.id(),
            _ => format!("{}-{}", question.id(), choice.code),
        };
        let chosen = move || question.value.with(|value| value.trim() == choice.code);
        view! {
            <label class="weui-cell choice" for=id>
                <input
                    type="radio"
                    class="choice-input"
                    id=id.clone()
                    name=question.field.key
                    value=choice.code
                    prop:checked=chosen
                    on:change=move |_| {
                        question.set.run(choice.code.to_owned());
                        question.left.run(());
                    }
                />
                <span class="choice-mark" aria-hidden="true"></span>
                <span class="weui-cell__bd">{move || language.say(choice.label)}</span>
            </label>
        }
    };
    view! {
        <fieldset
            class="field field-choices"
            role="radiogroup"
            aria-invalid=question.invalid()
            aria-describedby=question.described_by()
            aria-required=move || question.required.get().to_string()
        >
            <legend class="field-label">{frame::label(question)}</legend>
            {frame::flaw(question)}
            <div class="choices">{choices.iter().enumerate().map(row).collect_view()}</div>
            {frame::help(question)}
        </fieldset>
    }
}
