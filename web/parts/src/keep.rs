//! What is kept of a person's work in this browser, and for how long: on their own phone until it is done with, on one
//! that is shared only as long as the tab is there.

use leptos::prelude::*;

use crate::api::{Api, Side};
use crate::room::{self, Place};
use crate::shelf::Shelf;
use crate::{realm, store};

pub use crate::shelf::Item;

const SHARED: &str = "shuiting-shared-phone";

/// Where work is kept; it stands in the context.
///
/// The plain storage is read at once, and tells other tabs; the shelf outlives a browser that is killed, and takes
/// photos. So the hall and the crews' page keep everything in both. The desk, where all work is about
/// somebody else, uses no shelf.
#[derive(Clone, Copy)]
pub struct Keep {
    shared: RwSignal<bool>,
    shelf: Option<Shelf>,
}

/// Whether the phone is shared, for whoever has no [`Keep`] at hand.
pub(crate) fn is_shared() -> bool {
    store::get(SHARED).is_some()
}

impl Keep {
    /// Puts it into the context. Needs [`Api::provide`] before it.
    pub fn provide() -> Self {
        let side = Api::here().side();
        let keep = match side {
            Side::Hall | Side::Crew => Self {
                shared: RwSignal::new(is_shared()),
                shelf: Some(Shelf::new()),
            },
            Side::Desk => Self {
                shared: RwSignal::new(false),
                shelf: None,
            },
        };
        provide_context(keep);
        if side.opens_offline() {
            elsewhere(SHARED, move |_, text| keep.shared.set(text.is_some()));
        }
        keep
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Whether the phone is shared; whoever asks is told when that changes.
    pub fn shared(self) -> bool {
        self.shared.get()
    }

    /// Says whether the phone is shared. What is kept by then stays where it is.
    pub fn share(self, shared: bool) {
        self.shared.set(shared);
        if shared {
            store::put(SHARED, "on");
        } else {
            store::remove(SHARED);
        }
    }

    /// Whether what is too large to be said is kept.
    pub fn takes_blobs(self) -> bool {
        self.shelf.is_some() && !self.shared.get_untracked()
    }

    /// The names that begin so.
    pub fn names(self, prefix: &str) -> Vec<String> {
        if self.shared.get_untracked() {
            store::names_here(prefix)
        } else {
            store::names(prefix)
        }
    }

    /// What is kept under a name.
    pub fn get(self, name: &str) -> Option<String> {
        if self.shared.get_untracked() {
            store::get_here(name)
        } else {
            store::get(name)
        }
    }

    /// Keeps something, in place of what was kept under its name.
    pub fn put(self, item: Item) {
        let shared = self.shared.get_untracked();
        let fits = if shared {
            store::put_here(&item.name, &item.text)
        } else {
            store::put(&item.name, &item.text)
        };
        room::note(Place::Plain, fits);
        if let Some(shelf) = self.shelf.filter(|_| !shared) {
            shelf.put(item);
        }
    }

    /// Asks the browser to keep all of it, also when the phone needs room. It decides by itself, or asks the person: so this
    /// is for when something waits that is nowhere else.
    pub fn persist(self) {
        if self.shelf.is_some() && !self.shared.get_untracked() {
            // Whatever comes of it, there is nothing to be done.
            drop(window().navigator().storage().persist());
        }
    }

    /// Forgets something, wherever it was kept.
    pub fn remove(self, name: &str) {
        store::remove(name);
        store::remove_here(name);
        if let Some(shelf) = self.shelf {
            shelf.remove(name);
        }
    }

    /// Forgets everything whose name begins so, wherever it was kept.
    pub fn remove_all(self, prefix: &str) {
        for name in store::names(prefix) {
            store::remove(&name);
        }
        for name in store::names_here(prefix) {
            store::remove_here(&name);
        }
        if let Some(shelf) = self.shelf {
            shelf.remove_all(prefix);
        }
    }

    /// What stands on the shelf under names that begin so: it may be more and newer than what [`Keep::get`] gives, where
    /// the browser was killed. Nothing where the browser does not answer in time.
    pub async fn recall(self, prefix: &str) -> Option<Vec<Item>> {
        match self.shelf.filter(|_| !self.shared.get_untracked()) {
            Some(there) => there.find(prefix).await,
            None => Some(Vec::new()),
        }
    }

    /// Hears what other tabs keep and forget under names that begin so: what follows in the name, and the text.
    pub fn elsewhere(self, prefix: &'static str, hear: impl Fn(&str, Option<String>) + 'static) {
        elsewhere(prefix, move |rest, text| {
            if !self.shared.get_untracked() {
                hear(rest, text);
            }
        });
    }
}

fn elsewhere(prefix: &'static str, hear: impl Fn(&str, Option<String>) + 'static) {
    let listener = window_event_listener(leptos::ev::storage, move |event| {
        let kept = event.key().unwrap_or_default();
        // Tabs of the other city tell nothing here.
        let name = realm::here().kept(&kept);
        if let Some(rest) = name.and_then(|name| name.strip_prefix(prefix)) {
            hear(rest, event.new_value());
        }
    });
    on_cleanup(move || listener.remove());
}
