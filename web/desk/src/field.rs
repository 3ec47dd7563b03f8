//! Inputs of dialogs, with what is wrong beside them.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::form::{Answer, Words};
use shuiting_shared::words::Bi;

use crate::templates::Ready;
use crate::words;

/// What was typed with a template behind it.
fn joined(typed: &str, template: &str, between: &str) -> String {
    let typed = typed.trim_end();
    if typed.is_empty() {
        template.to_owned()
    } else {
        format!("{typed}{between}{template}")
    }
}

/// The template that Alt and a digit choose, by its place from 1.
fn chosen<'a>(event: &KeyboardEvent, templates: &'a [Ready]) -> Option<&'a Ready> {
    // On some keyboards Alt makes another symbol of a digit; where it lies stays the same.
    let digit = event.code().strip_prefix("Digit")?.parse::<usize>().ok()?;
    event.alt_key().then(|| templates.get(digit.checked_sub(1)?)).flatten()
}

/// The templates that fit, each put in by a press, or by Alt and its place.
#[component]
fn TemplatePicks(templates: Signal<Vec<Ready>>, #[prop(into)] take: Callback<String>) -> impl IntoView {
    let rows = move || {
        let templates = templates.get().into_iter().zip(1..);
        templates
            .map(|(Ready { title, text }, place)| {
                let key = format!("Alt+{place}");
                let (about, shown) = (text.clone(), key.clone());
                view! {
                    <button
                        type="button"
                        class="pick"
                        title=about
                        aria-keyshortcuts=key
                        on:click=move |_| take.run(text.clone())
                    >
                        {title}
                        " "
                        <kbd>{shown}</kbd>
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || templates.with(|templates| !templates.is_empty())>
            <div class="picks" role="group" aria-label=say(words::TEMPLATES)>
                {rows}
            </div>
        </Show>
    }
}

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
    /// Templates to put in.
    #[prop(optional)]
    templates: Signal<Vec<Ready>>,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let take = move |template: String| {
        if let Some(area) = area.get_untracked() {
            let text = joined(&area.value(), &template, "\n");
            area.set_value(&text);
            // The focus is a courtesy; without it the text stands there all the same.
            drop(area.focus());
            on_input.run(text);
        }
    };
    let keys = move |event: KeyboardEvent| {
        let text = templates.with_untracked(|templates| chosen(&event, templates).map(|ready| ready.text.clone()));
        if let Some(text) = text {
            event.prevent_default();
            take(text);
        }
    };
    view! {
        <label for=id>{say(label)}</label>
        {help.map(|help| view! { <p class="help">{say(help)}</p> })}
        <textarea
            id=id
            node_ref=area
            on:keydown=keys
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
        <TemplatePicks templates take />
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
    /// Templates to put in.
    #[prop(optional)]
    templates: Signal<Vec<Ready>>,
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
    let put = move |template: String| {
        if let Some(input) = input.get_untracked() {
            let text = joined(&input.value(), &template, " ");
            input.set_value(&text);
            // The focus is a courtesy; without it the text stands there all the same.
            drop(input.focus());
            on_input.run(text);
        }
    };
    let keys = move |event: KeyboardEvent| {
        let text = templates.with_untracked(|templates| chosen(&event, templates).map(|ready| ready.text.clone()));
        if let Some(text) = text {
            event.prevent_default();
            put(text);
        }
    };
    let flaw_id = format!("{id}-flaw");
    view! {
        <label for=id.clone() class:hidden=label_unseen>{label}</label>
        <input
            id=id
            node_ref=input
            on:keydown=keys
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
        <TemplatePicks templates take=put />
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_template_does_not_take_the_place_of_what_was_typed() {
        assert_eq!(joined("  ", "您好", "\n"), "您好");
        assert_eq!(joined("已电话核对 ", "您好", "\n"), "已电话核对\n您好");
    }
}
