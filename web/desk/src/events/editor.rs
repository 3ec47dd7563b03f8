//! Planning an event: a new one, or one that is there.

use std::collections::HashMap;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock;
use shuiting_parts::form::Marks;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{EventChange, EventView};
use shuiting_shared::event::{Plan, Standing, State, Task, Topic};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::house::House;
use shuiting_shared::problem::FieldProblem;
use shuiting_shared::words::Bi;

use super::address::{DESK, EVENTS, page_of};
use super::board::plans;
use super::choices::{Choices, toggled};
use super::shifts::Shifts;
use super::typed::Typed;
use super::words;
use crate::title;

/// What is being typed of which event, as long as this tab is open: whoever looks something up finds it again.
#[derive(Clone, Copy)]
pub(crate) struct Typings(StoredValue<HashMap<String, Typed>>);

impl Typings {
    /// Puts it into the context.
    pub(crate) fn provide() -> Self {
        let typings = Self(StoredValue::new(HashMap::new()));
        provide_context(typings);
        typings
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Forgets all: somebody else comes.
    pub(crate) fn clear(self) {
        self.0.update_value(HashMap::clear);
    }
}

/// What is typed, what is wrong with it, and what is being sent.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    api: Api,
    language: Language,
    household: Household,
    typings: Typings,
    /// The event that is changed; none for a new one.
    before: StoredValue<Option<EventView>>,
    pub(super) typed: RwSignal<Typed>,
    marks: RwSignal<Marks>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Desk {
    fn new(before: Option<EventView>) -> Self {
        let typings = Typings::here();
        let key = key(before.as_ref());
        let kept = typings.0.with_value(|typings| typings.get(&key).cloned());
        let there = before.as_ref().map(|view| Typed::of(&view.plan));
        Self {
            api: Api::here(),
            language: Language::here(),
            household: Household::here(),
            typings,
            before: StoredValue::new(before),
            typed: RwSignal::new(kept.or(there).unwrap_or_default()),
            marks: RwSignal::default(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// What is wrong with what is typed now.
    fn flaws(self) -> Vec<FieldFlaw> {
        let typed = self.typed.get();
        match typed.read() {
            Err(flaws) => flaws,
            Ok(plan) => self.household.read(|house| self.flaws_of(&plan, &typed.reason, house)),
        }
    }

    fn flaws_of(self, plan: &Plan, reason: &str, house: &House) -> Vec<FieldFlaw> {
        self.before.with_value(|before| match before {
            Some(view) => standing(view).flaws(plan, reason, house, clock::now()),
            None => plan.flaws(house),
        })
    }

    /// Whether all concerned will hear of the change.
    fn moves(self) -> bool {
        let plan = self.typed.with(Typed::read).ok();
        self.before.with_value(|before| {
            let (Some(view), Some(plan)) = (before, plan) else {
                return false;
            };
            standing(view).moves(&plan)
        })
    }

    /// What is told beside a field.
    pub(super) fn said(self, path: impl Into<String>) -> Signal<Option<String>> {
        let path = path.into();
        Signal::derive(move || {
            let flaws = self.flaws();
            self.marks.with(|marks| marks.say(&path, &flaws, self.language.get()))
        })
    }

    /// Something else is typed.
    pub(super) fn change(self, path: &str, change: impl FnOnce(&mut Typed)) {
        self.typed.update(change);
        self.marks.update(|marks| marks.change(path));
        let key = self.before.with_value(|before| key(before.as_ref()));
        let typed = self.typed.get_untracked();
        self.typings.0.update_value(|typings| drop(typings.insert(key, typed)));
    }

    fn leave(self, path: &str) {
        self.marks.update(|marks| marks.leave(path));
    }

    fn forget(self) {
        let key = self.before.with_value(|before| key(before.as_ref()));
        self.typings.0.update_value(|typings| drop(typings.remove(&key)));
    }

    /// Sends it where nothing is wrong, and goes to the event's page.
    fn send(self, to: impl Fn(&str) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        let flaws = untrack(|| self.flaws());
        self.marks.update(|marks| marks.show(&flaws));
        let Some(plan) = self.typed.with_untracked(Typed::read).ok().filter(|_| flaws.is_empty()) else {
            return;
        };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.write(plan).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.forget();
                    to(&page_of(&view.id));
                }
                Err(failure) => self.refuse(failure),
            }
        });
    }

