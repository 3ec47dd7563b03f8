//! A payment that was taken at the counter.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::{ActForm, words};
use crate::field::LineField;

/// Characters of a receipt's number, as the rules have it.
const MOST: usize = 40;

/// The dialog: what is due is known, so only the receipt is asked for.
#[component]
pub(super) fn Paid(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language) = (Hand::here(), Language::here());
    // Whoever takes money has read the figure that stood here when the dialog opened.
    let amount = case.with_untracked(|case| case.line.work.quote).unwrap_or_default();
    let action = move || Action::Paid {
        amount,
        receipt: hand.draft.with_untracked(|draft| draft.receipt.clone()),
    };
    view! {
        <ActForm verb=Verb::Paid action fields=&["receipt"]>
            <p class="help">{move || words::takes(&amount.to_string(), language.get())}</p>
            <LineField
                id="receipt"
                label=words::RECEIPT
                most=MOST
                value=hand.draft.with_untracked(|draft| draft.receipt.clone())
                on_input=move |text| hand.draft.update(|draft| draft.receipt = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Paid, "receipt"))
                autofocus=true
            />
        </ActForm>
    }
}
