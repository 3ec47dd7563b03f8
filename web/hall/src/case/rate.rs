//! Saying how it went.

mod levels;
mod tags;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Level, Verb};
use shuiting_shared::number::CaseNumber;

use super::acts::{WordsField, trouble};
use super::addressed::{Addressed, Come};
use super::conflict::ConflictBanner;
use super::hand::Hand;
use super::rated::{Rating, given};
use super::words;
use crate::notice::Notices;
use crate::page::{Page, instead};
use crate::trouble::Troubles;
use levels::Levels;
use tags::Tags;

/// Changes the rating as it is typed.
type Change = Callback<Box<dyn FnOnce(&mut Rating)>>;

/// The page for the case whose number stands in the address.
#[component]
pub(crate) fn RatePage() -> impl IntoView {
    view! { <Addressed of=|number| view! { <RateOf number /> }.into_any() /> }
}

#[component]
fn RateOf(number: CaseNumber) -> impl IntoView {
    Hand::provide(number);
    view! {
        <Page title=say(words::RATE) back=format!("/cases/{number}")>
            <Come>
                <Whole />
            </Come>
        </Page>
    }
}

#[component]
fn Whole() -> impl IntoView {
    let case = Hand::here().case();
    case.map(|case| {
        let open = move || case.with(|case| case.allowed.contains(&Verb::Rate));
        view! {
            <Show when=open fallback=Closed>
                <Asked case />
            </Show>
        }
    })
}

/// It cannot be rated, or it has just been rated.
#[component]
fn Closed() -> impl IntoView {
    let number = Hand::here().number;
    view! {
        <div class="case-empty">
            <p>
                <b>{say(words::RATING_CLOSED)}</b>
            </p>
            <p>{say(words::RATING_CLOSED_HELP)}</p>
            <a class="button-plain" href=format!("/cases/{number}")>
                {say(words::TO_CASE)}
            </a>
        </div>
    }
}

#[component]
fn Asked(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language, notices) = (Hand::here(), Language::here(), Notices::here());
    let navigate = use_navigate();
    let service = case.with_untracked(|case| case.line.service);
    let rating = Memo::new(move |_| {
        let typed = hand.draft.with(|draft| draft.rate.clone());
        typed.unwrap_or_else(|| case.with(Rating::before))
    });
    let change: Change = Callback::new(move |change: Box<dyn FnOnce(&mut Rating)>| {
        let mut now = rating.get_untracked();
        change(&mut now);
        hand.draft.update(|draft| draft.rate = Some(now));
    });
    let missing = RwSignal::new(false);
    let busy = move || hand.busy.get() == Some(Verb::Rate);
    let low = move || rating.with(|rating| rating.level.is_some_and(Level::low));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Rating { level, tags, words } = rating.get_untracked();
        let Some(level) = level else {
            missing.set(true);
            levels::focus();
            return;
        };
        let navigate = navigate.clone();
        hand.act(Action::Rate { level, tags, words }, move || {
            let thanks = if level.low() { words::THANKS_LOW } else { words::THANKS };
            notices.tell(thanks);
            navigate(&format!("/cases/{}", hand.number), instead());
        });
    };
    let name = move || {
        let changes = case.with(|case| given(case).is_some());
        language.say(match (busy(), changes) {
            (true, _) => words::SENDING,
            (false, true) => words::CHANGE_RATING,
            (false, false) => words::SEND,
        })
    };
    view! {
        <form class="case-form" on:submit=submit novalidate>
            <p class="case-head-facts">
                <Icon name=service.code().to_ascii_lowercase() />
                <b>{move || language.say(service.label())}</b>
                <span class="case-small">{hand.number.to_string()}</span>
            </p>
            <ConflictBanner />
            <Levels rating missing change />
            <p class="case-low" role="status">
                <Show when=low>
                    <Icon name="again" />
                    {say(words::LOW_MEANS)}
                </Show>
            </p>
            <Tags service rating change />
            <WordsField
                id="case-words"
                label=words::RATE_WORDS
                value=rating.with_untracked(|rating| rating.words.clone())
                on_input=move |text| change.run(Box::new(move |rating| rating.words = text))
                flaw=Signal::derive(move || hand.flaw(Verb::Rate, "words"))
            />
            <Troubles said=Signal::derive(move || {
                trouble(hand, Verb::Rate, &["words"], language).into_iter().collect()
            }) />
            <div class="bar">
                <button type="submit" class="button-main" aria-disabled=move || busy().to_string()>
                    {name}
                </button>
            </div>
        </form>
    }
}
