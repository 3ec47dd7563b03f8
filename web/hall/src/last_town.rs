//! The town that whoever is here named last: what happens there concerns them.

use leptos::prelude::*;
use shuiting_parts::keep::Keep;
use shuiting_parts::store;

const NAME: &str = "shuiting-town";

/// The town's code; it stands in the context and is kept in the browser.
#[derive(Clone, Copy)]
pub(crate) struct LastTown(RwSignal<Option<String>>);

impl LastTown {
    /// Puts it into the context, as it was kept.
    pub(crate) fn provide() -> Self {
        let town = Self(RwSignal::new(store::get(NAME)));
        provide_context(town);
        town
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// The town; whoever asks is told when another is named.
    pub(crate) fn get(self) -> Option<String> {
        self.0.get()
    }

    /// They have named a town.
    pub(crate) fn note(self, code: &str) {
        if !code.is_empty() && self.0.with_untracked(|town| town.as_deref() != Some(code)) {
            // A phone that is shared does not remember where.
            if !untrack(|| Keep::here().shared()) {
                store::put(NAME, code);
            }
            self.0.set(Some(code.to_owned()));
        }
    }

    /// The town of one of their cases, where they have named none in this browser.
    pub(crate) fn guess(self, code: &str) {
        if self.0.with_untracked(Option::is_none) {
            self.note(code);
        }
    }

    /// Forgets it, with all else that is theirs.
    pub(crate) fn forget(self) {
        store::remove(NAME);
        self.0.set(None);
    }
}
