//! One notice: what it says, and what can be done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{OutageVersion, OutageView};
use shuiting_shared::case::Role;

use super::deliveries::Deliveries;
use super::facts::Facts;
use super::linked::Linked;
use super::{DESK, facts, may, page_of, words};
use crate::sheet::Sheet;
use crate::title;

/// The notice on the page, and what is being done to it.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    pub(super) api: Api,
    pub(super) id: Memo<String>,
    load: Loader<OutageView>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    /// Whether it is asked whether water is back.
    ending: RwSignal<bool>,
}

impl Hand {
    /// Looks at it again.
    pub(super) fn fetch(self) {
        let (api, path) = (self.api, format!("/api/v1/outages/{}", self.id.get_untracked()));
        self.load.follow(async move { api.get(&path).await });
    }

    /// Does something that gives the notice as it is then.
    fn does(self, verb: &'static str) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let path = format!("{DESK}/{}/{verb}", self.id.get_untracked());
        let version = self.load.get_untracked().map_or(0, |view| view.version);
        spawn_local(async move {
            let answer = self.api.post(&path, &OutageVersion { version }).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            self.ending.set(false);
            match answer {
                Ok(view) => self.load.put(view),
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
                Ok(()) => to("/desk/outages"),
                // The page may have been left meanwhile.
                Err(refused) => drop(self.failure.try_set(Some(refused))),
            }
        });
    }
}

/// What was refused, with what is wrong where the fields are not on this page.
fn refused(failure: &Failure, language: Language) -> String {
    let lang = language.get();
    let fields = failure.fields().iter().map(|field| field.detail.clone());
    let fields: Vec<_> = fields.collect();
    if fields.is_empty() {
        failure.say(lang)
    } else {
        fields.join(" ")
    }
}

/// The page.
#[component]
pub(crate) fn OutagePage() -> impl IntoView {
    let (params, household, language) = (use_params_map(), Household::here(), Language::here());
    let hand = Hand {
        api: Api::here(),
        id: Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default())),
        load: Loader::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        ending: RwSignal::new(false),
    };
    Effect::new(move || {
        hand.id.track();
        hand.fetch();
    });
    let heading = say(words::OUTAGES);
    let name = move || {
        let view = hand.load.get();
        view.map_or_else(
            || heading().to_owned(),
            |view| facts::place(&view.outage, household, language.get()),
        )
    };
    title::set(name);
    let shown = move || hand.load.get().map(|view| view! { <Notice hand view /> });
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <p>
                <a href="/desk/outages">{heading}</a>
            </p>
            <h1>{name}</h1>
            <Faces load=hand.load happening=words::FETCHING_ONE retry=move |()| hand.fetch()>
                {shown}
            </Faces>
            <Show when=move || hand.ending.get()>
                <EndSheet hand />
            </Show>
        </main>
    }
}

#[component]
fn Notice(hand: Hand, view: OutageView) -> impl IntoView {
    let household = Household::here();
    let lacks = household.read(|house| view.standing().lacks_water(house));
    let over = !view.standing().changes(clock::now());
    view! {
        <Show when=move || lacks && !over>
            <p class="flaw" role="status">
                {say(words::PLAN_WATER)}
            </p>
        </Show>
        <Facts view=view.clone() />
        <Acts hand view />
        <Deliveries hand over />
        <Linked hand />
    }
}

/// What can be done with it now; nothing for who writes none.
#[component]
fn Acts(hand: Hand, view: OutageView) -> impl IntoView {
    let (language, writes, clock) = (Language::here(), may(Role::posts_outages), Clock::here());
    let navigate = StoredValue::new_local(use_navigate());
    let to = move |path: &str| navigate.with_value(|navigate| navigate(path, NavigateOptions::default()));
    let change = format!("{}/change", page_of(&view.id));
    let hall = format!("/outages/{}", view.id);
    let posted = view.posted.is_some();
    let view = StoredValue::new(view);
    let can = move |can: fn(&OutageView) -> bool| {
        clock.get();
        writes.get() && view.with_value(can)
    };
    view! {
        <section aria-label=say(words::ACTIONS) class="plan-acts">
            <p class="flaw" role="alert">
                {move || hand.failure.get().map(|failure| refused(&failure, language))}
            </p>
            <Show when=move || can(|view| view.standing().posts())>
                <button
                    type="button"
                    class="main"
                    aria-disabled=move || hand.busy.get().to_string()
                    on:click=move |_| hand.does("post")
                >
                    {say(words::POST_AND_TELL)}
                </button>
            </Show>
            <Show when=move || can(|view| view.standing().ends())>
                <button type="button" class="main" on:click=move |_| hand.ending.set(true)>
                    {say(words::END)}
                </button>
            </Show>
            <Show when=move || can(|view| view.standing().changes(clock::now()))>
                <a class="button" href=change.clone()>
                    {say(words::CHANGE)}
                </a>
            </Show>
            <Show when=move || can(|view| view.standing().discards())>
                <button type="button" class="plain" on:click=move |_| hand.discards(to)>
                    {say(words::DISCARD)}
                </button>
            </Show>
            {posted
                .then(|| {
                    view! {
                        <a href=hall rel="external" target="_blank">
                            {say(words::IN_HALL)}
                        </a>
                    }
                })}
        </section>
    }
}

/// Asks once more: what is told cannot be taken back.
#[component]
fn EndSheet(hand: Hand) -> impl IntoView {
    let language = Language::here();
    let begun = hand
        .load
        .get_untracked()
        .is_some_and(|view| view.outage.is_now(clock::now()));
    let name = if begun { words::BACK_NOW } else { words::CALL_OFF };
    view! {
        <Sheet
            title=Signal::derive(move || language.say(words::END).to_owned())
            on_close=move |()| hand.ending.set(false)
        >
            <form on:submit=move |event| {
                event.prevent_default();
                hand.does("end");
            }>
                <p>{say(if begun { words::BACK_ABOUT } else { words::CALL_OFF_ABOUT })}</p>
                <footer>
                    <button type="submit" class="main" aria-disabled=move || hand.busy.get().to_string()>
                        {say(name)}
                    </button>
                    <button type="button" class="plain" on:click=move |_| hand.ending.set(false)>
                        {say(crate::words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}
