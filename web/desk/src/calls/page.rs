//! The page.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::Me;
use shuiting_shared::call::Outcome;
use shuiting_shared::case::Role;

use super::caller::Caller;
use super::desk::{Desk, Side};
use super::order::Order;
use super::search::Search;
use super::words;
use crate::keys::{Command, Hint, Keys};
use crate::title;

/// The page; only those who answer the hotline are led to it.
#[component]
pub(crate) fn CallsPage() -> impl IntoView {
    title::set(say(crate::words::CALLS));
    let signed_in = SignedIn::here();
    let may = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if Role::answers_calls(role)));
    view! {
        <Show
            when=move || may.get()
            fallback=|| view! { <main class="empty" id="case" tabindex="-1"><p>{say(words::WHO_ANSWERS)}</p></main> }
        >
            <Whole />
        </Show>
    }
}

#[component]
fn Whole() -> impl IntoView {
    let desk = Desk::open();
    let keys = Keys::here();
    keys.on(Command::CallSearch, move || desk.search());
    keys.on(Command::CallOrder, move || desk.order());
    keys.on_digit(Command::CallKind, move |digit| {
        desk.pick(digit);
        true
    });
    for place in 10..=12 {
        keys.on(Command::CallKindAt(place), move || desk.pick(place));
    }
    keys.on(Command::CallUrge, move || desk.conclude(Outcome::Urged, None));
    keys.on(Command::CallStanding, move || desk.conclude(Outcome::Standing, None));
    keys.on(Command::CallNothing, move || desk.conclude(Outcome::Nothing, None));
    let there = Memo::new(move |_| desk.id.with(Option::is_some));
    view! {
        <main class="calls" id="case" tabindex="-1">
            <Top desk />
            <Faces load=desk.load happening=words::FETCHING retry=move |()| ()>
                <Show when=move || there.get() fallback=|| view! { <p class="calls-none">{say(words::NONE)}</p> }>
                    <div class="calls-call">
                        <Caller desk />
                        <section class="calls-work">
                            <Show when=move || desk.side.get() == Side::Search fallback=move || view! { <Order desk /> }>
                                <Search desk />
                            </Show>
                            <Ends desk />
                        </section>
                    </div>
                </Show>
            </Faces>
        </main>
    }
}

/// How the call stands, what was done last, and the figures of today.
#[component]
fn Top(desk: Desk) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let heading = move || {
        let lang = language.get();
        desk.call.with(|call| match call {
            Some(call) => words::heading(call, lang),
            None => crate::words::CALLS.get(lang).to_owned(),
        })
    };
    let since = move || {
        let now = clock.get();
        desk.call.with(|call| words::since(call.as_ref()?, now, language.get()))
    };
    let figures = move || {
        let today = desk.load.state.with(|state| state.here().map(|mine| mine.today));
        today.map(|today| words::figures(&today, language.get()))
    };
    let waiting = move || {
        let waiting = desk
            .load
            .state
            .with(|state| state.here().map_or(0, |mine| mine.waiting));
        (waiting > 0).then(|| words::waiting(waiting, language.get()))
    };
    let done = move || desk.done.get().map(|done| words::done(&done, language.get()));
    view! {
        <header class="calls-top">
            <h1 aria-live="assertive">{heading}</h1>
            <p>{since}</p>
            <p class="calls-waiting">{waiting}</p>
            <p class="calls-done" role="status">
                {done}
            </p>
            <p class="flaw" role="alert">
                {move || desk.failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <p class="calls-figures">{figures}</p>
        </header>
    }
}

/// What a call may end with, whichever side is shown.
#[component]
fn Ends(desk: Desk) -> impl IntoView {
    let ends = [
        (Command::CallUrge, Outcome::Urged, words::URGE),
        (Command::CallStanding, Outcome::Standing, words::STANDING),
        (Command::CallNothing, Outcome::Nothing, words::NOTHING),
    ];
    let known = move || {
        desk.call.with(|call| {
            let caller = call.as_ref().and_then(|call| call.caller.as_ref());
            caller.is_some_and(|caller| !caller.cases.is_empty())
        })
    };
    let ends = ends.map(|(command, outcome, name)| {
        let hint = Hint::of(command);
        view! {
            <Show when=move || outcome == Outcome::Nothing || known()>
                <button
                    type="button"
                    class="plain"
                    aria-keyshortcuts=move || hint.aria()
                    data-key=move || hint.said()
                    on:click=move |_| desk.conclude(outcome, None)
                >
                    {say(name)}
                </button>
            </Show>
        }
    });
    let hint = Hint::of(Command::CallOrder);
    view! {
        <footer class="bar">
            <div>
            <Show when=move || desk.side.get() == Side::Search>
                <button
                    type="button"
                    class="main"
                    aria-keyshortcuts=move || hint.aria()
                    data-key=move || hint.said()
                    on:click=move |_| desk.order()
                >
                    {say(words::MAKE_ORDER)}
                </button>
                <button type="button" class="plain" on:click=move |_| desk.conclude(Outcome::Solved, None)>
                    {say(words::SOLVED)}
                </button>
            </Show>
            {ends.collect_view()}
            </div>
        </footer>
    }
}
