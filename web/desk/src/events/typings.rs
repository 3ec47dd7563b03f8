//! What is being typed, kept while somebody looks something up.

use std::collections::HashMap;

use leptos::prelude::*;

use super::typed::Typed;

/// What is being typed of which event, as long as this tab is open: whoever looks something up finds it again.
#[derive(Clone, Copy)]
pub(crate) struct Typings(StoredValue<HashMap<String, Typed>>);

impl Typings {
    /// Puts it into the context.
    pub(crate) fn provide() -> Self {
        let typings = Self(StoredValue::new(HashMap::new()));
        provide_context(typings);
        typings
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// What was typed of an event.
    pub(super) fn get(self, key: &str) -> Option<Typed> {
        self.0.with_value(|typings| typings.get(key).cloned())
    }

    /// Keeps what is typed.
    pub(super) fn put(self, key: String, typed: Typed) {
        self.0.update_value(|typings| drop(typings.insert(key, typed)));
    }

    /// It was sent, or given up.
    pub(super) fn forget(self, key: &str) {
        self.0.update_value(|typings| drop(typings.remove(key)));
    }

    /// Forgets all: somebody else comes.
    pub(crate) fn clear(self) {
        self.0.update_value(HashMap::clear);
    }
}
