//! Writing a notice: a new one, or one that is there.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::OutageView;
use shuiting_shared::case::Role;
use shuiting_shared::outage::OutageKind;

use super::areas::Areas;
use super::desk::Desk;
use super::inputs::Part;
use super::{may, page_of, words};
use crate::title;

/// The page of a new notice.
#[component]
pub(crate) fn NewOutage() -> impl IntoView {
    title::set(say(words::NEW));
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <h1>{say(words::NEW)}</h1>
            <ForWriters>
                <Editor before=None />
            </ForWriters>
        </main>
    }
}

/// The page on which a notice is changed.
#[component]
pub(crate) fn ChangeOutage() -> impl IntoView {
    title::set(say(words::CHANGE));
    let (api, params) = (Api::here(), use_params_map());
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let load = Loader::<OutageView>::default();
    let ask = move |id: String| async move { api.get(&format!("/api/v1/outages/{id}")).await };
    Effect::new(move || load.fetch(ask(id.get())));
    let editor = move || load.get().map(|view| view! { <Editor before=Some(view) /> });
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <h1>{say(words::CHANGE)}</h1>
            <ForWriters>
                <Faces load happening=words::FETCHING_ONE retry=move |()| load.fetch(ask(id.get_untracked()))>
                    {editor}
                </Faces>
            </ForWriters>
        </main>
    }
}

/// Only those who write notices are led there.
#[component]
fn ForWriters(children: ChildrenFn) -> impl IntoView {
    let writes = may(Role::posts_outages);
    let children = StoredValue::new(children);
    view! {
        <Show when=move || writes.get() fallback=|| view! { <p>{say(words::WHO_WRITES)}</p> }>
            {children.with_value(|children| children())}
        </Show>
    }
}

#[component]
fn Editor(before: Option<OutageView>) -> impl IntoView {
    let language = Language::here();
    let navigate = StoredValue::new_local(use_navigate());
    let to = move |path: &str| navigate.with_value(|navigate| navigate(path, NavigateOptions::default()));
    let back = before
        .as_ref()
        .map_or_else(|| "/desk/outages".to_owned(), |view| page_of(&view.id));
    let desk = Desk::new(before);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.send(false, to);
    };
    let draft = Memo::new(move |_| desk.is_draft());
    let tells = Memo::new(move |_| desk.tells());
    let main = move || {
        language.say(match (draft.get(), tells.get()) {
            (true, _) => words::SAVE_DRAFT,
            (false, true) => words::SAVE_AND_TELL,
            (false, false) => words::SAVE,
        })
    };
    let water = desk.said("water");
    view! {
        <form class="plan-form" novalidate on:submit=submit>
            <p class="flaw" role="alert">
                {move || desk.failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Kind desk />
            <div class="plan-times outage-times">
                <Part desk path="starts" kind="datetime-local" label=words::STARTS part=|typed| &mut typed.starts />
                <Part desk path="ends" kind="datetime-local" label=words::ENDS part=|typed| &mut typed.ends />
            </div>
            <p class="flaw" id="water-flaw" role="alert">
                {water}
            </p>
            <Show when=move || tells.get()>
                <p class="help">{say(words::ALL_HEAR)}</p>
                <Part desk path="why" label=words::WHY_CHANGED part=|typed| &mut typed.why />
            </Show>
            <Areas desk />
            <Part desk path="reason" label=words::REASON part=|typed| &mut typed.reason />
            <Part
                desk
                path="households"
                label=words::HOUSEHOLDS
                help=words::HOUSEHOLDS_HELP
                part=|typed| &mut typed.households
            />
            <Points desk />
            <footer>
                <button
                    type="submit"
                    class=move || if draft.get() { "button" } else { "main" }
                    aria-disabled=move || desk.busy.get().to_string()
                >
                    {main}
                </button>
                <Show when=move || draft.get()>
                    <button
                        type="button"
                        class="main"
                        aria-disabled=move || desk.busy.get().to_string()
                        on:click=move |_| desk.send(true, to)
                    >
                        {say(words::POST_AND_TELL)}
                    </button>
                </Show>
                <a href=back>{say(words::BACK)}</a>
            </footer>
        </form>
    }
}

/// Whether it is planned.
#[component]
fn Kind(desk: Desk) -> impl IntoView {
    let one = move |kind: &'static OutageKind| {
        view! {
            <label class="event-choice">
                <input
                    type="radio"
                    name="kind"
                    value=kind.code()
                    prop:checked=move || desk.typed.with(|typed| typed.kind == *kind)
                    on:change=move |_| desk.change("kind", |typed| typed.kind = *kind)
                />
                {say(kind.label())}
            </label>
        }
    };
    view! {
        <fieldset class="event-choices">
            <legend>{say(words::KIND)}</legend>
            <div>{OutageKind::ALL.iter().map(one).collect_view()}</div>
        </fieldset>
    }
}

/// Where water can be had, a line each.
#[component]
fn Points(desk: Desk) -> impl IntoView {
    let said = desk.said("points");
    view! {
        <p>
            <label for="points">{say(words::POINTS)}</label>
            <textarea
                id="points"
                rows="3"
                prop:value=desk.typed.with_untracked(|typed| typed.points.clone())
                on:input=move |event| desk.change("points", |typed| typed.points = event_target_value(&event))
                on:blur=move |_| desk.leave("points")
                aria-describedby="points-flaw"
            ></textarea>
            <span id="points-flaw" class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}
