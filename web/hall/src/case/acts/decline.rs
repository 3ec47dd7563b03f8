//! The other side does not agree, and says why.

use leptos::prelude::*;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::super::words;
use super::{ActForm, WordsField};

/// The dialog.
#[component]
pub(super) fn Decline() -> impl IntoView {
    let hand = Hand::here();
    let action = move || {
        Some(Action::Decline {
            reason: hand.draft.with_untracked(|draft| draft.decline.clone()),
        })
    };
    view! {
        <ActForm
            verb=Verb::Decline
            title=words::DECLINE_TITLE
            said=words::DECLINED
            action
            fields=&["reason"]
        >
            <WordsField
                id="case-words"
                label=words::WHY_DECLINED
                help=words::DECLINE_HELP
                value=hand.draft.with_untracked(|draft| draft.decline.clone())
                on_input=move |text| hand.draft.update(|draft| draft.decline = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Decline, "reason"))
            />
        </ActForm>
    }
}
