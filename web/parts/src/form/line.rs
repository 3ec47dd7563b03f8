//! Text inputs: one line, and several.

use leptos::prelude::*;
use shuiting_shared::form::Kind;

use super::question::Question;
use super::{frame, words};
use crate::lang::{Language, say};

/// How a phone should help with an input.
struct Keyboard {
    kind: &'static str,
    mode: &'static str,
    autocomplete: &'static str,
}

impl Keyboard {
    /// The keyboard for a question. Only the filer's own details are filled in by the phone.
    fn of(key: &str, kind: Kind) -> Self {
        let (kind, mode) = match kind {
            Kind::Phone => ("tel", "tel"),
            Kind::Whole { .. } | Kind::Account => ("text", "numeric"),
            _ => ("text", "text"),
        };
        let autocomplete = match key {
            "phone" => "tel",
            "name" => "name",
            _ => "off",
        };
        Self {
            kind,
            mode,
            autocomplete,
        }
    }
}

/// One line of text.
#[component]
pub(super) fn LineRow(question: Question) -> impl IntoView {
    let language = Language::here();
    let Keyboard {
        kind,
        mode,
        autocomplete,
    } = Keyboard::of(question.field.key, question.field.kind);
    let unit = match question.field.kind {
        Kind::Whole { unit, .. } => Some(unit),
        _ => None,
    };
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <div class="field-line">
                <input
                    class="field-input"
                    id=question.id()
                    name=question.field.key
                    type=kind
                    inputmode=mode
                    autocomplete=autocomplete
                    prop:value=question.value
                    aria-invalid=question.invalid()
                    aria-describedby=question.described_by()
                    aria-required=move || question.required.get().to_string()
                    on:input=move |event| question.set.run(event_target_value(&event))
                    on:blur=move |_| question.left.run(())
                />
                {unit.map(|unit| view! { <span class="field-unit">{move || language.say(unit)}</span> })}
            </div>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}

/// Several lines of text, with a count.
#[component]
pub(super) fn WordsRow(question: Question, most: usize) -> impl IntoView {
    let used = move || question.value.with(|text| text.trim().chars().count());
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <textarea
                class="field-input field-words"
                id=question.id()
                name=question.field.key
                rows="4"
                prop:value=question.value
                aria-invalid=question.invalid()
                aria-describedby=question.described_by()
                on:input=move |event| question.set.run(event_target_value(&event))
                on:blur=move |_| question.left.run(())
            ></textarea>
            <p class="field-count">{used} "/" {most} " " {say(words::OF)}</p>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}
