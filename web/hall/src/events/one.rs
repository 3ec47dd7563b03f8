//! One event: what, when and where, and what a resident can do about it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::EventView;
use shuiting_shared::event::{Plan, State};
use shuiting_shared::time::Moment;
use shuiting_shared::words::{Bi, Lang};

use super::follow::Follow;
use super::share::Share;
use super::{PATH, words};
use crate::page::Page;
use crate::volunteer::Shifts;

/// What must be said of it before all else.
fn mark(event: &EventView, now: Moment) -> Option<Bi> {
    match event.state {
        State::Cancelled => Some(words::CANCELLED),
        _ if event.plan.is_over(now) => Some(words::OVER),
        _ => event.reason.is_some().then_some(words::MOVED),
    }
}

/// The page.
#[component]
pub(crate) fn EventPage() -> impl IntoView {
    let (api, params) = (Api::here(), use_params_map());
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let load = Loader::<EventView>::default();
    let ask = move |id: String| async move { api.get(&format!("{PATH}/{id}")).await };
    Effect::new(move || load.fetch(ask(id.get())));
    let event = move || load.get().map(|event| view! { <Event event load /> });
    view! {
        <Page title=say(words::EVENT) back="/events">
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask(id.get_untracked()))>
                {event}
            </Faces>
        </Page>
    }
}

#[component]
fn Event(event: EventView, load: Loader<EventView>) -> impl IntoView {
    let clock = Clock::here();
    let open = event.state == State::Published;
    let to_come = {
        let ends = event.plan.ends;
        move || open && clock.get() < ends
    };
    let (title, words_said) = (event.plan.title.clone(), event.plan.words.clone());
    let (calendar, shared) = (format!("{PATH}/{}.ics", event.id), event.clone());
    let event = StoredValue::new(event);
    let mark = move || event.with_value(|event| mark(event, clock.get()));
    view! {
        {move || mark().map(|said| view! { <Mark said event /> })}
        <section class="card" aria-labelledby="event-title">
            <h2 id="event-title" class="event-title" lang=Lang::Zh.tag()>
                {title}
            </h2>
            <Facts event />
            {(!words_said.is_empty())
                .then(|| {
                    view! {
                        <p class="event-words" lang=Lang::Zh.tag()>
                            {words_said}
                        </p>
                    }
                })}
        </section>
        <Show when=to_come>
            <Follow event load />
        </Show>
        <Show when=to_come>
            <Shifts event load />
        </Show>
        <div class="event-tools">
            <Show when=to_come>
                <a class="button-plain" href=calendar.clone() rel="external" download="">
                    <Icon name="clock" />
                    {say(words::TO_CALENDAR)}
                </a>
            </Show>
            <Share event=shared />
        </div>
    }
}

/// That it is cancelled, over or moved, and why.
#[component]
fn Mark(said: Bi, event: StoredValue<EventView>) -> impl IntoView {
    let reason = event.with_value(|event| event.reason.clone());
    view! {
        <div class="card card-warn" role="status">
            <p>
                <b>{say(said)}</b>
            </p>
            {reason
                .map(|reason| {
                    view! { <p lang=Lang::Zh.tag()>{reason}</p> }
                })}
        </div>
    }
}

#[component]
fn Facts(event: StoredValue<EventView>) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let said = move |say: fn(&Plan, Lang) -> String| move || event.with_value(|event| say(&event.plan, language.get()));
    let whereabouts = move || {
        let lang = language.get();
        event.with_value(|event| household.read(|house| event.plan.whereabouts(house, lang)))
    };
    let places = event.with_value(|event| event.plan.places());
    let helpers = move || {
        let taken = event.with_value(|event| event.taken.iter().sum());
        words::helpers(taken, places, language.get())
    };
    view! {
        <dl class="facts">
            <div>
                <dt>{say(words::WHEN)}</dt>
                <dd>{said(Plan::when)}</dd>
            </div>
            <div>
                <dt>{say(words::WHERE)}</dt>
                <dd lang=Lang::Zh.tag()>{whereabouts}</dd>
            </div>
            <div>
                <dt>{say(words::WHAT)}</dt>
                <dd>{said(Plan::topics_said)}</dd>
            </div>
            {(places > 0)
                .then(|| {
                    view! {
                        <div>
                            <dt>{say(words::VOLUNTEERS)}</dt>
                            <dd>{helpers}</dd>
                        </div>
                    }
                })}
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::super::list::tests::event;
    use super::*;

    #[test]
    fn what_must_be_known_first_is_said_first() {
        let at = |said: &str| said.parse::<Moment>().unwrap();
        let mut event = event("1", "nancheng", "2026-12-06T01:00:00Z");
        let (before, after) = (at("2026-12-05T01:00:00Z"), at("2026-12-06T04:00:00Z"));
        assert_eq!(mark(&event, before), None);
        assert_eq!(mark(&event, after), Some(words::OVER));
        event.reason = Some("下雨".into());
        assert_eq!(mark(&event, before), Some(words::MOVED));
        event.state = State::Cancelled;
        assert_eq!(mark(&event, after), Some(words::CANCELLED));
    }
}
