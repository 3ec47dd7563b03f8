//! The one table of routes, and what all pages share.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Redirect, Route, Router, Routes};
use leptos_router::path;
use shuiting_parts::api::{Api, Side};
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::session::SignedIn;

use crate::case::{CasePage, Drafts, NoCase};
use crate::inbox::InboxPage;
use crate::sign_in::SignIn;
use crate::staff::Staff;
use crate::{title, words};

/// The desk.
#[component]
pub(crate) fn App() -> impl IntoView {
    Language::provide();
    Api::provide(Side::Desk);
    Clock::provide();
    SignedIn::provide();
    Household::provide();
    Drafts::provide();
    view! {
        <Router>
            <Routes fallback=Lost>
                <Route path=path!("/desk/sign-in") view=SignIn />
                <ParentRoute path=path!("/desk") view=Staff>
                    <Route path=path!("") view=|| view! { <Redirect path="/desk/cases" /> } />
                    <ParentRoute path=path!("cases") view=InboxPage>
                        <Route path=path!("") view=NoCase />
                        <Route path=path!(":number") view=CasePage />
                    </ParentRoute>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// An address that leads nowhere.
#[component]
fn Lost() -> impl IntoView {
    title::set(say(words::LOST));
    view! {
        <main class="lost">
            <h1>{say(words::LOST)}</h1>
            <p>
                <a href="/desk/cases">{say(words::TO_INBOX)}</a>
            </p>
        </main>
    }
}
