//! A part for another unit.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::units::UnitField;
use super::{ActForm, words};
use crate::field::WordsField;

/// The dialog: nobody is proposed, since the part goes elsewhere than the whole.
#[component]
pub(super) fn Split() -> impl IntoView {
    let hand = Hand::here();
    let proposed = Memo::new(|_| None);
    let chosen = Memo::new(move |_| hand.draft.with(|draft| draft.split_unit.clone()));
    let action = move || {
        hand.draft.with_untracked(|draft| Action::Split {
            unit: draft.split_unit.clone(),
            words: draft.split.clone(),
        })
    };
    view! {
        <ActForm verb=Verb::Split action fields=&["unit", "words"]>
            <p class="help">{say(words::SPLIT_HELP)}</p>
            <UnitField
                verb=Verb::Split
                proposed
                chosen
                on_pick=move |code| hand.draft.update(|draft| draft.split_unit = code)
            />
            <WordsField
                id="words"
                label=words::SPLIT_WORDS
                value=hand.draft.with_untracked(|draft| draft.split.clone())
                on_input=move |text| hand.draft.update(|draft| draft.split = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Split, "words"))
            />
        </ActForm>
    }
}
