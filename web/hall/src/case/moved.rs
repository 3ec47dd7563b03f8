//! What has become of the case while its page was open, for those who hear the page.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::EntryView;
use shuiting_shared::case::Event;

use super::hand::Hand;
use super::words;

/// What has happened last, where the newer timeline tells more than the one that is shown; both have the newest first.
pub(super) fn moved(shown: &[EntryView], fresh: &[EntryView]) -> Option<Event> {
    // What the desk takes back goes away again, and is nothing to tell.
    let more = fresh.len() > shown.len();
    fresh.first().filter(|_| more).map(|entry| entry.event.clone())
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

#[cfg(test)]
mod tests {
    use shuiting_shared::api::{By, ByKind};
    use shuiting_shared::case::Seen;
    use shuiting_shared::time::Moment;

    use super::*;

    #[test]
    fn only_what_has_come_is_told() {
        let entry = |event| EntryView {
            at: Moment::default(),
            by: By {
                kind: ByKind::Staff,
                role: None,
                name: None,
            },
            event,
            seen: Seen::All,
            undone: false,
            vetted: None,
        };
        let (one, two) = ([entry(Event::Taken)], [entry(Event::Confirmed), entry(Event::Taken)]);
        assert_eq!(moved(&one, &two), Some(Event::Confirmed));
        assert_eq!(moved(&one, &one), None, "a note inside is not for residents");
        assert_eq!(moved(&two, &one), None, "it was taken back");
    }
}
