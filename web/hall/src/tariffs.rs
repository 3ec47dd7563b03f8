//! What water costs, fetched when the first page wants it; from then on no network is needed.

use std::sync::Arc;

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::load::{Load, Loader};
use shuiting_shared::tariff::Tariffs;

/// The tariffs; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct TariffBook {
    api: Api,
    /// How far they have come.
    pub(crate) load: Loader<Arc<Tariffs>>,
    asked: StoredValue<bool>,
}

impl TariffBook {
    /// Puts them into the context.
    pub(crate) fn provide() -> Self {
        let book = Self {
            api: Api::here(),
            load: Loader::default(),
            asked: StoredValue::new(false),
        };
        provide_context(book);
        book
    }

    /// They, from the context; fetched where nobody has wanted them before, or where they did not come.
    pub(crate) fn wanted() -> Self {
        let book = use_context().unwrap_or_else(Self::provide);
        let failed = book.load.state.with_untracked(|state| matches!(state, Load::Failed(_)));
        if failed || !book.asked.get_value() {
            book.fetch();
        }
        book
    }

    /// Fetches them.
    pub(crate) fn fetch(self) {
        self.asked.set_value(true);
        let tariffs = async move { self.api.get::<Tariffs>("/api/v1/tariffs").await.map(Arc::new) };
        self.load.fetch(tariffs);
    }
}
