//! The one table of routes, and what all pages share.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{NavigateOptions, path};
use shuiting_parts::api::{Api, Side};
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::keep::Keep;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::Uploads;
use shuiting_parts::release::Release;
use shuiting_parts::session::SignedIn;
use shuiting_parts::sign_in::Pages;
use shuiting_parts::waiting::{Errands, Queue};

use crate::door::{Door, SignIn};
use crate::here::Whereabouts;
use crate::list::ListPage;
use crate::order::OrderPage;
use crate::page::Page;
use crate::words;

/// Where the crews' pages are.
pub(crate) const PAGES: Pages = Pages {
    base: "/crew",
    first: "/crew",
    sign_in: "/crew/sign-in",
};

/// The crews' page.
#[component]
pub(crate) fn App() -> impl IntoView {
    Language::provide();
    Api::provide(Side::Crew);
    Clock::provide();
    SignedIn::provide();
    Household::provide();
    Keep::provide();
    // Crews are signed in before they see anything that takes a photo.
    Uploads::provide(|| async { Ok(()) });
    Queue::provide();
    Errands::provide();
    Whereabouts::provide();
    Release::provide("/crew-worker.js", PAGES.base);
    view! {
        <Router>
            <Routes fallback=Lost>
                <Route path=path!("/crew/sign-in") view=SignIn />
                <ParentRoute path=path!("/crew") view=Door>
                    <Route path=path!("") view=ListPage />
                    <Route path=path!("orders/:number") view=OrderPage />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// Goes to another page in place of this one, so that the way back does not lead here.
pub(crate) fn instead() -> NavigateOptions {
    NavigateOptions {
        replace: true,
        ..NavigateOptions::default()
    }
}

/// An address that leads nowhere.
#[component]
fn Lost() -> impl IntoView {
    view! {
        <Page title=say(words::LOST) back=PAGES.first>
            <p>
                <a class="button-main" href=PAGES.first>
                    {say(words::TO_LIST)}
                </a>
            </p>
        </Page>
    }
}
