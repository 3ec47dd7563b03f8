//! The frame around every page behind the sign-in.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::use_location;
use shuiting_parts::api::Failure;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, LanguageSwitch, say};
use shuiting_parts::load::{Faces, Failed, Waiting};
use shuiting_parts::photo::Uploads;
use shuiting_parts::session::{Known, SignedIn};
use shuiting_parts::sign_in::words::{ASKING_WHO, SIGN_OUT};
use shuiting_shared::api::Me;
use shuiting_shared::case::Role;
use shuiting_shared::words::Bi;

use crate::alerts::{AlertMenu, Alerts, LineCut};
use crate::app::instead;
use crate::case::Drafts;
use crate::colleagues::Colleagues;
use crate::counter::Counters;
use crate::events::Typings;
use crate::keys::{Command, Hint, KeyList, Keys, KeysButton};
use crate::palette::{Palette, PaletteButton};
use crate::sign_in::PAGES;
use crate::undo::{Undo, UndoBar};
use crate::{title, words};

/// Who stands at the door.
#[derive(Clone, PartialEq)]
enum Door {
    Asking,
    Closed,
    Open,
    Failed(Failure),
}

/// Lets staff in and sends everybody else to the sign-in.
#[component]
pub(crate) fn Staff() -> impl IntoView {
    let signed_in = SignedIn::here();
    let household = Household::here();
    let location = use_location();
    // What else did not come stayed away for the same reason.
    let again = move |()| {
        household.fetch();
        signed_in.ask();
    };
    let door = Memo::new(move |_| match signed_in.get() {
        Known::Asking => Door::Asking,
        Known::Somebody(Me::Staff { .. }) => Door::Open,
        Known::Nobody | Known::Somebody(_) => Door::Closed,
        Known::Failed(failure) => Door::Failed(failure),
    });
    move || match door.get() {
        Door::Asking => view! {
            <Before>
                <Waiting happening=ASKING_WHO />
            </Before>
        }
        .into_any(),
        Door::Failed(failure) => view! {
            <Before>
                <Failed failure retry=again />
            </Before>
        }
        .into_any(),
        Door::Open => view! { <Frame /> }.into_any(),
        Door::Closed => {
            let path = location.pathname.get_untracked();
            let search = location.search.get_untracked();
            view! { <Redirect path=PAGES.sign_in_for(&path, &search) options=instead() /> }.into_any()
        }
    }
}

