//! How many messages are not read, on the way to them.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::Unread;

use super::{PATH, words};

/// The row that leads to the messages. Where the count does not come it leads there all the same.
#[component]
pub(crate) fn MessagesRow() -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let load = Loader::<Unread>::default();
    load.fetch(async move { api.get(&format!("{PATH}/unread")).await });
    let unread = move || load.get().map(|count| count.unread).filter(|count| *count > 0);
    view! {
        <a class="row" href="/messages">
            <span class="row-body">
                {say(words::MESSAGES)} <span class="small">{say(words::ABOUT)}</span>
            </span>
            {move || {
                unread().map(|count| view! { <span class="tag message-new">{words::unread(count, language.get())}</span> })
            }}
            <Icon name="chevron" />
        </a>
    }
}
