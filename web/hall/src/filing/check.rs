//! Everything once more, before it is sent.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::lang::say;
use shuiting_shared::form::Form;
use shuiting_shared::service::Service;

use super::door::{Admitted, ready};
use super::form_page::{Replaced, ToStart, Whereabouts};
use super::near::Near;
use super::send_bar::SendBar;
use super::stop::CallFirst;
use super::summary::Summary;
use super::{Drafts, Filing, Outbox, form, way, words};
use crate::page::{LostPage, Page};
use crate::valve::Valve;

/// The page, for the form that the address names.
#[component]
pub(crate) fn CheckPage() -> impl IntoView {
    let params = use_params_map();
    let service = Memo::new(move |_| params.with(|params| form(params.get_str("code")).map(|form| form.service)));
    move || match service.get().and_then(shuiting_shared::service::Service::form) {
        Some(form) => view! { <Check form /> }.into_any(),
        None => view! { <LostPage /> }.into_any(),
    }
}

#[component]
fn Check(form: &'static Form) -> impl IntoView {
    let filing = Filing::here(form);
    let service = filing.service();
    if !filing.drafts.with_untracked(service, super::draft::Draft::begun) {
        return match Drafts::became(service) {
            Some(number) => view! { <Replaced path=format!("/filed/{number}") /> }.into_any(),
            None => view! { <ToStart form /> }.into_any(),
        };
    }
    filing.drafts.visit(service, way::CHECK);
    let (place, all) = way::progress(form, way::CHECK);
    let ready = ready(service);
    let bar = view! {
        <Show when=move || ready.get()>
            <SendBar filing />
        </Show>
    }
    .into_any();
    view! {
        <Page title=say(words::CHECK_TITLE) back=way::back(form, way::CHECK) bar>
            <Whereabouts service done=place all />
            <Admitted service>
                <CallFirst filing />
                <Near filing />
                <LostPhotos filing />
                <Summary filing />
                <p class="small">{say(words::PRIVACY)}</p>
                {(service == Service::Leak).then(|| view! { <Valve /> })}
            </Admitted>
        </Page>
    }
    .into_any()
}

/// Says that photos were lost with the page that had them.
#[component]
fn LostPhotos(filing: Filing) -> impl IntoView {
    let (service, outbox) = (filing.service(), Outbox::here());
    let there = move || {
        let counts = filing.uploads.with(|queue| queue.counts(service.code()));
        counts.values().sum::<usize>()
    };
    let lost = Memo::new(move |_| {
        !outbox.state(service).goes_on() && filing.drafts.with(service, |draft| draft.photos) > there()
    });
    let seen = move |_| {
        let there = untrack(there);
        filing.drafts.update(service, |draft| draft.count(there));
    };
    view! {
        <Show when=move || lost.get()>
            <div class="card card-warn" role="alert">
                <p>{say(words::LOST_PHOTOS)}</p>
                <button type="button" class="button-plain" on:click=seen>
                    {say(words::SEEN)}
                </button>
            </div>
        </Show>
    }
}
