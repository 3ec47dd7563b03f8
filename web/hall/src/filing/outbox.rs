//! Sending filings: each once, whatever the network does, and whichever page is shown meanwhile. They go by the one queue
//! of all that waits.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::chance;
use shuiting_parts::clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::photo::Uploads;
use shuiting_parts::session::SignedIn;
use shuiting_parts::waiting::{self, Next, Queue, Sending, Sent, Source, call};
use shuiting_shared::api::Filed;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Who;
use shuiting_shared::time::Moment;

use super::filed::Receipt;
use super::{DraftId, Drafts, Filing, way};
use crate::last_town::LastTown;

/// Where cases are filed.
const CASES: &str = "/api/v1/cases";

/// What a person has to be told or led to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// It was filed.
    Filed(DraftId, CaseNumber),
    /// There is something to mend, at this path; and whether photos were lost.
    Mend(DraftId, String, bool),
    /// They have to sign in.
    SignIn(DraftId),
    /// An earlier try had arrived.
    Arrived(DraftId),
}

/// The outbox; it stands in the context, above all pages.
#[derive(Clone, Copy)]
pub(crate) struct Outbox {
    api: Api,
    signed_in: SignedIn,
    drafts: Drafts,
    uploads: Uploads,
    household: Household,
    language: Language,
    last_town: LastTown,
    queue: Queue,
    stopped: RwSignal<BTreeMap<DraftId, Failure>>,
    receipts: RwSignal<BTreeMap<CaseNumber, Receipt>>,
    pub(super) outcome: RwSignal<Option<Outcome>>,
    /// Whether all that belongs to them was found: they go on being sent only with it.
    ready: RwSignal<bool>,
}

