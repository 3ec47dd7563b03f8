//! Judging the documents one after the other.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb, Verdict};

use super::super::bar::act_id;
use super::super::hand::{Hand, Refused};
use super::super::next_act::next_act;
use super::Tour;

/// What there is to know of the verdicts that were sent.
struct News {
    busy: bool,
    refused: Option<Refused>,
    conflict: bool,
    leaving: bool,
}

/// What is judged in the viewer. A verdict is sent at once, and the next document shown meanwhile.
#[derive(Clone, Copy)]
pub(super) struct Judge {
    hand: Hand,
    case: Memo<CaseView>,
    /// The documents that were judged since the viewer was opened.
    judged: RwSignal<BTreeSet<String>>,
    /// All are: the viewer goes once the last verdict has arrived.
    leaving: RwSignal<bool>,
    /// Whether a reason is being chosen.
    pub(super) refusing: RwSignal<bool>,
}

impl Judge {
    /// Judges the documents of a case, for as long as the component that asks is there.
    pub(super) fn new(hand: Hand, case: Memo<CaseView>) -> Self {
        let judge = Self {
            hand,
            case,
            judged: RwSignal::new(BTreeSet::new()),
            leaving: RwSignal::new(false),
            refusing: RwSignal::new(false),
        };
        let news = move || News {
            busy: hand.busy.get().is_some(),
            refused: hand.refused.get().filter(|refused| refused.verb == Verb::Check),
            conflict: hand.conflict.with(Option::is_some),
            leaving: judge.leaving.get(),
        };
        Effect::watch(news, move |news, _, _| judge.meet(news), false);
        judge
    }

    /// The key of the document that is seen; none where what is seen is no document, or cannot be judged now.
    pub(super) fn judges(self) -> Option<String> {
        let may = self.case.with(|case| case.allowed.contains(&Verb::Check));
        let seen = self.hand.tour.with(|tour| tour.as_ref()?.material().map(str::to_owned));
        seen.filter(|_| may)
    }

    /// Judges the document that is seen, and goes on to the next one that nobody has judged. Says whether there was one
    /// to judge.
    pub(super) fn say(self, verdict: Verdict) -> bool {
        let Some(material) = untrack(|| self.judges()) else {
            return false;
        };
        let busy = self.hand.busy.get_untracked();
        if busy.is_some_and(|verb| verb != Verb::Check) || self.leaving.get_untracked() {
            return false;
        }
        self.refusing.set(false);
        self.judged.update(|judged| {
            judged.insert(material.clone());
        });
        self.hand.act(Action::Check { material, verdict });
        let next = self.case.with_untracked(|case| {
            let judged = self.judged.get_untracked();
            let done = |key: &str| judged.contains(key) || verdict_of(case, key).is_some();
            self.hand.tour.with_untracked(|tour| tour.as_ref()?.to_open(done))
        });
        match next {
            Some(next) => self.hand.tour.set(Some(next)),
            None => self.leaving.set(true),
        }
        true
    }

    /// Meets what has come of the verdicts.
    fn meet(self, news: &News) {
        if news.refused.is_some() || news.conflict {
            self.judged.set(BTreeSet::new());
            self.leaving.set(false);
            // What did not arrive is judged again.
            let material = news.refused.as_ref().and_then(|refused| refused.material.as_ref());
            let done = |key: &str| self.case.with_untracked(|case| verdict_of(case, key).is_some());
            self.hand.tour.update(|tour| {
                let back = |tour: Tour| match material {
                    Some(material) => tour.at(material, 0),
                    None => tour.from_open(done),
                };
                *tour = tour.take().map(back);
            });
        } else if news.leaving && !news.busy {
            self.leave();
        }
    }

    /// Leads back to the case, with the focus on what is to be done now.
    fn leave(self) {
        let next = self.case.with_untracked(next_act);
        self.hand.tour.set(None);
        if let Some(verb) = next {
            // A dialog that goes gives the focus back to where it came from.
            request_animation_frame(move || focus(&act_id(verb)));
        }
    }
}

/// What is said of a document so far.
pub(super) fn verdict_of<'a>(case: &'a CaseView, key: &str) -> Option<&'a Verdict> {
    let material = case.materials.iter().find(|material| material.key == key)?;
    material.verdict.as_ref()
}
