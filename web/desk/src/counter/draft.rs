//! What is typed for a resident and not yet filed. Like all that a clerk types it stays in this tab and ends with the
//! sign-out: it is about somebody else.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shuiting_parts::form::Marks;
use shuiting_parts::photo::Uploads;
use shuiting_shared::api::Filed;
use shuiting_shared::form::Answers;
use shuiting_shared::service::Service;
use shuiting_shared::words::Lang;

/// One filing.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Draft {
    /// What was answered.
    pub(super) answers: Answers,
    /// The language of the SMS, where the clerk has chosen one.
    pub(super) lang: Option<Lang>,
    /// Which flaws are told.
    pub(super) marks: Marks,
    key: String,
}

impl Draft {
    /// The key under which it is sent: the same until the server has said no, so that several tries file it once.
    pub(super) fn key(&mut self, fresh: impl FnOnce() -> String) -> String {
        if self.key.is_empty() {
            self.key = fresh();
        }
        self.key.clone()
    }

    /// The server has read it and will not have it as it is: what comes next is another filing.
    pub(super) fn refuse(&mut self) {
        self.key.clear();
    }
}

/// As the owner of uploaded photos.
pub(super) fn owner(service: Service) -> String {
    format!("file-{}", service.code())
}

/// The filings that are typed, one a service, and what became of the last of each; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Counters {
    drafts: RwSignal<BTreeMap<Service, Draft>>,
    filed: RwSignal<BTreeMap<Service, Filed>>,
}

impl Counters {
    /// Puts them into the context. Photos that were kept from another time belong to words that were not, thus to
    /// nobody; they are forgotten.
    pub(crate) fn provide() -> Self {
        let counters = Self {
            drafts: RwSignal::default(),
            filed: RwSignal::default(),
        };
        let uploads = Uploads::here();
        for service in Service::ALL {
            uploads.forget(&owner(*service));
        }
        provide_context(counters);
        counters
    }

    /// They, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Reads a draft; whoever asks is told when any changes.
    pub(super) fn with<T>(self, service: Service, read: impl FnOnce(&Draft) -> T) -> T {
        self.drafts.with(|drafts| match drafts.get(&service) {
            Some(draft) => read(draft),
            None => read(&Draft::default()),
        })
    }

    /// Changes a draft.
    pub(super) fn update<T>(self, service: Service, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        self.drafts
            .try_update(|drafts| change(drafts.entry(service).or_default()))
    }

    /// Forgets a draft.
    pub(super) fn forget(self, service: Service) {
        self.drafts.update(|drafts| drop(drafts.remove(&service)));
    }

    /// What the last filing of a service became, until the next is begun.
    pub(super) fn filed(self, service: Service) -> Option<Filed> {
        self.filed.with(|filed| filed.get(&service).cloned())
    }

    /// A filing has become a case; or the next is begun.
    pub(super) fn settle(self, service: Service, became: Option<Filed>) {
        self.filed.update(|filed| {
            filed.remove(&service);
            filed.extend(became.map(|became| (service, became)));
        });
    }

    /// Forgets all.
    pub(crate) fn clear(self) {
        self.drafts.set(BTreeMap::new());
        self.filed.set(BTreeMap::new());
    }
}

#[cfg(test)]
mod tests {
    use super::Draft;

    #[test]
    fn a_filing_keeps_its_key_until_it_is_refused() {
        let mut draft = Draft::default();
        assert_eq!(draft.key(|| "one".into()), "one");
        draft.answers.set("address", "鸿福路1号");
        assert_eq!(draft.key(|| "two".into()), "one", "the first try may have arrived");
        draft.refuse();
        assert_eq!(draft.key(|| "two".into()), "two");
    }
}
