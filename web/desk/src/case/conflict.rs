//! Two clerks on one case: who changed what, and when.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};

use super::hand::Hand;
use super::timeline::by_whom;
use crate::words;

/// Says what others did since this clerk looked, until the clerk has read it.
#[component]
pub(crate) fn ConflictBanner() -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let rows = move || {
        let lang = language.get();
        let service = hand.load.state.with(|state| state.here().map(|case| case.line.service));
        let changes = hand.conflict.get().map(|conflict| conflict.changes).unwrap_or_default();
        changes
            .into_iter()
            .filter_map(|entry| {
                let service = service?;
                let title = household.read(|house| entry.event.title(service, house, lang));
                let at = shuiting_shared::time::say(entry.at, clock.get(), lang);
                let said = entry.event.words().map(str::to_owned);
                Some(view! {
                    <li>
                        {at} " " {by_whom(&entry.by, lang)} " " <b>{title}</b> " " {said}
                    </li>
                })
            })
            .collect_view()
    };
    view! {
        <Show when=move || hand.conflict.with(Option::is_some)>
            <div class="conflict" role="alert">
                <p>
                    <b>{say(words::CHANGED)}</b>
                    " "
                    {say(words::CHANGED_REMEDY)}
                </p>
                <ul>{rows}</ul>
                <button type="button" class="plain" on:click=move |_| hand.conflict.set(None)>
                    {say(words::SEEN)}
                </button>
            </div>
        </Show>
    }
}
