//! Who I am, how I want to read, and the way out.

mod data;
mod reading;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Failed, Waiting};
use shuiting_parts::session::{Known, SignedIn};
use shuiting_parts::waiting::Errands;
use shuiting_shared::api::Me;
use shuiting_shared::person::Phone;

use crate::filing::Drafts;
use crate::hotline::Hotline;
use crate::last_town::LastTown;
use crate::messages::MessagesRow;
use crate::page::{Page, Tab};
use crate::practice::PracticeRow;
use crate::services::forget_used;
use crate::shared_phone::SharedPhone;
use crate::trouble::Trouble;
use crate::volunteer;
use crate::waiting;
pub(crate) use data::DataPage;
use reading::{Hearing, Reading};

/// The page.
#[component]
pub(crate) fn MePage() -> impl IntoView {
    let signed_in = SignedIn::here();
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Resident { .. })));
    view! {
        <Page title=say(words::ME) tab=Tab::Me>
            <Who />
            <Show when=move || inside.get()>
                <div class="rows">
                    <MessagesRow />
                </div>
            </Show>
            <ul class="rows">
                <li>
                    <a class="row" href="/events">
                        <span class="row-body">
                            {say(words::EVENTS)} <span class="small">{say(words::EVENTS_ABOUT)}</span>
                        </span>
                        <Icon name="chevron" />
                    </a>
                </li>
                <li>
                    <a class="row" href=volunteer::PATH>
                        <span class="row-body">
                            {say(volunteer::TITLE)} <span class="small">{say(volunteer::ABOUT)}</span>
                        </span>
                        <Icon name="chevron" />
                    </a>
                </li>
                <li>
                    <a class="row" href=waiting::PATH>
                        <span class="row-body">
                            {say(words::WAITING)} <span class="small">{say(words::WAITING_ABOUT)}</span>
                        </span>
                        <Icon name="chevron" />
                    </a>
                </li>
            </ul>
            <Reading />
            <PracticeRow />
            <section class="card" aria-labelledby="me-phone">
                <h2 id="me-phone">{say(words::PHONE)}</h2>
                <SharedPhone />
            </section>
            <Show when=move || inside.get()>
                <Hearing />
                <ul class="rows">
                    <li>
                        <a class="row" href="/water">
                            <span class="row-body">
                                {say(words::WATER)} <span class="small">{say(words::WATER_ABOUT)}</span>
                            </span>
                            <Icon name="chevron" />
                        </a>
                    </li>
                    <li>
                        <a class="row" href="/me/data">
                            <span class="row-body">
                                {say(words::DATA)} <span class="small">{say(words::DATA_ABOUT)}</span>
                            </span>
                            <Icon name="chevron" />
                        </a>
                    </li>
                </ul>
                <WayOut />
            </Show>
            <p class="hotline">
                <Hotline said=words::hotline class="button-link" />
            </p>
        </Page>
    }
}

/// Who is signed in; or the way in.
#[component]
fn Who() -> impl IntoView {
    let signed_in = SignedIn::here();
    let face = move || match signed_in.get() {
        Known::Asking => view! { <Waiting happening=words::ASKING /> }.into_any(),
        Known::Failed(failure) => view! { <Failed failure retry=move |()| signed_in.ask() /> }.into_any(),
        Known::Somebody(Me::Resident { phone, .. }) => {
            let phone = Phone::read(&phone).map_or(phone, |phone| phone.to_string());
            view! {
                <p class="me-who">
                    <Icon name="person" />
                    <b>{phone}</b>
                </p>
            }
            .into_any()
        }
        Known::Nobody | Known::Somebody(_) => view! {
            <p>{say(words::SIGN_IN_ABOUT)}</p>
            <a class="button-main" href="/sign-in?next=/me">
                {say(words::SIGN_IN)}
            </a>
        }
        .into_any(),
    };
    view! { <section class="card" aria-label=say(words::WHO)>{face}</section> }
}

/// Signing out: drafts and photos on this phone go, since the next one to hold it may be somebody else.
#[component]
fn WayOut() -> impl IntoView {
    let (api, signed_in) = (Api::here(), SignedIn::here());
    let (drafts, errands, last_town) = (Drafts::here(), Errands::here(), LastTown::here());
    let failure = RwSignal::new(None::<Failure>);
    let sign_out = move |everywhere| {
        failure.set(None);
        spawn_local(async move {
            match signed_in.sign_out(everywhere).await {
                Ok(()) => {
                    drafts.forget_all();
                    errands.forget_all();
                    api.forget_own();
                    last_town.forget();
                    forget_used();
                }
                Err(refused) => {
                    // The page may have been left meanwhile.
                    let _ = failure.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="me-out">
            <h2 id="me-out">{say(words::OUT)}</h2>
            <p class="small">{say(words::OUT_ABOUT)}</p>
            <Trouble failure />
            <button type="button" class="button-plain" on:click=move |_| sign_out(false)>
                {say(words::SIGN_OUT)}
            </button>
            <button type="button" class="button-plain" on:click=move |_| sign_out(true)>
                {say(words::SIGN_OUT_EVERYWHERE)}
            </button>
        </section>
    }
}
