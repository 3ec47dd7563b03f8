//! One event: what is planned, where it stands, and what can be done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use serde::Serialize;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{EventVersion, EventView};
use shuiting_shared::event::{Plan, State};
use shuiting_shared::time::local;
use shuiting_shared::words::Lang;

use super::address::{DESK, EVENTS, page_of};
use super::board::plans;
use super::cancel::CancelSheet;
use super::desk::standing;
use super::helpers::HelpersOf;
use super::outcome::OutcomeOf;
use super::papers::Prints;
use super::words;
use crate::title;

/// The event on the page, and what is being done to it.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    api: Api,
    id: Memo<String>,
    load: Loader<EventView>,
    busy: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<Failure>>,
    pub(super) cancelling: RwSignal<bool>,
}

impl Hand {
    fn fetch(self) {
        let (api, path) = (self.api, format!("{EVENTS}/{}", self.id.get_untracked()));
        self.load.fetch(async move { api.get(&path).await });
    }

    /// Does something that gives the event as it is then.
    pub(super) fn does(self, verb: &'static str, body: impl Serialize + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let path = format!("{DESK}/{}/{verb}", self.id.get_untracked());
        spawn_local(async move {
            let answer = self.api.post(&path, &body).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.cancelling.set(false);
                    self.load.put(view);
                }
                Err(refused) => self.failure.set(Some(refused)),
            }
        });
    }

    /// Throws the draft away, and leaves the page.
    fn discards(self, to: impl Fn(&str) + 'static) {
        self.failure.set(None);
        let path = format!("{DESK}/{}", self.id.get_untracked());
        spawn_local(async move {
            match self.api.delete(&path).await {
                Ok(()) => to("/desk/events"),
                // The page may have been left meanwhile.
                Err(refused) => drop(self.failure.try_set(Some(refused))),
            }
        });
    }

    /// The version on the page.
    pub(super) fn version(self) -> i32 {
        self.load.get_untracked().map_or(0, |view| view.version)
    }
}

/// The page.
#[component]
pub(crate) fn EventPage() -> impl IntoView {
    let params = use_params_map();
    let hand = Hand {
        api: Api::here(),
        id: Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default())),
        load: Loader::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        cancelling: RwSignal::new(false),
    };
    Effect::new(move || {
        hand.id.track();
        hand.fetch();
    });
    let name = say(words::EVENTS);
    let name = move || {
        hand.load
            .get()
            .map_or_else(|| name().to_owned(), |view| view.plan.title)
    };
    title::set(name);
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <p>
                <a href="/desk/events">{say(words::EVENTS)}</a>
            </p>
            <h1>{name}</h1>
            <Faces load=hand.load happening=words::FETCHING_ONE retry=move |()| hand.fetch()>
                {move || hand.load.get().map(|view| view! { <Event hand view /> })}
            </Faces>
            <Show when=move || hand.cancelling.get()>
                <CancelSheet hand />
            </Show>
        </main>
    }
}

#[component]
fn Event(hand: Hand, view: EventView) -> impl IntoView {
    let begun = view.plan.starts <= clock::now();
    let (published, id) = (view.state == State::Published, view.id.clone());
    let prints = published.then(|| view! { <Prints id=id.clone() /> });
    let shifts = published && !view.plan.shifts.is_empty();
    let helpers = shifts.then(|| view! { <HelpersOf id=id.clone() /> });
    let outcome = (published && begun).then(|| view! { <OutcomeOf id=id.clone() /> });
    view! {
        <Facts view=view.clone() />
        <Acts hand view />
        {prints}
        {helpers}
        {outcome}
    }
}

/// A shift, as one line.
fn shift(plan: &Plan, place: usize, taken: u32, lang: Lang) -> Option<String> {
    let shift = plan.shifts.get(place)?;
    let (from, until) = (local(shift.starts).format("%H:%M"), local(shift.ends).format("%H:%M"));
    let (name, taken) = (words::shift(place + 1, lang), words::taken(taken, shift.places, lang));
    Some(format!("{name} {from}–{until} · {taken}"))
}

