//! A case that several people have: what whoever follows it is told, and how many others there are.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{CaseView, Viewer};

use super::hand::Hand;
use super::words;
use crate::notice::Notices;
use crate::trouble::Trouble;

/// The part of the page that is about the others.
#[component]
pub(super) fn Followed(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let follows = Memo::new(move |_| case.with(|case| case.you == Viewer::Follower));
    let others = Memo::new(move |_| case.with(|case| case.line.followers));
    view! {
        <Show when=move || follows.get()>
            <Unfollow />
        </Show>
        <Show when=move || !follows.get() && others.get() != 0>
            <p class="case-others">
                <Icon name="pop" />
                {move || words::others(others.get(), language.get())}
            </p>
        </Show>
    }
}

/// What following means, and the way out of it.
#[component]
fn Unfollow() -> impl IntoView {
    let (api, notices) = (Api::here(), Notices::here());
    let number = Hand::here().number;
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Failure>);
    let leave = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let left = api.delete(&format!("/api/v1/cases/{number}/follow")).await;
            // The page may be gone by now.
            if busy.try_set(false).is_some() {
                return;
            }
            match left {
                Ok(()) => {
                    notices.tell(words::UNFOLLOWED);
                    navigate.with_value(|navigate| navigate("/cases", NavigateOptions::default()));
                }
                Err(failure) => failed.set(Some(failure)),
            }
        });
    };
    view! {
        <section class="case-part" aria-labelledby="case-followed">
            <h2 id="case-followed">{say(words::YOU_FOLLOW)}</h2>
            <p>{say(words::FOLLOW_MEANS)}</p>
            <Trouble failure=failed />
            <button type="button" class="button-plain" aria-disabled=move || busy.get().to_string() on:click=leave>
                {say(words::UNFOLLOW)}
            </button>
        </section>
    }
}
