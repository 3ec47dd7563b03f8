//! What people ask about a service, below what it needs.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_shared::api::ArticleRead;
use shuiting_shared::service::Service;

use super::{API, Rows, words};

/// So many are shown; the page of all has the rest.
const MOST: usize = 3;

/// The questions. Where there are none, or they do not come, nothing is said of it.
#[component]
pub(crate) fn OfService(service: Service) -> impl IntoView {
    let api = Api::here();
    let articles = RwSignal::new(Vec::<ArticleRead>::new());
    spawn_local(async move {
        let path = format!("{API}?service={}&most={MOST}", service.code());
        if let Ok(found) = api.get(&path).await {
            // The page may have been left meanwhile.
            let _ = articles.try_set(found);
        }
    });
    view! {
        <Show when=move || !articles.with(Vec::is_empty)>
            <section class="part" aria-labelledby="intro-questions">
                <h2 id="intro-questions">{say(words::OFTEN)}</h2>
                {move || view! { <Rows articles=articles.get() /> }}
            </section>
        </Show>
    }
}
