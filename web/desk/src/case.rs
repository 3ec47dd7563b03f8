//! One case: what was filed, what happened, what can be done.

mod acts;
mod bar;
mod beside;
mod conflict;
mod draft;
mod filing;
mod hand;
mod here;
mod materials;
mod more;
mod next;
mod next_act;
mod order;
mod order_words;
mod photos;
mod steps;
mod timeline;
mod viewer;

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::clock::Clock;
use shuiting_parts::form::focus;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::lasting;
use shuiting_parts::live::Live;
use shuiting_parts::load::Faces;
use shuiting_parts::stand;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Item, Status};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time;

pub(crate) use acts::ActSheet;
pub(crate) use draft::Drafts;
pub(crate) use hand::Hand;

use crate::inbox::{Desk, Stale, query};
use crate::undo::Undo;
use crate::{title, words};
use bar::ActionBar;
use beside::{Beside, Water};
use conflict::ConflictBanner;
use filing::FilingPane;
use here::Here;
use materials::MaterialsPane;
use next::{NEXT_ID, leads_on};
use order::WorkOrder;
use steps::Steps;
use timeline::Timeline;
use viewer::Viewer;

/// The right pane while no case is chosen.
#[component]
pub(crate) fn NoCase() -> impl IntoView {
    view! {
        <div class="empty">
            <p>{say(words::CHOOSE_CASE)}</p>
        </div>
    }
}

/// The right pane with the case whose number stands in the address.
#[component]
pub(crate) fn CasePage() -> impl IntoView {
    let desk = Desk::here();
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number").and_then(|said| said.parse().ok())));
    move || {
        let Some(number) = number.get() else {
            title::set(say(words::NO_SUCH_NUMBER));
            return view! {
                <div class="empty">
                    <h1>{say(words::NO_SUCH_NUMBER)}</h1>
                    <a href=move || lasting::read(desk.filter, query::list)>{say(words::BACK_TO_LIST)}</a>
                </div>
            }
            .into_any();
        };
        view! { <CasePane number /> }.into_any()
    }
}

#[component]
fn CasePane(number: CaseNumber) -> impl IntoView {
    let hand = Hand::provide(number);
    let language = Language::here();
    title::set(move || {
        let service = hand.load.state.with(|state| state.here().map(|case| case.line.service));
        let service = service.map(|service| language.say(service.label())).unwrap_or_default();
        format!("{number} {service}")
    });
    hand.load.fetch(hand.ask());
    Desk::here().walk_with(number);
    Live::here().listen(move |news| hand.hear(news));
    Effect::new(move || hand.catch_up());
    let touched = Undo::here().touched;
    Effect::watch(move || touched.get(), move |_, _, _| hand.renew_unless_busy(), false);
    let coming = move || hand.load.state.with(|state| state.here().is_none());
    view! {
        <Show when=coming>
            <h1 class="hidden">{number.to_string()}</h1>
        </Show>
        <Faces
            load=hand.load
            happening=words::FETCHING_CASE
            retry=move |()| hand.load.fetch(hand.ask())
        >
            <Whole />
        </Faces>
    }
}

