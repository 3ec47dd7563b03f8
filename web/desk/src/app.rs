//! The one table of routes, and what all pages share.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Redirect, Route, Router, Routes};
use leptos_router::{NavigateOptions, path};
use shuiting_parts::api::{Api, Side};
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::keep::Keep;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::live::Live;
use shuiting_parts::photo::Uploads;
use shuiting_parts::session::SignedIn;

use crate::alerts::Alerts;
use crate::authorities::AuthoritiesPage;
use crate::board::{BoardPage, FiguresPage};
use crate::books::BooksPage;
use crate::callbacks::CallbacksPage;
use crate::calls::CallsPage;
use crate::case::{CasePage, Drafts, NoCase};
use crate::counter::{CounterPage, Counters, ServicesPage};
use crate::debits::DebitsPage;
use crate::events::{ChangeEvent, EventPage, EventsPage, NewEvent, ReportPage, Typings};
use crate::inbox::InboxPage;
use crate::knowledge::{ChosenArticle, KnowledgePage, NewArticle, NoArticle};
use crate::letters::LettersPage;
use crate::outages::{ChangeOutage, NewOutage, OutagePage, OutageReportPage, OutagesPage};
use crate::sign_in::SignIn;
use crate::signposts::SignpostsPage;
use crate::staff::Staff;
use crate::templates::{Book, ChosenTemplate, NewTemplate, NoTemplate, TemplatesPage};
use crate::{title, words};

/// The desk.
#[component]
pub(crate) fn App() -> impl IntoView {
    Language::provide();
    Api::provide(Side::Desk);
    Clock::provide();
    SignedIn::provide();
    Live::provide();
    Alerts::provide();
    Household::provide();
    Keep::provide();
    // Staff are signed in before they see anything that takes a photo.
    Uploads::provide(|| async { Ok(()) });
    Drafts::provide();
    Counters::provide();
    Typings::provide();
    Book::provide();
    view! {
        <Router>
            <Routes fallback=Lost>
                <Route path=path!("/desk/sign-in") view=SignIn />
                <ParentRoute path=path!("/desk") view=Staff>
                    <Route path=path!("") view=ToInbox />
                    <Route path=path!("file") view=ServicesPage />
                    <Route path=path!("file/:service") view=CounterPage />
                    <Route path=path!("board") view=BoardPage />
                    <Route path=path!("board/figures") view=FiguresPage />
                    <Route path=path!("callbacks") view=CallbacksPage />
                    <Route path=path!("books") view=BooksPage />
                    <Route path=path!("debits") view=DebitsPage />
                    <Route path=path!("signposts") view=SignpostsPage />
                    <Route path=path!("authorities") view=AuthoritiesPage />
                    <Route path=path!("letters") view=LettersPage />
                    <Route path=path!("events") view=EventsPage />
                    <Route path=path!("events/new") view=NewEvent />
                    <Route path=path!("events/report") view=ReportPage />
                    <Route path=path!("events/:id") view=EventPage />
                    <Route path=path!("events/:id/change") view=ChangeEvent />
                    <Route path=path!("outages") view=OutagesPage />
                    <Route path=path!("outages/new") view=NewOutage />
                    <Route path=path!("outages/report") view=OutageReportPage />
                    <Route path=path!("outages/:id") view=OutagePage />
                    <Route path=path!("outages/:id/change") view=ChangeOutage />
                    <Route path=path!("calls") view=CallsPage />
                    <ParentRoute path=path!("articles") view=KnowledgePage>
                        <Route path=path!("") view=NoArticle />
                        <Route path=path!("new") view=NewArticle />
                        <Route path=path!(":id") view=ChosenArticle />
                    </ParentRoute>
                    <ParentRoute path=path!("templates") view=TemplatesPage>
                        <Route path=path!("") view=NoTemplate />
                        <Route path=path!("new") view=NewTemplate />
                        <Route path=path!(":id") view=ChosenTemplate />
                    </ParentRoute>
                    <ParentRoute path=path!("cases") view=InboxPage>
                        <Route path=path!("") view=NoCase />
                        <Route path=path!(":number") view=CasePage />
                    </ParentRoute>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The desk begins with the inbox.
#[component]
fn ToInbox() -> impl IntoView {
    view! { <Redirect path="/desk/cases" options=instead() /> }
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
