//! My cases: what waits for me first.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::live::{Live, Paced};
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{CaseLine, Me};

use super::door::Opened;
use super::focus;
use super::groups::{Group, of_group};
use super::row::Rows;
use super::words;
use crate::empty::Empty;
use crate::page::{Page, Tab};

const CASES: &str = "/api/v1/cases";

/// The page.
#[component]
pub(crate) fn CasesPage() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<CaseLine>>::default();
    load.fetch(async move { api.get(CASES).await });
    let pace = Paced::default();
    let renew = move || {
        load.renewal(async move { api.get(CASES).await }, |_, fresh| {
            focus::stay();
            fresh
        })
    };
    Live::here().listen(move |_| pace.want(renew));
    view! {
        <Page title=say(words::MY_CASES) tab=Tab::Cases>
            <Opened
                load
                happening=words::FETCHING_LIST
                retry=move |()| load.fetch(async move { api.get(CASES).await })
            >
                <Groups load />
            </Opened>
        </Page>
    }
}

#[component]
fn Groups(load: Loader<Vec<CaseLine>>) -> impl IntoView {
    let signed_in = SignedIn::here();
    let lines = Memo::new(move |before: Option<&Vec<CaseLine>>| {
        let now = load.get();
        now.or_else(|| before.cloned()).unwrap_or_default()
    });
    let guest = move || matches!(signed_in.me(), Some(Me::Guest));
    let group = move |group| view! { <OneGroup lines group /> };
    view! {
        <Show when=guest>
            <p class="case-notice case-tone-rest">
                {say(words::GUEST)} " " <a href="/sign-in?next=/cases">{say(words::SIGN_IN)}</a>
            </p>
        </Show>
        <Show when=move || !lines.with(Vec::is_empty) fallback=|| view! { <Empty title=words::NO_CASES help=words::NO_CASES_HELP begin=words::BEGIN href="/services" /> }>
            {Group::ALL.map(group).collect_view()}
        </Show>
    }
}

#[component]
fn OneGroup(lines: Memo<Vec<CaseLine>>, group: Group) -> impl IntoView {
    let language = Language::here();
    let (id, title) = match group {
        Group::Waiting => ("case-group-waiting", words::WAITING),
        Group::Open => ("case-group-open", words::OPEN),
        Group::Ended => ("case-group-ended", words::ENDED),
    };
    let mine = Memo::new(move |_| lines.with(|lines| of_group(lines, group)));
    view! {
        <Show when=move || mine.with(|mine| !mine.is_empty())>
            <section class="case-group" aria-labelledby=id>
                <h2 id=id>
                    {move || language.say(title)} " "
                    <span class="case-count">{move || mine.with(Vec::len)}</span>
                </h2>
                <ul class="case-rows" role="list">
                    <Rows lines=mine />
                </ul>
            </section>
        </Show>
    }
}
