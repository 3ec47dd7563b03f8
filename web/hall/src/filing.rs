//! Filing: from what will be needed to the number that one is given.
//!
//! | module | subject |
//! |---|---|
//! | [`draft`], [`draft_id`], [`drafts`], [`age`] | what is filled in, kept with each letter, and for how long |
//! | [`rows`], [`about`] | what was begun, to go on with or to delete |
//! | [`way`], [`spot`], [`lead`] | the pages of a form, their addresses, and where those lead |
//! | [`door`] | who may file what |
//! | [`form_page`], [`questions`], [`pictures`], [`next_button`], [`stop`] | one page: its questions, its photos, the way on, and what stops one |
//! | [`leave`] | what is asked of the server when a page is left |
//! | [`near`] | what is known near by before a leak is sent |
//! | [`prefill`] | what was given before, in one tap |
//! | [`consent`] | being told by WeChat, asked after filing |
//! | [`hand_over`] | what a volunteer has filled in, handed over to whose it is |
//! | [`check`], [`summary`], [`send_bar`] | everything once more, and the button that sends it |
//! | [`outbox`], [`follow`] | sending it once, by the queue of [`shuiting_parts::waiting`], whatever the network does |
//! | [`filed`], [`drawing`] | the number, the promise, what one will hear |

mod about;
mod age;
mod check;
mod consent;
mod door;
mod draft;
mod draft_id;
mod drafts;
mod drawing;
mod filed;
mod follow;
mod form_page;
mod hand_over;
mod lead;
mod leave;
mod near;
mod next_button;
mod outbox;
mod pictures;
mod prefill;
mod questions;
mod rows;
mod send_bar;
mod spot;
mod stop;
mod summary;
pub(crate) mod way;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use shuiting_parts::clock::today;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::photo::{Place, Uploads};
use shuiting_shared::api::NewCase;
use shuiting_shared::form::{Answers, Counts, FieldFlaw, Form, Kind, Page, answer_path};
use shuiting_shared::house::House;
use shuiting_shared::service::{Material, Service};

use crate::last_town::LastTown;
pub(crate) use check::CheckPage;
pub(crate) use draft::Help;
pub(crate) use draft_id::DraftId;
pub(crate) use drafts::Drafts;
pub(crate) use filed::FiledPage;
pub(crate) use follow::Follow;
pub(crate) use form_page::FormPage;
pub(crate) use outbox::Outbox;
pub(crate) use rows::DraftRows;

/// One filing, as its pages see it.
#[derive(Clone, Copy)]
struct Filing {
    form: &'static Form,
    id: DraftId,
    drafts: Drafts,
    household: Household,
    language: Language,
    last_town: LastTown,
}

impl Filing {
    /// The filing of this draft, whose service has this form.
    fn here(form: &'static Form, id: DraftId) -> Self {
        Self {
            form,
            id,
            drafts: Drafts::here(),
            household: Household::here(),
            language: Language::here(),
            last_town: LastTown::here(),
        }
    }

    fn service(self) -> Service {
        self.form.service
    }

    fn uploads(self) -> Uploads {
        self.drafts.uploads
    }

    /// As the owner of uploaded photos.
    fn owner(self) -> String {
        self.id.to_string()
    }

    /// Where the photos of a material belong.
    fn place(self, material: &str) -> Place {
        Place::new(self.owner(), material)
    }

    /// Whether it is filled in by a volunteer for somebody else; whoever asks is told when the draft changes.
    fn helps(self) -> bool {
        self.drafts.with(self.id, |draft| draft.help.is_some())
    }

    /// Takes an answer. What was said of the one before is taken back, and a town that is named concerns whoever is here.
    fn answer(self, key: &str, answer: String) {
        let town = self.form.field(key).is_some_and(|field| field.kind == Kind::Town);
        if town && !untrack(|| self.helps()) {
            self.last_town.note(&answer);
        }
        self.drafts.update(self.id, |draft| draft.answer(key, answer));
        self.drafts.mark(self.id, |marks| marks.change(&answer_path(key)));
    }

    fn answers(self) -> Answers {
        self.drafts.with(self.id, |draft| draft.answers.clone())
    }

    /// How many photos there are for each material that is asked for.
    fn counts(self, answers: &Answers) -> BTreeMap<String, usize> {
        let mut counts = self.uploads().with(|queue| queue.counts(&self.owner()));
        let asked = self.asked(answers);
        counts.retain(|key, _| asked.contains(&key.as_str()));
        counts
    }

    /// The keys of the materials that are asked for.
    fn asked(self, answers: &Answers) -> Vec<&'static str> {
        self.form
            .materials(answers)
            .iter()
            .map(|material| material.key)
            .collect()
    }

    /// The materials that are photographed on a page.
    fn materials(self, page: &Page) -> Vec<&'static Material> {
        let materials = self.drafts.with(self.id, |draft| self.form.materials(&draft.answers));
        materials
            .into_iter()
            .filter(|material| page.materials.contains(&material.key))
            .collect()
    }

    /// What is wrong on a page; nothing as long as the house is not here.
    fn flaws(self, page: &Page) -> Vec<FieldFlaw> {
        self.find(|form, answers, counts, house| form.page_flaws(page, answers, counts, house, today()))
    }

    /// What is wrong in all, as one goes through the form.
    fn all_flaws(self) -> Vec<FieldFlaw> {
        self.find(|form, answers, counts, house| {
            let on = |page: &'static Page| form.page_flaws(page, answers, counts, house, today());
            form.pages.iter().flat_map(on).collect()
        })
    }

    fn find(self, find: impl FnOnce(&Form, &Answers, &Counts<'_>, &House) -> Vec<FieldFlaw>) -> Vec<FieldFlaw> {
        let answers = self.answers();
        let counts = self.counts(&answers);
        let counts: Counts<'_> = counts.iter().map(|(key, count)| (key.as_str(), *count)).collect();
        let house: Option<Arc<House>> = self.household.load.get();
        house.map_or_else(Vec::new, |house| find(self.form, &answers, &counts, &house))
    }

    /// What is said beside a field or a material, where anything is.
    fn said(self, path: &str, flaws: &[FieldFlaw]) -> Option<String> {
        let lang = self.language.get();
        self.drafts.marks(self.id, |marks| marks.say(path, flaws, lang))
    }

    /// What is sent: the answers that are asked for, and the photos that the server has.
    fn sealed(self) -> NewCase {
        untrack(|| {
            let answers = self.answers();
            let fields = self.form.fields().filter(|field| field.asked.holds(&answers));
            let mut materials = self.uploads().with(|queue| queue.held(&self.owner()));
            let asked = self.asked(&answers);
            materials.retain(|key, _| asked.contains(&key.as_str()));
            NewCase {
                service: self.service(),
                answers: fields
                    .filter_map(|field| Some((field.key, answers.get(field.key)?)))
                    .collect(),
                materials,
                event: self
                    .drafts
                    .with(self.id, |draft| draft.help.clone())
                    .and_then(|help| help.event),
            }
        })
    }
}