/// The case, once it is here.
#[component]
fn Whole() -> impl IntoView {
    let hand = Hand::here();
    let first = hand.load.get_untracked();
    first.map(|first| {
        let case = Memo::new(move |before: Option<&CaseView>| {
            let now = hand.load.get();
            now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        view! {
            <article class="whole" tabindex="0" aria-labelledby="case-title">
                <Headline case />
                <ConflictBanner />
                <div class="two">
                    <FilingPane case />
                    <div class="right">
                        <WorkOrder case />
                        <MaterialsPane case />
                        <Water case />
                        <Beside case />
                    </div>
                </div>
                <Timeline case />
            </article>
            <ActionBar case />
            <ActSheet case />
            <Viewer case />
        }
    })
}

/// The one sentence, and the facts that belong to no form.
#[component]
fn Headline(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let desk = Desk::here();
    let hand = Hand::here();
    let heading = NodeRef::<html::H1>::new();
    // Whoever opens a case goes on in it; after an act that took the focused button away, the sentence says what has
    // come of it. Where there is nothing more to do, the next case is a key away.
    Effect::new(move || {
        let done = hand.acted.get().is_some_and(leads_on);
        if done && untrack(|| desk.next()).is_some() {
            // A dialog that goes gives the focus back to where it came from.
            request_animation_frame(|| focus(NEXT_ID));
        } else if let Some(heading) = heading.get() {
            // Without the focus the sentence is read out all the same: it is live.
            drop(heading.focus());
        }
    });
    let sentence = move || {
        let lang = language.get();
        case.with(|case| household.read(|house| stand::headline(case, clock.get(), house, lang)))
    };
    let line = move |read: fn(&CaseView) -> Option<String>| case.with(read);
    let late = move || case.with(|case| case.line.status.waits() && case.line.due.is_some_and(|due| due < clock.get()));
    let exact = move || case.with(|case| case.line.due.map(time::exact));
    let filed = move || case.with(|case| time::say(case.line.filed, clock.get(), language.get()));
    let assignee =
        move || line(|case| case.line.assignee.clone()).unwrap_or_else(|| language.say(words::NOBODY).into());
    let urged = move || {
        let urges = case.with(|case| case.line.urges);
        (urges > 0).then(|| view! { <em class="urged">{words::urged(urges, language.get())}</em> })
    };
    let others = move || {
        let others = case.with(|case| case.line.followers);
        (others > 0).then(|| view! { <span>{words::others(others, language.get())}</span> })
    };
    view! {
        <header class="headline">
            <p class="headline-facts">
                <a class="back" href=move || lasting::read(desk.filter, query::list)>
                    {say(words::BACK_TO_LIST)}
                </a>
                <b>{move || line(|case| Some(case.line.number.to_string()))}</b>
                <span>{move || language.say(case.with(|case| case.line.service.label()))}</span>
                <span class="status">{move || language.say(case.with(|case| stand::standing(&case.line)))}</span>
                <Show when=move || case.with(|case| case.line.urgent)>
                    <em class="urgent">{say(words::URGENT)}</em>
                </Show>
                <span>{move || language.say(case.with(|case| case.line.channel.label()))} " " {filed}</span>
                {urged}
                {others}
                <span>{say(words::HELD_BY)} " " {assignee}</span>
                <Stale stale=hand.load.stale />
            </p>
            <Here case />
            <h1 id="case-title" tabindex="-1" aria-live="polite" node_ref=heading class:late=late title=exact>
                {sentence}
            </h1>
            <Steps case />
            <Asks case />
            <Rating case />
        </header>
    }
}

/// What the resident was asked for.
#[component]
fn Asks(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let asks = Memo::new(move |_| {
        case.with(|case| (case.line.status == Status::SentBack).then(|| (case.line.service, case.asks.clone())))
    });
    move || {
        let (service, asks) = asks.get()?;
        let lang = language.get();
        let rows = asks.into_iter().map(|ask| {
            let name = item_name(service, &ask.item, lang);
            view! {
                <li>
                    <b>{name}</b>
                    " "
                    {ask.reason}
                </li>
            }
        });
        Some(view! { <ul class="asks" aria-label=say(words::ASKED_FOR)>{rows.collect_view()}</ul> })
    }
}

/// How the resident rated it.
#[component]
fn Rating(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let rating = Memo::new(move |_| case.with(|case| case.rating.clone()));
    move || {
        rating.get().map(|rating| {
            let said = [rating.tags.join(" "), rating.words].join(" ");
            view! {
                <p class="rating" class:late=rating.level.low()>
                    {say(if rating.by_call { words::RATED_BY_CALL } else { words::RATED })}
                    " "
                    <b>{language.say(rating.level.label())}</b>
                    " "
                    {said}
                </p>
            }
        })
    }
}

/// What people call a field or a material of a service.
fn item_name(service: shuiting_shared::service::Service, item: &Item, lang: shuiting_shared::words::Lang) -> String {
    let (key, label) = match item {
        Item::Field(key) => (
            key,
            service.form().and_then(|form| form.field(key)).map(|field| field.label),
        ),
        Item::Material(key) => (key, service.material(key).map(|material| material.label)),
    };
    label.map_or_else(|| key.clone(), |label| label.get(lang).to_owned())
}
