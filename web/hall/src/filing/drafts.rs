//! The drafts of whoever is here, kept in the browser with each letter that is typed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::form::Marks;
use shuiting_parts::keep::{Item, Keep};
use shuiting_parts::photo::Uploads;
use shuiting_parts::{clock, store};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;

use super::age;
use super::draft::Draft;
use super::draft_id::DraftId;

/// Before a draft's name, where it is kept.
const KEPT: &str = "shuiting-draft-";
/// Before a draft's name, where the number is kept that it got.
const FILED: &str = "shuiting-filed-";

/// All drafts, and what was told of their flaws; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    keep: Keep,
    /// The photos of all of them.
    pub(super) uploads: Uploads,
    all: RwSignal<BTreeMap<DraftId, Draft>>,
    marks: RwSignal<BTreeMap<DraftId, Marks>>,
    sought: StoredValue<Option<String>>,
    found: RwSignal<Option<bool>>,
    pub(super) gone: RwSignal<Option<DraftId>>,
}

impl Drafts {
    /// Puts them into the context, as they were kept. Needs [`Keep::provide`] and [`Uploads::provide`] before it.
    pub(crate) fn provide() -> Self {
        let drafts = Self {
            keep: Keep::here(),
            uploads: Uploads::here(),
            all: RwSignal::default(),
            marks: RwSignal::default(),
            sought: StoredValue::new(None),
            found: RwSignal::new(None),
            gone: RwSignal::new(None),
        };
        provide_context(drafts);
        for name in drafts.keep.names(KEPT) {
            let text = drafts.keep.get(&name);
            drafts.take_in(&name, &text.unwrap_or_default());
        }
        drafts.keep.elsewhere(KEPT, move |id, text| {
            if let Ok(id) = id.parse() {
                drafts.meanwhile(id, text);
            }
        });
        spawn_local(async move {
            let items = drafts.keep.recall(KEPT).await;
            let answered = items.is_some();
            for item in items.unwrap_or_default() {
                drafts.take_in(&item.name, &item.text);
            }
            drafts.found.set(Some(answered));
        });
        drafts.sweep();
        drafts
    }

    /// They, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Whether all that was kept has been found; whoever asks is told when it has.
    pub(crate) fn found(self) -> bool {
        self.found.get().is_some()
    }

    /// Reads a draft; whoever asks is told when any changes.
    pub(crate) fn with<T>(self, id: DraftId, read: impl FnOnce(&Draft) -> T) -> T {
        self.all.with(|drafts| match drafts.get(&id) {
            Some(draft) => read(draft),
            None => read(&Draft::default()),
        })
    }

    /// Reads a draft as it is now.
    pub(crate) fn with_untracked<T>(self, id: DraftId, read: impl FnOnce(&Draft) -> T) -> T {
        untrack(|| self.with(id, read))
    }

    /// The drafts to go on with, the latest first; whoever asks is told when any changes.
    pub(crate) fn begun(self) -> Vec<DraftId> {
        self.all.with(|drafts| {
            let begun = drafts.iter().filter(|(_, draft)| draft.begun());
            let mut begun: Vec<_> = begun.map(|(id, draft)| (Reverse(draft.touched), *id)).collect();
            begun.sort_unstable();
            begun.into_iter().map(|(_, id)| id).collect()
        })
    }

    /// The drafts of one service to go on with, the latest first; whoever asks is told when any changes.
    pub(crate) fn begun_of(self, service: Service) -> Vec<DraftId> {
        let mut begun = self.begun();
        begun.retain(|id| id.service == service);
        begun
    }

    /// The drafts of which this is true; whoever asks is told when any changes.
    pub(crate) fn those(self, which: impl Fn(&Draft) -> bool) -> Vec<DraftId> {
        self.all.with(|drafts| {
            let those = drafts.iter().filter(|(_, draft)| which(draft));
            those.map(|(id, _)| *id).collect()
        })
    }

    /// Changes a draft as it was last kept, by whichever tab, and keeps it.
    pub(crate) fn update<T>(self, id: DraftId, change: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        let kept = self.keep.get(&name(id));
        let kept = kept.and_then(|kept| serde_json::from_str::<Draft>(&kept).ok());
        self.all.try_update(|drafts| {
            let draft = drafts.entry(id).or_default();
            if let Some(kept) = kept {
                draft.meet(kept);
            }
            let given = change(draft);
            draft.touched = clock::now();
            self.keep(id, draft);
            given
        })
    }

