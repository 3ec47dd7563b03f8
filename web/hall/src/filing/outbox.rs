//! Sending filings: each once, whatever the network does, and whichever page is shown meanwhile.

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::chance;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::photo::Uploads;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::Filed;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::{Service, Who};

use super::filed::Receipt;
use super::rest::Rest;
use super::sending::{self, Next, Sending};
use super::{Drafts, Filing, way};

/// How often one looks whether the photos have got there.
const LOOK: Duration = Duration::from_millis(300);

/// What a person has to be told or led to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// It was filed.
    Filed(Service, CaseNumber),
    /// There is something to mend, at this path; and whether photos were lost.
    Mend(Service, String, bool),
    /// They have to sign in.
    SignIn(Service),
    /// An earlier try had arrived.
    Arrived(Service),
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
    states: RwSignal<BTreeMap<Service, Sending>>,
    receipts: RwSignal<BTreeMap<CaseNumber, Receipt>>,
    pub(super) outcome: RwSignal<Option<Outcome>>,
    rest: Rest,
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
            states: RwSignal::default(),
            receipts: RwSignal::default(),
            outcome: RwSignal::new(None),
            rest: Rest::new(),
        };
        provide_context(outbox);
        let online = window_event_listener_untyped("online", move |_| outbox.rest.wake_all());
        on_cleanup(move || online.remove());
        for service in outbox.drafts.sending() {
            outbox.resume(service);
        }
        outbox
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// How far a filing has come; whoever asks is told when any moves.
    pub(crate) fn state(self, service: Service) -> Sending {
        self.states
            .with(|states| states.get(&service).cloned().unwrap_or_default())
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
    pub(super) fn send(self, service: Service) {
        if untrack(|| self.state(service)).goes_on() {
            self.rest.wake(service);
            return;
        }
        let Some(form) = service.form() else { return };
        self.drafts.update(service, |draft| draft.sending = true);
        self.set(service, Sending::UnderWay);
        let filing = Filing {
            form,
            drafts: self.drafts,
            uploads: self.uploads,
            household: self.household,
            language: self.language,
        };
        spawn_local(async move { self.deliver(filing).await });
    }

    /// Goes on with what was to be sent when the page was closed, unless photos went with it.
    fn resume(self, service: Service) {
        let held = self.uploads.with_untracked(|queue| queue.counts(service.code()));
        let lost = self
            .drafts
            .with_untracked(service, |draft| draft.photos > held.values().sum());
        if lost {
            self.drafts.update(service, |draft| draft.sending = false);
        } else {
            self.send(service);
        }
    }

    async fn deliver(self, filing: Filing) {
        let service = filing.service();
        let mut tries = 0;
        loop {
            let failure = match self.attempt(filing).await {
                Ok(filed) => return self.arrived(filing, &filed),
                Err(failure) => failure,
            };
            match sending::next(&failure) {
                Next::Again => {}
                next => return self.give_up(filing, next, failure),
            }
            if !self.wanted(service) {
                return self.set(service, Sending::Not);
            }
            self.set(service, Sending::Waiting(failure));
            tries += 1;
            self.rest.rest(service, sending::pause(tries)).await;
            if !self.wanted(service) {
                return self.set(service, Sending::Not);
            }
            self.set(service, Sending::UnderWay);
        }
    }

    /// Whether the person still wants it sent: whoever goes back and changes something does not.
    fn wanted(self, service: Service) -> bool {
        self.drafts.with_untracked(service, |draft| draft.sending)
    }

    async fn attempt(self, filing: Filing) -> Result<Filed, Failure> {
        self.photos(filing).await?;
        let service = filing.service();
        if service.facts().who == Who::Anyone {
            self.signed_in.or_guest().await?;
        }
        let body = filing.sealed();
        let key = self
            .drafts
            .update(service, |draft| draft.key(chance::key).to_owned())
            .unwrap_or_default();
        self.api.post_once("/api/v1/cases", &key, &body).await
    }

    /// Waits until the photos have got there, those that had not get another chance.
    async fn photos(self, filing: Filing) -> Result<(), Failure> {
        let (service, uploads) = (filing.service(), self.uploads);
        let asked = untrack(|| filing.asked(&filing.answers()));
        for material in service
            .materials()
            .iter()
            .filter(|material| !asked.contains(&material.key))
        {
            uploads.forget_at(&filing.place(material.key));
        }
        uploads.all_again(service.code());
        while uploads.with_untracked(|queue| queue.busy(service.code())) > 0 {
            self.rest.rest(service, LOOK).await;
        }
        match uploads.with_untracked(|queue| queue.trouble(service.code()).cloned()) {
            Some(failure) => Err(failure),
            None => Ok(()),
        }
    }

    fn arrived(self, filing: Filing, filed: &Filed) {
        let service = filing.service();
        let receipt = Receipt::new(service, filed, &untrack(|| filing.answers()));
        self.receipts
            .update(|receipts| drop(receipts.insert(filed.number, receipt)));
        self.drafts.filed(service, filed.number);
        self.clear(service);
        self.outcome.set(Some(Outcome::Filed(service, filed.number)));
    }

    fn give_up(self, filing: Filing, next: Next, failure: Failure) {
        let service = filing.service();
        match next {
            Next::SignIn => {
                self.drafts.update(service, |draft| draft.sending = false);
                self.set(service, Sending::Not);
                self.outcome.set(Some(Outcome::SignIn(service)));
            }
            Next::Arrived => {
                self.clear(service);
                self.outcome.set(Some(Outcome::Arrived(service)));
            }
            Next::Mend | Next::Again | Next::Stop => {
                self.drafts.update(service, super::draft::Draft::refuse);
                match self.mend(filing, &failure) {
                    Some(outcome) => {
                        self.set(service, Sending::Not);
                        self.outcome.set(Some(outcome));
                    }
                    None => self.set(service, Sending::Stopped(failure)),
                }
            }
        }
    }

    /// Puts what the server found beside the fields. Photos that it does not know (any more) are forgotten.
    fn mend(self, filing: Filing, failure: &Failure) -> Option<Outcome> {
        let service = filing.service();
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
        self.drafts.mark(service, |marks| marks.tell(&errors));
        let paths: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        let (_, first) = way::first(filing.form, &paths)?;
        Some(Outcome::Mend(service, first.to_owned(), lost))
    }

    fn clear(self, service: Service) {
        self.drafts.forget(service);
        self.uploads.forget(service.code());
        self.set(service, Sending::Not);
    }

    fn set(self, service: Service, state: Sending) {
        self.states.update(|states| drop(states.insert(service, state)));
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
