//! The page of all that is asked: a field, and below it what it finds; what has helped most as long as nothing is looked for.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::ArticleRead;

use super::{API, Rows, words};
use crate::hotline::Hotline;
use crate::page::Page;

/// Where the answers to what is typed are.
fn address(typed: &str) -> String {
    let query = [("q", typed.trim())];
    format!("{API}?{}", serde_urlencoded::to_string(query).unwrap_or_default())
}

/// The page.
#[component]
pub(crate) fn QuestionsPage() -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let load = Loader::<Vec<ArticleRead>>::default();
    let typed = RwSignal::new(String::new());
    let ask = move || {
        let path = address(&typed.get_untracked());
        async move { api.get(&path).await }
    };
    load.fetch(ask());
    let found = Memo::new(move |_| load.get().unwrap_or_default());
    let looking = Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty()));
    let count = move || {
        looking
            .get()
            .then(|| words::found(found.with(Vec::len), language.get()))
    };
    view! {
        <Page title=say(words::TITLE) back="/">
            <form class="find" role="search" on:submit=|event| event.prevent_default()>
                <Icon name="search" />
                <input
                    type="search"
                    id="ask"
                    aria-label=say(words::ASK)
                    placeholder=say(words::ASK_HINT)
                    autocomplete="off"
                    enterkeyhint="search"
                    maxlength="80"
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        load.follow(ask());
                    }
                />
            </form>
            <p class="hidden" role="status">
                {count}
            </p>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <Show when=move || !found.with(Vec::is_empty) fallback=Nothing>
                    <section class="part" aria-labelledby="questions-found">
                        <h2 id="questions-found">
                            {move || language.say(if looking.get() { words::FOUND } else { words::OFTEN })}
                        </h2>
                        {move || view! { <Rows articles=found.get() /> }}
                    </section>
                </Show>
            </Faces>
        </Page>
    }
}

/// Nobody has written of that: somebody can be asked.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="card">
            <p>
                <b>{say(words::NOTHING)}</b>
            </p>
            <p>{say(words::NOTHING_REMEDY)}</p>
            <Hotline said=words::call class="button-plain" />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn what_is_typed_goes_into_the_address() {
        assert_eq!(address(" late fee & more "), "/api/v1/articles?q=late+fee+%26+more");
        assert_eq!(address(""), "/api/v1/articles?q=");
    }
}
