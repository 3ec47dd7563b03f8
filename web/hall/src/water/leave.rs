//! Taking an account from among mine, asked once more.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_shared::api::WaterAccountView;
use shuiting_shared::water::Right;

use super::owed::PATH;
use super::words;
use crate::ask::AskFirst;
use crate::notice::Notices;
use crate::page::instead;
use crate::trouble::Trouble;

/// The button, and the question behind it.
#[component]
pub(super) fn Leave(load: Loader<WaterAccountView>) -> impl IntoView {
    let (api, notices) = (Api::here(), Notices::here());
    let go = StoredValue::new_local(use_navigate());
    let (asked, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let account = load.get_untracked();
    let shared = account.as_ref().is_some_and(|account| account.right == Right::Read);
    let number = account.map(|account| account.number).unwrap_or_default();
    let means = if shared {
        words::LEAVE_MEANS
    } else {
        words::UNBIND_MEANS
    };
    let unbind = Callback::new(move |()| {
        asked.set(false);
        failure.set(None);
        let path = format!("{PATH}/{number}");
        spawn_local(async move {
            let answer = api.delete(&path).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_some() || answer.is_err() {
                return;
            }
            notices.tell(words::UNBOUND);
            go.with_value(|go| go("/water", instead()));
        });
    });
    view! {
        <Trouble failure />
        <button type="button" class="button-plain ask-yes" on:click=move |_| asked.set(true)>
            {say(words::UNBIND)}
        </button>
        <Show when=move || asked.get()>
            <AskFirst
                title=words::UNBIND_ASK
                yes=words::UNBIND
                no=words::KEEP
                on_yes=unbind
                on_close=move |()| asked.set(false)
            >
                <p>{say(means)}</p>
            </AskFirst>
        </Show>
    }
}
