//! The case in hand: what is shown of it, what is typed, what is being sent.

use std::collections::VecDeque;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::live::{News, Paced};
use shuiting_parts::load::Loader;
use shuiting_parts::photo::Uploads;
use shuiting_shared::api::{Act, CaseView, Conflict, Reveal, Revealed};
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

use super::draft::{Draft, Drafts};
use super::viewer::Tour;
use crate::inbox::Desk;
use crate::undo::Undo;

/// What was refused: the verb, the material it was about, and why.
#[derive(Clone, PartialEq)]
pub(crate) struct Refused {
    pub(crate) verb: Verb,
    pub(crate) material: Option<String>,
    pub(crate) failure: Failure,
}

/// The case in hand; it stands in the context of its pane.
#[derive(Clone, Copy)]
pub(crate) struct Hand {
    api: Api,
    desk: Desk,
    undo: Undo,
    uploads: Uploads,
    number: CaseNumber,
    /// Documents that were judged while another verdict was on its way.
    next: StoredValue<VecDeque<Action>>,
    pace: Paced,
    /// Whether others have changed it while the clerk was writing.
    missed: StoredValue<bool>,
    /// The case.
    pub(crate) load: Loader<CaseView>,
    /// What is typed.
    pub(crate) draft: RwSignal<Draft>,
    /// The dialog that is open.
    pub(crate) dialog: RwSignal<Option<Verb>>,
    /// What is being sent.
    pub(crate) busy: RwSignal<Option<Verb>>,
    /// What was refused last.
    pub(crate) refused: RwSignal<Option<Refused>>,
    /// What others did meanwhile.
    pub(crate) conflict: RwSignal<Option<Conflict>>,
    /// The latest act here that has moved the case.
    pub(crate) acted: RwSignal<Option<Verb>>,
    /// The photos that are shown large.
    pub(crate) tour: RwSignal<Option<Tour>>,
}

impl Hand {
    /// Takes a case in hand.
    pub(crate) fn provide(number: CaseNumber) -> Self {
        let hand = Self {
            api: Api::here(),
            desk: Desk::here(),
            undo: Undo::here(),
            uploads: Uploads::here(),
            number,
            next: StoredValue::new(VecDeque::new()),
            pace: Paced::default(),
            missed: StoredValue::new(false),
            load: Loader::default(),
            draft: Drafts::here().of(number),
            dialog: RwSignal::new(None),
            busy: RwSignal::new(None),
            refused: RwSignal::new(None),
            conflict: RwSignal::new(None),
            acted: RwSignal::new(None),
            tour: RwSignal::new(None),
        };
        provide_context(hand);
        hand
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(|| Self::provide(CaseNumber::from_index(0)))
    }

    /// Asks for the case.
    pub(crate) async fn ask(self) -> Result<CaseView, Failure> {
        self.api.get(&format!("/api/v1/cases/{}", self.number)).await
    }

    /// Looks again where this case has changed.
    pub(crate) fn hear(self, news: &News) {
        let version = |case: &CaseView| case.version;
        let shown = self.load.state.with_untracked(|state| state.here().map(version));
        if news.concerns(self.number, shown) {
            self.renew_unless_busy();
        }
    }

    /// Looks again, at once or as soon as no dialog is open: what its writer has seen may only change with a word to
    /// them.
    pub(crate) fn renew_unless_busy(self) {
        if untrack(|| self.is_busy()) {
            self.missed.set_value(true);
        } else {
            self.renew();
        }
    }

    /// Looks again once the clerk has done with what they were writing; within an effect.
    pub(crate) fn catch_up(self) {
        if !self.is_busy() && self.missed.get_value() {
            self.missed.set_value(false);
            self.renew();
        }
    }

    fn is_busy(self) -> bool {
        let dialog = self.dialog.with(Option::is_some);
        self.busy.with(Option::is_some) || dialog
    }

    fn renew(self) {
        self.pace.want(move || self.load.renewal(self.ask(), |_, fresh| fresh));
    }

