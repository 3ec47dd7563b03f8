//! The house's data: towns, units, limits.

use std::sync::Arc;

use leptos::prelude::*;
use shuiting_shared::house::House;
use shuiting_shared::words::Lang;

use crate::api::Api;
use crate::lasting;
use crate::load::Loader;

/// The house, fetched once; it stands in the context.
#[derive(Clone, Copy)]
pub struct Household {
    api: Api,
    /// How far it has come.
    pub load: Loader<Arc<House>>,
}

impl Household {
    /// Puts it into the context and fetches it.
    pub fn provide() {
        let household = Self {
            api: Api::here(),
            load: Loader::default(),
        };
        provide_context(household);
        household.fetch();
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self {
            api: Api::here(),
            load: Loader::default(),
        })
    }

    /// Fetches it.
    pub fn fetch(self) {
        self.load
            .fetch(async move { self.api.get::<House>("/api/v1/house").await.map(Arc::new) });
    }

    /// Reads something of the house; nothing where it is not here yet, which no page behind the sign-in shows.
    pub fn read<T: Default>(self, read: impl FnOnce(&House) -> T) -> T {
        lasting::forget_reader(&self.load.state);
        self.load
            .state
            .with(|state| state.here().map(|house| read(house)).unwrap_or_default())
    }

    /// A town's name.
    pub fn town(self, code: &str, lang: Lang) -> String {
        self.read(|house| house.town(code).map(|town| town.name.get(lang).to_owned()))
            .unwrap_or_else(|| code.to_owned())
    }
}
