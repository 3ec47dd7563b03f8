//! Planning an event: a new one, or one that is there.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::EventView;
use shuiting_shared::event::{State, Task, Topic};

use super::address::{EVENTS, page_of};
use super::board::plans;
use super::choices::{Choices, toggled};
use super::desk::Desk;
use super::inputs::{Line, Time, Town};
use super::shifts::Shifts;
use super::typed::Typed;
use super::words;
use crate::title;

/// The page of a new event.
#[component]
pub(crate) fn NewEvent() -> impl IntoView {
    title::set(say(words::NEW));
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <h1>{say(words::NEW)}</h1>
            <ForPlanners>
                <Editor before=None />
            </ForPlanners>
        </main>
    }
}

/// The page on which an event is changed.
#[component]
pub(crate) fn ChangeEvent() -> impl IntoView {
    title::set(say(words::CHANGE));
    let (api, params) = (Api::here(), use_params_map());
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let load = Loader::<EventView>::default();
    let ask = move |id: String| async move { api.get(&format!("{EVENTS}/{id}")).await };
    Effect::new(move || load.fetch(ask(id.get())));
    let editor = move || load.get().map(|view| view! { <Editor before=Some(view) /> });
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <h1>{say(words::CHANGE)}</h1>
            <ForPlanners>
                <Faces load happening=words::FETCHING_ONE retry=move |()| load.fetch(ask(id.get_untracked()))>
                    {editor}
                </Faces>
            </ForPlanners>
        </main>
    }
}

/// Only those who plan events are led there.
#[component]
fn ForPlanners(children: ChildrenFn) -> impl IntoView {
    let plans = plans();
    let children = StoredValue::new(children);
    view! {
        <Show when=move || plans.get() fallback=|| view! { <p>{say(words::WHO_PLANS)}</p> }>
            {children.with_value(|children| children())}
        </Show>
    }
}

#[component]
fn Editor(before: Option<EventView>) -> impl IntoView {
    let language = Language::here();
    let navigate = StoredValue::new_local(use_navigate());
    let to = move |path: &str| navigate.with_value(|navigate| navigate(path, NavigateOptions::default()));
    let back = before
        .as_ref()
        .map_or_else(|| "/desk/events".to_owned(), |view| page_of(&view.id));
    let draft = before.as_ref().is_none_or(|view| view.state == State::Draft);
    let desk = Desk::new(before);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.send(to);
    };
    let moves = Memo::new(move |_| desk.moves());
    let main = move || {
        language.say(match (draft, moves.get()) {
            (true, _) => words::SAVE_DRAFT,
            (false, true) => words::SAVE_AND_TELL,
            (false, false) => words::SAVE,
        })
    };
    let (topics, tasks) = (
        Topic::ALL.iter().map(|topic| (*topic, topic.label())).collect(),
        Task::ALL.iter().map(|task| (*task, task.label())).collect(),
    );
    view! {
        <form class="plan-form" novalidate on:submit=submit>
            <p class="flaw" role="alert">
                {move || desk.failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Line desk path="title" label=words::TITLE part=|typed| &mut typed.title />
            <Town desk />
            <Line desk path="community" label=words::COMMUNITY part=|typed| &mut typed.community />
            <Line desk path="place" label=words::PLACE part=|typed| &mut typed.place />
            <div class="plan-times">
                <Time desk path="day" kind="date" label=words::DAY read=|typed| &typed.day set=|typed, text| typed.day = text />
                <Time desk path="starts" kind="time" label=words::FROM read=|typed| &typed.from set=Typed::begin />
                <Time desk path="ends" kind="time" label=words::UNTIL read=|typed| &typed.until set=Typed::end />
            </div>
            <Show when=move || moves.get()>
                <p class="help">{say(words::ALL_HEAR)}</p>
                <Line desk path="reason" label=words::WHY_MOVED part=|typed| &mut typed.reason />
            </Show>
            <Choices
                id="topics"
                label=words::TOPICS
                all=topics
                chosen=Signal::derive(move || desk.typed.with(|typed| typed.topics.clone()))
                toggle=move |topic| desk.change("topics", |typed| toggled(&mut typed.topics, topic))
                flaw=desk.said("topics")
            />
            <Choices
                id="tasks"
                label=words::TASKS
                all=tasks
                chosen=Signal::derive(move || desk.typed.with(|typed| typed.tasks.clone()))
                toggle=move |task| desk.change("tasks", |typed| toggled(&mut typed.tasks, task))
                flaw=desk.said("tasks")
            />
            <Shifts desk />
            <p>
                <label for="words">{say(words::WORDS)}</label>
                <textarea
                    id="words"
                    rows="3"
                    prop:value=desk.typed.with_untracked(|typed| typed.words.clone())
                    on:input=move |event| desk.change("words", |typed| typed.words = event_target_value(&event))
                    on:blur=move |_| desk.leave("words")
                    aria-describedby="words-flaw"
                ></textarea>
                <span id="words-flaw" class="flaw" role="alert">
                    {desk.said("words")}
                </span>
            </p>
            <footer>
                <button type="submit" class="main" aria-disabled=move || desk.busy.get().to_string()>
                    {main}
                </button>
                <a href=back on:click=move |_| desk.forget()>
                    {say(words::BACK)}
                </a>
            </footer>
        </form>
    }
}
