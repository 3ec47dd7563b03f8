//! On the resident's phone: what a volunteer has filled in for them, and the button that agrees.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{Agree, Filed, ToAgree};
use shuiting_shared::form::{Field, Form, shown};

use super::{API, words};
use crate::door::ForResidents;
use crate::page::Page;
use crate::trouble::Trouble;

/// The page.
#[component]
pub(crate) fn AgreePage() -> impl IntoView {
    view! {
        <Page title=say(words::AGREE_TITLE) back="/">
            <ForResidents about=words::AGREE_SIGN_IN>
                <Prepared />
            </ForResidents>
        </Page>
    }
}

#[component]
fn Prepared() -> impl IntoView {
    let api = Api::here();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let token = StoredValue::new(token);
    let load = Loader::<ToAgree>::default();
    let ask = move || async move { api.get_now(&format!("{API}/{}/case", token.get_value())).await };
    load.fetch(ask());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let agree = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let path = format!("{API}/{}/agreement", token.get_value());
            let answer = api.post::<Filed>(&path, &Agree::default()).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(filed) => {
                    if let Some(seen) = load.get_untracked() {
                        load.put(ToAgree {
                            filed: Some(filed),
                            ..seen
                        });
                    }
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let filed = Memo::new(move |_| load.get().and_then(|seen| seen.filed));
    let main = move || say(if busy.get() { words::AGREEING } else { words::AGREE });
    view! {
        <Faces load happening=words::AGREE_FETCHING retry=move |()| load.fetch(ask())>
            <Show
                when=move || filed.with(Option::is_none)
                fallback=move || filed.get().map(|filed| view! { <Agreed filed /> })
            >
                {move || load.get().map(|seen| view! { <Seen seen /> })}
                <p class="small">{say(words::NOT_RIGHT)}</p>
                <Trouble failure />
                <button
                    type="button"
                    class="button-main"
                    aria-disabled=move || busy.get().to_string()
                    on:click=agree
                >
                    {main}
                </button>
            </Show>
        </Faces>
    }
}

/// What was filled in, page by page.
#[component]
fn Seen(seen: ToAgree) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let (helper, service, count) = (seen.helper.clone(), seen.service, seen.photos);
    let by = move || {
        let lang = language.get();
        words::by(&helper, service.label().get(lang), lang)
    };
    let answers = seen.answers;
    let row = move |field: &'static Field| {
        let answer = answers.get(field.key)?.to_owned();
        let said = move || {
            let lang = language.get();
            let said = household.read(|house| Some(shown(field, &answer, house, lang)));
            said.unwrap_or_default()
        };
        Some(view! {
            <div>
                <dt>{say(field.label)}</dt>
                <dd>{said}</dd>
            </div>
        })
    };
    let fields = service.form().into_iter().flat_map(Form::fields);
    view! {
        <section class="card" aria-labelledby="agree-by">
            <h2 id="agree-by">{by}</h2>
            <dl class="facts">{fields.filter_map(row).collect_view()}</dl>
            {(count > 0)
                .then(|| {
                    view! { <p>{move || words::photos(count, language.get())}</p> }
                })}
        </section>
    }
}

#[component]
fn Agreed(filed: Filed) -> impl IntoView {
    let number = filed.number.to_string();
    view! {
        <section class="card" aria-labelledby="agreed-title">
            <h2 id="agreed-title" role="status">
                {say(words::AGREED)}
            </h2>
            <dl class="facts">
                <div>
                    <dt>{say(words::NUMBER)}</dt>
                    <dd>{number.clone()}</dd>
                </div>
            </dl>
            <a class="button-main" href=format!("/cases/{number}")>
                {say(words::SEE)}
            </a>
        </section>
    }
}
