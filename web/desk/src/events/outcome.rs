//! What came of one event: its figures, and its photos.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Call, Failure, Method};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::photo::{PhotoTiles, Place, Uploads};
use shuiting_shared::api::{EventOutcome, EventPhotos};

use super::address::DESK;
use super::board::plans;
use super::figures::FiguresList;
use super::words;

/// Photos of one event, as the rules have it.
const MOST: usize = 30;
/// Under which they stand in the queue of photos.
const KEY: &str = "event";

/// What came of it so far.
#[component]
pub(super) fn OutcomeOf(id: String) -> impl IntoView {
    let api = Api::here();
    let id = StoredValue::new(id);
    let load = Loader::<EventOutcome>::default();
    let ask = move || async move { api.get(&id.with_value(|id| format!("{DESK}/{id}/report"))).await };
    load.fetch(ask());
    view! {
        <section aria-labelledby="event-outcome">
            <h2 id="event-outcome">{say(words::OUTCOME)}</h2>
            <Faces load happening=words::FETCHING_ONE retry=move |()| load.fetch(ask())>
                {move || load.get().map(|outcome| view! { <FiguresList figures=outcome.figures alone=true /> })}
                <Photos id load />
            </Faces>
        </section>
    }
}

#[component]
fn Photos(id: StoredValue<String>, load: Loader<EventOutcome>) -> impl IntoView {
    let (api, language, uploads, plans) = (Api::here(), Language::here(), Uploads::here(), plans());
    let owner = id.with_value(|id| format!("event {id}"));
    let owner = StoredValue::new(owner);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let place = Place::new(owner.get_value(), KEY);
    let held = move || {
        let held = owner.with_value(|owner| uploads.with(|queue| queue.held(owner)));
        held.get(KEY).cloned().unwrap_or_default()
    };
    let settle = move |answer: Result<EventOutcome, Failure>| {
        // The page may have been left meanwhile.
        if busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(outcome) => load.put(outcome),
            Err(refused) => failure.set(Some(refused)),
        }
    };
    let add = move |_| {
        let photos = untrack(held);
        if busy.get_untracked() || photos.is_empty() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let path = id.with_value(|id| format!("{DESK}/{id}/photos"));
        spawn_local(async move {
            let answer = api.post(&path, &EventPhotos { photos }).await;
            if answer.is_ok() {
                owner.try_with_value(|owner| uploads.forget(owner));
            }
            settle(answer);
        });
    };
    let remove = move |photo: String| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let path = id.with_value(|id| format!("{DESK}/{id}/photos/{photo}"));
        spawn_local(async move { settle(api.send(Call::new(Method::DELETE, &path)).await) });
    };
    let photos = move || {
        let photos = load.get().map(|outcome| outcome.photos).unwrap_or_default();
        photos.into_iter().enumerate().collect::<Vec<_>>()
    };
    let one = move |(at, photo): (usize, String)| {
        let alt = move || words::photo(at + 1, language.get());
        let (src, href) = (api.thumbnail(&photo), api.photo(&photo));
        view! {
            <li>
                <a href=href target="_blank" rel="external">
                    <img src=src alt=alt loading="lazy" decoding="async" />
                </a>
                <Show when=move || plans.get()>
                    {
                        let photo = photo.clone();
                        view! {
                            <button type="button" class="plain" on:click=move |_| remove(photo.clone())>
                                {say(words::REMOVE_PHOTO)}
                                <span class="hidden">" " {alt}</span>
                            </button>
                        }
                    }
                </Show>
            </li>
        }
    };
    view! {
        <h3>{say(words::PHOTOS)}</h3>
        <ul class="event-photos" role="list">
            <For each=photos key=|(_, photo)| photo.clone() children=one />
        </ul>
        <Show when=move || plans.get()>
            <PhotoTiles
                place=place.clone()
                label=words::NEW_PHOTOS
                help=Some(words::PHOTOS_HELP)
                most=MOST
                required=false
                flaw=Signal::derive(move || failure.with(|failure| failure.as_ref().map(|failure| failure.say(language.get()))))
                changed=|()| ()
            />
            <Show when=move || !held().is_empty()>
                <button type="button" class="main" aria-disabled=move || busy.get().to_string() on:click=add>
                    {say(words::ADD_PHOTOS)}
                </button>
            </Show>
        </Show>
    }
}
