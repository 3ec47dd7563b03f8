//! One line that is typed, with its label, a word of help, and what is wrong with it. The text is the browser's own while it
//! is typed, so that no input method is disturbed.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::form::described_by;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::words::Bi;

/// The input.
#[component]
pub(crate) fn LineField(
    /// Its id on the page.
    id: &'static str,
    /// What is asked.
    label: Bi,
    /// A word of help.
    #[prop(optional)]
    help: Option<Bi>,
    /// What stands there at first.
    #[prop(optional, into)]
    value: String,
    /// The keyboard that a phone offers.
    #[prop(default = "text")]
    mode: &'static str,
    /// Where it is read from.
    input: NodeRef<html::Input>,
    /// What is wrong.
    #[prop(into)]
    flaw: Signal<Option<String>>,
) -> impl IntoView {
    let (help_id, flaw_id) = (format!("{id}-help"), format!("{id}-flaw"));
    let described = described_by(id.to_owned(), help.is_some(), flaw);
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {say(label)}
            </label>
            {help.map(|help| view! { <p class="field-help" id=help_id>{say(help)}</p> })}
            <input
                class="field-input"
                id=id
                type="text"
                inputmode=mode
                autocomplete="off"
                value=value
                node_ref=input
                aria-invalid=move || flaw.with(Option::is_some).then_some("true")
                aria-describedby=described
            />
            <div id=flaw_id role="alert">
                {move || {
                    flaw.get()
                        .map(|said| {
                            view! {
                                <p class="field-flaw">
                                    <Icon name="warning" />
                                    {said}
                                </p>
                            }
                        })
                }}
            </div>
        </div>
    }
}

/// What is typed in an input.
pub(crate) fn typed(input: NodeRef<html::Input>) -> String {
    let typed = input.get_untracked().map(|input| input.value());
    typed.unwrap_or_default().trim().to_owned()
}

/// Leads to an input.
pub(crate) fn look_at(input: NodeRef<html::Input>) {
    if let Some(input) = input.get_untracked() {
        // Where the focus cannot go, the words are there all the same.
        drop(input.focus());
    }
}

/// Fills an input in.
pub(crate) fn fill(input: NodeRef<html::Input>, text: &str) {
    if let Some(input) = input.get_untracked() {
        input.set_value(text);
    }
}
