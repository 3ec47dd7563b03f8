//! Done.

use leptos::prelude::*;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::ActForm;
use crate::field::WordsField;
use crate::words;

/// The dialog.
#[component]
pub(super) fn Finish() -> impl IntoView {
    let hand = Hand::here();
    let action = move || {
        hand.draft.with_untracked(|draft| Action::Finish {
            result: draft.result.clone(),
            before: draft.before.clone(),
            after: draft.after.clone(),
        })
    };
    view! {
        <ActForm verb=Verb::Finish action fields=&["result", "before", "after"]>
            <WordsField
                id="result"
                label=words::RESULT
                help=words::RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.result.clone())
                on_input=move |text| hand.draft.update(|draft| draft.result = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Finish, "result"))
                autofocus=true
            />
        </ActForm>
    }
}
