//! The page where templates are written: all of them left, one of them right.

use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_params_map};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, TemplateView};
use shuiting_shared::service::Service;
use shuiting_shared::words::Lang;

use super::book::Book;
use super::editor::Editor;
use super::history::History;
use super::words;
use crate::title;

/// The address of a template's page.
pub(super) fn address(id: &str) -> String {
    format!("/desk/templates/{id}")
}

/// Where a template is of use: 过户 · 办结.
fn place(view: &TemplateView, lang: Lang) -> String {
    let service = view.template.service.map_or(words::ANY_SERVICE, Service::label);
    format!("{} · {}", service.get(lang), view.template.occasion.label().get(lang))
}

/// The page; only those who may write templates are led to it.
#[component]
pub(crate) fn TemplatesPage() -> impl IntoView {
    title::set(say(crate::words::TEMPLATES));
    let (book, signed_in) = (Book::here(), SignedIn::here());
    book.renew();
    let may = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if role.writes_templates()));
    let happening = words::FETCHING_TEMPLATES;
    view! {
        <div class="templates">
            <h1 class="hidden">{say(crate::words::TEMPLATES)}</h1>
            <Show
                when=move || may.get()
                fallback=|| view! { <main class="empty" id="case" tabindex="-1"><p>{say(words::WHO_WRITES_TEMPLATES)}</p></main> }
            >
                <Faces load=book.load happening retry=move |()| book.retry()>
                    <nav class="template-list" aria-label=say(crate::words::TEMPLATES)>
                        <a class="new" href="/desk/templates/new">
                            {say(words::NEW_TEMPLATE)}
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
    let read = move |read: fn(&TemplateView, Lang) -> String| {
        let lang = language.get();
        view.with(|view| view.as_ref().map(|view| read(view, lang)))
    };
    view! {
        <li class:removed=removed>
            <a href=href aria-current=here>
                <b>{move || read(|view, lang| view.template.title.get(lang).to_owned())}</b>
                <small>{move || read(place)}</small>
                <Show when=removed>
                    <em class="mark">{say(words::REMOVED)}</em>
                </Show>
            </a>
        </li>
    }
}

/// The right side while no template is chosen.
#[component]
pub(crate) fn NoTemplate() -> impl IntoView {
    view! {
        <div class="empty">
            <p>{say(words::CHOOSE_TEMPLATE)}</p>
        </div>
    }
}

/// A template that is to be.
#[component]
pub(crate) fn NewTemplate() -> impl IntoView {
    view! { <Editor before=None /> }
}

/// The template that the address names, anew with each version of it.
#[component]
pub(crate) fn ChosenTemplate() -> impl IntoView {
    let book = Book::here();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let view = Memo::new(move |_| book.find(&id.get()));
    move || match view.get() {
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
                <p>{say(words::NO_SUCH_TEMPLATE)}</p>
            </div>
        }
        .into_any(),
    }
}
