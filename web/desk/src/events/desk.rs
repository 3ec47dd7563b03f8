//! An event as it is planned: what is typed, what is wrong with it, and what is being sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock;
use shuiting_parts::form::Marks;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::{EventChange, EventView};
use shuiting_shared::event::{Plan, Standing};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::house::House;
use shuiting_shared::problem::FieldProblem;

use super::address::{DESK, page_of};
use super::typed::Typed;
use super::typings::Typings;

/// What is typed, what is wrong with it, and what is being sent.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    api: Api,
    language: Language,
    household: Household,
    typings: Typings,
    /// The event that is changed; none for a new one.
    before: StoredValue<Option<EventView>>,
    /// What is typed.
    pub(super) typed: RwSignal<Typed>,
    marks: RwSignal<Marks>,
    /// Whether it is being sent.
    pub(super) busy: RwSignal<bool>,
    /// Why it was refused.
    pub(super) failure: RwSignal<Option<Failure>>,
}

impl Desk {
    /// What is to be planned, as it was typed before or as it stands.
    pub(super) fn new(before: Option<EventView>) -> Self {
        let typings = Typings::here();
        let key = key(before.as_ref());
        let kept = typings.get(&key);
        let there = before.as_ref().map(|view| Typed::of(&view.plan));
        Self {
            api: Api::here(),
            language: Language::here(),
            household: Household::here(),
            typings,
            before: StoredValue::new(before),
            typed: RwSignal::new(kept.or(there).unwrap_or_default()),
            marks: RwSignal::default(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// What is wrong with what is typed now.
    fn flaws(self) -> Vec<FieldFlaw> {
        let typed = self.typed.get();
        let rules = |plan: &Plan| self.household.read(|house| self.flaws_of(plan, &typed.reason, house));
        typed.flaws(rules)
    }

    fn flaws_of(self, plan: &Plan, reason: &str, house: &House) -> Vec<FieldFlaw> {
        self.before.with_value(|before| match before {
            Some(view) => standing(view).flaws(plan, reason, house, clock::now()),
            None => plan.flaws(house),
        })
    }

    /// Whether all concerned will hear of the change.
    pub(super) fn moves(self) -> bool {
        let plan = self.typed.with(Typed::plan);
        self.before.with_value(|before| {
            let (Some(view), Some(plan)) = (before, plan) else {
                return false;
            };
            standing(view).moves(&plan)
        })
    }

    /// What is told beside a field.
    pub(super) fn said(self, path: impl Into<String>) -> Signal<Option<String>> {
        let path = path.into();
        Signal::derive(move || {
            let flaws = self.flaws();
            self.marks.with(|marks| marks.say(&path, &flaws, self.language.get()))
        })
    }

    /// Something else is typed.
    pub(super) fn change(self, path: &str, change: impl FnOnce(&mut Typed)) {
        self.typed.update(change);
        self.marks.update(|marks| marks.change(path));
        let key = self.before.with_value(|before| key(before.as_ref()));
        let typed = self.typed.get_untracked();
        self.typings.put(key, typed);
    }

    /// A field was left: from now on its flaw is told.
    pub(super) fn leave(self, path: &str) {
        self.marks.update(|marks| marks.leave(path));
    }

    /// What was typed is of no use any more.
    pub(super) fn forget(self) {
        let key = self.before.with_value(|before| key(before.as_ref()));
        self.typings.forget(&key);
    }

    /// Sends it where nothing is wrong, and goes to the event's page.
    pub(super) fn send(self, to: impl Fn(&str) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        let flaws = untrack(|| self.flaws());
        self.marks.update(|marks| marks.show(&flaws));
        let Some(plan) = self.typed.with_untracked(Typed::plan).filter(|_| flaws.is_empty()) else {
            return;
        };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.write(plan).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.forget();
                    to(&page_of(&view.id));
                }
                Err(failure) => self.refuse(failure),
            }
        });
    }

    async fn write(self, plan: Plan) -> Result<EventView, Failure> {
        match self.before.get_value() {
            None => self.api.post(DESK, &plan).await,
            Some(EventView { id, version, .. }) => {
                let reason = self.typed.with_untracked(|typed| typed.reason.clone());
                let change = EventChange { version, plan, reason };
                self.api.patch(&format!("{DESK}/{id}"), &change).await
            }
        }
    }

    fn refuse(self, failure: Failure) {
        let errors = failure.fields().iter().map(|error| FieldProblem {
            field: error.field.trim_start_matches("plan.").to_owned(),
            ..error.clone()
        });
        let errors: Vec<_> = errors.collect();
        self.marks.update(|marks| marks.tell(&errors));
        self.failure.set(Some(failure));
    }
}

/// Under what it is kept while it is typed.
fn key(before: Option<&EventView>) -> String {
    before.map_or_else(String::new, |view| format!("{} {}", view.id, view.version))
}

/// What the rules know of an event.
pub(super) fn standing(view: &EventView) -> Standing<'_> {
    Standing {
        plan: &view.plan,
        state: view.state,
        taken: &view.taken,
    }
}
