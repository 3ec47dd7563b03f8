//! What the leader of an event sees: the code of the minute, large, and who has come. The codes are fetched once, so that they
//! can be shown without a network.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{HelperView, MinuteCode, TurnChange};
use shuiting_shared::words::Lang;

use super::turn::{been, span};
use super::words;
use crate::door::ForResidents;
use crate::page::Page;
use crate::trouble::Trouble;

/// The page.
#[component]
pub(crate) fn LeadPage() -> impl IntoView {
    let params = use_params_map();
    let id = params.with_untracked(|params| params.get("id").unwrap_or_default());
    let back = format!("/events/{id}/work");
    let id = StoredValue::new(id);
    view! {
        <Page title=say(words::LEAD_TITLE) back=back>
            <ForResidents about=words::SIGN_IN_ABOUT>
                <NowCode id />
                <Helpers id />
            </ForResidents>
        </Page>
    }
}

#[component]
fn NowCode(id: StoredValue<String>) -> impl IntoView {
    let (api, clock) = (Api::here(), Clock::here());
    let load = Loader::<Vec<MinuteCode>>::default();
    let ask = move || async move { api.get(&format!("/api/v1/events/{}/codes", id.get_value())).await };
    load.fetch(ask());
    let code = Memo::new(move |_| {
        clock.get();
        let codes = load.get().unwrap_or_default();
        let now = clock::now();
        codes.into_iter().find(|code| code.is_of(now)).map(|code| code.code)
    });
    let face = move || match code.get() {
        Some(code) => view! { <p class="minute-code">{code}</p> }.into_any(),
        None => view! { <p>{say(words::NOT_NOW)}</p> }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby="code-title">
            <h2 id="code-title">{say(words::NOW)}</h2>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                {face}
            </Faces>
            <p class="small">{say(words::NOW_ABOUT)}</p>
        </section>
    }
}

/// Who has signed up.
async fn helpers(api: Api, id: StoredValue<String>) -> Result<Vec<HelperView>, Failure> {
    api.get(&format!("/api/v1/events/{}/helpers", id.get_value())).await
}

#[component]
fn Helpers(id: StoredValue<String>) -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<HelperView>>::default();
    let ask = move || helpers(api, id);
    load.fetch(ask());
    let all = move || load.get().unwrap_or_default();
    view! {
        <section class="card" aria-labelledby="helpers-title">
            <h2 id="helpers-title">{say(words::LIST)}</h2>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <Show
                    when=move || !all().is_empty()
                    fallback=|| view! { <p>{say(words::NOBODY)}</p> }
                >
                    <ul class="shifts" role="list">
                        {move || all().into_iter().map(|helper| view! { <Helper id helper load /> }).collect_view()}
                    </ul>
                </Show>
            </Faces>
        </section>
    }
}

#[component]
fn Helper(id: StoredValue<String>, helper: HelperView, load: Loader<Vec<HelperView>>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let failure = RwSignal::new(None::<Failure>);
    let (name, hours) = (helper.name.clone(), span(helper.turn.starts, helper.turn.ends));
    let kind = say(helper.kind.label());
    let (came, went) = (helper.turn.came, helper.turn.went);
    let helper = StoredValue::new(helper);
    let state = move || helper.with_value(|helper| been(&helper.turn, language.get()));
    let note = move |_| {
        let now = Some(clock::now());
        let change = if came.is_none() {
            TurnChange {
                came: now,
                ..TurnChange::default()
            }
        } else {
            TurnChange {
                went: now,
                ..TurnChange::default()
            }
        };
        failure.set(None);
        let path = helper.with_value(|helper| {
            let (id, shift) = (id.get_value(), helper.turn.shift);
            format!("/api/v1/events/{id}/shifts/{shift}/helpers/{}", helper.id)
        });
        spawn_local(async move {
            match api.patch::<HelperView>(&path, &change).await {
                Ok(_) => {
                    load.follow(helpers(api, id));
                }
                // The page may have been left meanwhile.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    view! {
        <li class="shift">
            <p>
                <b lang=Lang::Zh.tag()>{name.clone()}</b>
                " "
                <span class="small">{kind} " " {hours}</span>
            </p>
            <p>{state}</p>
            <Trouble failure />
            {went
                .is_none()
                .then(|| {
                    view! {
                        <button type="button" class="button-link" on:click=note>
                            {say(if came.is_none() { words::CAME } else { words::WENT })}
                            <span class="hidden" lang=Lang::Zh.tag()>" " {name}</span>
                        </button>
                    }
                })}
        </li>
    }
}