#[component]
fn Facts(view: EventView) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let EventView {
        plan,
        state,
        reason,
        taken,
        followers,
        ..
    } = view;
    let plan = StoredValue::new(plan);
    let said = move |say: fn(&Plan, Lang) -> String| move || plan.with_value(|plan| say(plan, language.get()));
    let whereabouts = move || {
        let lang = language.get();
        plan.with_value(|plan| household.read(|house| plan.whereabouts(house, lang)))
    };
    let tasks = said(|plan, lang| {
        let tasks = plan.tasks.iter().map(|task| task.label().get(lang));
        tasks.collect::<Vec<_>>().join(" · ")
    });
    let shifts = taken.into_iter().enumerate().map(|(place, taken)| {
        let said = move || plan.with_value(|plan| shift(plan, place, taken, language.get()));
        view! { <li>{said}</li> }
    });
    let no_shifts = plan.with_value(|plan| plan.shifts.is_empty());
    let words_said = plan.with_value(|plan| plan.words.clone());
    view! {
        <dl class="plan-facts">
            <div>
                <dt>{say(words::STATE)}</dt>
                <dd>
                    <span class=format!("plan-state is-{}", state.code())>{say(state.label())}</span>
                    {(state == State::Draft).then(|| view! { " " <span class="help">{say(words::DRAFT_ABOUT)}</span> })}
                </dd>
            </div>
            {reason
                .map(|reason| {
                    view! {
                        <div>
                            <dt>{say(words::REASON)}</dt>
                            <dd>{reason}</dd>
                        </div>
                    }
                })}
            <div>
                <dt>{say(words::WHEN)}</dt>
                <dd>{said(Plan::when)}</dd>
            </div>
            <div>
                <dt>{say(words::WHERE)}</dt>
                <dd>{whereabouts}</dd>
            </div>
            <div>
                <dt>{say(words::TOPICS)}</dt>
                <dd>{said(Plan::topics_said)}</dd>
            </div>
            <div>
                <dt>{say(words::TASKS)}</dt>
                <dd>{tasks}</dd>
            </div>
            <div>
                <dt>{say(words::SHIFTS)}</dt>
                <dd>
                    <ul>{shifts.collect_view()}</ul>
                    {no_shifts.then(|| view! { <span class="help">{say(words::NO_SHIFTS)}</span> })}
                </dd>
            </div>
            <div>
                <dt>{say(words::FOLLOWERS)}</dt>
                <dd>{followers}</dd>
            </div>
            {(!words_said.is_empty())
                .then(|| {
                    view! {
                        <div>
                            <dt>{say(words::WORDS_SAID)}</dt>
                            <dd>{words_said}</dd>
                        </div>
                    }
                })}
        </dl>
    }
}

/// What can be done with it now; nothing for who plans none.
#[component]
fn Acts(hand: Hand, view: EventView) -> impl IntoView {
    let (language, plans, clock) = (Language::here(), plans(), Clock::here());
    let navigate = StoredValue::new_local(use_navigate());
    let to = move |path: &str| navigate.with_value(|navigate| navigate(path, NavigateOptions::default()));
    let change = format!("{}/change", page_of(&view.id));
    let version = view.version;
    let view = StoredValue::new(view);
    let can = move |can: fn(&EventView) -> bool| {
        clock.get();
        plans.get() && view.with_value(can)
    };
    view! {
        <section aria-label=say(words::ACTIONS) class="plan-acts">
            <p class="flaw" role="alert">
                {move || {
                    let failure = hand.failure.get().filter(|_| !hand.cancelling.get());
                    failure.map(|failure| failure.say(language.get()))
                }}
            </p>
            <Show when=move || can(|view| standing(view).publishes(clock::now()))>
                <button type="button" class="main" on:click=move |_| hand.does("publish", EventVersion { version })>
                    {say(words::PUBLISH)}
                </button>
            </Show>
            <Show when=move || can(|view| standing(view).changes(clock::now()))>
                <a class="button" href=change.clone()>
                    {say(words::CHANGE)}
                </a>
            </Show>
            <Show when=move || can(|view| standing(view).cancels(clock::now()))>
                <button type="button" on:click=move |_| hand.cancelling.set(true)>
                    {say(words::CANCEL)}
                </button>
            </Show>
            <Show when=move || can(|view| standing(view).discards())>
                <button type="button" class="plain" on:click=move |_| hand.discards(to)>
                    {say(words::DISCARD)}
                </button>
            </Show>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::event::Shift;

    use super::*;
    use crate::events::typed::Typed;

    #[test]
    fn a_shift_is_one_line() {
        let mut typed = Typed {
            day: "2026-12-06".into(),
            ..Typed::default()
        };
        typed.shifts[0].places = "5".into();
        let plan = typed.plan().unwrap();
        assert_eq!(shift(&plan, 0, 2, Lang::Zh).as_deref(), Some("第1班 09:00–12:00 · 2/5"));
        let none: &[Shift] = &plan.shifts[1..];
        assert!(none.is_empty() && shift(&plan, 1, 0, Lang::En).is_none());
    }
}
