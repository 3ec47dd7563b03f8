//! The page: the files above, the debits looked for below.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{DebitQuery, DebitsView};

use super::address;
use super::items::Items;
use super::runs::Runs;
use super::words;
use crate::title;

/// The page.
#[component]
pub(crate) fn DebitsPage() -> impl IntoView {
    title::set(say(crate::words::DEBITS));
    let api = Api::here();
    let search = use_location().search;
    let query = Memo::new(move |_| search.with(|search| address::read(search)));
    let load = Loader::<DebitsView>::default();
    let ask = move |query: DebitQuery| async move { api.get(&address::with("/api/v1/desk/debits", &query)).await };
    Effect::new(move || load.follow(ask(query.get())));
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <h1>{say(crate::words::DEBITS)}</h1>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask(query.get_untracked()))>
                <Runs load query />
                <Items load query />
            </Faces>
        </main>
    }
}
