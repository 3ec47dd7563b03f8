//! The page about me as a volunteer: signing up, or my turns and hours.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_shared::api::{TurnView, VolunteerView};
use shuiting_shared::problem::Code;
use shuiting_shared::words::{Bi, Lang};

use super::sign_up::SignUp;
use super::turn::TurnRow;
use super::{API, words};
use crate::door::ForResidents;
use crate::empty::Empty;
use crate::page::Page;
use crate::practice::PracticeRow;
use crate::trouble::Trouble;

/// The page.
#[component]
pub(crate) fn VolunteerPage() -> impl IntoView {
    view! {
        <Page title=say(words::VOLUNTEER) back="/me">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Mine />
            </ForResidents>
            <PracticeRow />
        </Page>
    }
}

fn is_new(load: &Load<VolunteerView>) -> bool {
    matches!(load, Load::Failed(failure) if failure.code() == Some(Code::NotAVolunteer))
}

#[component]
fn Mine() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<VolunteerView>::default();
    let ask = move || async move { api.get(API).await };
    load.fetch(ask());
    let new = Memo::new(move |_| load.state.with(is_new));
    view! {
        <Show when=move || !new.get() fallback=move || view! { <SignUp load /> }>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <Figures load />
                <Turns load of=|view| view.next.clone() id="turns-next" title=words::NEXT />
                <Turns load of=|view| view.past.clone() id="turns-past" title=words::PAST />
                <Stop load />
            </Faces>
        </Show>
    }
}

#[component]
fn Figures(load: Loader<VolunteerView>) -> impl IntoView {
    let language = Language::here();
    let name = move || load.get().map(|view| view.name);
    let kind = move || load.get().map(|view| language.say(view.kind.label()));
    let minutes = move || words::hours(load.get().map_or(0, |view| view.minutes), language.get());
    let turns = move || words::times(load.get().map_or(0, |view| view.turns), language.get());
    let has_hours = move || load.get().is_some_and(|view| view.minutes > 0);
    view! {
        <section class="card" aria-labelledby="volunteer-name">
            <h2 id="volunteer-name" lang=Lang::Zh.tag()>
                {name}
            </h2>
            <p class="small">{kind}</p>
            <dl class="facts">
                <div>
                    <dt>{say(words::HOURS)}</dt>
                    <dd>{minutes}</dd>
                </div>
                <div>
                    <dt>{say(words::TURNS)}</dt>
                    <dd>{turns}</dd>
                </div>
            </dl>
            <Show when=has_hours>
                <a class="button-plain" href="/api/v1/me/volunteer/certificate.pdf" rel="external" download="">
                    {say(words::CERTIFICATE)}
                </a>
            </Show>
            <Show when=move || load.get().is_some_and(|view| view.next.is_empty() && view.past.is_empty())>
                <Empty title=words::NO_TURN help=words::NO_TURN_HELP begin=words::SEE_EVENTS href="/events" />
            </Show>
        </section>
    }
}

#[component]
fn Turns(
    load: Loader<VolunteerView>,
    of: fn(&VolunteerView) -> Vec<TurnView>,
    id: &'static str,
    title: Bi,
) -> impl IntoView {
    let turns = Memo::new(move |_| load.get().as_ref().map(of).unwrap_or_default());
    view! {
        <Show when=move || !turns.with(Vec::is_empty)>
            <section class="part" aria-labelledby=id>
                <h2 id=id>{say(title)}</h2>
                <ul class="rows" role="list">
                    <For each=move || turns.get() key=|turn| (turn.event.clone(), turn.shift) let:turn>
                        <TurnRow turn />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// The way out, asked twice.
#[component]
fn Stop(load: Loader<VolunteerView>) -> impl IntoView {
    let api = Api::here();
    let (asking, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let stop = move |_| {
        failure.set(None);
        spawn_local(async move {
            match api.delete(API).await {
                Ok(()) => load.fetch(async move { api.get(API).await }),
                // The page may have been left meanwhile.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    view! {
        <Show
            when=move || asking.get()
            fallback=move || {
                view! {
                    <button type="button" class="button-link" on:click=move |_| asking.set(true)>
                        {say(words::STOP)}
                    </button>
                }
            }
        >
            <section class="card card-warn" aria-label=say(words::STOP)>
                <p>{say(words::STOP_ABOUT)}</p>
                <Trouble failure />
                <button type="button" class="button-plain" on:click=stop>
                    {say(words::STOP_SURE)}
                </button>
                <button type="button" class="button-main" on:click=move |_| asking.set(false)>
                    {say(words::KEEP_ON)}
                </button>
            </section>
        </Show>
    }
}
