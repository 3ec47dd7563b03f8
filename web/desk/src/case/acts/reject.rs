//! Ending a case without doing it.

use leptos::prelude::*;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::template::Occasion;

use super::super::hand::Hand;
use super::ActForm;
use crate::field::WordsField;
use crate::templates::Book;
use crate::words;

/// The dialog.
#[component]
pub(super) fn Reject(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let action = move || Action::Reject {
        reason: hand.draft.with_untracked(|draft| draft.reject.clone()),
    };
    view! {
        <ActForm verb=Verb::Reject action fields=&["reason"]>
            <WordsField
                id="reason"
                label=words::WHY_REJECTED
                help=words::RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.reject.clone())
                on_input=move |text| hand.draft.update(|draft| draft.reject = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Reject, "reason"))
                autofocus=true
                templates=Book::here().ready(case, Occasion::Reject)
            />
        </ActForm>
    }
}
