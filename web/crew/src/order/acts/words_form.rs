//! An act that needs words: typed, or pressed from what is usually said.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::words::Bi;

use super::hand::Hand;
use crate::words;

/// The form of an act that brings words and nothing else.
#[component]
pub(super) fn WordsForm(verb: Verb) -> impl IntoView {
    let hand = Hand::here();
    let input = NodeRef::new();
    let (label, usual) = words::asked(verb);
    let field = match verb {
        Verb::Return => "reason",
        _ => "words",
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(action) = action(verb, typed(input)) {
            hand.does(&action);
        }
    };
    view! {
        <form class="card" on:submit=submit novalidate>
            <WordsField id="words" label usual input flaw=Signal::derive(move || hand.flaw(field)) />
            <Done verb />
        </form>
    }
}

/// The act of a verb with these words; none where it takes something else.
fn action(verb: Verb, words: String) -> Option<Action> {
    match verb {
        Verb::Secure => Some(Action::Secure { words }),
        Verb::Wait => Some(Action::Wait { words }),
        Verb::Return => Some(Action::Return { reason: words }),
        Verb::Note => Some(Action::Note {
            words,
            to_resident: false,
        }),
        _ => None,
    }
}

/// The button that does it.
#[component]
pub(super) fn Done(verb: Verb) -> impl IntoView {
    let language = Language::here();
    view! {
        <button type="submit" class="button-main">
            {move || words::confirm(verb, language.get())}
        </button>
    }
}

/// Words, and below them what is usually said.
#[component]
pub(super) fn WordsField(
    /// Its id on the page.
    id: &'static str,
    /// What is asked.
    label: Bi,
    /// What is usually said.
    usual: &'static [Bi],
    /// Where it is read from.
    input: NodeRef<html::Textarea>,
    /// What is wrong.
    #[prop(into)]
    flaw: Signal<Option<String>>,
) -> impl IntoView {
    let language = Language::here();
    let flaw_id = format!("{id}-flaw");
    let described = flaw_id.clone();
    let say_it = move |words: Bi| {
        if let Some(input) = input.get_untracked() {
            // What is written goes to the resident, whose language it is.
            input.set_value(&joined(&input.value(), words.zh));
        }
    };
    let chip = move |words: Bi| {
        view! {
            <button type="button" class="chip" on:click=move |_| say_it(words)>
                {move || language.say(words)}
            </button>
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {say(label)}
            </label>
            <div class="chips">{usual.iter().copied().map(chip).collect_view()}</div>
            <textarea
                id=id
                rows="3"
                node_ref=input
                aria-invalid=move || flaw.with(Option::is_some).then_some("true")
                aria-describedby=described
            ></textarea>
            <p id=flaw_id class="flaw" role="alert">
                {flaw}
            </p>
        </div>
    }
}

/// Words after words that stand there already.
fn joined(before: &str, words: &str) -> String {
    match before.trim() {
        "" => words.to_owned(),
        before if before.contains(words) => before.to_owned(),
        before => format!("{before},{words}"),
    }
}

/// What is typed.
pub(super) fn typed(input: NodeRef<html::Textarea>) -> String {
    input.get_untracked().map(|input| input.value()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pressed_follows_what_is_typed_once() {
        assert_eq!(joined("", "水已关"), "水已关");
        assert_eq!(joined("换了表 ", "水已关"), "换了表,水已关");
        assert_eq!(joined("换了表,水已关", "水已关"), "换了表,水已关");
    }

    #[test]
    fn whatever_asks_for_words_takes_them() {
        for verb in [Verb::Secure, Verb::Wait, Verb::Return, Verb::Note] {
            let action = action(verb, "水已关".into());
            assert_eq!(action.map(|action| action.verb()), Some(verb));
        }
        assert_eq!(action(Verb::Accept, String::new()), None);
    }
}
