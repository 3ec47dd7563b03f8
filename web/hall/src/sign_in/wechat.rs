//! Signing in by WeChat, on a page that was opened inside it; and why that did not do.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::WhySignIn;

use super::words;
use crate::wechat::{Env, WeChat};

/// The way there, where WeChat lets whoever is here sign in; it leads on to `next`.
#[component]
pub(crate) fn ByWeChat(next: Memo<String>) -> impl IntoView {
    match WeChat::here().env() {
        Env::Mini => view! { <ByMini next /> }.into_any(),
        Env::Page => view! { <ByPage next /> }.into_any(),
        Env::None => ().into_any(),
    }
}

/// In the mini-program its own page asks for the phone.
#[component]
fn ByMini(next: Memo<String>) -> impl IntoView {
    let wechat = WeChat::here();
    let (stuck, said) = (RwSignal::new(false), say(words::BY_PHONE_STUCK));
    let press = move |_| {
        spawn_local(async move {
            let led = wechat.sign_in(&next.get_untracked()).await;
            // The page may have been left meanwhile.
            let _ = stuck.try_set(!led);
        });
    };
    view! {
        <div class="card sign-in">
            <button type="button" class="button-main" on:click=press>
                {say(words::BY_PHONE)}
            </button>
            <p class="small" role="status">
                {move || stuck.get().then(said)}
            </p>
        </div>
    }
}

/// A page inside WeChat goes to its sign-in.
#[component]
fn ByPage(next: Memo<String>) -> impl IntoView {
    let wechat = WeChat::here();
    let there = RwSignal::new(false);
    spawn_local(async move {
        if wechat.signs_in().await {
            // The page may have been left meanwhile.
            let _ = there.try_set(true);
        }
    });
    let address = move || {
        let query = serde_urlencoded::to_string([("next", next.get())]).unwrap_or_default();
        format!("/wechat/sign-in?{query}")
    };
    view! {
        <Show when=move || there.get()>
            <div class="card sign-in">
                <a class="button-main" href=address rel="external">
                    {say(words::BY_WECHAT)}
                </a>
                <p class="small">{say(words::BY_WECHAT_ABOUT)}</p>
            </div>
        </Show>
    }
}

/// Why somebody has to sign in here: they have come from WeChat without, or want what is for residents.
#[component]
pub(super) fn Why() -> impl IntoView {
    let (query, language) = (use_query_map(), Language::here());
    let why = move || query.with(|query| query.get_str("why").and_then(WhySignIn::from_code));
    let face = move || {
        why().map(|why| {
            view! {
                <p class="card why" role="status">
                    <Icon name="warning" />
                    <span>{language.say(why.label())}</span>
                </p>
            }
        })
    };
    view! { {face} }
}
