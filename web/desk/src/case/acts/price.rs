//! An amount of money as it is typed, and what is wrong with it before it is sent.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_shared::case::Verb;
use shuiting_shared::money::Fen;
use shuiting_shared::words::Bi;

use super::super::hand::Hand;
use crate::field::LineField;

/// Room for the most that is read.
const MOST: usize = 16;

/// The amount that is typed; nothing as long as it is none.
pub(super) fn typed(hand: &Hand) -> Option<Fen> {
    hand.draft.with_untracked(|draft| Fen::read(&draft.amount).ok())
}

/// What must be typed before an amount can be sent.
pub(super) fn missing(hand: &Hand, language: Language) -> Option<String> {
    let read = hand.draft.with(|draft| Fen::read(&draft.amount));
    read.err().map(|flaw| flaw.say(language.get()))
}

/// The amount.
#[component]
pub(super) fn PriceField(verb: Verb, label: Bi, #[prop(default = false)] autofocus: bool) -> impl IntoView {
    let hand = Hand::here();
    view! {
        <LineField
            id="amount"
            label
            most=MOST
            value=hand.draft.with_untracked(|draft| draft.amount.clone())
            on_input=move |text| hand.draft.update(|draft| draft.amount = text)
            flaw=Signal::derive(move || hand.flaw(verb, "amount"))
            autofocus
        />
    }
}
