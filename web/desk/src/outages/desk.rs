//! A notice as it is written: what is typed, what is wrong with it, and what is being sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::form::Marks;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::{OutageChange, OutageVersion, OutageView};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::outage::{Outage, OutageState, Standing};
use shuiting_shared::problem::FieldProblem;

use super::typed::Typed;
use super::{DESK, page_of};

/// What is typed, what is wrong with it, and what is being sent.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    api: Api,
    language: Language,
    household: Household,
    clock: Clock,
    /// The notice that is changed; none for a new one. A draft that could be saved and not posted is one from then on.
    before: RwSignal<Option<OutageView>>,
    pub(super) typed: RwSignal<Typed>,
    marks: RwSignal<Marks>,
    pub(super) busy: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<Failure>>,
}

impl Desk {
    pub(super) fn new(before: Option<OutageView>) -> Self {
        let typed = before.as_ref().map(|view| Typed::of(&view.outage));
        Self {
            api: Api::here(),
            language: Language::here(),
            household: Household::here(),
            clock: Clock::here(),
            before: RwSignal::new(before),
            typed: RwSignal::new(typed.unwrap_or_default()),
            marks: RwSignal::default(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Whether nobody outside has seen it.
    pub(super) fn is_draft(self) -> bool {
        self.before
            .with(|before| before.as_ref().is_none_or(|view| view.state == OutageState::Draft))
    }

    /// What keeps it from being saved.
    fn flaws(self) -> Vec<FieldFlaw> {
        let typed = self.typed.get();
        typed.flaws(|outage| {
            self.household.read(|house| {
                self.before.with(|before| match before {
                    Some(view) => view.standing().flaws(outage, &typed.why, house, clock::now()),
                    None => outage.flaws(house),
                })
            })
        })
    }

    /// Which rules of posting a draft breaks. They are told while it is typed: what is to change may be the plan itself.
    fn broken(self) -> Vec<FieldFlaw> {
        if !self.is_draft() {
            return Vec::new();
        }
        self.clock.get();
        let water = self
            .before
            .with(|before| before.as_ref().is_some_and(|view| !view.stops.is_empty()));
        let rules = |outage: &Outage| {
            let draft = Standing {
                outage,
                state: OutageState::Draft,
                water,
            };
            self.household.read(|house| draft.flaws_of_posting(house, clock::now()))
        };
        let found = self.typed.with(|typed| typed.flaws(rules));
        let untyped = self
            .typed
            .with(|typed| typed.starts.is_empty() || typed.ends.is_empty());
        let told = |field: &str| !untyped && matches!(field, "starts" | "ends" | "water");
        found.into_iter().filter(|flaw| told(&flaw.field)).collect()
    }

    /// Whether all concerned will hear of the change.
    pub(super) fn tells(self) -> bool {
        let outage = self.typed.with(Typed::outage);
        self.before.with(|before| {
            let (Some(view), Some(outage)) = (before, outage) else {
                return false;
            };
            view.standing().turn(&outage.trimmed()).is_some()
        })
    }

    /// What is told beside a field.
    pub(super) fn said(self, path: impl Into<String>) -> Signal<Option<String>> {
        let path = path.into();
        Signal::derive(move || {
            let lang = self.language.get();
            let broken = self.broken().into_iter().find(|flaw| flaw.field == path);
            let flaws = self.flaws();
            let marked = self.marks.with(|marks| marks.say(&path, &flaws, lang));
            marked.or_else(|| Some(broken?.flaw.say(lang)))
        })
    }

    /// Something else is typed.
    pub(super) fn change(self, path: &str, change: impl FnOnce(&mut Typed)) {
        self.typed.update(change);
        self.marks.update(|marks| marks.change(path));
    }

    /// A field was left: from now on its flaw is told.
    pub(super) fn leave(self, path: &str) {
        self.marks.update(|marks| marks.leave(path));
    }

    /// Saves it where nothing is wrong, posts it where that is wanted, and goes to its page.
    pub(super) fn send(self, post: bool, to: impl Fn(&str) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        let mut flaws = untrack(|| self.flaws());
        if post {
            flaws.extend(untrack(|| self.broken()));
        }
        self.marks.update(|marks| marks.show(&flaws));
        let Some(outage) = self.typed.with_untracked(Typed::outage).filter(|_| flaws.is_empty()) else {
            return;
        };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let mut answer = self.write(outage).await;
            if let (Ok(view), true) = (&answer, post) {
                self.before.try_set(Some(view.clone()));
                let version = OutageVersion { version: view.version };
                answer = self.api.post(&format!("{DESK}/{}/post", view.id), &version).await;
            }
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => to(&page_of(&view.id)),
                Err(failure) => self.refuse(failure),
            }
        });
    }

    async fn write(self, outage: Outage) -> Result<OutageView, Failure> {
        match self.before.get_untracked() {
            None => self.api.post(DESK, &outage).await,
            Some(OutageView { id, version, .. }) => {
                let why = self.typed.with_untracked(|typed| typed.why.clone());
                let change = OutageChange { version, outage, why };
                self.api.patch(&format!("{DESK}/{id}"), &change).await
            }
        }
    }

    fn refuse(self, failure: Failure) {
        let errors = failure.fields().iter().map(|error| FieldProblem {
            field: error.field.trim_start_matches("outage.").to_owned(),
            ..error.clone()
        });
        let errors: Vec<_> = errors.collect();
        self.marks.update(|marks| marks.tell(&errors));
        self.failure.set(Some(failure));
    }
}
