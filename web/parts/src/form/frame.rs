//! What stands around every input: its label, its help, its flaw.

use leptos::prelude::*;

use super::question::Question;
use super::words;
use crate::icon::Icon;
use crate::lang::{Language, say};

/// The label's text; optional questions say that they are.
pub(super) fn label(question: Question) -> impl IntoView {
    view! {
        {say(question.field.label)}
        <Show when=move || !question.required.get()>
            <span class="optional">" · " {say(words::OPTIONAL)}</span>
        </Show>
    }
}

/// The word of help under the input.
pub(super) fn help(question: Question) -> impl IntoView {
    let language = Language::here();
    let id = format!("{}-help", question.id());
    question
        .field
        .help
        .map(|help| view! { <p class="field-help" id=id>{move || language.say(help)}</p> })
}

/// What is wrong, beside the input that it is about.
pub(super) fn flaw(question: Question) -> impl IntoView {
    let id = format!("{}-flaw", question.id());
    move || {
        let id = id.clone();
        question.flaw.get().map(|said| {
            view! {
                <p class="field-flaw" id=id role="alert">
                    <Icon name="warning" />
                    {said}
                </p>
            }
        })
    }
}