/// The desk as long as it is not known who sits at it.
#[component]
fn Before(children: Children) -> impl IntoView {
    title::set(say(words::DESK));
    view! {
        <main class="before">
            <h1>{say(words::DESK)}</h1>
            {children()}
        </main>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let household = Household::here();
    let (signed_in, drafts, uploads) = (SignedIn::here(), Drafts::here(), Uploads::here());
    Keys::provide();
    let (list, palette) = (RwSignal::new(false), RwSignal::new(false));
    Undo::provide();
    Alerts::here().watch();
    Colleagues::provide();
    let (counters, typings) = (Counters::here(), Typings::here());
    // Whoever comes next in this browser starts with an empty desk.
    if let Some(Me::Staff { name, .. }) = untrack(|| signed_in.me())
        && drafts.meet(&name)
    {
        uploads.forget_all();
        counters.clear();
        typings.clear();
    }
    view! {
        <a class="skip" href="#case">
            {say(words::SKIP)}
        </a>
        <Header list palette />
        <Faces
            load=household.load
            happening=words::FETCHING_HOUSE
            retry=move |()| household.fetch()
        >
            <Outlet />
        </Faces>
        <KeyList open=list />
        <Palette open=palette />
    }
}

/// Who is signed in, the language, the way out.
#[component]
fn Header(list: RwSignal<bool>, palette: RwSignal<bool>) -> impl IntoView {
    let language = Language::here();
    let signed_in = SignedIn::here();
    let (drafts, uploads, counters) = (Drafts::here(), Uploads::here(), Counters::here());
    let typings = Typings::here();
    let failure = RwSignal::new(None::<Failure>);
    let who = move || match signed_in.me() {
        Some(Me::Staff { display, role, .. }) => (display, Some(role)),
        _ => (String::new(), None),
    };
    let role = move || who().1.map(|role: Role| language.say(role.label()));
    let sign_out = move |everywhere| {
        failure.set(None);
        spawn_local(async move {
            match signed_in.sign_out(everywhere).await {
                Ok(()) => {
                    drafts.clear();
                    counters.clear();
                    typings.clear();
                    uploads.forget_all();
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    view! {
        <header class="top">
            <a class="top-name" href="/desk/cases">
                {say(words::DESK)}
            </a>
            <Places />
            <PaletteButton open=palette />
            <UndoBar />
            <LineCut />
            <span class="top-trouble" role="alert">
                {move || failure.get().map(|failure| failure.say(language.get()))}
            </span>
            <span class="top-who">
                <b>{move || who().0}</b>
                " "
                {role}
            </span>
            <AlertMenu />
            <KeysButton open=list />
            <LanguageSwitch />
            <button type="button" class="plain" on:click=move |_| sign_out(false)>
                {say(SIGN_OUT)}
            </button>
            <button type="button" class="plain" on:click=move |_| sign_out(true)>
                {say(words::SIGN_OUT_EVERYWHERE)}
            </button>
        </header>
    }
}

/// The pages beside the inbox, for those who have something to do there.
#[component]
fn Places() -> impl IntoView {
    let signed_in = SignedIn::here();
    let role = Memo::new(move |_| match signed_in.me() {
        Some(Me::Staff { role, .. }) => Some(role),
        _ => None,
    });
    let files = move || role.get().is_some_and(|role| role.files_through().is_some());
    let calls = move || role.get().is_some_and(Role::answers_calls);
    let knows = move || role.get().is_some_and(Role::writes_knowledge);
    let keeps = move || role.get().is_some_and(Role::keeps_books);
    let answers = move || role.get().is_some_and(Role::sees_letters);
    let calls_back = move || role.get().is_some_and(Role::calls_back);
    let writes = move || role.get().is_some_and(Role::writes_templates);
    view! {
        <nav class="places" aria-label=say(words::PLACES)>
            <Place href="/desk/cases" name=words::INBOX command=Command::ToInbox />
            <Show when=calls>
                <Place href="/desk/calls" name=words::CALLS command=Command::ToCalls />
            </Show>
            <Place href="/desk/board" name=words::BOARD command=Command::ToBoard />
            <Show when=calls_back>
                <Place href="/desk/callbacks" name=words::CALLBACKS command=Command::ToCallbacks />
            </Show>
            <Show when=files>
                <Place href="/desk/file" name=words::FILE_FOR command=Command::ToFile />
            </Show>
            <Show when=keeps>
                <Place href="/desk/books" name=words::BOOKS command=Command::ToBooks />
                <Place href="/desk/debits" name=words::DEBITS command=Command::ToDebits />
                <Place href="/desk/authorities" name=words::AUTHORITIES command=Command::ToAuthorities />
            </Show>
            <Place href="/desk/outages" name=words::OUTAGES command=Command::ToOutages />
            <Place href="/desk/events" name=words::EVENTS command=Command::ToEvents />
            <Place href="/desk/signposts" name=words::SIGNPOSTS command=Command::ToSignposts />
            <Show when=answers>
                <Place href="/desk/letters" name=words::LETTERS command=Command::ToLetters />
            </Show>
            <Show when=knows>
                <Place href="/desk/articles" name=words::KNOWLEDGE command=Command::ToKnowledge />
            </Show>
            <Show when=writes>
                <Place href="/desk/templates" name=words::TEMPLATES command=Command::ToTemplates />
            </Show>
        </nav>
    }
}

/// The way to a page, and its keys.
#[component]
fn Place(href: &'static str, name: Bi, command: Command) -> impl IntoView {
    let link = NodeRef::<html::A>::new();
    Keys::here().on(command, move || {
        if let Some(link) = link.get_untracked() {
            link.click();
        }
    });
    let hint = Hint::of(command);
    view! {
        <a href=href node_ref=link title=move || hint.said()>
            {say(name)}
        </a>
    }
}