    /// The person is on this page; where nothing was typed yet, that is not worth keeping.
    pub(super) fn visit(self, id: DraftId, page: &'static str) {
        if self.with_untracked(id, Draft::begun) {
            self.update(id, |draft| page.clone_into(&mut draft.page));
        } else {
            self.all.update_untracked(|drafts| {
                page.clone_into(&mut drafts.entry(id).or_default().page);
            });
        }
    }

    /// Forgets a draft and its photos.
    pub(crate) fn forget(self, id: DraftId) {
        self.keep.remove(&name(id));
        self.uploads.forget(&id.to_string());
        self.drop_out(id);
    }

    /// A draft has become a case: from now on the page that sent it leads there, also after a reload.
    pub(super) fn filed(self, id: DraftId, number: CaseNumber) {
        store::put_here(&format!("{FILED}{id}"), &number.to_string());
        self.forget(id);
    }

    /// The case that a draft of this tab has become.
    pub(super) fn became(id: DraftId) -> Option<CaseNumber> {
        store::get_here(&format!("{FILED}{id}"))?.parse().ok()
    }

    /// Forgets all drafts and photos, and what became of others.
    pub(crate) fn forget_all(self) {
        self.keep.remove_all(KEPT);
        self.keep.remove_all(FILED);
        self.uploads.forget_all();
        self.all.set(BTreeMap::new());
        self.marks.set(BTreeMap::new());
    }

    /// Keeps all drafts and photos as they are now to be kept.
    pub(crate) fn keep_all(self) {
        self.all.with_untracked(|drafts| {
            for (id, draft) in drafts {
                self.keep(*id, draft);
            }
        });
        self.uploads.keep_all();
    }

    /// Reads which flaws are told; whoever asks is told when that changes.
    pub(crate) fn marks<T>(self, id: DraftId, read: impl FnOnce(&Marks) -> T) -> T {
        self.marks.with(|marks| match marks.get(&id) {
            Some(marks) => read(marks),
            None => read(&Marks::default()),
        })
    }

    /// Changes which flaws are told.
    pub(crate) fn mark(self, id: DraftId, change: impl FnOnce(&mut Marks)) {
        self.marks.update(|marks| change(marks.entry(id).or_default()));
    }

    /// The page that comes next is to put the focus there.
    pub(crate) fn seek(self, path: &str) {
        self.sought.set_value(Some(path.to_owned()));
    }

    /// Where the focus is to go, once.
    pub(crate) fn sought(self) -> Option<String> {
        self.sought.try_update_value(Option::take).flatten()
    }

    fn keep(self, id: DraftId, draft: &Draft) {
        if let Ok(text) = serde_json::to_string(draft) {
            self.keep.put(Item::new(name(id), text));
        }
    }

    /// Takes in what was kept, unless there is something newer.
    fn take_in(self, name: &str, text: &str) {
        let id = name.strip_prefix(KEPT).and_then(|id| id.parse().ok());
        let (Some(id), Ok(kept)) = (id, serde_json::from_str::<Draft>(text)) else {
            return;
        };
        self.all.update(|drafts| drafts.entry(id).or_default().meet(kept));
    }

    /// Another tab has changed a draft, or is done with it.
    fn meanwhile(self, id: DraftId, text: Option<String>) {
        if let Some(text) = text {
            return self.take_in(&name(id), &text);
        }
        self.drop_out(id);
        self.gone.set(Some(id));
    }

    fn drop_out(self, id: DraftId) {
        self.all.update(|drafts| drop(drafts.remove(&id)));
        self.marks.update(|marks| drop(marks.remove(&id)));
    }

    /// Forgets drafts that were kept for too long, as soon as it is certain what day it is, and then photos that nothing
    /// needs any more, once all is found. Where the browser has not answered, nobody knows.
    fn sweep(self) {
        Effect::new(move || {
            if self.found.get().is_none() || !clock::is_certain() {
                return;
            }
            for id in untrack(|| self.those(|draft| age::over(draft.touched, clock::now()))) {
                self.forget(id);
            }
            if self.found.get() == Some(true) && self.uploads.found() == Some(true) {
                let there = |id: DraftId| self.all.with_untracked(|drafts| drafts.contains_key(&id));
                let now = clock::now();
                self.uploads
                    .forget_lost(|owner, picked| age::lost(owner, picked, there, now));
            }
        });
    }
}

fn name(id: DraftId) -> String {
    format!("{KEPT}{id}")
}
