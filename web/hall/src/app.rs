//! The one table of routes, and what all pages share.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;
use shuiting_parts::api::{Api, Side};
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::keep::Keep;
use shuiting_parts::lang::Language;
use shuiting_parts::live::Live;
use shuiting_parts::photo::Uploads;
use shuiting_parts::realm;
use shuiting_parts::release::Release;
use shuiting_parts::session::SignedIn;
use shuiting_parts::waiting::{Errands, Queue};

use crate::calculator::CalculatorPage;
use crate::case::{CasePage, CasesPage, CompletePage, Kept, RatePage};
use crate::events::{EventPage, EventsPage};
use crate::filing::{CheckPage, Drafts, FiledPage, Follow, FormPage, Outbox};
use crate::helping::{AgreePage, HandedPage, HelpPage};
use crate::home::HomePage;
use crate::last_town::LastTown;
use crate::letters::Letters;
use crate::me::{DataPage, MePage};
use crate::messages::MessagesPage;
use crate::notice::{NoticeBar, Notices};
use crate::outage::{OutagePage, WaterNearPage};
use crate::page::{Arrivals, LostPage};
use crate::pay::{OrderPage, PayPage, PaymentsPage, WeChatPayPage};
use crate::practice::Practice;
use crate::profile::Profile;
use crate::questions::{QuestionPage, QuestionsPage};
use crate::services::{ServicePage, ServicesPage};
use crate::sign_in::SignInPage;
use crate::tariffs::TariffBook;
use crate::volunteer::{LeadPage, VolunteerPage, WorkPage};
use crate::waiting::WaitingPage;
use crate::water::{AccountPage, AddPage, AuthorityPage, BillPage, WaterPage};
use crate::wechat::{self, WeChat};

/// The hall.
#[component]
pub(crate) fn App() -> impl IntoView {
    Language::provide();
    let letters = Letters::provide();
    Api::provide(Side::Hall);
    WeChat::provide();
    wechat::provide_aids();
    Clock::provide();
    let signed_in = SignedIn::provide();
    letters.follow();
    Live::provide();
    Household::provide();
    Keep::provide();
    Uploads::provide(move || async move { signed_in.or_guest().await.map(drop) });
    LastTown::provide();
    Notices::provide();
    Arrivals::provide();
    Kept::provide();
    Profile::provide();
    TariffBook::provide();
    Drafts::provide();
    Queue::provide();
    Errands::provide();
    Outbox::provide();
    Release::provide("/worker.js", "/");
    view! {
        <Router base=realm::here().base()>
            <Practice />
            <Routes fallback=LostPage>
                <Route path=path!("/") view=HomePage />
                <Route path=path!("/services") view=ServicesPage />
                <Route path=path!("/services/:code") view=ServicePage />
                <Route path=path!("/calculator") view=CalculatorPage />
                <Route path=path!("/questions") view=QuestionsPage />
                <Route path=path!("/questions/:id") view=QuestionPage />
                <Route path=path!("/file/:code/check") view=CheckPage />
                <Route path=path!("/file/:code/:page") view=FormPage />
                <Route path=path!("/filed/:number") view=FiledPage />
                <Route path=path!("/cases") view=CasesPage />
                <Route path=path!("/cases/:number") view=CasePage />
                <Route path=path!("/cases/:number/complete") view=CompletePage />
                <Route path=path!("/cases/:number/rate") view=RatePage />
                <Route path=path!("/water") view=WaterPage />
                <Route path=path!("/water/add") view=AddPage />
                <Route path=path!("/water/act") view=AuthorityPage />
                <Route path=path!("/water/:number") view=AccountPage />
                <Route path=path!("/water/:number/pay") view=PayPage />
                <Route path=path!("/pay") view=PaymentsPage />
                <Route path=path!("/pay/:order") view=OrderPage />
                <Route path=path!("/wechat/pay/:order") view=WeChatPayPage />
                <Route path=path!("/water/:number/bills/:period") view=BillPage />
                <Route path=path!("/sign-in") view=SignInPage />
                <Route path=path!("/me") view=MePage />
                <Route path=path!("/me/data") view=DataPage />
                <Route path=path!("/waiting") view=WaitingPage />
                <Route path=path!("/messages") view=MessagesPage />
                <Route path=path!("/outages/:id") view=OutagePage />
                <Route path=path!("/water-near") view=WaterNearPage />
                <Route path=path!("/events") view=EventsPage />
                <Route path=path!("/events/:id") view=EventPage />
                <Route path=path!("/events/:id/work") view=WorkPage />
                <Route path=path!("/events/:id/lead") view=LeadPage />
                <Route path=path!("/volunteer") view=VolunteerPage />
                <Route path=path!("/help") view=HelpPage />
                <Route path=path!("/help/:token") view=HandedPage />
                <Route path=path!("/agree/:token") view=AgreePage />
            </Routes>
            <NoticeBar />
            <Follow />
        </Router>
    }
}
