//! The page: those that wait, or those that hold.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::AuthorityAsked;
use shuiting_shared::water::AuthorityState;

use super::letter::Letter;
use super::{PATH, words};
use crate::title;

/// The states that the page shows, each with its name there.
const SHOWN: [AuthorityState; 2] = [AuthorityState::Asked, AuthorityState::Granted];

/// The page.
#[component]
pub(crate) fn AuthoritiesPage() -> impl IntoView {
    title::set(say(crate::words::AUTHORITIES));
    let (api, query) = (Api::here(), use_query_map());
    let state = Memo::new(move |_| {
        let named = query.with(|query| AuthorityState::from_code(query.get_str("state")?));
        named.unwrap_or(AuthorityState::Asked)
    });
    let load = Loader::<Vec<AuthorityAsked>>::default();
    let ask = move |state: AuthorityState| async move { api.get(&format!("{PATH}?state={}", state.code())).await };
    Effect::new(move || load.follow(ask(state.get())));
    let again = Callback::new(move |()| load.renew(ask(state.get_untracked()), |_, fresh| fresh));
    let letters = move || load.get().unwrap_or_default();
    let choice = move |one: AuthorityState| {
        view! {
            <a
                href=format!("/desk/authorities?state={}", one.code())
                aria-current=move || (state.get() == one).then_some("true")
            >
                {say(one.label())}
            </a>
        }
    };
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <h1>{say(crate::words::AUTHORITIES)}</h1>
            <nav class="choices" aria-label=say(words::STATES)>
                {SHOWN.map(choice)}
            </nav>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask(state.get_untracked()))>
                <p class="help" hidden=move || !letters().is_empty()>
                    {say(words::NONE)}
                </p>
                <ul class="letters" role="list">
                    <For each=letters key=|one| (one.letter.id.clone(), one.letter.state) let:one>
                        <Letter one again />
                    </For>
                </ul>
            </Faces>
        </main>
    }
}
