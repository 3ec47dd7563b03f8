//! The one table of routes, and what all pages share.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;
use shuiting_parts::api::{Api, Side};
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::Uploads;
use shuiting_parts::session::SignedIn;

use crate::case::{CasePage, CasesPage, CompletePage, Kept, RatePage};
use crate::elder::Elder;
use crate::home::HomePage;
use crate::notice::{NoticeBar, Notices};
use crate::page::{Arrivals, Page};
use crate::words;

/// The hall.
#[component]
pub(crate) fn App() -> impl IntoView {
    Language::provide();
    Elder::provide();
    Api::provide(Side::Hall);
    Clock::provide();
    let signed_in = SignedIn::provide();
    Household::provide();
    Uploads::provide(move || async move { signed_in.or_guest().await.map(drop) });
    Notices::provide();
    Arrivals::provide();
    Kept::provide();
    view! {
        <Router>
            <Routes fallback=LostPage>
                <Route path=path!("/") view=HomePage />
                <Route path=path!("/cases") view=CasesPage />
                <Route path=path!("/cases/:number") view=CasePage />
                <Route path=path!("/cases/:number/complete") view=CompletePage />
                <Route path=path!("/cases/:number/rate") view=RatePage />
            </Routes>
            <NoticeBar />
        </Router>
    }
}

/// An address that leads nowhere.
#[component]
fn LostPage() -> impl IntoView {
    view! {
        <Page title=say(words::LOST) back="/">
            <p>{say(words::LOST_REMEDY)}</p>
            <a class="button-main" href="/">
                {say(words::TO_HOME)}
            </a>
        </Page>
    }
}
