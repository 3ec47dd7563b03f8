//! The top of a case: one sentence that says who has it, what comes next and by when.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::stand;
use shuiting_shared::api::{CaseView, Viewer};
use shuiting_shared::case::Status;
use shuiting_shared::time;

use super::mark::Mark;
use super::number::Number;
use super::timeline::item_name;
use super::words;

/// The top.
#[component]
pub(super) fn Head(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let sentence = move || {
        let lang = language.get();
        case.with(|case| household.read(|house| stand::headline(case, clock.get(), house, lang)))
    };
    let number = case.with_untracked(|case| case.line.number);
    let icon = case.with_untracked(|case| case.line.service.code().to_ascii_lowercase());
    let due = move || case.with(|case| case.line.due.filter(|_| case.line.status.waits()));
    let late = move || due().is_some_and(|due| due < clock.get());
    let rejected = move || case.with(|case| case.line.status == Status::Rejected);
    view! {
        <section class="case-part case-head">
            <p class="case-head-facts">
                <Icon name=icon />
                <Mark line=Signal::derive(move || case.with(|case| case.line.clone())) />
                <Show when=move || case.with(|case| case.line.urgent && case.line.status.waits())>
                    <em class="case-urgent">{say(words::URGENT)}</em>
                </Show>
            </p>
            <p class="case-sentence" class:case-late=move || late() || rejected() aria-live="polite">
                {sentence}
            </p>
            <p class="case-small">{move || due().map(time::exact)}</p>
            <Asks case />
            <Number number />
        </section>
    }
}

/// What the resident is asked for.
#[component]
fn Asks(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let asks = Memo::new(move |_| {
        case.with(|case| {
            let mine = case.line.status == Status::SentBack && case.you == Viewer::Filer;
            mine.then(|| (case.line.service, case.asks.clone()))
        })
    });
    move || {
        let (service, asks) = asks.get()?;
        let lang = language.get();
        let rows = asks.into_iter().map(|ask| {
            view! {
                <li>
                    <b>{item_name(service, &ask.item, lang)}</b>
                    " "
                    {ask.reason}
                </li>
            }
        });
        Some(view! {
            <div class="case-notice case-tone-wait">
                <h2>{say(words::ASKED_FOR)}</h2>
                <ul>{rows.collect_view()}</ul>
            </div>
        })
    }
}
