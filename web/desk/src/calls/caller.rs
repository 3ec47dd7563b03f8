//! Who it may be.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{CallerAccount, CallerView, CaseLine, OutageView, PastCall};
use shuiting_shared::time;
use shuiting_shared::words::Bi;

use super::desk::Desk;
use super::words;

/// The card.
#[component]
pub(super) fn Caller(desk: Desk) -> impl IntoView {
    let caller = Memo::new(move |_| {
        desk.call
            .with(|call| call.as_ref().and_then(|call| call.caller.clone()))
    });
    view! {
        <aside class="calls-caller" aria-label=say(words::CALLER)>
            {move || match caller.get() {
                Some(caller) => view! { <Known desk caller /> }.into_any(),
                None => view! { <p class="help">{say(words::WITHHELD)}</p> }.into_any(),
            }}
        </aside>
    }
}

#[component]
fn Known(desk: Desk, caller: CallerView) -> impl IntoView {
    let stranger = caller.accounts.is_empty() && caller.cases.is_empty() && caller.calls.is_empty();
    let outages = caller.outages.into_iter().map(|notice| view! { <Off notice /> });
    let accounts = caller
        .accounts
        .into_iter()
        .map(|account| view! { <Account account /> }.into_any());
    let cases = caller.cases.into_iter().enumerate();
    let cases = cases.map(|(at, line)| view! { <Case desk at line /> }.into_any());
    let calls = caller.calls.into_iter().map(|past| view! { <Past past /> }.into_any());
    view! {
        {outages.collect_view()}
        {stranger.then(|| view! { <p class="help">{say(words::STRANGER)}</p> })}
        <Part id="calls-accounts" title=words::ACCOUNTS rows=accounts.collect() />
        <Part id="calls-cases" title=words::CASES rows=cases.collect() />
        <Part id="calls-past" title=words::PAST rows=calls.collect() />
    }
}

/// What is known of one kind; nothing where that is nothing.
#[component]
fn Part(id: &'static str, title: Bi, rows: Vec<AnyView>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby=id>
                <h2 id=id>{say(title)}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

/// Water is off where they live.
#[component]
fn Off(notice: OutageView) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let outage = StoredValue::new(notice.outage);
    let text = move || {
        let (lang, now) = (language.get(), clock.get());
        outage.with_value(|outage| words::off(outage, now, lang))
    };
    view! {
        <p class="calls-off">
            <b>{move || outage.with_value(|outage| language.say(outage.kind.label()))}</b>
            " "
            {text}
        </p>
    }
}

#[component]
fn Account(account: CallerAccount) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let CallerAccount {
        number,
        holder,
        town,
        address,
    } = account;
    view! {
        <li>
            <b lang="zh-CN">{holder}</b>
            " "
            <span class="number">{number}</span>
            <span class="calls-place">
                {move || household.town(&town, language.get())}
                " "
                <span lang="zh-CN">{address}</span>
            </span>
        </li>
    }
}

/// A case of theirs; the one that is chosen is urged, or told of.
#[component]
fn Case(desk: Desk, at: usize, line: CaseLine) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let number = line.number.to_string();
    let href = format!("/desk/cases/{number}");
    let (open, due) = (line.status.waits(), line.due);
    let what = move || {
        language.say(
            line.order
                .as_ref()
                .map_or(line.service.label(), |order| order.kind.label()),
        )
    };
    let clock_says = move || {
        let (due, now, lang) = (due?, clock.get(), language.get());
        open.then(|| words::due(due, now, lang))
    };
    let late = move || open && due.is_some_and(|due| due < clock.get());
    view! {
        <li class:late=late>
            <label>
                <input
                    type="radio"
                    name="calls-case"
                    prop:checked=move || desk.chosen.get() == at
                    on:change=move |_| desk.chosen.set(at)
                />
                <b>{what}</b>
                " "
                <span class="number">{number}</span>
                <span class="calls-place">
                    {say(line.status.label())}
                    " "
                    {clock_says}
                </span>
            </label>
            <a href=href target="_blank">
                {say(words::OPEN)}
            </a>
        </li>
    }
}

#[component]
fn Past(past: PastCall) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let PastCall {
        at,
        outcome,
        article,
        number,
    } = past;
    let became = move || language.say(outcome.map_or(words::NO_OUTCOME, shuiting_shared::call::Outcome::label));
    let about = move || {
        let asked = article.as_ref().map(|question| question.get(language.get()).to_owned());
        asked.or_else(|| number.map(|number| number.to_string()))
    };
    view! {
        <li>
            <time datetime=at.to_rfc3339() title=time::exact(at)>
                {move || time::say(at, clock.get(), language.get())}
            </time>
            " "
            {became}
            <span class="calls-place">{about}</span>
        </li>
    }
}
