//! One template, as it is written.

mod texts;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::form::Marks;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{TemplateChange, TemplateView};
use shuiting_shared::problem::FieldProblem;
use shuiting_shared::service::Service;
use shuiting_shared::template::{Occasion, Template};
use shuiting_shared::words::Text;

use super::book::Book;
use super::page;
use super::words;
use texts::{Body, Title};

/// A template nobody has written yet.
fn blank() -> Template {
    Template {
        service: None,
        occasion: Occasion::Note,
        title: Text::default(),
        words: Text::default(),
    }
}

/// What is typed, what is wrong with it, and what is being sent.
#[derive(Clone, Copy)]
struct Desk {
    api: Api,
    book: Book,
    language: Language,
    /// The version that is changed; none for a new template.
    before: StoredValue<Option<TemplateView>>,
    typed: RwSignal<Template>,
    marks: RwSignal<Marks>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Desk {
    fn new(before: Option<TemplateView>) -> Self {
        Self {
            api: Api::here(),
            book: Book::here(),
            language: Language::here(),
            typed: RwSignal::new(before.as_ref().map_or_else(blank, |view| view.template.clone())),
            before: StoredValue::new(before),
            marks: RwSignal::default(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Sends it where nothing is wrong; a template that is new then has a page, which `to` goes to.
    fn send(self, removed: bool, to: impl Fn(&str) + 'static) {
        if self.busy.get_untracked() || self.flawed() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let (before, template) = (self.before.get_value(), self.typed.get_untracked());
        spawn_local(async move {
            let new = before.is_none();
            let answer = self.write(before, template, removed).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    let path = page::address(&view.id);
                    self.book.meet(view);
                    if new {
                        to(&path);
                    }
                }
                Err(failure) => self.refuse(failure),
            }
        });
    }

    async fn write(
        self,
        before: Option<TemplateView>,
        template: Template,
        removed: bool,
    ) -> Result<TemplateView, Failure> {
        let Some(TemplateView { id, version, .. }) = before else {
            return self.api.post("/api/v1/desk/templates", &template).await;
        };
        let change = TemplateChange {
            version,
            removed,
            template,
        };
        self.api.patch(&format!("/api/v1{}", page::address(&id)), &change).await
    }

    fn said(self, path: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let flaws = self.typed.with(Template::flaws);
            self.marks.with(|marks| marks.say(path, &flaws, self.language.get()))
        })
    }

    fn change(self, path: &'static str, change: impl FnOnce(&mut Template)) {
        self.typed.update(change);
        self.marks.update(|marks| marks.change(path));
    }

    fn leave(self, path: &'static str) {
        self.marks.update(|marks| marks.leave(path));
    }

    /// Whether something is wrong; then all of it is told.
    fn flawed(self) -> bool {
        let flaws = self.typed.with_untracked(Template::flaws);
        self.marks.update(|marks| marks.show(&flaws));
        !flaws.is_empty()
    }

    fn refuse(self, failure: Failure) {
        let errors = failure.fields().iter().map(|error| FieldProblem {
            field: error.field.trim_start_matches("template.").to_owned(),
            ..error.clone()
        });
        let errors: Vec<_> = errors.collect();
        self.marks.update(|marks| marks.tell(&errors));
        self.failure.set(Some(failure));
    }
}

/// Writes a template: a new one, or the next version of one that there is.
#[component]
pub(super) fn Editor(before: Option<TemplateView>) -> impl IntoView {
    let language = Language::here();
    let navigate = StoredValue::new_local(use_navigate());
    let to = move |path: &str| navigate.with_value(|navigate| navigate(path, NavigateOptions::default()));
    let removed = before.as_ref().is_some_and(|view| view.removed);
    let there = before.is_some();
    let heading = if there { words::TEMPLATE } else { words::NEW_TEMPLATE };
    let desk = Desk::new(before);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.send(false, to);
    };
    view! {
        <form class="template-form" novalidate on:submit=submit>
            <h2>{say(heading)}</h2>
            <p class="flaw" role="alert">
                {move || desk.failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Place desk />
            <div class="pair">
                <Title desk path="title.zh" label=words::TITLE_ZH part=|typed| &mut typed.title.zh />
                <Title desk path="title.en" label=words::TITLE_EN part=|typed| &mut typed.title.en />
            </div>
            <div class="pair">
                <Body desk path="words.zh" label=words::WORDS_ZH part=|typed| &mut typed.words.zh />
                <Body desk path="words.en" label=words::WORDS_EN part=|typed| &mut typed.words.en />
            </div>
            <footer>
                <button type="submit" class="main" aria-disabled=move || desk.busy.get().to_string()>
                    {say(if removed { words::SAVE_AND_BRING_BACK } else { words::SAVE })}
                </button>
                <Show when=move || there && !removed>
                    <button type="button" class="plain" on:click=move |_| desk.send(true, to)>
                        {say(words::REMOVE_TEMPLATE)}
                    </button>
                </Show>
            </footer>
        </form>
    }
}

/// Where it is of use: in which service, on which occasion.
#[component]
fn Place(desk: Desk) -> impl IntoView {
    let service_is = move |code: &str| desk.typed.with(|typed| typed.service.map_or("", Service::code) == code);
    let services = Service::all().filter(|service| service.form().is_some());
    let services = services.map(|service| {
        let code = service.code();
        view! {
            <option value=code prop:selected=move || service_is(code)>
                {say(service.label())}
            </option>
        }
    });
    let services = services.collect_view();
    let occasions = Occasion::ALL.iter().map(|occasion| {
        let chosen = move || desk.typed.with(|typed| typed.occasion == *occasion);
        view! {
            <option value=occasion.code() prop:selected=chosen>
                {say(occasion.label())}
            </option>
        }
    });
    let occasions = occasions.collect_view();
    let pick_service = move |event| {
        let service = Service::from_code(&event_target_value(&event));
        desk.change("service", |typed| typed.service = service);
    };
    let pick_occasion = move |event| {
        if let Some(occasion) = Occasion::from_code(&event_target_value(&event)) {
            desk.change("occasion", |typed| typed.occasion = occasion);
        }
    };
    view! {
        <div class="pair">
            <p>
                <label for="template-service">{say(crate::words::SERVICE)}</label>
                <select id="template-service" on:change=pick_service>
                    <option value="" prop:selected=move || service_is("")>
                        {say(words::ANY_SERVICE)}
                    </option>
                    {services}
                </select>
            </p>
            <p>
                <label for="template-occasion">{say(words::OCCASION)}</label>
                <select id="template-occasion" on:change=pick_occasion>
                    {occasions}
                </select>
            </p>
        </div>
    }
}
