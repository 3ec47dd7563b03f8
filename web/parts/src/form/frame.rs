//! What stands around every input: its label, its help, its flaw.

use leptos::prelude::*;

use super::question::Question;
use super::words;
use crate::icon::Icon;
use crate::lang::{Language, say};

/// The ids of what describes the input with this id: its help and its flaw, as far as they are there.
pub fn described_by(
    id: String,
    help: bool,
    flaw: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Clone + Send + 'static {
    move || {
        let help = help.then(|| format!("{id}-help"));
        let flaw = flaw.with(Option::is_some).then(|| format!("{id}-flaw"));
        let ids: Vec<_> = help.into_iter().chain(flaw).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// What is wrong, beside the input with this id that it is about.
pub fn flaw_of(id: &str, flaw: Signal<Option<String>>) -> impl Fn() -> Option<AnyView> + Send + use<> {
    let id = format!("{id}-flaw");
    move || {
        let id = id.clone();
        flaw.get().map(|said| {
            view! {
                <p class="field-flaw" id=id role="alert">
                    <Icon name="warning" />
                    {said}
                </p>
            }
            .into_any()
        })
    }
}

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
    flaw_of(&question.id(), question.flaw)
}
