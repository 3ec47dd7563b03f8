//! What has come out, the fee where that charges one, and by how much the meter is wrong where that is a measure of it.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::service::{Outcome, Step};
use shuiting_shared::water::Deviation;

use super::super::hand::Hand;
use super::pick::{Choice, Pick};
use super::price::{self, PriceField};
use super::{ActForm, words};
use crate::field::{LineField, WordsField};
use crate::words::RESIDENT_READS;

/// Room for the most that is read.
const MOST: usize = 10;

/// The dialog.
#[component]
pub(super) fn Conclude(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language) = (Hand::here(), Language::here());
    let step = case.with_untracked(|case| case.line.work.at(case.line.service, case.line.status));
    let outcomes = step.map(Step::outcomes).unwrap_or_default();
    let picked = Memo::new(move |_| hand.draft.with(|draft| draft.outcome.clone()));
    let is = move |of: fn(&Outcome) -> bool| {
        let found = |one: &Outcome| of(one) && picked.with(|key| key == one.key);
        outcomes.iter().any(found)
    };
    let charges = Memo::new(move |_| is(|one| one.charges));
    let measures = Memo::new(move |_| is(|one| one.measures));
    let deviation = move || hand.draft.with(|draft| Deviation::read(&draft.deviation));
    let action = move || Action::Conclude {
        outcome: picked.get_untracked(),
        amount: charges.get_untracked().then(|| price::typed(&hand)).flatten(),
        deviation: measures.get_untracked().then(|| untrack(deviation).ok()).flatten(),
        words: hand.draft.with_untracked(|draft| draft.conclude.clone()),
    };
    let first = Signal::derive(move || {
        if picked.with(String::is_empty) {
            return Some(language.say(words::PICK_OUTCOME).to_owned());
        }
        let unmeasured = measures.get().then(|| deviation().err()).flatten();
        let unpriced = charges.get().then(|| price::missing(&hand, language)).flatten();
        unmeasured.map(|flaw| flaw.say(language.get())).or(unpriced)
    });
    let choices = outcomes.iter().map(|one| Choice {
        key: one.key,
        title: one.title,
        means: Some(one.means),
    });
    view! {
        <ActForm verb=Verb::Conclude action fields=&["outcome", "amount", "deviation", "words"] first>
            <Pick
                verb=Verb::Conclude
                field="outcome"
                legend=words::OUTCOMES
                choices=choices.collect()
                picked
                kept=|draft| &mut draft.outcome
            />
            <Show when=move || charges.get()>
                <PriceField verb=Verb::Conclude label=words::FEE />
            </Show>
            <Show when=move || measures.get()>
                <LineField
                    id="deviation"
                    label=words::DEVIATION
                    most=MOST
                    value=hand.draft.with_untracked(|draft| draft.deviation.clone())
                    on_input=move |text| hand.draft.update(|draft| draft.deviation = text)
                    flaw=Signal::derive(move || hand.flaw(Verb::Conclude, "deviation"))
                />
            </Show>
            <WordsField
                id="words"
                label=words::FIGURES
                help=RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.conclude.clone())
                on_input=move |text| hand.draft.update(|draft| draft.conclude = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Conclude, "words"))
            />
        </ActForm>
    }
}
