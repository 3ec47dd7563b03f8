//! One filing, as its page sees it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::chance;
use shuiting_parts::clock::today;
use shuiting_parts::form::focus;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::photo::{Place, Uploads};
use shuiting_shared::api::{Filed, NewCaseFor};
use shuiting_shared::form::{Answers, Counts, FieldFlaw, Form};
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;

use super::draft::{Counters, Draft, owner};
use super::words;

/// One service's filing; it stands in the context of its page.
#[derive(Clone, Copy)]
pub(super) struct Filing {
    pub(super) form: &'static Form,
    pub(super) counters: Counters,
    pub(super) uploads: Uploads,
    pub(super) household: Household,
    language: Language,
    api: Api,
    /// Whether it is being sent.
    pub(super) busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Filing {
    pub(super) fn new(form: &'static Form) -> Self {
        Self {
            form,
            counters: Counters::here(),
            uploads: Uploads::here(),
            household: Household::here(),
            language: Language::here(),
            api: Api::here(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    pub(super) fn service(self) -> Service {
        self.form.service
    }

    /// As the owner of uploaded photos.
    pub(super) fn owner(self) -> String {
        owner(self.service())
    }

    /// Where the photos of a material belong.
    pub(super) fn place(self, material: &str) -> Place {
        Place::new(self.owner(), material)
    }

    pub(super) fn answers(self) -> Answers {
        self.counters.with(self.service(), |draft| draft.answers.clone())
    }

    /// The photos of the materials that are asked for.
    fn asked<T>(self, answers: &Answers, mut photos: BTreeMap<String, T>) -> BTreeMap<String, T> {
        let materials = self.form.materials(answers);
        photos.retain(|key, _| materials.iter().any(|material| material.key == key));
        photos
    }

    /// What is wrong, as one goes through the form.
    pub(super) fn flaws(self) -> Vec<FieldFlaw> {
        let answers = self.answers();
        let counts = self.uploads.with(|queue| queue.counts(&self.owner()));
        let counts = self.asked(&answers, counts);
        let counts: Counts<'_> = counts.iter().map(|(key, count)| (key.as_str(), *count)).collect();
        self.household.read(|house| {
            let pages = self.form.pages.iter();
            pages
                .flat_map(|page| self.form.page_flaws(page, &answers, &counts, house, today()))
                .collect()
        })
    }

    /// What is said beside a field or a material, where anything is.
    pub(super) fn said(self, path: &str, flaws: &[FieldFlaw]) -> Option<String> {
        let lang = self.language.get();
        self.counters
            .with(self.service(), |draft| draft.marks.say(path, flaws, lang))
    }

    /// A field or a material was changed, or left.
    pub(super) fn mark(self, path: &str, left: bool) {
        self.counters.update(self.service(), |draft| {
            if left {
                draft.marks.leave(path);
            } else {
                draft.marks.change(path);
            }
        });
    }

    /// What is wrong with the whole, or must come before it can be sent.
    pub(super) fn trouble(self) -> Option<String> {
        let lang = self.language.get();
        self.failure.with(|failure| {
            let failure = failure.as_ref()?;
            Some(match failure.code() {
                Some(Code::KeyReused) => words::ARRIVED_BEFORE.get(lang).to_owned(),
                _ => failure.say(lang),
            })
        })
    }

    /// Photos that are not with the server yet: on their way, and failed.
    pub(super) fn waiting(self) -> (usize, usize) {
        let owner = self.owner();
        self.uploads.with(|queue| (queue.busy(&owner), queue.failed(&owner)))
    }

    /// Files it, where nothing is wrong; else tells all that is, and leads to the first.
    pub(super) fn send(self) {
        let photos = untrack(|| self.waiting());
        if self.busy.get_untracked() || photos != (0, 0) {
            return;
        }
        let flaws = untrack(|| self.flaws());
        if let Some(first) = flaws.first() {
            self.counters.update(self.service(), |draft| draft.marks.show(&flaws));
            focus(&first.field);
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let key = self.counters.update(self.service(), |draft| draft.key(chance::key));
        let (key, body) = (key.unwrap_or_default(), untrack(|| self.sealed()));
        spawn_local(async move {
            let answer = self.api.post_once("/api/v1/desk/cases", &key, &body).await;
            match answer {
                Ok(filed) => self.arrived(filed),
                Err(failure) => self.refused(failure),
            }
            // The page may have been left meanwhile; what became of it is known all the same.
            let _ = self.busy.try_set(false);
        });
    }

    /// What is sent: the answers that are asked for, and the photos that the server has.
    fn sealed(self) -> NewCaseFor {
        let answers = self.answers();
        let fields = self.form.fields().filter(|field| field.asked.holds(&answers));
        let held = self.uploads.with(|queue| queue.held(&self.owner()));
        NewCaseFor {
            service: self.service(),
            answers: fields
                .filter_map(|field| Some((field.key, answers.get(field.key)?)))
                .collect(),
            materials: self.asked(&answers, held),
            lang: self.counters.with(self.service(), |draft| draft.lang),
            kind: None,
        }
    }

    fn arrived(self, filed: Filed) {
        self.counters.settle(self.service(), Some(filed));
        self.start_over();
    }

    fn refused(self, failure: Failure) {
        let read = failure
            .code()
            .is_some_and(|code| !matches!(code, Code::Internal | Code::Unready | Code::KeyReused));
        self.counters.update(self.service(), |draft| {
            if read && !failure.signed_out() {
                draft.refuse();
            }
            draft.marks.tell(failure.fields());
        });
        if let Some(first) = failure.fields().first() {
            focus(&first.field);
        }
        drop(self.failure.try_set(Some(failure)));
    }

    /// Forgets what was typed and taken.
    pub(super) fn start_over(self) {
        self.counters.forget(self.service());
        self.uploads.forget(&self.owner());
        drop(self.failure.try_set(None));
    }

    /// Changes an answer.
    pub(super) fn change(self, change: impl FnOnce(&mut Draft)) {
        self.counters.update(self.service(), change);
    }
}
