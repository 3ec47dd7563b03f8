//! One page of a form: one subject.

use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_parts::lang::say;
use shuiting_shared::api::ReadyView;
use shuiting_shared::form::Page as Subject;
use shuiting_shared::service::Service;

use super::door::{Admitted, ready};
use super::hand_over::Helping;
use super::near::Near;
use super::next_button::NextButton;
use super::pictures::Pictures;
use super::prefill::{Consent, Prefill};
use super::questions::Questions;
use super::spot::AtSpot;
use super::stop::{CallFirst, StopSheet};
use super::{Filing, way, words};
use crate::page::{LostPage, Page};
use crate::ready::{Told, Ways};
use crate::valve::Valve;

/// Where a leak is photographed, one has just said where it is.
const PHOTOS: &str = "photos";

/// The page of the draft that the address names.
#[component]
pub(crate) fn FormPage() -> impl IntoView {
    view! { <AtSpot of=subject /> }
}

fn subject(filing: Filing, key: &'static str) -> AnyView {
    match filing.form.page(key) {
        Some(page) => view! { <Subject filing page /> }.into_any(),
        None => view! { <LostPage /> }.into_any(),
    }
}

/// Which service is filed, and how far one is.
#[component]
pub(super) fn Whereabouts(service: Service, done: usize, all: usize) -> impl IntoView {
    view! {
        <div class="whereabouts">
            <p>{say(service.label())}</p>
            <progress max=all.to_string() value=done.to_string() aria-label=say(words::PROGRESS)></progress>
        </div>
    }
}

#[component]
fn Subject(filing: Filing, page: &'static Subject) -> impl IntoView {
    let (form, id, service) = (filing.form, filing.id, filing.service());
    filing.drafts.visit(id, page.key);
    let (place, all) = way::progress(form, page.key);
    let title = {
        let subject = say(page.title);
        move || format!("{place}/{all} {}", subject())
    };
    let flaws = Memo::new(move |_| filing.flaws(page));
    let stopped = RwSignal::new(false);
    let barred = RwSignal::new(None::<ReadyView>);
    let number = Memo::new(move |_| {
        let answers = filing.answers();
        filing.form.account(&answers).map(str::to_owned).unwrap_or_default()
    });
    // Another account may not be barred.
    Effect::new(move |before: Option<String>| {
        let now = number.get();
        if before.is_some_and(|before| before != now) {
            barred.set(None);
        }
        now
    });
    let then = Signal::stored(way::address(id, page.key));
    if let Some(sought) = filing.drafts.sought()
        && way::page_of(form, &sought).is_some_and(|of| of.key == page.key)
    {
        Effect::new(move || {
            let sought = sought.clone();
            // The heading takes the focus first.
            request_animation_frame(move || focus(&sought));
        });
    }
    let first = form.pages.first().is_some_and(|first| first.key == page.key);
    let ready = ready(service);
    let bar = view! {
        <Show when=move || ready.get()>
            <Show when=move || barred.with(Option::is_some)>
                <Ways ready=barred number then />
            </Show>
            <NextButton filing page barred />
        </Show>
    }
    .into_any();
    view! {
        <Page title back=way::back(form, id, page.key) bar>
            <Whereabouts service done=place all />
            <Helping filing />
            <Admitted service>
                <CallFirst filing />
                <Told ready=barred />
                {page.materials.contains(&PHOTOS).then(|| view! { <Near filing /> })}
                <Prefill filing page />
                <Questions filing page flaws stopped />
                <Consent filing page />
                <Pictures filing page flaws />
                {(service == Service::Leak && !first).then(|| view! { <Valve /> })}
            </Admitted>
            <StopSheet filing open=stopped />
        </Page>
    }
}
