//! Everything once more, before it is sent.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::service::Service;

use super::door::{Admitted, ready};
use super::form_page::Whereabouts;
use super::hand_over::{HandOver, Helping};
use super::near::Near;
use super::send_bar::SendBar;
use super::spot::AtSpot;
use super::stop::CallFirst;
use super::summary::Summary;
use super::{Filing, Outbox, way, words};
use crate::page::Page;
use crate::valve::Valve;

/// The page, for the draft that the address names.
#[component]
pub(crate) fn CheckPage() -> impl IntoView {
    view! { <AtSpot of=|filing, _| view! { <Check filing /> }.into_any() /> }
}

#[component]
fn Check(filing: Filing) -> impl IntoView {
    let (form, id, service) = (filing.form, filing.id, filing.service());
    filing.drafts.visit(id, way::CHECK);
    let (place, all) = way::progress(form, way::CHECK);
    let ready = ready(service);
    let bar = view! {
        <Show when=move || ready.get()>
            <Show when=move || filing.helps() fallback=move || view! { <SendBar filing /> }>
                <HandOver filing />
            </Show>
        </Show>
    }
    .into_any();
    view! {
        <Page title=say(words::CHECK_TITLE) back=way::back(form, id, way::CHECK) bar>
            <Whereabouts service done=place all />
            <Helping filing />
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
}

/// Says that photos were lost with the page that had them.
#[component]
fn LostPhotos(filing: Filing) -> impl IntoView {
    let (id, outbox) = (filing.id, Outbox::here());
    let there = move || {
        let counts = filing.uploads().with(|queue| queue.counts(&filing.owner()));
        counts.values().sum::<usize>()
    };
    let lost =
        Memo::new(move |_| !outbox.state(id).goes_on() && filing.drafts.with(id, |draft| draft.photos) > there());
    let seen = move |_| {
        let there = untrack(there);
        filing.drafts.update(id, |draft| draft.count(there));
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
