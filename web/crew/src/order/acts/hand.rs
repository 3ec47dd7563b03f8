//! What does acts: held against the rules first, so that nothing waits for hours to be refused for a word that is missing.

use leptos::prelude::*;
use shuiting_parts::clock;
use shuiting_parts::lang::Language;
use shuiting_parts::waiting::Errands;
use shuiting_shared::case::{Action, Refusal, Verb};
use shuiting_shared::form::{Answer as _, FieldFlaw};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::place::Point;
use shuiting_shared::time::Moment;

use crate::orders::Orders;
use crate::queued::{self, Shown};
use crate::words;

/// Why an act was not taken on.
#[derive(Clone, PartialEq)]
enum Trouble {
    /// Something is wrong with what it brings.
    Flawed(Vec<FieldFlaw>),
    /// Parts of the order are still open.
    PartsOpen,
    /// It cannot be done any more.
    NotNow,
}

/// It; it stands in the context of an order's acts.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    number: CaseNumber,
    shown: Memo<Option<Shown>>,
    orders: Orders,
    errands: Errands,
    language: Language,
    /// The act whose questions are open.
    open: RwSignal<Option<Verb>>,
    trouble: RwSignal<Option<(Verb, Trouble)>>,
    done: RwSignal<usize>,
}

impl Hand {
    /// Puts it into the context.
    pub(super) fn provide(number: CaseNumber, shown: Memo<Option<Shown>>) -> Self {
        let hand = Self {
            number,
            shown,
            orders: Orders::here(),
            errands: Errands::here(),
            language: Language::here(),
            open: RwSignal::new(None),
            trouble: RwSignal::new(None),
            done: RwSignal::new(0),
        };
        provide_context(hand);
        hand
    }

    /// It, from the context; no act is without.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(|| Self::provide(CaseNumber::from_index(0), Memo::new(|_| None)))
    }

    /// The order.
    pub(super) fn number(self) -> CaseNumber {
        self.number
    }

    /// How many acts were done since the page was opened; whoever asks is told with each.
    pub(super) fn done(self) -> usize {
        self.done.get()
    }

    /// Whether the questions of an act are open; whoever asks is told when that changes.
    pub(super) fn is_open(self, verb: Verb) -> bool {
        self.open.get() == Some(verb)
    }

    /// Opens the questions of an act, or closes them.
    pub(super) fn turn(self, verb: Verb) {
        self.trouble.set(None);
        self.open.update(|open| *open = (*open != Some(verb)).then_some(verb));
    }

    /// Does an act now.
    pub(super) fn does(self, action: &Action) {
        self.does_at(action, clock::now());
    }

    /// Says that somebody is there since a moment, and where the phone says that is.
    pub(super) fn arrives(self, point: Option<Point>, at: Moment) {
        let point = point.map(|point| point.canonical());
        self.does_at(&Action::Arrive { point }, at);
    }

    fn does_at(self, action: &Action, at: Moment) {
        let Some(shown) = self.shown.try_get_untracked().flatten() else {
            return;
        };
        let tried = untrack(|| self.orders.house(|house| Some(shown.try_on(action, at, house))));
        let trouble = match tried {
            Some(Ok(_)) => None,
            Some(Err(Refusal::Flawed(flaws))) => Some(Trouble::Flawed(flaws)),
            Some(Err(Refusal::PartsOpen)) => Some(Trouble::PartsOpen),
            Some(Err(_)) | None => Some(Trouble::NotNow),
        };
        if trouble.is_none() {
            self.errands.add_done(queued::errand(self.number, action), at);
            self.open.set(None);
            self.done.update(|done| *done += 1);
        }
        self.trouble.set(trouble.map(|trouble| (action.verb(), trouble)));
    }

    /// Whether the latest trouble is about this act; whoever asks is told when that changes.
    pub(super) fn is_about(self, verb: Verb) -> bool {
        self.trouble
            .with(|trouble| trouble.as_ref().is_some_and(|(of, _)| *of == verb))
    }

    /// What is wrong with a field; whoever asks is told when that changes.
    pub(super) fn flaw(self, field: &str) -> Option<String> {
        let lang = self.language.get();
        self.trouble.with(|trouble| match trouble {
            Some((_, Trouble::Flawed(flaws))) => {
                let flaw = flaws.iter().find(|flaw| flaw.field == field);
                flaw.map(|flaw| flaw.flaw.say(lang))
            }
            _ => None,
        })
    }

    /// What else is wrong; whoever asks is told when that changes.
    pub(super) fn said(self) -> Option<String> {
        let said = self.trouble.with(|trouble| match trouble {
            Some((_, Trouble::PartsOpen)) => Some(words::PARTS_OPEN),
            Some((_, Trouble::NotNow)) => Some(words::NOT_NOW),
            Some((_, Trouble::Flawed(_))) | None => None,
        });
        said.map(|said| self.language.say(said).to_owned())
    }
}