    /// Opens the dialog of a verb.
    pub(crate) fn open(self, verb: Verb) {
        self.refused.set(None);
        self.dialog.set(Some(verb));
    }

    /// Closes the dialog; what was typed stays.
    pub(crate) fn close(self) {
        self.refused.set(None);
        self.dialog.set(None);
    }

    /// As the owner of uploaded photos.
    pub(crate) fn owner(self) -> String {
        self.number.to_string()
    }

    /// Does something to the version of the case that is shown. While it is on its way nothing else is done, but that
    /// a clerk may go on judging documents.
    pub(crate) fn act(self, action: Action) {
        let verb = action.verb();
        if let Some(busy) = self.busy.get_untracked() {
            if (busy, verb) == (Verb::Check, Verb::Check) {
                self.next.update_value(|next| next.push_back(action));
            }
            return;
        }
        let material = match &action {
            Action::Check { material, .. } => Some(material.clone()),
            _ => None,
        };
        let undoable = action.undoable();
        self.busy.set(Some(verb));
        self.refused.set(None);
        let act = Act {
            version: self.load.get_untracked().map(|case| case.version),
            action,
        };
        let path = format!("/api/v1/cases/{}/acts", self.number);
        spawn_local(async move {
            let answer = self.api.post::<CaseView>(&path, &act).await;
            if answer.is_ok() {
                if undoable {
                    self.undo.offer(verb, vec![self.number]);
                } else {
                    self.undo.withdraw();
                }
            }
            // The signal takes nothing any more where the clerk has left the case meanwhile.
            if self.busy.try_set(None).is_some() {
                return;
            }
            match answer {
                Ok(case) => self.done(verb, material.as_deref(), case),
                Err(failure) => self.refuse(verb, material, failure),
            }
        });
    }

    fn done(self, verb: Verb, material: Option<&str>, case: CaseView) {
        self.load.put(case);
        self.conflict.set(None);
        self.draft.update(|draft| draft.sent(verb, material));
        if matches!(verb, Verb::Finish | Verb::Advance) {
            self.uploads.forget(&self.owner());
        }
        if self.dialog.get_untracked() == Some(verb) {
            self.dialog.set(None);
        }
        if verb.moves() {
            self.acted.set(Some(verb));
        }
        self.desk.renew();
        if let Some(next) = self.next.try_update_value(VecDeque::pop_front).flatten() {
            self.act(next);
        }
    }

    fn refuse(self, verb: Verb, material: Option<String>, failure: Failure) {
        // What was decided after it was decided on what is not so.
        self.next.update_value(VecDeque::clear);
        if let Some(conflict) = failure.conflict() {
            self.conflict.set(Some(conflict));
            self.renew();
            self.desk.renew();
            return;
        }
        if failure.code() == Some(Code::NotNow) {
            self.renew();
        }
        self.refused.set(Some(Refused {
            verb,
            material,
            failure,
        }));
    }

    /// What is wrong with a field of what was sent.
    pub(crate) fn flaw(self, verb: Verb, field: &str) -> Option<String> {
        self.refused.with(|refused| {
            let refused = refused.as_ref().filter(|refused| refused.verb == verb)?;
            refused.failure.field(field).map(str::to_owned)
        })
    }

    /// What is wrong with a verdict on a material.
    pub(crate) fn check_flaw(self, material: &str, lang: Lang) -> Option<String> {
        self.refused.with(|refused| {
            let is = |refused: &&Refused| refused.verb == Verb::Check && refused.material.as_deref() == Some(material);
            let failure = &refused.as_ref().filter(is)?.failure;
            let flaw = failure.field("verdict.refused").or_else(|| failure.field("material"));
            Some(flaw.map_or_else(|| failure.say(lang), str::to_owned))
        })
    }

    /// Asks for a sensitive answer in full; the server writes that down.
    pub(crate) async fn reveal(self, field: &str) -> Result<String, Failure> {
        let path = format!("/api/v1/cases/{}/reveal", self.number);
        let body = Reveal {
            field: field.to_owned(),
        };
        let revealed: Revealed = self.api.post(&path, &body).await?;
        Ok(revealed.answer)
    }
}
