//! Acts on work orders that need a few words and nothing else.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::words::Bi;

use super::super::hand::Hand;
use super::{ActForm, words};
use crate::field::WordsField;
use crate::words::RESIDENT_READS;

/// What is asked for, in which field of the act it goes, and whether the resident reads it.
const fn asked(verb: Verb) -> (Bi, &'static str, bool) {
    match verb {
        Verb::Secure => (words::SECURED, "words", true),
        Verb::Wait => (words::WAITS_FOR, "words", true),
        Verb::Supervise => (words::SUPERVISE, "words", false),
        Verb::Extend => (words::WHY_LONGER, "reason", true),
        Verb::Reopen => (words::WHY_ANEW, "reason", true),
        _ => (words::WHY_RETURNED, "reason", false),
    }
}

fn action(verb: Verb, words: String) -> Action {
    match verb {
        Verb::Secure => Action::Secure { words },
        Verb::Wait => Action::Wait { words },
        Verb::Supervise => Action::Supervise { words },
        Verb::Extend => Action::Extend { reason: words },
        Verb::Reopen => Action::Reopen { reason: words },
        _ => Action::Return { reason: words },
    }
}

/// Whether an act needs a few words and nothing else.
pub(super) const fn is(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Secure | Verb::Wait | Verb::Return | Verb::Supervise | Verb::Extend | Verb::Reopen
    )
}

/// The dialog.
#[component]
pub(super) fn Said(verb: Verb) -> impl IntoView {
    let hand = Hand::here();
    let (label, field, read) = asked(verb);
    let typed = move || hand.draft.with_untracked(|draft| draft.said.get(&verb).cloned());
    let act = move || action(verb, typed().unwrap_or_default());
    let fields: &'static [&'static str] = if field == "words" { &["words"] } else { &["reason"] };
    view! {
        <ActForm verb action=act fields>
            {read.then(|| view! { <p class="help">{say(RESIDENT_READS)}</p> })}
            <WordsField
                id="said"
                label
                value=typed().unwrap_or_default()
                on_input=move |text| hand.draft.update(|draft| drop(draft.said.insert(verb, text)))
                flaw=Signal::derive(move || hand.flaw(verb, field))
                autofocus=true
            />
        </ActForm>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_says_what_it_is() {
        for verb in Verb::ALL.iter().copied().filter(|verb| is(*verb)) {
            assert_eq!(action(verb, "控水".into()).verb(), verb);
        }
    }
}
