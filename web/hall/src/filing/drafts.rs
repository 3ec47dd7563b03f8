//! The drafts of whoever is here, kept in the browser with each letter that is typed.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shuiting_parts::form::Marks;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;

use super::draft::Draft;
use crate::store;

/// All drafts, and what was told of their flaws; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    all: RwSignal<BTreeMap<Service, Draft>>,
    marks: RwSignal<BTreeMap<Service, Marks>>,
    sought: StoredValue<Option<String>>,
}

impl Drafts {
    /// Puts them into the context, as they were kept.
    pub(crate) fn provide() -> Self {
        let kept = |service: &Service| {
            let draft = serde_json::from_str(&store::get(&name(*service))?).ok()?;
            Some((*service, draft))
        };
        let drafts = Self {
            all: RwSignal::new(Service::ALL.iter().filter_map(kept).collect()),
            marks: RwSignal::default(),
            sought: StoredValue::new(None),
        };
        provide_context(drafts);
        drafts
    }

    /// They, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Reads a draft; whoever asks is told when any changes.
    pub(crate) fn with<T>(self, service: Service, read: impl FnOnce(&Draft) -> T) -> T {
        self.all.with(|drafts| match drafts.get(&service) {
            Some(draft) => read(draft),
            None => read(&Draft::default()),
        })
    }

    /// Reads a draft as it is now.
    pub(crate) fn with_untracked<T>(self, service: Service, read: impl FnOnce(&Draft) -> T) -> T {
        untrack(|| self.with(service, read))
    }

    /// The services with a draft to go on with; whoever asks is told when any changes.
    pub(crate) fn begun(self) -> Vec<Service> {
        self.all.with(|drafts| {
            let begun = drafts.iter().filter(|(_, draft)| draft.begun());
            begun.map(|(service, _)| *service).collect()
        })
    }

    /// The services whose filing the person wants sent.
    pub(crate) fn sending(self) -> Vec<Service> {
        self.all.with_untracked(|drafts| {
            let sending = drafts.iter().filter(|(_, draft)| draft.sending);
            sending.map(|(service, _)| *service).collect()
        })
    }

    /// Changes a draft, and keeps it.
    pub(crate) fn update<T>(self, service: Service, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        self.all.try_update(|drafts| {
            let draft = drafts.entry(service).or_default();
            let given = change(draft);
            if let Ok(text) = serde_json::to_string(draft) {
                store::put(&name(service), &text);
            }
            given
        })
    }

    /// The person is on this page; where nothing was typed yet, that is not worth keeping.
    pub(super) fn visit(self, service: Service, page: &'static str) {
        self.all.update_untracked(|drafts| {
            page.clone_into(&mut drafts.entry(service).or_default().page);
        });
        if self.with_untracked(service, Draft::begun) {
            self.update(service, |_| ());
        }
    }

    /// Forgets a draft.
    pub(crate) fn forget(self, service: Service) {
        store::remove(&name(service));
        self.all.update(|drafts| drop(drafts.remove(&service)));
        self.marks.update(|marks| drop(marks.remove(&service)));
    }

    /// A draft has become a case: from now on the page that sent it leads there, also after a reload.
    pub(super) fn filed(self, service: Service, number: CaseNumber) {
        store::put_here(&name(service), &number.to_string());
        self.forget(service);
    }

    /// The case that this tab's last draft of a service has become.
    pub(super) fn became(service: Service) -> Option<CaseNumber> {
        store::get_here(&name(service))?.parse().ok()
    }

    /// Forgets all drafts.
    pub(crate) fn forget_all(self) {
        for service in Service::ALL {
            store::remove(&name(*service));
            store::remove_here(&name(*service));
        }
        self.all.set(BTreeMap::new());
        self.marks.set(BTreeMap::new());
    }

    /// Reads which flaws are told; whoever asks is told when that changes.
    pub(crate) fn marks<T>(self, service: Service, read: impl FnOnce(&Marks) -> T) -> T {
        self.marks.with(|marks| match marks.get(&service) {
            Some(marks) => read(marks),
            None => read(&Marks::default()),
        })
    }

    /// Changes which flaws are told.
    pub(crate) fn mark(self, service: Service, change: impl FnOnce(&mut Marks)) {
        self.marks.update(|marks| change(marks.entry(service).or_default()));
    }

    /// The page that comes next is to put the focus there.
    pub(crate) fn seek(self, path: &str) {
        self.sought.set_value(Some(path.to_owned()));
    }

    /// Where the focus is to go, once.
    pub(crate) fn sought(self) -> Option<String> {
        self.sought.try_update_value(Option::take).flatten()
    }
}

fn name(service: Service) -> String {
    format!("shuiting-draft-{}", service.code())
}
