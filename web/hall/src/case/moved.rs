//! What has become of the case while its page was open, for those who hear the page.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::Event;

use super::hand::Hand;
use super::words;

/// What has happened last, where the newer view of the case tells more than the one that is shown.
pub(super) fn moved(shown: &CaseView, fresh: &CaseView) -> Option<Event> {
    // What the desk takes back goes away again, and is nothing to tell.
    let more = fresh.timeline.len() > shown.timeline.len();
    fresh.timeline.first().filter(|_| more).map(|entry| entry.event.clone())
}

/// Says it politely; those who see the page see it there.
#[component]
pub(super) fn MovedOn() -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let household = Household::here();
    let said = move || {
        let event = hand.moved.get()?;
        let service = hand
            .load
            .state
            .with(|state| state.here().map(|case| case.line.service))?;
        let lang = language.get();
        let title = household.read(|house| event.title(service, house, lang));
        Some(words::moved_on(&title, lang))
    };
    view! {
        <p class="hidden" role="status">
            {said}
        </p>
    }
}
