//! One answer, where it leads, and whether it has helped.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{ArticleRead, Helped};
use shuiting_shared::service::Service;

use super::{API, PATH, words};
use crate::calculator::CalculatorLink;
use crate::filing::way;
use crate::hotline::Hotline;
use crate::page::Page;

/// The page of the question that the address names.
#[component]
pub(crate) fn QuestionPage() -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let load = Loader::<ArticleRead>::default();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let ask = move || {
        let path = format!("{API}/{}", id.get_untracked());
        async move { api.get(&path).await }
    };
    Effect::new(move |_| {
        id.track();
        load.fetch(ask());
    });
    let title = move || {
        let question = load
            .get()
            .map(|article| article.question.get(language.get()).to_owned());
        question.unwrap_or_else(|| language.say(words::TITLE).to_owned())
    };
    view! {
        <Page title back=PATH>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                {move || load.get().map(|article| view! { <Whole article /> })}
            </Faces>
        </Page>
    }
}

#[component]
fn Whole(article: ArticleRead) -> impl IntoView {
    let language = Language::here();
    let ArticleRead {
        id,
        answer,
        service,
        tariff,
        ..
    } = article;
    let paragraphs = move || {
        let lines = answer
            .get(language.get())
            .lines()
            .filter(|line| !line.trim().is_empty());
        lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()
    };
    view! {
        <div class="card answer">{paragraphs}</div>
        {tariff.then(|| view! { <CalculatorLink /> })}
        {service.map(|service| view! { <ToService service /> })}
        <Vote id />
        <p class="hotline">
            <Hotline said=words::call />
        </p>
    }
}

#[component]
fn ToService(service: Service) -> impl IntoView {
    view! {
        <a class="button-main" href=way::intro(service)>
            {say(service.label())}
        </a>
    }
}

/// Asks whether it has helped; whoever has said so is thanked and not asked again.
#[component]
fn Vote(id: String) -> impl IntoView {
    let (api, signed_in, language) = (Api::here(), SignedIn::here(), Language::here());
    let (said, busy) = (RwSignal::new(None::<bool>), RwSignal::new(false));
    let failure = RwSignal::new(None::<Failure>);
    let path = StoredValue::new(format!("{API}/{id}/vote"));
    let vote = move |helped: bool| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = match signed_in.or_guest().await {
                Ok(_) => api.put::<Helped>(&path.get_value(), &Helped { helped }).await,
                Err(failure) => Err(failure),
            };
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(told) => said.set(Some(told.helped)),
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let thanks = move || {
        said.get()
            .map(|helped| language.say(if helped { words::GLAD } else { words::SORRY }))
    };
    view! {
        <section class="card vote" aria-labelledby="helped">
            <h2 id="helped">{say(words::HELPED)}</h2>
            <Show when=move || said.get().is_none()>
                <div class="vote-ways">
                    <button type="button" class="button-plain" aria-disabled=move || busy.get().to_string() on:click=move |_| vote(true)>
                        {say(words::YES)}
                    </button>
                    <button type="button" class="button-plain" aria-disabled=move || busy.get().to_string() on:click=move |_| vote(false)>
                        {say(words::NO)}
                    </button>
                </div>
            </Show>
            <p role="status">{thanks}</p>
            <p class="flaw" role="alert">
                {move || failure.get().map(|failure| failure.say(language.get()))}
            </p>
        </section>
    }
}
