//! The page where articles are written: all of them left, one of them right.

use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_params_map};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{ArticleView, Me};
use shuiting_shared::case::Role;
use shuiting_shared::words::Lang;

use super::book::Book;
use super::editor::Editor;
use super::history::History;
use super::words;
use crate::title;

/// The address of an article's page.
pub(super) fn address(id: &str) -> String {
    format!("/desk/articles/{id}")
}

/// What stands below an article in the list: its service, and how it has helped.
fn below(view: &ArticleView, lang: Lang) -> String {
    let service = view.article.service.map(|service| service.label().get(lang).to_owned());
    let votes = (view.helped + view.not_helped > 0).then(|| words::votes(view.helped, view.not_helped, lang));
    let parts: Vec<_> = [service, votes].into_iter().flatten().collect();
    parts.join(" · ")
}

/// The page; only those who may write articles are led to it.
#[component]
pub(crate) fn KnowledgePage() -> impl IntoView {
    title::set(say(crate::words::KNOWLEDGE));
    let (book, signed_in) = (Book::provide(), SignedIn::here());
    let may =
        Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if Role::writes_knowledge(role)));
    view! {
        <div class="templates">
            <h1 class="hidden">{say(crate::words::KNOWLEDGE)}</h1>
            <Show
                when=move || may.get()
                fallback=|| view! { <main class="empty" id="case" tabindex="-1"><p>{say(words::WHO_WRITES)}</p></main> }
            >
                <Faces load=book.load happening=words::FETCHING retry=move |()| book.retry()>
                    <nav class="template-list" aria-label=say(crate::words::KNOWLEDGE)>
                        <a class="new" href="/desk/articles/new">
                            {say(words::NEW_ARTICLE)}
                        </a>
                        <All />
                    </nav>
                    <main class="template" id="case" tabindex="-1">
                        <Outlet />
                    </main>
                </Faces>
            </Show>
        </div>
    }
}

#[component]
fn All() -> impl IntoView {
    let book = Book::here();
    let keys = move || {
        let all = book.load.get().unwrap_or_default();
        all.into_iter().map(|view| view.id).collect::<Vec<_>>()
    };
    view! {
        <ul>
            <For each=keys key=Clone::clone children=move |id| view! { <Row id /> } />
        </ul>
    }
}

#[component]
fn Row(id: String) -> impl IntoView {
    let (book, language) = (Book::here(), Language::here());
    let pathname = use_location().pathname;
    let href = address(&id);
    let here = {
        let href = href.clone();
        move || pathname.with(|path| *path == href).then_some("page")
    };
    let view = Memo::new(move |_| book.find(&id));
    let removed = move || view.with(|view| view.as_ref().is_some_and(|view| view.removed));
    let read = move |read: fn(&ArticleView, Lang) -> String| {
        let lang = language.get();
        view.with(|view| view.as_ref().map(|view| read(view, lang)))
    };
    view! {
        <li class:removed=removed>
            <a href=href aria-current=here>
                <b>{move || read(|view, lang| view.article.question.get(lang).to_owned())}</b>
                <small>{move || read(below)}</small>
                <Show when=removed>
                    <em class="mark">{say(words::REMOVED)}</em>
                </Show>
            </a>
        </li>
    }
}

/// The right side while no article is chosen.
#[component]
pub(crate) fn NoArticle() -> impl IntoView {
    view! {
        <div class="empty">
            <p>{say(words::CHOOSE)}</p>
        </div>
    }
}

/// An article that is to be.
#[component]
pub(crate) fn NewArticle() -> impl IntoView {
    view! { <Editor before=None /> }
}

/// The article that the address names, anew with each version of it.
#[component]
pub(crate) fn ChosenArticle() -> impl IntoView {
    let book = Book::here();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let view = Memo::new(move |_| book.find(&id.get()));
    // What is said of it changes without a version; what is being typed stays.
    let version = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| (view.id.clone(), view.version))));
    move || match version.get().and_then(|_| view.get_untracked()) {
        Some(view) => {
            let (path, version) = (format!("/api/v1{}", address(&view.id)), view.version);
            view! {
                <Editor before=Some(view) />
                <History path version />
            }
            .into_any()
        }
        None => view! {
            <div class="empty">
                <p>{say(words::NO_SUCH_ARTICLE)}</p>
            </div>
        }
        .into_any(),
    }
}
