//! Back to an earlier step.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::pick::{Choice, Pick};
use super::{ActForm, words};
use crate::field::WordsField;
use crate::words::RESIDENT_READS;

/// The dialog.
#[component]
pub(super) fn Redo(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language) = (Hand::here(), Language::here());
    let steps = case.with_untracked(|case| case.line.work.again(case.line.service));
    let picked = Memo::new(move |_| hand.draft.with(|draft| draft.redo_to.clone()));
    let action = move || Action::Redo {
        to: picked.get_untracked(),
        reason: hand.draft.with_untracked(|draft| draft.redo.clone()),
    };
    let first = Signal::derive(move || {
        let none = picked.with(String::is_empty);
        none.then(|| language.say(words::PICK_STEP).to_owned())
    });
    let choices = steps.into_iter().map(|step| Choice {
        key: step.key,
        title: step.title,
        means: None,
    });
    view! {
        <ActForm verb=Verb::Redo action fields=&["to", "reason"] first>
            <Pick
                verb=Verb::Redo
                field="to"
                legend=words::AGAIN_FROM
                choices=choices.collect()
                picked
                kept=|draft| &mut draft.redo_to
            />
            <WordsField
                id="reason"
                label=words::WHY_AGAIN
                help=RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.redo.clone())
                on_input=move |text| hand.draft.update(|draft| draft.redo = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Redo, "reason"))
            />
        </ActForm>
    }
}
