//! What is held within a week in the town of whoever is here: a line on the first page.

use chrono::TimeDelta;
use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::EventView;
use shuiting_shared::event::State;
use shuiting_shared::time::{self, Moment};

use super::{PATH, words};
use crate::last_town::LastTown;

const WEEK: TimeDelta = TimeDelta::days(7);

/// The first that is still to be held, where it begins within a week.
fn soon(events: Vec<EventView>, now: Moment) -> Option<EventView> {
    let here = |event: &EventView| event.state == State::Published && event.plan.starts <= now + WEEK;
    events.into_iter().find(here)
}

/// The line; nothing where there is none, or where it did not come: the page is of use without.
#[component]
pub(crate) fn NearEvent() -> impl IntoView {
    let (api, town, clock, language) = (Api::here(), LastTown::here(), Clock::here(), Language::here());
    let load = Loader::<Vec<EventView>>::default();
    Effect::new(move || match town.get() {
        Some(town) => load.follow(async move { api.get(&format!("{PATH}?town={town}")).await }),
        None => load.put(Vec::new()),
    });
    let near = Memo::new(move |_| soon(load.get().unwrap_or_default(), clock::now()));
    let line = move |event: EventView| {
        let (href, starts, title) = (format!("/events/{}", event.id), event.plan.starts, event.plan.title);
        let said = move || {
            let lang = language.get();
            words::near(&title, &time::say(starts, clock.get(), lang), lang)
        };
        view! {
            <a class="row event-near" href=href>
                <Icon name="pin" />
                <span class="row-body">
                    <b>{say(words::EVENTS)}</b>
                    <span>{said}</span>
                </span>
                <Icon name="chevron" />
            </a>
        }
    };
    move || near.get().map(line)
}

#[cfg(test)]
mod tests {
    use super::super::list::tests::event;
    use super::*;

    #[test]
    fn only_what_is_held_within_a_week_is_near() {
        let now: Moment = "2026-12-01T01:00:00Z".parse().unwrap();
        let mut off = event("1", "nancheng", "2026-12-02T01:00:00Z");
        off.state = State::Cancelled;
        let (near, far) = (
            event("2", "nancheng", "2026-12-08T01:00:00Z"),
            event("3", "nancheng", "2026-12-08T01:01:00Z"),
        );
        assert_eq!(soon(vec![off, near.clone(), far.clone()], now), Some(near));
        assert_eq!(soon(vec![far], now), None);
    }
}
