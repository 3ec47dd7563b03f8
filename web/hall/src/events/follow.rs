//! Following an event. Whoever is not signed in is told why they have to, and comes back to this page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Call, Failure, Method};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{EventView, Me, WhySignIn};

use super::{PATH, words};
use crate::sign_in;
use crate::trouble::Trouble;

/// The button, and what comes of it.
#[component]
pub(super) fn Follow(event: StoredValue<EventView>, load: Loader<EventView>) -> impl IntoView {
    let (api, signed_in) = (Api::here(), SignedIn::here());
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Resident { .. })));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let (follows, id) = event.with_value(|event| (event.follows, event.id.clone()));
    let door = sign_in::path_because(&format!("/events/{id}"), WhySignIn::Follow);
    let path = StoredValue::new(format!("{PATH}/{id}/follow"));
    let press = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let method = if follows { Method::DELETE } else { Method::PUT };
        let call = Call::new(method, &path.get_value());
        spawn_local(async move {
            let answer = api.send(call).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(event) => load.put(event),
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let button = move || {
        view! {
            <button
                type="button"
                class=if follows { "button-plain" } else { "button-main" }
                aria-disabled=move || busy.get().to_string()
                on:click=press
            >
                {say(if follows { words::UNFOLLOW } else { words::FOLLOW })}
            </button>
        }
    };
    view! {
        <section class="card" aria-label=say(words::FOLLOW)>
            {follows
                .then(|| {
                    view! {
                        <p class="event-followed" role="status">
                            <Icon name="done" />
                            {say(words::FOLLOWING)}
                        </p>
                    }
                })}
            <p class="small">{say(words::FOLLOW_ABOUT)}</p>
            <Trouble failure />
            <Show
                when=move || inside.get()
                fallback=move || {
                    view! {
                        <a class="button-main" href=door.clone()>
                            {say(words::FOLLOW)}
                        </a>
                    }
                }
            >
                {button}
            </Show>
        </section>
    }
}
