//! Whom I let see the bills of an account.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{NewShare, ShareView, WaterAccountView};

use super::owed::PATH;
use super::words;
use crate::line_field::{LineField, look_at, typed};
use crate::notice::Notices;
use crate::trouble::Trouble;

/// The card.
#[component]
pub(super) fn Shares(load: Loader<WaterAccountView>) -> impl IntoView {
    let (api, notices) = (Api::here(), Notices::here());
    let number = load.get_untracked().map(|account| account.number).unwrap_or_default();
    let path = StoredValue::new(format!("{PATH}/{number}"));
    let input = NodeRef::<html::Input>::new();
    let failure = RwSignal::new(None::<Failure>);
    let shares = move || {
        load.get()
            .and_then(|account| account.details)
            .map_or_else(Vec::new, |details| details.shares)
    };
    let share = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failure.set(None);
        let new = NewShare { phone: typed(input) };
        spawn_local(async move {
            let answer = api.post(&format!("{}/shares", path.get_value()), &new).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_some() {
                return;
            }
            let Ok(account) = answer else {
                return look_at(input);
            };
            load.put(account);
            notices.tell(words::SHARED);
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
        });
    };
    let stop = move |id: String| {
        failure.set(None);
        spawn_local(async move {
            let path = path.get_value();
            let answer = api.delete(&format!("{path}/shares/{id}")).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.err()).is_none() {
                load.renew(async move { api.get(&path).await }, |_, fresh| fresh);
            }
        });
    };
    let row = move |share: ShareView| view! { <OneShare share stop /> };
    let flaw = move || failure.with(|failure| failure.as_ref()?.field("phone").map(str::to_owned));
    let elsewhere = move || failure.with(Option::is_some) && flaw().is_none();
    view! {
        <section class="card" aria-labelledby="water-shares">
            <h2 id="water-shares">{say(words::SHARING)}</h2>
            <p class="small">{say(words::SHARING_ABOUT)}</p>
            <ul class="devices" class:gone=move || shares().is_empty()>
                <For each=shares key=|share| share.id.clone() children=row />
            </ul>
            <form class="case-form" novalidate on:submit=share>
                <LineField
                    id="water-share"
                    label=words::SHARE_PHONE
                    mode="tel"
                    input
                    flaw=Signal::derive(flaw)
                />
                <Show when=elsewhere>
                    <Trouble failure />
                </Show>
                <button type="submit" class="button-plain">
                    {say(words::SHARE)}
                </button>
            </form>
        </section>
    }
}

#[component]
fn OneShare(share: ShareView, #[prop(into)] stop: Callback<String>) -> impl IntoView {
    let language = Language::here();
    let ShareView { id, phone, .. } = share;
    let label = {
        let phone = phone.clone();
        move || words::stop_with(&phone, language.get())
    };
    view! {
        <li class="setting">
            <span>{phone}</span>
            <button type="button" class="button-link" aria-label=label on:click=move |_| stop.run(id.clone())>
                {say(words::STOP)}
            </button>
        </li>
    }
}
