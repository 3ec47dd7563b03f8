//! Judging the documents one after the other.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb, Verdict};

use super::super::bar::act_id;
use super::super::hand::Hand;
use super::super::next_act::next_act;
use super::Tour;

/// What is judged in the viewer. A verdict is sent at once, and the next document shown meanwhile. It stands in the
/// context of the viewer.
#[derive(Clone, Copy)]
pub(super) struct Judge {
    hand: Hand,
    /// The documents that were judged since the viewer was opened.
    judged: RwSignal<BTreeSet<String>>,
    /// All are: the viewer goes once the last verdict has arrived.
    leaving: RwSignal<bool>,
    /// Whether a reason is being chosen.
    pub(super) refusing: RwSignal<bool>,
}

impl Judge {
    /// Judges the documents of the case in hand.
    pub(super) fn provide() -> Self {
        let judge = Self {
            hand: Hand::here(),
            judged: RwSignal::new(BTreeSet::new()),
            leaving: RwSignal::new(false),
            refusing: RwSignal::new(false),
        };
        let busy = move || judge.hand.busy.get().is_some();
        let settle = move |busy: &bool, was: Option<&bool>, _| {
            if !busy && was == Some(&true) {
                judge.settle();
            }
        };
        Effect::watch(busy, settle, false);
        provide_context(judge);
        judge
    }

    /// It, from the context.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    fn read<T>(self, read: impl FnOnce(&CaseView) -> T) -> Option<T> {
        self.hand.load.state.with(|state| state.here().map(read))
    }

    /// The key of the document that is seen; none where what is seen is no document, or cannot be judged now.
    pub(super) fn judges(self) -> Option<String> {
        let may = self.read(|case| case.allowed.contains(&Verb::Check));
        let seen = self.hand.tour.with(|tour| tour.as_ref()?.material().map(str::to_owned));
        seen.filter(|_| may == Some(true))
    }

    /// Whether something was said of a document.
    fn is_judged(self, key: &str) -> bool {
        let now = self.judged.with_untracked(|judged| judged.contains(key));
        now || untrack(|| self.read(|case| verdict_of(case, key).is_some())) == Some(true)
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
        let open = |tour: &Option<Tour>| tour.as_ref()?.to_open(|key| self.is_judged(key));
        match self.hand.tour.with_untracked(open) {
            Some(next) => self.hand.tour.set(Some(next)),
            None => self.leaving.set(true),
        }
        true
    }

    /// All verdicts were answered.
    fn settle(self) {
        let refused = self
            .hand
            .refused
            .get_untracked()
            .filter(|refused| refused.verb == Verb::Check);
        let conflict = self.hand.conflict.with_untracked(Option::is_some);
        if refused.is_some() || conflict {
            self.judged.set(BTreeSet::new());
            self.leaving.set(false);
            // What did not arrive is judged again.
            let back = |tour: Tour| match refused.and_then(|refused| refused.material) {
                Some(material) => tour.at(&material, 0),
                None => tour.at_open(|key| self.is_judged(key)),
            };
            self.hand.tour.update(|tour| *tour = tour.take().map(back));
        } else if self.leaving.get_untracked() {
            self.leave();
        }
    }

    /// Leads back to the case, with the focus on what is to be done now.
    fn leave(self) {
        let next = untrack(|| self.read(next_act)).flatten();
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
