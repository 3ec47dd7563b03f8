//! What a volunteer has filled in for a resident: marked as such on every page, and handed over in the end in place of being
//! sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Call, Failure, Method};
use shuiting_parts::chance;
use shuiting_parts::lang::say;
use shuiting_shared::api::{NewPreparation, Prepared};

use super::{Filing, way, words};
use crate::helping;
use crate::trouble::Trouble;

/// Says whose answers these are, and that they do not stay here.
#[component]
pub(super) fn Helping(filing: Filing) -> impl IntoView {
    view! {
        <Show when=move || filing.helps()>
            <p class="card card-warn" role="note">
                {say(words::HELPING)}
            </p>
        </Show>
    }
}

/// The button that hands it over.
#[component]
pub(super) fn HandOver(filing: Filing) -> impl IntoView {
    let (api, id, language) = (Api::here(), filing.id, filing.language);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let uploading = Memo::new(move |_| filing.uploads().with(|queue| queue.busy(&filing.owner())));
    let navigate = use_navigate();
    let hand = move |_| {
        if busy.get_untracked() || uploading.get_untracked() > 0 {
            return;
        }
        let flaws = untrack(|| filing.all_flaws());
        let paths: Vec<_> = flaws.iter().map(|flaw| flaw.field.as_str()).collect();
        if let Some((page, path)) = way::first(filing.form, &paths) {
            filing.drafts.mark(id, |marks| marks.show(&flaws));
            filing.drafts.seek(path);
            return navigate(&way::address(id, page.key), NavigateOptions::default());
        }
        busy.set(true);
        failure.set(None);
        let key = filing.drafts.update(id, |draft| draft.key(chance::key).to_owned());
        let new = NewPreparation { case: filing.sealed() };
        let call = Call::new(Method::POST, "/api/v1/preparations")
            .header("Idempotency-Key", &key.unwrap_or_default())
            .json(&new);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = match call {
                Ok(call) => api.send::<Prepared>(call).await,
                Err(refused) => Err(refused),
            };
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(prepared) => navigate(&helping::handed(&prepared.token, id), NavigateOptions::default()),
                Err(refused) => {
                    filing.drafts.update(id, super::draft::Draft::refuse);
                    failure.set(Some(refused));
                }
            }
        });
    };
    let name = move || {
        let lang = language.get();
        match (uploading.get(), busy.get()) {
            (0, false) => words::HAND_OVER.get(lang).to_owned(),
            (0, true) => words::HANDING_OVER.get(lang).to_owned(),
            (left, _) => words::uploading(left, lang),
        }
    };
    let held = move || uploading.get() > 0 || busy.get();
    view! {
        <Trouble failure />
        <button type="button" class="button-main" aria-disabled=move || held().to_string() on:click=hand>
            {name}
        </button>
    }
}
