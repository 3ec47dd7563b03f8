//! The first page. `first_screen.html` is its plain picture, which stands there until the program has come.

mod cases;
mod outages;
mod waves;
mod words;

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::preference::TextSize;
use shuiting_shared::service::{Group, Service};
use shuiting_shared::words::{Bi, Lang};

use crate::events::NearEvent;
use crate::filing::{DraftRows, Drafts, way};
use crate::hotline::Hotline;
use crate::letters::Letters;
use crate::page::{Page, Tab};
use crate::questions::QuestionsLink;
use crate::services::{FindLink, icon};
use crate::water::OwedLine;
use cases::Cases;
use outages::Outages;
use waves::Waves;

/// What is used most, in the thumb's half.
const LARGE: [Service; 2] = [Service::Leak, Service::Bill];

/// The page.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let title = move || {
        let lang = language.get();
        let city = household.read(|house| house.city.get(lang).to_owned());
        words::title(&city, lang)
    };
    let drafts = Drafts::here();
    let begun = Memo::new(move |_| drafts.begun());
    let tools = view! { <Tools /> }.into_any();
    let daily = Service::all()
        .filter(|service| service.facts().group == Group::Daily && !LARGE.contains(service))
        .map(|service| (icon(service), way::intro(service), service.label()));
    let more = ("more".to_owned(), "/services".to_owned(), words::MORE);
    view! {
        <Page title tab=Tab::Home tools>
            <div class="home">
                <FindLink />
                <div class="home-mine">
                    <DraftRows ids=begun />
                    <Cases />
                    <OwedLine />
                    <Outages />
                    <NearEvent />
                </div>
                <Waves />
                <div class="home-large">{LARGE.map(|service| view! { <Large service /> }).collect_view()}</div>
                <nav class="home-four" aria-label=say(words::SERVICES)>
                    {daily.chain([more]).map(|(icon, href, name)| view! { <Cell icon href name /> }).collect_view()}
                </nav>
                <p class="hotline">
                    <Icon name="phone" />
                    <Hotline said=hotline />
                    <QuestionsLink />
                </p>
            </div>
        </Page>
    }
}

fn hotline(number: &str, lang: Lang) -> String {
    format!("{number} {}", words::DAY_AND_NIGHT.get(lang))
}

/// Elder mode and the language.
#[component]
fn Tools() -> impl IntoView {
    let (letters, language) = (Letters::here(), Language::here());
    let toggle = move |_| {
        let size = if untrack(|| letters.elder()) {
            TextSize::Normal
        } else {
            TextSize::Elder
        };
        letters.set(size);
    };
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || letters.elder().to_string()
            on:click=toggle
        >
            {say(words::ELDER)}
        </button>
        <button
            type="button"
            class="chip"
            lang=move || language.other().tag()
            on:click=move |_| language.set(untrack(|| language.other()))
        >
            {move || words::THIS_LANGUAGE.get(language.other())}
        </button>
    }
}

#[component]
fn Large(service: Service) -> impl IntoView {
    view! {
        <a class="home-button" href=way::intro(service)>
            <Icon name=icon(service) />
            <span>{say(service.label())}</span>
        </a>
    }
}

#[component]
fn Cell(icon: String, href: String, name: Bi) -> impl IntoView {
    view! {
        <a class="home-cell" href=href>
            <Icon name=icon />
            <span>{say(name)}</span>
        </a>
    }
}