impl Outbox {
    /// Puts it into the context, and goes on with what was to be sent when the page was closed. Needs all that it
    /// sends from before it.
    pub(crate) fn provide() -> Self {
        let outbox = Self {
            api: Api::here(),
            signed_in: SignedIn::here(),
            drafts: Drafts::here(),
            uploads: Uploads::here(),
            household: Household::here(),
            language: Language::here(),
            last_town: LastTown::here(),
            queue: Queue::here(),
            stopped: RwSignal::default(),
            receipts: RwSignal::default(),
            outcome: RwSignal::new(None),
            ready: RwSignal::new(false),
        };
        provide_context(outbox);
        outbox.queue.serve(outbox);
        Effect::new(move || {
            if outbox.drafts.found() && outbox.uploads.found().is_some() {
                outbox.go_on();
            }
        });
        outbox
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// How far a filing has come; whoever asks is told when any moves.
    pub(crate) fn state(self, id: DraftId) -> Sending {
        if self.drafts.with(id, |draft| draft.sending) {
            return self.queue.trouble().map_or(Sending::UnderWay, Sending::Waiting);
        }
        let stopped = self.stopped.with(|stopped| stopped.get(&id).cloned());
        stopped.map_or(Sending::Not, Sending::Stopped)
    }

    /// Those that are to be sent; whoever asks is told when that changes.
    pub(crate) fn sending(self) -> Vec<DraftId> {
        self.drafts.those(|draft| draft.sending)
    }

    /// Those that are to be sent, and those that the server would not have; whoever asks is told when that changes.
    pub(crate) fn unsent(self) -> Vec<DraftId> {
        self.drafts.those(|draft| draft.sending || draft.is_refused())
    }

    /// How many were filed since the program came; whoever asks is told with each.
    pub(crate) fn filed(self) -> usize {
        self.receipts.with(BTreeMap::len)
    }

    /// What was filed under a number, where that was just now.
    pub(super) fn receipt(self, number: CaseNumber) -> Option<Receipt> {
        self.receipts.with_untracked(|receipts| receipts.get(&number).cloned())
    }

    /// Sends a filing. Pressed again while it is on its way, nothing more happens; while it waits, it waits no longer.
    pub(super) fn send(self, id: DraftId) {
        if !self.wanted(id) {
            self.stopped.update(|stopped| drop(stopped.remove(&id)));
            self.drafts.update(id, |draft| draft.press(clock::now()));
        }
        self.queue.wake();
    }

    /// Goes on with what was to be sent when the page was closed, unless photos went with it.
    fn go_on(self) {
        for id in untrack(|| self.sending()) {
            let held = self.uploads.with_untracked(|queue| queue.counts(&id.to_string()));
            let lost = self
                .drafts
                .with_untracked(id, |draft| draft.photos > held.values().sum());
            if lost {
                self.drafts.update(id, |draft| draft.sending = false);
            }
        }
        self.ready.set(true);
        self.queue.wake();
    }

    /// The one whose sending was pressed first.
    fn first(self) -> Option<(Moment, DraftId)> {
        if !self.ready.get_untracked() {
            return None;
        }
        let pressed = |id: DraftId| (self.drafts.with_untracked(id, |draft| draft.pressed), id);
        untrack(|| self.sending()).into_iter().map(pressed).min()
    }

    async fn deliver(self, id: DraftId) -> Result<(), Failure> {
        let Some(form) = id.service.form() else {
            self.drafts.update(id, |draft| draft.sending = false);
            return Ok(());
        };
        let filing = Filing {
            form,
            id,
            drafts: self.drafts,
            household: self.household,
            language: self.language,
            last_town: self.last_town,
        };
        let photos = self.photos(filing).await;
        if !self.wanted(id) {
            return Ok(());
        }
        let answer = match photos {
            Ok(()) => self.attempt(filing).await,
            Err(failure) => Err(failure),
        };
        match answer {
            Ok(filed) => self.arrived(filing, &filed),
            Err(failure) if self.wanted(id) => match waiting::next(&failure) {
                Next::Again => return Err(failure),
                next => self.give_up(filing, next, failure),
            },
            Err(_) => {}
        }
        Ok(())
    }

    /// Whether the person still wants it sent: whoever goes back and changes something does not, nor does whoever deletes
    /// it, here or in another tab.
    fn wanted(self, id: DraftId) -> bool {
        self.drafts.with_untracked(id, |draft| draft.sending)
    }

    async fn attempt(self, filing: Filing) -> Result<Filed, Failure> {
        if filing.service().facts().who == Who::Anyone {
            self.signed_in.or_guest().await?;
        }
        let body = filing.sealed();
        let (key, pressed) = self
            .drafts
            .update(filing.id, |draft| (draft.key(chance::key).to_owned(), draft.pressed))
            .unwrap_or_default();
        self.api.send(call(CASES, &key, &body, pressed)?).await
    }

    /// Waits until the photos have got there, those that had not get another chance.
    async fn photos(self, filing: Filing) -> Result<(), Failure> {
        let (owner, uploads) = (filing.owner(), self.uploads);
        let asked = untrack(|| filing.asked(&filing.answers()));
        let materials = filing.service().materials().iter();
        for material in materials.filter(|material| !asked.contains(&material.key)) {
            uploads.forget_at(&filing.place(material.key));
        }
        uploads.settle(&owner).await
    }

    fn arrived(self, filing: Filing, filed: &Filed) {
        let id = filing.id;
        let receipt = Receipt::new(filing.service(), filed, &untrack(|| filing.answers()));
        self.receipts
            .update(|receipts| drop(receipts.insert(filed.number, receipt)));
        self.drafts.filed(id, filed.number);
        self.outcome.set(Some(Outcome::Filed(id, filed.number)));
    }

    fn give_up(self, filing: Filing, next: Next, failure: Failure) {
        let id = filing.id;
        match next {
            Next::SignIn => {
                self.drafts.update(id, |draft| draft.sending = false);
                self.outcome.set(Some(Outcome::SignIn(id)));
            }
            Next::Arrived => {
                self.drafts.forget(id);
                self.outcome.set(Some(Outcome::Arrived(id)));
            }
            Next::Mend | Next::Again | Next::Stop => {
                self.drafts.update(id, super::draft::Draft::refuse);
                match self.mend(filing, &failure) {
                    Some(outcome) => self.outcome.set(Some(outcome)),
                    None => self.stopped.update(|stopped| drop(stopped.insert(id, failure))),
                }
            }
        }
    }

    /// Puts what the server found beside the fields. Photos that it does not know (any more) are forgotten.
    fn mend(self, filing: Filing, failure: &Failure) -> Option<Outcome> {
        let id = filing.id;
        let mut errors = failure.fields().to_vec();
        for error in &mut errors {
            error.field.truncate(path(&error.field).len());
        }
        let unknown = FieldFlaw::new("", Flaw::NoSuchPhoto);
        let mut lost = false;
        for error in errors.iter().filter(|error| error.code == unknown.flaw.code()) {
            if let Some(material) = error.field.strip_prefix("materials.") {
                self.uploads.forget_at(&filing.place(material));
                lost = true;
            }
        }
        self.drafts.mark(id, |marks| marks.tell(&errors));
        let paths: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        let (_, first) = way::first(filing.form, &paths)?;
        Some(Outcome::Mend(id, first.to_owned(), lost))
    }
}

impl Source for Outbox {
    fn oldest(&self) -> Option<Moment> {
        self.first().map(|(pressed, _)| pressed)
    }

    fn send(&self) -> Sent {
        let outbox = *self;
        Box::pin(async move {
            match outbox.first() {
                Some((_, id)) => outbox.deliver(id).await,
                None => Ok(()),
            }
        })
    }
}

/// The path of a field or a material, without the place of one photo in it (`materials.photos[1]`, `materials.photos.1`).
fn path(field: &str) -> &str {
    let end = field
        .match_indices(['.', '['])
        .nth(1)
        .map_or(field.len(), |(end, _)| end);
    &field[..end]
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_photo_belongs_to_its_material() {
        assert_eq!(path("materials.photos"), "materials.photos");
        assert_eq!(path("materials.photos[1]"), "materials.photos");
        assert_eq!(path("materials.photos.1"), "materials.photos");
        assert_eq!(path("answers.phone"), "answers.phone");
        assert_eq!(path("service"), "service");
    }
}
