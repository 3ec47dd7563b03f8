//! What is typed and brought, and what is to be said of it.

use leptos::prelude::*;
use shuiting_parts::clock::today;
use shuiting_parts::form::Marks;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::photo::Uploads;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::Item;
use shuiting_shared::form::{Answers, FieldFlaw};

use super::super::asked::{self, path};
use super::super::hand::Hand;
use super::super::timeline::item_name;
use super::super::words;

/// All of it; it stands in the context of the page.
#[derive(Clone, Copy)]
pub(super) struct Completing {
    /// The case in hand.
    pub(super) hand: Hand,
    /// The case as it was last seen.
    pub(super) case: Memo<CaseView>,
    /// What the person has been through.
    pub(super) marks: RwSignal<Marks>,
    /// What is wrong by now.
    pub(super) flaws: Memo<Vec<FieldFlaw>>,
}

impl Completing {
    /// Puts it into the context.
    pub(super) fn provide(case: Memo<CaseView>) -> Self {
        let (hand, uploads, household) = (Hand::here(), Uploads::here(), Household::here());
        let flaws = Memo::new(move |_| {
            let typed = typed(hand, case);
            let brought = uploads.with(|queue| queue.counts(&hand.owner()));
            case.with(|case| household.read(|house| asked::flaws(case, &typed, &brought, house, today())))
        });
        let completing = Self {
            hand,
            case,
            marks: RwSignal::new(Marks::default()),
            flaws,
        };
        provide_context(completing);
        completing
    }

    /// What is said beside a field or a material.
    pub(super) fn said(self, path: &str, language: Language) -> Option<String> {
        self.marks
            .with(|marks| self.flaws.with(|flaws| marks.say(path, flaws, language.get())))
    }

    /// What is to be said and stands beside nothing that is asked: one answer may call for more than the desk thought.
    pub(super) fn strays(self, language: Language) -> Vec<String> {
        let lang = language.get();
        let service = self.case.with(|case| case.line.service);
        let asked = self
            .case
            .with(|case| case.asks.iter().map(|ask| path(&ask.item)).collect::<Vec<_>>());
        let strays = self.flaws.get().into_iter().filter(|flaw| !asked.contains(&flaw.field));
        let named = strays.filter_map(|flaw| {
            let said = self.said(&flaw.field, language)?;
            let item = match flaw.field.split_once('.')? {
                ("answers", key) => Item::Field(key.to_owned()),
                (_, key) => Item::Material(key.to_owned()),
            };
            Some(words::named(&item_name(service, &item, lang), &said, lang))
        });
        named.collect()
    }
}

/// The answers as they are typed, on top of the old ones.
pub(super) fn typed(hand: Hand, case: Memo<CaseView>) -> Answers {
    let typed = hand.draft.with(|draft| draft.complete.clone());
    typed.unwrap_or_else(|| case.with(asked::prefilled))
}
