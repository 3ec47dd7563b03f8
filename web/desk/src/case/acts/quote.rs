//! What it costs.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::price::{self, PriceField};
use super::{ActForm, words};
use crate::field::WordsField;
use crate::words::RESIDENT_READS;

/// The dialog.
#[component]
pub(super) fn Quote() -> impl IntoView {
    let (hand, language) = (Hand::here(), Language::here());
    let action = move || Action::Quote {
        amount: price::typed(&hand).unwrap_or_default(),
        words: hand.draft.with_untracked(|draft| draft.quote.clone()),
    };
    view! {
        <ActForm
            verb=Verb::Quote
            action
            fields=&["amount", "words"]
            first=Signal::derive(move || price::missing(&hand, language))
        >
            <PriceField verb=Verb::Quote label=words::AMOUNT autofocus=true />
            <p class="help">{say(words::FREE)}</p>
            <WordsField
                id="words"
                label=words::QUOTED_FOR
                help=RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.quote.clone())
                on_input=move |text| hand.draft.update(|draft| draft.quote = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Quote, "words"))
            />
        </ActForm>
    }
}
