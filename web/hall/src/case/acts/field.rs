//! A few sentences, with what is wrong beside them.

use leptos::prelude::*;
use shuiting_parts::form::{described_by, flaw_of};
use shuiting_parts::lang::say;
use shuiting_shared::form::{Answer, Words};
use shuiting_shared::words::Bi;

use super::super::words;

/// The input. The text is the browser's own while it is typed, so that no input method is disturbed.
#[component]
pub(in super::super) fn WordsField(
    /// Its id on the page.
    id: &'static str,
    /// What is asked.
    label: Bi,
    /// A word of help.
    #[prop(optional)]
    help: Option<Bi>,
    /// What stands there at first.
    value: String,
    /// It was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong.
    #[prop(into)]
    flaw: Signal<Option<String>>,
) -> impl IntoView {
    let most = Words::KIND.most();
    let used = RwSignal::new(value.trim().chars().count());
    let typed = move |event| {
        let text = event_target_value(&event);
        used.set(text.trim().chars().count());
        on_input.run(text);
    };
    let (help_id, described, wrong) = (
        format!("{id}-help"),
        described_by(id.to_owned(), help.is_some(), flaw),
        flaw_of(id, flaw),
    );
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {say(label)}
            </label>
            {help.map(|help| view! { <p class="field-help" id=help_id>{say(help)}</p> })}
            <textarea
                class="field-input field-words"
                id=id
                rows="4"
                prop:value=value
                aria-invalid=move || flaw.with(Option::is_some).then_some("true")
                aria-describedby=described
                on:input=typed
            ></textarea>
            <p class="field-count">{move || used.get()} "/" {most} " " {say(words::CHARACTERS)}</p>
            {wrong}
        </div>
    }
}
