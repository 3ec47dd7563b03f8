//! All templates.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::load::Loader;
use shuiting_shared::api::{CaseView, TemplateView};
use shuiting_shared::house::House;
use shuiting_shared::template::Occasion;
use shuiting_shared::words::Lang;

const PATH: &str = "/api/v1/desk/templates";

/// A template whose blanks are filled: what it is chosen by, and what it puts in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ready {
    pub(crate) title: String,
    pub(crate) text: String,
}

/// The templates of use when this is done to a case: titles in the clerk's language, words in the resident's.
fn ready(all: &[TemplateView], case: &CaseView, occasion: Occasion, house: &House, clerk: Lang) -> Vec<Ready> {
    let fits = |view: &&TemplateView| !view.removed && view.template.fits(case.line.service, occasion);
    let fitting = all.iter().filter(fits);
    fitting
        .map(|view| Ready {
            title: view.template.title.get(clerk).to_owned(),
            text: view.template.filled(case, house),
        })
        .collect()
}

/// The templates; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Book {
    api: Api,
    household: Household,
    language: Language,
    /// How far they have come.
    pub(crate) load: Loader<Vec<TemplateView>>,
}

impl Book {
    /// Puts them into the context; they are fetched once somebody wants them.
    pub(crate) fn provide() -> Self {
        let book = Self {
            api: Api::here(),
            household: Household::here(),
            language: Language::here(),
            load: Loader::default(),
        };
        provide_context(book);
        book
    }

    /// They, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Fetches them, without a sign on the screen where they are here already.
    pub(crate) fn renew(self) {
        self.load
            .renew(async move { self.api.get(PATH).await }, |_, fresh| fresh);
    }

    /// Fetches them anew after they did not come.
    pub(crate) fn retry(self) {
        self.load.fetch(async move { self.api.get(PATH).await });
    }

    /// A template has been written.
    pub(super) fn meet(self, view: TemplateView) {
        let mut all = self.load.get_untracked().unwrap_or_default();
        match all.iter_mut().find(|known| known.id == view.id) {
            Some(known) => *known = view,
            None => all.push(view),
        }
        self.load.put(all);
        // Their order is the server's.
        self.renew();
    }

    /// The templates for an act on a case, as they are known by now.
    pub(crate) fn ready(self, case: Memo<CaseView>, occasion: Occasion) -> Signal<Vec<Ready>> {
        self.renew();
        let ready = Memo::new(move |_| {
            let lang = self.language.get();
            self.load.state.with(|state| {
                let all = state.here().map(Vec::as_slice).unwrap_or_default();
                case.with(|case| self.household.read(|house| ready(all, case, occasion, house, lang)))
            })
        });
        ready.into()
    }

    /// The template with this id.
    pub(crate) fn find(self, id: &str) -> Option<TemplateView> {
        self.load.state.with(|state| {
            let all = state.here()?;
            all.iter().find(|view| view.id == id).cloned()
        })
    }
}
