//! Knowledge, looked for while somebody speaks: what is typed finds, arrows choose, Enter says that it was the answer.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::ArticleRead;
use shuiting_shared::call::Outcome;

use super::desk::{Desk, SEARCH};
use super::words;
use crate::keys::{Command, Hint};

/// So many are looked at while somebody waits.
const MOST: usize = 6;

/// The place after a step among so many; at the end it stays.
fn step(at: usize, down: bool, all: usize) -> usize {
    if down {
        (at + 1).min(all.saturating_sub(1))
    } else {
        at.saturating_sub(1)
    }
}

/// The field, what it finds, and the answer that is chosen in full.
#[component]
pub(super) fn Search(desk: Desk) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let found = Loader::<Vec<ArticleRead>>::default();
    let (typed, at) = (RwSignal::new(String::new()), RwSignal::new(0usize));
    // What was typed when what is shown was found.
    let shown = RwSignal::new(String::new());
    let ask = move || {
        at.set(0);
        let (most, asked) = (MOST.to_string(), typed.get_untracked());
        if asked.trim().is_empty() {
            found.put(Vec::new());
            return;
        }
        let query = serde_urlencoded::to_string([("q", asked.trim()), ("most", &most)]).unwrap_or_default();
        found.follow(async move {
            let answer = api.get(&format!("/api/v1/articles?{query}")).await;
            if typed.try_get_untracked().as_ref() == Some(&asked) {
                shown.set(asked);
            }
            answer
        });
    };
    let all = Memo::new(move |_| found.get().unwrap_or_default());
    let chosen = Memo::new(move |_| all.with(|all| all.get(at.get()).cloned()));
    let answer = move || {
        if let Some(article) = chosen.get_untracked() {
            desk.conclude(Outcome::Solved, Some(article.id));
        }
    };
    // Nothing is answered by Enter from what was found for something else.
    let enter = move || {
        if typed.with_untracked(|typed| shown.with_untracked(|shown| shown == typed)) {
            answer();
        }
    };
    let press = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                let down = event.key() == "ArrowDown";
                at.update(|at| *at = step(*at, down, all.with_untracked(Vec::len)));
            }
            "Enter" => enter(),
            _ => return,
        }
        event.prevent_default();
    };
    let hint = Hint::of(Command::CallSearch);
    let active = move || chosen.with(|chosen| chosen.as_ref().map(|article| format!("calls-article-{}", article.id)));
    let option = move |(place, article): (usize, ArticleRead)| {
        let (id, question) = (format!("calls-article-{}", article.id), article.question);
        view! {
            <li
                id=id
                role="option"
                aria-selected=move || (at.get() == place).to_string()
                on:click=move |_| at.set(place)
            >
                {move || question.get(language.get()).to_owned()}
            </li>
        }
    };
    view! {
        <div class="calls-search">
            <label for=SEARCH>{say(words::SEARCH)}</label>
            <input
                id=SEARCH
                type="search"
                role="combobox"
                autocomplete="off"
                maxlength="80"
                aria-expanded=move || (!all.with(Vec::is_empty)).to_string()
                aria-controls="calls-found"
                aria-autocomplete="list"
                aria-activedescendant=active
                aria-keyshortcuts=move || hint.aria()
                placeholder=say(words::SEARCH_HINT)
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    ask();
                }
                on:keydown=press
            />
            <div class="calls-found">
                <ul id="calls-found" role="listbox" aria-label=say(words::FOUND)>
                    {move || all.get().into_iter().enumerate().map(option).collect_view()}
                </ul>
                <Chosen chosen typed answer=Callback::new(move |()| answer()) />
            </div>
        </div>
    }
}

/// The answer that is chosen, in full; else what to do.
#[component]
fn Chosen(chosen: Memo<Option<ArticleRead>>, typed: RwSignal<String>, answer: Callback<()>) -> impl IntoView {
    let language = Language::here();
    let nothing = move || {
        let asked = typed.with(|typed| !typed.trim().is_empty());
        language.say(if asked { words::NOT_FOUND } else { words::SEARCH_HELP })
    };
    move || match chosen.get() {
        Some(article) => view! {
            <article class="calls-answer">
                <h2>{article.question.get(language.get()).to_owned()}</h2>
                <p>{article.answer.get(language.get()).to_owned()}</p>
                <button type="button" class="main" data-key="Enter" on:click=move |_| answer.run(())>
                    {say(words::ANSWERED)}
                </button>
            </article>
        }
        .into_any(),
        None => view! { <p class="help">{nothing}</p> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_stop_at_the_ends() {
        assert_eq!((step(0, true, 3), step(2, true, 3)), (1, 2));
        assert_eq!((step(2, false, 3), step(0, false, 3)), (1, 0));
        assert_eq!((step(0, true, 0), step(0, false, 0)), (0, 0));
    }
}
