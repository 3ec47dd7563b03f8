//! All articles.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::load::Loader;
use shuiting_shared::api::ArticleView;

const PATH: &str = "/api/v1/desk/articles";

/// The articles; they stand in the context of their page.
#[derive(Clone, Copy)]
pub(super) struct Book {
    api: Api,
    /// How far they have come.
    pub(super) load: Loader<Vec<ArticleView>>,
}

impl Book {
    /// Fetches them and puts them into the context.
    pub(super) fn provide() -> Self {
        let book = Self::new();
        provide_context(book);
        book.retry();
        book
    }

    fn new() -> Self {
        Self {
            api: Api::here(),
            load: Loader::default(),
        }
    }

    /// They, from the context.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Fetches them.
    pub(super) fn retry(self) {
        self.load.fetch(async move { self.api.get(PATH).await });
    }

    /// An article has been written.
    pub(super) fn meet(self, view: ArticleView) {
        let mut all = self.load.get_untracked().unwrap_or_default();
        match all.iter_mut().find(|known| known.id == view.id) {
            Some(known) => *known = view,
            None => all.push(view),
        }
        self.load.put(all);
        // Their order is the server's.
        self.load
            .renew(async move { self.api.get(PATH).await }, |_, fresh| fresh);
    }

    /// The article with this id.
    pub(super) fn find(self, id: &str) -> Option<ArticleView> {
        self.load.state.with(|state| {
            let all = state.here()?;
            all.iter().find(|view| view.id == id).cloned()
        })
    }
}
