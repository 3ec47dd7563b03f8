//! The page of a case: who has it, what can be done, how it ended, what happened, what was filed.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_parts::live::Live;
use shuiting_shared::api::CaseView;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;

use super::acts::{ActSheet, Acts};
use super::addressed::{Addressed, Come};
use super::filed::Filed;
use super::followed::Followed;
use super::found::Found;
use super::hand::Hand;
use super::head::Head;
use super::moved::MovedOn;
use super::outcome::Outcome;
use super::papers::Papers;
use super::photos::Large;
use super::price::Price;
use super::rating::Rated;
use super::timeline::Timeline;
use super::way::Way;
use super::words;
use crate::outage::OfCase;
use crate::page::Page;
use crate::valve::Valve;

/// The page of the case whose number stands in the address.
#[component]
pub(crate) fn CasePage() -> impl IntoView {
    view! { <Addressed of=|number| view! { <CaseOf number /> }.into_any() /> }
}

#[component]
fn CaseOf(number: CaseNumber) -> impl IntoView {
    let hand = Hand::provide(number);
    let language = Language::here();
    Live::here().listen(move |news| hand.hear(news));
    Effect::new(move || hand.catch_up());
    let title = move || {
        let service = hand.load.state.with(|state| state.here().map(|case| case.line.service));
        let title = service.map_or(words::CASE, Service::label);
        language.say(title).to_owned()
    };
    view! {
        <Page title=Signal::derive(title) back="/cases">
            <MovedOn />
            <Come>
                <Whole />
            </Come>
        </Page>
    }
}

/// The case, once it is here.
#[component]
fn Whole() -> impl IntoView {
    let case = Hand::here().case();
    case.map(|case| {
        view! {
            <article class="case">
                <Head case />
                <Price case />
                <Acts case />
                <Found case />
                <Followed case />
                <OfCase number=case.with_untracked(|case| case.line.number) />
                <Outcome case />
                <WhileItLeaks case />
                <Way case />
                <Rated case />
                <Papers case />
                <Timeline case />
                <Filed case />
            </article>
            <ActSheet case />
            <Large />
        }
    })
}

/// What one can do oneself as long as nobody has mended it.
#[component]
fn WhileItLeaks(case: Memo<CaseView>) -> impl IntoView {
    let leaks = Memo::new(move |_| case.with(|case| case.line.service == Service::Leak && case.line.status.ours()));
    view! {
        <Show when=move || leaks.get()>
            <Valve />
        </Show>
    }
}
