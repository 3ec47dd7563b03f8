//! All that is kept about me, on one page: to see, to take along, to erase.

mod devices;
mod remembered;
mod wechat;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::say;
use shuiting_parts::realm;
use shuiting_shared::api::Me;

use super::{WayOut, words as texts};
use crate::door::ForResidents;
use crate::page::Page;
use crate::trouble::Trouble;
use devices::Devices;
use remembered::Remembered;
use wechat::BoundWeChat;

/// The page.
#[component]
pub(crate) fn DataPage() -> impl IntoView {
    view! {
        <Page title=say(texts::DATA) back="/me">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Remembered />
                <Water />
                <Cases />
                <Devices />
                <BoundWeChat />
                <Take />
                <WayOut />
            </ForResidents>
        </Page>
    }
}

/// Which water accounts are mine stands on a page of its own.
#[component]
fn Water() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="data-water">
            <h2 id="data-water">{say(words::WATER)}</h2>
            <p>{say(words::WATER_ABOUT)}</p>
            <a class="button-plain" href="/water">
                {say(words::TO_WATER)}
            </a>
        </section>
    }
}

/// What was filed stays, and why.
#[component]
fn Cases() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="data-cases">
            <h2 id="data-cases">{say(words::CASES)}</h2>
            <p>{say(words::CASES_ABOUT)}</p>
            <a class="button-plain" href="/cases">
                {say(words::TO_CASES)}
            </a>
        </section>
    }
}

/// Takes all of it along, as a file.
#[component]
fn Take() -> impl IntoView {
    let api = Api::here();
    let failure = RwSignal::new(None::<Failure>);
    let take = move |_| {
        failure.set(None);
        spawn_local(async move {
            // The browser fetches the file by itself, and cannot refresh a sign-in that has run out.
            match api.get::<Me>("/api/v1/me").await {
                // A browser that will not go there says so itself.
                Ok(_) => drop(window().location().assign(&realm::here().address("/api/v1/me/export"))),
                Err(refused) => {
                    // The page may have been left meanwhile.
                    let _ = failure.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="data-take">
            <h2 id="data-take">{say(words::TAKE)}</h2>
            <p class="small">{say(words::TAKE_ABOUT)}</p>
            <Trouble failure />
            <button type="button" class="button-plain" on:click=take>
                {say(words::TAKE_NOW)}
            </button>
        </section>
    }
}
