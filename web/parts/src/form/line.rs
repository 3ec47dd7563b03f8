//! Text inputs: one line, and several.

use leptos::prelude::*;
use shuiting_shared::form::Kind;

use super::aids::Aids;
use super::question::Question;
use super::{frame, words};
use crate::lang::Language;

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
            Kind::Email => ("email", "email"),
            Kind::Whole { .. } | Kind::Account => ("text", "numeric"),
            _ => ("text", "text"),
        };
        let autocomplete = match key {
            "phone" => "tel",
            "name" => "name",
            "email" => "email",
            "company" => "organization",
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
    let aids = use_context::<Aids>().filter(|_| question.field.kind == Kind::Account);
    let scan = aids.map(|aids| aids.scan.run(question.set));
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
            {scan}
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}

/// A few sentences, with a count of their characters.
#[component]
pub(super) fn WordsRow(question: Question, most: usize) -> impl IntoView {
    let language = Language::here();
    let counted = move || {
        let used = question.value.with(|text| text.trim().chars().count());
        words::used(used, most, words::CHARACTERS, language.get())
    };
    view! { <AreaRow question counted=Signal::derive(counted) /> }
}

/// Lines, each about one thing, with a count of them.
#[component]
pub(super) fn LinesRow(question: Question, most: usize) -> impl IntoView {
    let language = Language::here();
    let counted = move || {
        let used = question
            .value
            .with(|text| text.lines().filter(|line| !line.trim().is_empty()).count());
        words::used(used, most, words::LINES, language.get())
    };
    view! { <AreaRow question counted=Signal::derive(counted) /> }
}

/// Room for several lines of text, and how much of it is used.
#[component]
fn AreaRow(question: Question, counted: Signal<String>) -> impl IntoView {
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
                aria-required=move || question.required.get().to_string()
                on:input=move |event| question.set.run(event_target_value(&event))
                on:blur=move |_| question.left.run(())
            ></textarea>
            <p class="field-count">{counted}</p>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}
