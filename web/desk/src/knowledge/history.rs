//! What an article said before: who wrote it, when, and the way back to it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{ArticleChange, ArticleVersion, ArticleView};
use shuiting_shared::time;

use super::book::Book;
use super::words;
use crate::templates;

/// Every version of an article, the newest first.
#[component]
pub(super) fn History(
    /// Where the article is.
    path: String,
    /// Its version now.
    version: i32,
) -> impl IntoView {
    let (api, book, language) = (Api::here(), Book::here(), Language::here());
    let load = Loader::<Vec<ArticleVersion>>::default();
    let path = StoredValue::new(path);
    let ask = move || {
        let path = path.with_value(|path| format!("{path}/history"));
        async move { api.get(&path).await }
    };
    load.fetch(ask());
    let failure = RwSignal::new(None::<Failure>);
    let restore = Callback::new(move |old: ArticleVersion| {
        let change = ArticleChange {
            version,
            removed: false,
            article: old.article,
        };
        failure.set(None);
        spawn_local(async move {
            match api.patch::<ArticleView>(&path.get_value(), &change).await {
                Ok(view) => book.meet(view),
                // Where the page was left meanwhile there is nobody to be told.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    });
    view! {
        <section class="template-history" aria-labelledby="history-title">
            <h2 id="history-title">{say(templates::words::HISTORY)}</h2>
            <p class="flaw" role="alert">
                {move || failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Faces load happening=templates::words::FETCHING_HISTORY retry=move |()| load.fetch(ask())>
                <ol>
                    <For
                        each=move || load.get().unwrap_or_default()
                        key=|old| old.version
                        children=move |old| view! { <Old now=old.version == version old restore /> }
                    />
                </ol>
            </Faces>
        </section>
    }
}

#[component]
fn Old(old: ArticleVersion, now: bool, restore: Callback<ArticleVersion>) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let (at, number, removed) = (old.at, old.version, old.removed);
    let (question, answer, by) = (old.article.question.clone(), old.article.answer.clone(), old.by.clone());
    let name = move || templates::words::restore(number, language.get());
    let by = move || by.clone().unwrap_or_else(|| language.say(words::BY_A_FILE).to_owned());
    let button = (!now).then(|| {
        view! {
            <button type="button" aria-label=name on:click=move |_| restore.run(old.clone())>
                {say(templates::words::RESTORE)}
            </button>
        }
    });
    view! {
        <li>
            <p class="entry-facts">
                <time datetime=at.to_rfc3339() title=time::exact(at)>
                    {move || time::say(at, clock.get(), language.get())}
                </time>
                <b>{by}</b>
                <span>{move || templates::words::version(number, language.get())}</span>
                {now.then(|| view! { <em class="mark">{say(templates::words::NOW)}</em> })}
                {removed.then(|| view! { <em class="mark">{say(words::REMOVED)}</em> })}
            </p>
            <p lang="zh-CN">
                <b>{question.zh}</b>
                " "
                {answer.zh}
            </p>
            <p lang="en">
                <b>{question.en}</b>
                " "
                {answer.en}
            </p>
            {button}
        </li>
    }
}
