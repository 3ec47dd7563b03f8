//! On the volunteer's phone: the code that the resident scans, the way by SMS, and what was filed. Once it is filed the draft
//! goes.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_params_map, use_query_map};
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::realm;
use shuiting_shared::api::{Agree, Filed, Prepared};
use shuiting_shared::service::Who;

use super::{API, words};
use crate::door::ForResidents;
use crate::filing::{DraftId, Drafts};
use crate::line_field::{LineField, look_at, typed};
use crate::page::Page;
use crate::trouble::Trouble;

/// How often one looks whether the resident has agreed.
const LOOK: Duration = Duration::from_secs(3);

/// The page.
#[component]
pub(crate) fn HandedPage() -> impl IntoView {
    view! {
        <Page title=say(words::HANDED) back="/help">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Handed />
            </ForResidents>
        </Page>
    }
}

#[component]
fn Handed() -> impl IntoView {
    let (api, drafts) = (Api::here(), Drafts::here());
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let token = StoredValue::new(token);
    let draft = use_query_map().with_untracked(|query| query.get("draft"));
    let draft = draft.and_then(|name| name.parse::<DraftId>().ok());
    let load = Loader::<Prepared>::default();
    let ask = move || async move { api.get(&format!("{API}/{}", token.get_value())).await };
    load.fetch(ask());
    clock::every(LOOK, move || {
        if load.get_untracked().is_some_and(|prepared| prepared.filed.is_none()) {
            load.follow(ask());
        }
    });
    let filed = Memo::new(move |_| load.get().and_then(|prepared| prepared.filed));
    Effect::new(move || {
        if let (true, Some(draft)) = (filed.with(Option::is_some), draft) {
            drafts.forget(draft);
        }
    });
    view! {
        <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
            <Show when=move || filed.with(Option::is_some) fallback=move || view! { <Open token load draft /> }>
                {move || filed.get().map(|filed| view! { <Done filed /> })}
            </Show>
        </Faces>
    }
}

/// What was filed.
#[component]
fn Done(filed: Filed) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="helped-title">
            <h2 id="helped-title" role="status">
                {say(words::FILED)}
            </h2>
            <dl class="facts">
                <div>
                    <dt>{say(words::NUMBER)}</dt>
                    <dd>{filed.number.to_string()}</dd>
                </div>
            </dl>
            <p>{say(words::FILED_ABOUT)}</p>
            <a class="button-main" href="/help">
                {say(words::ANOTHER)}
            </a>
        </section>
    }
}

/// It waits for the resident.
#[component]
fn Open(token: StoredValue<String>, load: Loader<Prepared>, draft: Option<DraftId>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let (sent, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let busy = RwSignal::new(false);
    let code = NodeRef::<html::Input>::new();
    let missing = RwSignal::new(false);
    let anyone = move || {
        load.get()
            .is_some_and(|prepared| prepared.service.facts().who == Who::Anyone)
    };
    let path = move |end: &str| format!("{API}/{}/{end}", token.get_value());
    let send = move |_| {
        failure.set(None);
        spawn_local(async move {
            match api.post::<()>(&path("code"), &()).await {
                Ok(()) => drop(sent.try_set(true)),
                // The page may have been left meanwhile.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    let file = move |agree: Agree| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api.post::<Filed>(&path("agreement"), &agree).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(filed) => {
                    if let Some(prepared) = load.get_untracked() {
                        load.put(Prepared {
                            filed: Some(filed),
                            ..prepared
                        });
                    }
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let by_code = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = typed(code);
        missing.set(typed.is_empty());
        if typed.is_empty() {
            return look_at(code);
        }
        file(Agree { code: Some(typed) });
    };
    let flaw = Signal::derive(move || {
        let told = failure.with(|failure| failure.as_ref()?.field("code").map(str::to_owned));
        told.or_else(|| missing.get().then(|| language.say(words::NO_CODE).to_owned()))
    });
    view! {
        <section class="card" aria-labelledby="scan-title">
            <h2 id="scan-title">{say(words::SCAN)}</h2>
            <img class="handed-code" src=realm::here().address(&path("code.svg")) alt=say(words::SCAN_ALT) width="320" height="320" />
        </section>
        <Show when=anyone>
            <section class="card">
                <p class="small">{say(words::JUST_FILE_ABOUT)}</p>
                <button
                    type="button"
                    class="button-main"
                    aria-disabled=move || busy.get().to_string()
                    on:click=move |_| file(Agree::default())
                >
                    {say(words::JUST_FILE)}
                </button>
            </section>
        </Show>
        <form class="card" novalidate on:submit=by_code>
            <h2>{say(words::OR_SMS)}</h2>
            <p class="small">{say(words::SMS_ABOUT)}</p>
            <button type="button" class="button-plain" on:click=send>
                {say(words::SEND_CODE)}
            </button>
            <p class="small" role="status">
                {move || sent.get().then(|| language.say(words::SENT))}
            </p>
            <LineField id="agree-code" label=words::CODE mode="numeric" input=code flaw />
            <Trouble failure />
            <button type="submit" class="button-plain" aria-disabled=move || busy.get().to_string()>
                {say(words::FILE)}
            </button>
        </form>
        {draft
            .map(|draft| {
                view! {
                    <a class="button-link" href=draft.address()>
                        {say(words::CHANGE)}
                    </a>
                }
            })}
    }
}