    async fn write(self, plan: Plan) -> Result<EventView, Failure> {
        match self.before.get_value() {
            None => self.api.post(DESK, &plan).await,
            Some(EventView { id, version, .. }) => {
                let reason = self.typed.with_untracked(|typed| typed.reason.clone());
                let change = EventChange { version, plan, reason };
                self.api.patch(&format!("{DESK}/{id}"), &change).await
            }
        }
    }

    fn refuse(self, failure: Failure) {
        let errors = failure.fields().iter().map(|error| FieldProblem {
            field: error.field.trim_start_matches("plan.").to_owned(),
            ..error.clone()
        });
        let errors: Vec<_> = errors.collect();
        self.marks.update(|marks| marks.tell(&errors));
        self.failure.set(Some(failure));
    }
}

/// Under what it is kept while it is typed.
fn key(before: Option<&EventView>) -> String {
    before.map_or_else(String::new, |view| format!("{} {}", view.id, view.version))
}

/// What the rules know of an event.
pub(super) fn standing(view: &EventView) -> Standing<'_> {
    Standing {
        plan: &view.plan,
        state: view.state,
        taken: &view.taken,
    }
}

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
        <form class="event-form" novalidate on:submit=submit>
            <p class="flaw" role="alert">
                {move || desk.failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Line desk path="title" label=words::TITLE part=|typed| &mut typed.title />
            <Town desk />
            <Line desk path="community" label=words::COMMUNITY part=|typed| &mut typed.community />
            <Line desk path="place" label=words::PLACE part=|typed| &mut typed.place />
            <div class="event-times">
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

/// One line.
#[component]
fn Line(desk: Desk, path: &'static str, label: Bi, part: fn(&mut Typed) -> &mut String) -> impl IntoView {
    let said = desk.said(path);
    let value = desk.typed.with_untracked(|typed| part(&mut typed.clone()).clone());
    view! {
        <p>
            <label for=path>{say(label)}</label>
            <input
                id=path
                type="text"
                autocomplete="off"
                prop:value=value
                on:input=move |event| desk.change(path, |typed| *part(typed) = event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby=format!("{path}-flaw")
            />
            <span id=format!("{path}-flaw") class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}

/// A day or a time of the day.
#[component]
fn Time(
    desk: Desk,
    path: &'static str,
    kind: &'static str,
    label: Bi,
    read: fn(&Typed) -> &String,
    set: fn(&mut Typed, String),
) -> impl IntoView {
    let said = desk.said(path);
    let value = desk.typed.with_untracked(|typed| read(typed).clone());
    view! {
        <p>
            <label for=path>{say(label)}</label>
            <input
                id=path
                type=kind
                prop:value=value
                on:input=move |event| desk.change(path, |typed| set(typed, event_target_value(&event)))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby=format!("{path}-flaw")
            />
            <span id=format!("{path}-flaw") class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}

#[component]
fn Town(desk: Desk) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let said = desk.said("town");
    let towns = household.read(|house| {
        let towns = house.towns.iter().map(|town| (town.code.clone(), town.name.clone()));
        towns.collect::<Vec<_>>()
    });
    let option = move |(code, name): (String, shuiting_shared::words::Text)| {
        let chosen = {
            let code = code.clone();
            move || desk.typed.with(|typed| typed.town == code)
        };
        view! {
            <option value=code prop:selected=chosen>
                {move || name.get(language.get()).to_owned()}
            </option>
        }
    };
    view! {
        <p>
            <label for="town">{say(words::TOWN)}</label>
            <select
                id="town"
                on:change=move |event| desk.change("town", |typed| typed.town = event_target_value(&event))
                on:blur=move |_| desk.leave("town")
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby="town-flaw"
            >
                <option value="" prop:selected=move || desk.typed.with(|typed| typed.town.is_empty())>
                    {say(words::CHOOSE_TOWN)}
                </option>
                {towns.into_iter().map(option).collect_view()}
            </select>
            <span id="town-flaw" class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}
