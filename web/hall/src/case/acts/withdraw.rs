//! The resident takes the filing back: asked once more, with a reason if they care to give one.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::super::words;
use super::{ActForm, WordsField};

/// The dialog.
#[component]
pub(super) fn Withdraw() -> impl IntoView {
    let hand = Hand::here();
    let action = move || {
        Some(Action::Withdraw {
            reason: hand.draft.with_untracked(|draft| draft.withdraw.clone()),
        })
    };
    view! {
        <ActForm
            verb=Verb::Withdraw
            title=words::WITHDRAW_TITLE
            said=words::WITHDRAWN
            action
            fields=&["reason"]
        >
            <p>{say(words::WITHDRAW_MEANS)}</p>
            <WordsField
                id="case-words"
                label=words::WHY_WITHDRAWN
                value=hand.draft.with_untracked(|draft| draft.withdraw.clone())
                on_input=move |text| hand.draft.update(|draft| draft.withdraw = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Withdraw, "reason"))
            />
        </ActForm>
    }
}
