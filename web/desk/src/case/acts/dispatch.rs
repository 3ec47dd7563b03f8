//! To a department or a branch.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::ActForm;
use super::units::{UnitField, proposed};
use crate::field::WordsField;
use crate::words;

/// The dialog: the unit that the rules of the house name is proposed.
#[component]
pub(super) fn Dispatch(case: Memo<CaseView>) -> impl IntoView {
    let (hand, household) = (Hand::here(), Household::here());
    let proposed = Memo::new(move |_| case.with(|case| household.read(|house| proposed(case, house))));
    let chosen = Memo::new(move |_| {
        let chosen = hand.draft.with(|draft| draft.unit.clone());
        chosen.or_else(|| proposed.get()).unwrap_or_default()
    });
    let action = move || Action::Dispatch {
        unit: chosen.get_untracked(),
        words: hand.draft.with_untracked(|draft| draft.dispatch.clone()),
    };
    view! {
        <ActForm verb=Verb::Dispatch action fields=&["unit", "words"]>
            <UnitField
                verb=Verb::Dispatch
                proposed
                chosen
                on_pick=move |code| hand.draft.update(|draft| draft.unit = Some(code))
            />
            <WordsField
                id="words"
                label=words::WORD_TO_UNIT
                value=hand.draft.with_untracked(|draft| draft.dispatch.clone())
                on_input=move |text| hand.draft.update(|draft| draft.dispatch = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Dispatch, "words"))
            />
        </ActForm>
    }
}
