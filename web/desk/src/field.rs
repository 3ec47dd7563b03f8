//! Inputs of dialogs, with what is wrong beside them.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::form::{Answer, Words};
use shuiting_shared::words::Bi;

use crate::words;

/// A few sentences. The text is the browser's own while it is typed, so that no input method is disturbed.
#[component]
pub(crate) fn WordsField(
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
    /// Whether it has the focus at first.
    #[prop(default = false)]
    autofocus: bool,
) -> impl IntoView {
    view! {
        <label for=id>{say(label)}</label>
        {help.map(|help| view! { <p class="help">{say(help)}</p> })}
        <textarea
            id=id
            rows="4"
            maxlength=Words::KIND.most()
            autofocus=autofocus
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            aria-invalid=move || flaw.get().is_some().to_string()
            aria-describedby=format!("{id}-flaw")
        ></textarea>
        <p id=format!("{id}-flaw") class="flaw" role="alert">
            {flaw}
        </p>
    }
}

/// One line.
#[component]
pub(crate) fn LineField(
    /// Its id on the page.
    id: &'static str,
    /// What is asked.
    label: Bi,
    /// The most characters.
    most: usize,
    /// What stands there at first.
    value: String,
    /// It was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong.
    #[prop(into)]
    flaw: Signal<Option<String>>,
    /// Whether it has the focus at first.
    #[prop(default = false)]
    autofocus: bool,
) -> impl IntoView {
    view! {
        <label for=id>{say(label)}</label>
        <input
            id=id
            type="text"
            maxlength=most
            autocomplete="off"
            autofocus=autofocus
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            aria-invalid=move || flaw.get().is_some().to_string()
            aria-describedby=format!("{id}-flaw")
        />
        <p id=format!("{id}-flaw") class="flaw" role="alert">
            {flaw}
        </p>
    }
}

/// One line, with common texts to pick from.
#[component]
pub(crate) fn ReasonField(
    /// Its id on the page.
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What stands there at first.
    value: String,
    /// Texts to pick from.
    picks: &'static [Bi],
    /// It was typed or picked.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong.
    #[prop(into)]
    flaw: Signal<Option<String>>,
    /// Whether the label is only for those who do not see what stands above.
    #[prop(default = false)]
    label_unseen: bool,
    /// Whether it takes the focus when it comes.
    #[prop(default = false)]
    focus: bool,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    if focus {
        input.on_load(move |input| {
            // The node is loaded before it stands in the page, where alone it can take the focus.
            request_animation_frame(move || drop(input.focus()));
        });
    }
    let picks = picks
        .iter()
        .map(|pick| {
            let text = say(*pick);
            let take = move |_| {
                if let Some(input) = input.get_untracked() {
                    input.set_value(text());
                    // The focus is a courtesy; without it the text stands there all the same.
                    drop(input.focus());
                }
                on_input.run(text().to_owned());
            };
            view! {
                <button type="button" class="pick" on:click=take>
                    {text}
                </button>
            }
        })
        .collect_view();
    let flaw_id = format!("{id}-flaw");
    view! {
        <label for=id.clone() class:hidden=label_unseen>{label}</label>
        <input
            id=id
            node_ref=input
            type="text"
            placeholder=say(words::REASON_HINT)
            maxlength=Words::KIND.most()
            autocomplete="off"
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            aria-invalid=move || flaw.get().is_some().to_string()
            aria-describedby=flaw_id.clone()
        />
        <p id=flaw_id.clone() class="flaw" role="alert">
            {flaw}
        </p>
        <div class="picks">{picks}</div>
    }
}
