//! The shifts of an event on its page: how many are wanted, and taking one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Call, Failure, Method};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{EventView, Me, TurnView};
use shuiting_shared::problem::Code;

use super::turn::span;
use super::{PATH, words};
use crate::sign_in;
use crate::trouble::Trouble;

/// All shifts; nothing where none is wanted.
#[component]
pub(crate) fn Shifts(event: StoredValue<EventView>, load: Loader<EventView>) -> impl IntoView {
    let (api, signed_in) = (Api::here(), SignedIn::here());
    let (id, count) = event.with_value(|event| (StoredValue::new(event.id.clone()), event.plan.shifts.len()));
    let mine = Loader::<Vec<TurnView>>::default();
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Resident { .. })));
    Effect::new(move || {
        if inside.get() {
            mine.fetch(async move { api.get(&format!("/api/v1/events/{}/turns", id.get_value())).await });
        }
    });
    let any_mine = move || mine.get().is_some_and(|turns| !turns.is_empty());
    (count > 0).then(|| {
        view! {
            <section class="card" aria-labelledby="event-shifts">
                <h2 id="event-shifts">{say(words::SHIFTS)}</h2>
                <p class="small">{say(words::SHIFTS_ABOUT)}</p>
                <ul class="shifts" role="list">
                    {(0..count).map(|at| view! { <OneShift event load mine at /> }).collect_view()}
                </ul>
                <Show when=any_mine>
                    <a class="button-main" href=format!("/events/{}/work", id.get_value())>
                        {say(words::TO_WORK)}
                    </a>
                </Show>
            </section>
        }
    })
}

#[component]
fn OneShift(
    event: StoredValue<EventView>,
    load: Loader<EventView>,
    mine: Loader<Vec<TurnView>>,
    at: usize,
) -> impl IntoView {
    let (api, language, signed_in) = (Api::here(), Language::here(), SignedIn::here());
    let navigate = use_navigate();
    let shift = event.with_value(|event| event.plan.shifts.get(at).cloned());
    let taken = event.with_value(|event| event.taken.get(at).copied().unwrap_or_default());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let turn = Memo::new(move |_| {
        mine.get()
            .and_then(|turns| turns.into_iter().find(|turn| turn.shift == at))
    });
    let places = shift.as_ref().map_or(0, |shift| shift.places);
    let full = taken >= places;
    let id = StoredValue::new(event.with_value(|event| event.id.clone()));
    let press = move |method: Method| {
        if busy.get_untracked() {
            return;
        }
        let Some(Me::Resident { .. }) = untrack(|| signed_in.me()) else {
            navigate(
                &sign_in::path(&format!("/events/{}", id.get_value())),
                NavigateOptions::default(),
            );
            return;
        };
        busy.set(true);
        failure.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let path = format!("/api/v1/events/{}/shifts/{at}", id.get_value());
            let answer = if method == Method::PUT {
                api.send::<TurnView>(Call::new(method, &path)).await.map(drop)
            } else {
                api.delete(&path).await
            };
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => load.follow(async move { api.get(&format!("/api/v1/events/{}", id.get_value())).await }),
                Err(refused) if refused.code() == Some(Code::NotAVolunteer) => {
                    navigate(PATH, NavigateOptions::default());
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let press = StoredValue::new(press);
    let button = move || {
        let came = turn.with(|turn| turn.as_ref().map(|turn| turn.came.is_some()));
        match came {
            Some(came) => view! {
                <p class="event-followed">
                    <Icon name="done" />
                    {say(words::YOURS)}
                </p>
                {(!came)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button-link"
                                on:click=move |_| press.with_value(|press| press(Method::DELETE))
                            >
                                {say(words::GIVE_UP)}
                            </button>
                        }
                    })}
            }
            .into_any(),
            None if full => view! { <p class="small">{say(words::FULL)}</p> }.into_any(),
            None => view! {
                <button
                    type="button"
                    class="button-plain"
                    aria-disabled=move || busy.get().to_string()
                    on:click=move |_| press.with_value(|press| press(Method::PUT))
                >
                    {say(words::TAKE)}
                </button>
            }
            .into_any(),
        }
    };
    shift.map(|shift| {
        view! {
            <li class="shift">
                <p>
                    <b>{span(shift.starts, shift.ends)}</b>
                    " "
                    <span class="small">{move || words::left(taken, places, language.get())}</span>
                </p>
                <Trouble failure />
                {button}
            </li>
        }
    })
}
