//! One page of a form: one subject.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::form::focus;
use shuiting_parts::lang::say;
use shuiting_shared::form::Page as Subject;
use shuiting_shared::service::Service;

use super::door::{Admitted, ready};
use super::near::Near;
use super::pictures::Pictures;
use super::prefill::{Consent, Prefill};
use super::questions::Questions;
use super::spot::AtSpot;
use super::stop::{CallFirst, StopSheet};
use super::{Filing, way, words};
use crate::page::{LostPage, Page};
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
            <NextButton filing page />
        </Show>
    }
    .into_any();
    view! {
        <Page title back=way::back(form, id, page.key) bar>
            <Whereabouts service done=place all />
            <Admitted service>
                <CallFirst filing />
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

/// Goes on where nothing is wrong; else tells all that is, and leads to the first.
#[component]
fn NextButton(filing: Filing, page: &'static Subject) -> impl IntoView {
    let (form, id, language) = (filing.form, filing.id, filing.language);
    let next = way::next(form, page.key);
    let navigate = use_navigate();
    let go_on = move |_| {
        let flaws = untrack(|| filing.flaws(page));
        filing.drafts.mark(id, |marks| marks.show(&flaws));
        let told: Vec<_> = untrack(|| {
            filing
                .drafts
                .marks(id, |marks| marks.told().map(|(path, _)| path.to_owned()).collect())
        });
        let paths = flaws.iter().map(|flaw| flaw.field.as_str());
        let paths = paths.chain(told.iter().map(String::as_str));
        let here = |path: &&str| way::page_of(form, path).is_some_and(|of| of.key == page.key);
        let wrong: Vec<_> = paths.filter(here).collect();
        match way::first(form, &wrong) {
            Some((_, path)) => focus(path),
            None => navigate(
                &way::address(id, next.map_or(way::CHECK, |next| next.key)),
                NavigateOptions::default(),
            ),
        }
    };
    let name = move || {
        let title = next.map_or(words::CHECK, |next| next.title);
        words::next(language.say(title), language.get())
    };
    view! {
        <button type="button" class="button-main" on:click=go_on>
            {name}
        </button>
    }
}
