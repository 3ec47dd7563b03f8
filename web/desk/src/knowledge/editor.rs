//! One article, as it is written.

mod texts;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::form::Marks;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{ArticleChange, ArticleView};
use shuiting_shared::knowledge::Article;
use shuiting_shared::problem::FieldProblem;
use shuiting_shared::service::Service;
use shuiting_shared::words::Text;

use super::book::Book;
use super::page;
use super::words;
use texts::{Answer, OtherWords, Question};

/// An article nobody has written yet.
fn blank() -> Article {
    Article {
        question: Text::default(),
        answer: Text::default(),
        also: Vec::new(),
        service: None,
        tariff: false,
    }
}

/// What is typed, what is wrong with it, and what is being sent.
#[derive(Clone, Copy)]
struct Desk {
    api: Api,
    book: Book,
    language: Language,
    /// The version that is changed; none for a new article.
    before: StoredValue<Option<ArticleView>>,
    typed: RwSignal<Article>,
    marks: RwSignal<Marks>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Desk {
    fn new(before: Option<ArticleView>) -> Self {
        Self {
            api: Api::here(),
            book: Book::here(),
            language: Language::here(),
            typed: RwSignal::new(before.as_ref().map_or_else(blank, |view| view.article.clone())),
            before: StoredValue::new(before),
            marks: RwSignal::default(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Sends it where nothing is wrong; an article that is new then has a page, which `to` goes to.
    fn send(self, removed: bool, to: impl Fn(&str) + 'static) {
        if self.busy.get_untracked() || self.flawed() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let (before, article) = (self.before.get_value(), self.typed.get_untracked());
        spawn_local(async move {
            let new = before.is_none();
            let answer = self.write(before, article, removed).await;
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

    async fn write(self, before: Option<ArticleView>, article: Article, removed: bool) -> Result<ArticleView, Failure> {
        let Some(ArticleView { id, version, .. }) = before else {
            return self.api.post("/api/v1/desk/articles", &article).await;
        };
        let change = ArticleChange {
            version,
            removed,
            article,
        };
        self.api.patch(&format!("/api/v1{}", page::address(&id)), &change).await
    }

    fn said(self, path: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let flaws = self.typed.with(Article::flaws);
            self.marks.with(|marks| marks.say(path, &flaws, self.language.get()))
        })
    }

    fn change(self, path: &'static str, change: impl FnOnce(&mut Article)) {
        self.typed.update(change);
        self.marks.update(|marks| marks.change(path));
    }

    fn leave(self, path: &'static str) {
        self.marks.update(|marks| marks.leave(path));
    }

    /// Whether something is wrong; then all of it is told.
    fn flawed(self) -> bool {
        let flaws = self.typed.with_untracked(Article::flaws);
        self.marks.update(|marks| marks.show(&flaws));
        !flaws.is_empty()
    }

    fn refuse(self, failure: Failure) {
        let errors = failure.fields().iter().map(|error| FieldProblem {
            field: error.field.trim_start_matches("article.").to_owned(),
            ..error.clone()
        });
        let errors: Vec<_> = errors.collect();
        self.marks.update(|marks| marks.tell(&errors));
        self.failure.set(Some(failure));
    }
}

/// Writes an article: a new one, or the next version of one that there is.
#[component]
pub(super) fn Editor(before: Option<ArticleView>) -> impl IntoView {
    let language = Language::here();
    let navigate = StoredValue::new_local(use_navigate());
    let to = move |path: &str| navigate.with_value(|navigate| navigate(path, NavigateOptions::default()));
    let removed = before.as_ref().is_some_and(|view| view.removed);
    let there = before.is_some();
    let heading = if there { words::ARTICLE } else { words::NEW_ARTICLE };
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
            <div class="pair">
                <Question desk path="question.zh" label=words::QUESTION_ZH part=|typed| &mut typed.question.zh />
                <Question desk path="question.en" label=words::QUESTION_EN part=|typed| &mut typed.question.en />
            </div>
            <div class="pair">
                <Answer desk path="answer.zh" label=words::ANSWER_ZH part=|typed| &mut typed.answer.zh />
                <Answer desk path="answer.en" label=words::ANSWER_EN part=|typed| &mut typed.answer.en />
            </div>
            <OtherWords desk />
            <Leads desk />
            <footer>
                <button type="submit" class="main" aria-disabled=move || desk.busy.get().to_string()>
                    {say(if removed { words::SAVE_AND_BRING_BACK } else { words::SAVE })}
                </button>
                <Show when=move || there && !removed>
                    <button type="button" class="plain" on:click=move |_| desk.send(true, to)>
                        {say(words::REMOVE)}
                    </button>
                </Show>
            </footer>
        </form>
    }
}

/// Where it leads: to a service, to what water costs.
#[component]
fn Leads(desk: Desk) -> impl IntoView {
    let service_is = move |code: &str| desk.typed.with(|typed| typed.service.map_or("", Service::code) == code);
    let services = Service::all().map(|service| {
        let code = service.code();
        view! {
            <option value=code prop:selected=move || service_is(code)>
                {say(service.label())}
            </option>
        }
    });
    let services = services.collect_view();
    let pick = move |event| {
        let service = Service::from_code(&event_target_value(&event));
        desk.change("service", |typed| typed.service = service);
    };
    view! {
        <div class="pair">
            <p>
                <label for="article-service">{say(words::LEADS_TO)}</label>
                <select id="article-service" on:change=pick>
                    <option value="" prop:selected=move || service_is("")>
                        {say(words::NO_SERVICE)}
                    </option>
                    {services}
                </select>
            </p>
            <p>
                <label class="article-tariff">
                    <input
                        type="checkbox"
                        prop:checked=move || desk.typed.with(|typed| typed.tariff)
                        on:change=move |event| desk.change("tariff", |typed| typed.tariff = event_target_checked(&event))
                    />
                    " "
                    {say(words::TARIFF)}
                </label>
            </p>
        </div>
    }
}
