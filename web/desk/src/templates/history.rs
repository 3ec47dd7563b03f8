//! What a template said before: who wrote it, when, and the way back to it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{TemplateChange, TemplateVersion, TemplateView};
use shuiting_shared::time;

use super::book::Book;
use super::words;

/// Every version of a template, the newest first.
#[component]
pub(super) fn History(
    /// Where the template is.
    path: String,
    /// Its version now.
    version: i32,
) -> impl IntoView {
    let (api, book, language) = (Api::here(), Book::here(), Language::here());
    let load = Loader::<Vec<TemplateVersion>>::default();
    let path = StoredValue::new(path);
    let ask = move || {
        let path = path.with_value(|path| format!("{path}/history"));
        async move { api.get(&path).await }
    };
    load.fetch(ask());
    let failure = RwSignal::new(None::<Failure>);
    let restore = Callback::new(move |old: TemplateVersion| {
        let change = TemplateChange {
            version,
            removed: false,
            template: old.template,
        };
        failure.set(None);
        spawn_local(async move {
            match api.patch::<TemplateView>(&path.get_value(), &change).await {
                Ok(view) => book.meet(view),
                // Where the page was left meanwhile there is nobody to be told.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    });
    view! {
        <section class="template-history" aria-labelledby="history-title">
            <h2 id="history-title">{say(words::HISTORY)}</h2>
            <p class="flaw" role="alert">
                {move || failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Faces load happening=words::FETCHING_HISTORY retry=move |()| load.fetch(ask())>
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
fn Old(old: TemplateVersion, now: bool, restore: Callback<TemplateVersion>) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let (at, number) = (old.at, old.version);
    let (title, text, by) = (old.template.title.clone(), old.template.words.clone(), old.by.clone());
    let removed = old.removed;
    let name = move || words::restore(number, language.get());
    let button = (!now).then(|| {
        view! {
            <button type="button" aria-label=name on:click=move |_| restore.run(old.clone())>
                {say(words::RESTORE)}
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
                <span>{move || words::version(number, language.get())}</span>
                {now.then(|| view! { <em class="mark">{say(words::NOW)}</em> })}
                {removed.then(|| view! { <em class="mark">{say(words::REMOVED)}</em> })}
            </p>
            <p lang="zh-CN">
                <b>{title.zh}</b>
                " "
                {text.zh}
            </p>
            <p lang="en">
                <b>{title.en}</b>
                " "
                {text.en}
            </p>
            {button}
        </li>
    }
}
