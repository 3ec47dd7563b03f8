//! One template, as it is written.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::form::Marks;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{TemplateChange, TemplateView};
use shuiting_shared::form::{Answer, Words};
use shuiting_shared::problem::FieldProblem;
use shuiting_shared::service::Service;
use shuiting_shared::template::{Blank, Occasion, Template};
use shuiting_shared::words::{Bi, Text};

use super::book::Book;
use super::page;
use super::words;

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
    typed: RwSignal<Template>,
    marks: RwSignal<Marks>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    language: Language,
}

impl Desk {
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
    let (api, book, language) = (Api::here(), Book::here(), Language::here());
    let navigate = use_navigate();
    let desk = Desk {
        typed: RwSignal::new(before.as_ref().map_or_else(blank, |view| view.template.clone())),
        marks: RwSignal::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        language,
    };
    let removed = before.as_ref().is_some_and(|view| view.removed);
    let heading = if before.is_some() {
        words::TEMPLATE
    } else {
        words::NEW_TEMPLATE
    };
    let there = before.is_some();
    let before = StoredValue::new(before);
    let send = StoredValue::new_local(move |removed: bool| {
        if desk.busy.get_untracked() || desk.flawed() {
            return;
        }
        desk.busy.set(true);
        desk.failure.set(None);
        let template = desk.typed.get_untracked();
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer: Result<TemplateView, Failure> = match before.get_value() {
                None => api.post("/api/v1/desk/templates", &template).await,
                Some(TemplateView { id, version, .. }) => {
                    let change = TemplateChange {
                        version,
                        removed,
                        template,
                    };
                    api.patch(&format!("/api/v1{}", page::address(&id)), &change).await
                }
            };
            // The page may have been left meanwhile.
            if desk.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    let (new, path) = (before.with_value(Option::is_none), page::address(&view.id));
                    book.meet(view);
                    if new {
                        navigate(&path, NavigateOptions::default());
                    }
                }
                Err(failure) => desk.refuse(failure),
            }
        });
    });
    let send = move |removed| send.with_value(|send| send(removed));
    let service_is = move |code: &str| {
        desk.typed
            .with(|typed| typed.service.map_or("", |service| service.code()) == code)
    };
    let services = Service::ALL.iter().filter(|service| service.form().is_some());
    let services = services
        .map(|service| {
            let code = service.code();
            view! {
                <option value=code prop:selected=move || service_is(code)>
                    {say(service.label())}
                </option>
            }
        })
        .collect_view();
    let occasions = Occasion::ALL
        .iter()
        .map(|occasion| {
            let chosen = move || desk.typed.with(|typed| typed.occasion == *occasion);
            view! {
                <option value=occasion.code() prop:selected=chosen>
                    {say(occasion.label())}
                </option>
            }
        })
        .collect_view();
    let pick_service = move |event| {
        desk.change("service", |typed| {
            typed.service = Service::from_code(&event_target_value(&event))
        })
    };
    let pick_occasion = move |event| {
        if let Some(occasion) = Occasion::from_code(&event_target_value(&event)) {
            desk.change("occasion", |typed| typed.occasion = occasion);
        }
    };
    view! {
        <form
            class="template-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send(false);
            }
        >
            <h2>{say(heading)}</h2>
            <p class="flaw" role="alert">
                {move || desk.failure.get().map(|failure| failure.say(language.get()))}
            </p>
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
                    <button type="button" class="plain" on:click=move |_| send(true)>
                        {say(words::REMOVE_TEMPLATE)}
                    </button>
                </Show>
            </footer>
        </form>
    }
}

/// One of the template's texts.
type Part = fn(&mut Template) -> &mut String;

/// How it reads now.
fn read(desk: Desk, part: Part) -> String {
    let mut typed = desk.typed.get_untracked();
    part(&mut typed).clone()
}

#[component]
fn Title(desk: Desk, path: &'static str, label: Bi, part: Part) -> impl IntoView {
    let id = path.replace('.', "-");
    let flaw_id = format!("{id}-flaw");
    let flaw = desk.said(path);
    view! {
        <p>
            <label for=id.clone()>{say(label)}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                prop:value=read(desk, part)
                on:input=move |event| desk.change(path, |typed| *part(typed) = event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || flaw.get().is_some().to_string()
                aria-describedby=flaw_id.clone()
            />
            <span id=flaw_id.clone() class="flaw" role="alert">
                {flaw}
            </span>
        </p>
    }
}

#[component]
fn Body(desk: Desk, path: &'static str, label: Bi, part: Part) -> impl IntoView {
    let language = Language::here();
    let id = path.replace('.', "-");
    let flaw_id = format!("{id}-flaw");
    let flaw = desk.said(path);
    let area = NodeRef::<html::Textarea>::new();
    let change = move |text: String| desk.change(path, |typed| *part(typed) = text);
    let blanks = Blank::ALL
        .iter()
        .map(|blank| {
            let put = move |_| {
                if let Some(area) = area.get_untracked() {
                    let text = put_in(&area.value(), area.selection_start().ok().flatten(), &written(*blank));
                    area.set_value(&text);
                    // The focus is a courtesy; without it the text stands there all the same.
                    drop(area.focus());
                    change(text);
                }
            };
            let name = move || language.say(blank.label());
            view! {
                <button type="button" class="pick" title=name on:click=put>
                    {written(*blank)}
                    <span class="hidden">" " {name}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div>
            <label for=id.clone()>{say(label)}</label>
            <textarea
                id=id
                node_ref=area
                rows="6"
                maxlength=Words::KIND.most()
                prop:value=read(desk, part)
                on:input=move |event| change(event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || flaw.get().is_some().to_string()
                aria-describedby=flaw_id.clone()
            ></textarea>
            <p id=flaw_id.clone() class="flaw" role="alert">
                {flaw}
            </p>
            <div class="picks" role="group" aria-label=say(words::BLANKS)>
                {blanks}
            </div>
        </div>
    }
}

fn written(blank: Blank) -> String {
    format!("{{{}}}", blank.code())
}

/// A text with something put in where the caret stands, which browsers count in UTF-16; at its end where there is none.
fn put_in(text: &str, caret: Option<u32>, what: &str) -> String {
    let mut units = 0;
    let at = text.char_indices().find(|(_, c)| {
        let here = caret.is_some_and(|caret| units >= caret);
        units += if c.len_utf16() == 2 { 2 } else { 1 };
        here
    });
    let at = at.map_or(text.len(), |(at, _)| at);
    format!("{}{what}{}", &text[..at], &text[at..])
}

#[cfg(test)]
mod tests {
    use super::put_in;

    #[test]
    fn a_blank_goes_where_the_caret_is() {
        assert_eq!(put_in("您好,再见", Some(3), "{name}"), "您好,{name}再见");
        assert_eq!(
            put_in("𠮷田您好", Some(3), "-"),
            "𠮷田-您好",
            "one letter may count as two"
        );
        assert_eq!(put_in("您好", Some(0), "-"), "-您好");
        assert_eq!(put_in("您好", Some(9), "-"), "您好-");
        assert_eq!(put_in("您好", None, "-"), "您好-");
    }
}
