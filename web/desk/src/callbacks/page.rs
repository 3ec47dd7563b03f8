//! The list of those to be called, and of those who were.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::live::{Live, Paced};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{CallbackList, CallbackView, Filter, Me};
use shuiting_shared::callback::CallbackState;
use shuiting_shared::case::Role;

use super::call::CallSheet;
use super::{PATH, words};
use crate::inbox::{due_clock, query as inbox, walk};
use crate::title;

/// The list that is looked at.
#[derive(Clone, Copy)]
pub(super) struct List {
    api: Api,
    over: Memo<bool>,
    pub(super) load: Loader<CallbackList>,
    pace: Paced,
    /// Who is being called.
    pub(super) calling: RwSignal<Option<CallbackView>>,
    /// Whether what came of a call was saved last.
    pub(super) saved: RwSignal<bool>,
}

impl List {
    fn ask(self) -> impl Future<Output = Result<CallbackList, Failure>> + 'static {
        let query = if self.over.get_untracked() { "?over=true" } else { "" };
        let path = format!("{PATH}{query}");
        async move { self.api.get(&path).await }
    }

    /// Looks again, without a sign on the screen.
    pub(super) fn renew(self) {
        self.pace.want(move || self.load.renewal(self.ask(), |_, fresh| fresh));
    }
}

/// The page; only those who call back are led to it.
#[component]
pub(crate) fn CallbacksPage() -> impl IntoView {
    title::set(say(crate::words::CALLBACKS));
    let signed_in = SignedIn::here();
    let may = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if Role::calls_back(role)));
    view! {
        <main class="ledger callbacks" id="case" tabindex="-1">
            <h1>{say(crate::words::CALLBACKS)}</h1>
            <Show when=move || may.get() fallback=|| view! { <p>{say(words::NOT_YOURS)}</p> }>
                <Callbacks />
            </Show>
        </main>
    }
}

#[component]
fn Callbacks() -> impl IntoView {
    let (language, query) = (Language::here(), use_query_map());
    let list = List {
        api: Api::here(),
        over: Memo::new(move |_| query.with(|query| query.get_str("over") == Some("true"))),
        load: Loader::default(),
        pace: Paced::default(),
        calling: RwSignal::new(None),
        saved: RwSignal::new(false),
    };
    Effect::new(move || {
        list.over.track();
        list.load.follow(list.ask());
    });
    Live::here().listen(move |_| list.renew());
    walk::by_keys();
    let open = move || list.load.get().map(|found| words::open(found.open, language.get()));
    let here = move |over: bool| (list.over.get() == over).then_some("true");
    view! {
        <nav class="choices" aria-label=say(words::WHICH)>
            <a href="/desk/callbacks" aria-current=move || here(false)>
                {move || open().unwrap_or_else(|| language.say(words::TO_CALL).to_owned())}
            </a>
            <a href="/desk/callbacks?over=true" aria-current=move || here(true)>
                {say(words::OVER)}
            </a>
        </nav>
        <p role="status">{move || list.saved.get().then(|| say(words::SAVED))}</p>
        <Faces load=list.load happening=words::FETCHING retry=move |()| list.load.fetch(list.ask())>
            <Rows list />
        </Faces>
        {move || list.calling.get().map(|callback| view! { <CallSheet list callback /> })}
    }
}

#[component]
fn Rows(list: List) -> impl IntoView {
    let found = Memo::new(move |_| list.load.get().map(|found| found.callbacks).unwrap_or_default());
    let none = move || found.with(Vec::is_empty);
    view! {
        <p class="help" hidden=move || !none()>
            {move || say(if list.over.get() { words::NONE_OVER } else { words::NONE })}
        </p>
        <ul class="rows" role="list" hidden=none>
            <For
                each=move || found.get()
                key=|one| (one.id.clone(), one.state, one.tries, one.reason)
                children=move |one| view! { <Row list callback=one /> }
            />
        </ul>
    }
}

#[component]
fn Row(list: List, callback: CallbackView) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let number = callback.case.number;
    let what = match callback.kind {
        Some(kind) => kind.label(),
        None => callback.case.service.label(),
    };
    let (reason, state, rated) = (callback.reason, callback.state, callback.level.or(callback.rated));
    let (tries, next, due) = (callback.tries, callback.next, callback.due);
    let open = state == CallbackState::Open;
    let stands = move || {
        let lang = language.get();
        if open {
            let (colour, said, exact) = due_clock(Some(due), clock.get(), lang);
            view! { <span class=format!("due {colour}") title=exact>{said}</span> }.into_any()
        } else {
            let level = rated
                .map(|level| format!(" · {}", level.label().get(lang)))
                .unwrap_or_default();
            view! { <span>{state.label().get(lang)} {level}</span> }.into_any()
        }
    };
    let tried = move || words::tried(tries, next, clock.get(), language.get());
    let (name, words_said) = (callback.case.name.clone(), callback.words.clone());
    let start = {
        let callback = callback.clone();
        move |_| {
            list.saved.set(false);
            list.calling.set(Some(callback.clone()));
        }
    };
    let first = move || {
        if open {
            view! {
                <button type="button" class="main" on:click=start.clone()>
                    {say(words::CALL)}
                    " "
                    {number.to_string()}
                </button>
            }
            .into_any()
        } else {
            view! { <a href=inbox::case(number, &Filter::default())>{number.to_string()}</a> }.into_any()
        }
    };
    view! {
        <li class="callback" data-subject=number.to_string()>
            {first()}
            <span class="what">{say(what)}</span>
            <span class="who">{name}</span>
            <span class="why">{say(reason.label())}</span>
            <span class="help">{tried}</span>
            {stands}
            <span class="said">{words_said}</span>
        </li>
    }
}
