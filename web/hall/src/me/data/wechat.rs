//! Which WeChat is bound to my phone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::WechatBinding;
use shuiting_shared::time;

use super::words;
use crate::trouble::Trouble;

const PATH: &str = "/api/v1/me/wechat";

/// The card.
#[component]
pub(super) fn BoundWeChat() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<WechatBinding>>::default();
    let failure = RwSignal::new(None::<Failure>);
    let ask = move || async move { api.get(PATH).await };
    load.fetch(ask());
    let unbind = move |id: String| {
        failure.set(None);
        spawn_local(async move {
            let answer = api.delete(&format!("{PATH}/{id}")).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.err()).is_none() {
                load.renew(ask(), |_, fresh| fresh);
            }
        });
    };
    let bound = move || load.get().unwrap_or_default();
    let none = move || bound().is_empty();
    view! {
        <section class="card" aria-labelledby="data-wechat">
            <h2 id="data-wechat">{say(words::WECHAT)}</h2>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <Show when=none>
                    <p class="small">{say(words::WECHAT_NONE)}</p>
                </Show>
                <ul class="devices">
                    <For
                        each=bound
                        key=|binding| (binding.id.clone(), binding.used)
                        children=move |binding| view! { <Binding binding unbind /> }
                    />
                </ul>
            </Faces>
            <Trouble failure />
        </section>
    }
}

#[component]
fn Binding(binding: WechatBinding, #[prop(into)] unbind: Callback<String>) -> impl IntoView {
    let (clock, language) = (Clock::here(), Language::here());
    let WechatBinding { id, app, used, .. } = binding;
    let last = move || words::used(&time::say(used, clock.get(), language.get()), language.get());
    let label = move || words::unbind(language.say(app.label()), language.get());
    view! {
        <li class="setting">
            <span>
                {say(app.label())} " " <span class="small setting-help">{last}</span>
            </span>
            <button type="button" class="button-link" aria-label=label on:click=move |_| unbind.run(id.clone())>
                {say(words::UNBIND)}
            </button>
        </li>
    }
}
