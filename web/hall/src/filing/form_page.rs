//! One page of a form: one subject.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::Api;
use shuiting_parts::form::focus;
use shuiting_parts::lang::say;
use shuiting_shared::api::ReadyView;
use shuiting_shared::form::Page as Subject;
use shuiting_shared::service::Service;

use super::door::{Admitted, ready};
use super::leave::Kept;
use super::near::Near;
use super::pictures::Pictures;
use super::prefill::{Consent, Prefill};
use super::questions::Questions;
use super::spot::AtSpot;
use super::stop::{CallFirst, StopSheet};
use super::{Filing, way, words};
use crate::page::{LostPage, Page};
use crate::ready::{Told, Ways};
use crate::valve::Valve;

/// So long one waits for what the server knows; after that one goes on, and the server looks again when it is sent.
const PATIENCE: Duration = Duration::from_secs(3);
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

/// Goes on where nothing is wrong; else tells all that is, and leads to the first.
#[component]
fn NextButton(filing: Filing, page: &'static Subject, barred: RwSignal<Option<ReadyView>>) -> impl IntoView {
    let (form, id, language, api) = (filing.form, filing.id, filing.language, Api::here());
    let busy = RwSignal::new(false);
    let next = way::next(form, page.key);
    let navigate = use_navigate();
    let onward = StoredValue::new_local(move || {
        navigate(
            &way::address(id, next.map_or(way::CHECK, |next| next.key)),
            NavigateOptions::default(),
        );
    });
    let ask_first = move || {
        busy.set(true);
        barred.set(None);
        let waited = move || busy.try_get_untracked() == Some(true);
        let patience = set_timeout_with_handle(
            move || {
                if waited() {
                    busy.set(false);
                    onward.with_value(|onward| onward());
                }
            },
            PATIENCE,
        );
        spawn_local(async move {
            let kept = filing.kept_on(api, page).await;
            // The page may have been left meanwhile, by patience or by the person.
            if !waited() {
                return;
            }
            busy.set(false);
            if let Ok(patience) = patience {
                patience.clear();
            }
            match kept {
                Some(Kept::Barred(view)) => barred.set(Some(view)),
                Some(Kept::Flawed(flaw)) => {
                    filing.tell(&flaw);
                    focus(&flaw.field);
                }
                None => onward.with_value(|onward| onward()),
            }
        });
    };
    let go_on = move |_| {
        if busy.get_untracked() {
            return;
        }
        let asks = filing.asks_on_leaving(page);
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
            None if asks => ask_first(),
            None => onward.with_value(|onward| onward()),
        }
    };
    let name = move || {
        if busy.get() {
            return language.say(words::ASKING_READY).to_owned();
        }
        let title = next.map_or(words::CHECK, |next| next.title);
        words::next(language.say(title), language.get())
    };
    view! {
        <button
            type="button"
            class=move || if barred.with(Option::is_some) { "button-plain" } else { "button-main" }
            aria-disabled=move || busy.get().to_string()
            on:click=go_on
        >
            {name}
        </button>
    }
}
