//! Looking for a service by whatever one calls it.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::service::{self, Service};

use super::{Rows, used, words};
use crate::hotline::Hotline;
use crate::questions::QuestionsLink;

/// The part of the address that asks for the field.
const FIELD: &str = "find";

/// Leads from another page to the field; it looks like one.
#[component]
pub(crate) fn FindLink() -> impl IntoView {
    view! {
        <a class="find find-link" href=format!("/services#{FIELD}")>
            <Icon name="search" />
            <span>{say(words::FIND_HINT)}</span>
        </a>
    }
}

/// The field with what it finds; all services as long as nothing is looked for.
#[component]
pub(super) fn Find<V: IntoView + 'static>(
    /// All services.
    all: impl Fn() -> V + Send + 'static,
) -> impl IntoView {
    let language = Language::here();
    let field = NodeRef::<html::Input>::new();
    let said = RwSignal::new(String::new());
    let found = Memo::new(move |_| said.with(|said| service::search(said, &used::all())));
    let blank = Memo::new(move |_| said.with(|said| said.trim().is_empty()));
    if use_location().hash.get_untracked().trim_start_matches('#') == FIELD {
        field.on_load(|field| {
            // The heading takes the focus first.
            request_animation_frame(move || drop(field.focus()));
        });
    }
    let count = move || {
        let count = found.with(Vec::len);
        (!blank.get()).then(|| words::found(count, language.get()))
    };
    let results = move || {
        let services: Vec<Service> = found.get();
        if services.is_empty() {
            view! { <Nothing /> }.into_any()
        } else {
            view! { <Rows services /> }.into_any()
        }
    };
    view! {
        <form class="find" role="search" on:submit=|event| event.prevent_default()>
            <Icon name="search" />
            <input
                type="search"
                id=FIELD
                node_ref=field
                aria-label=say(words::FIND)
                placeholder=say(words::FIND_HINT)
                autocomplete="off"
                enterkeyhint="search"
                maxlength="40"
                on:input=move |event| said.set(event_target_value(&event))
            />
        </form>
        <p class="hidden" role="status">
            {count}
        </p>
        {move || if blank.get() { all().into_any() } else { results().into_any() }}
    }
}

/// Nothing is called that: somebody can be asked.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="card">
            <p>
                <b>{say(words::NOT_FOUND)}</b>
            </p>
            <p>{say(words::NOT_FOUND_REMEDY)}</p>
            <p>
                <QuestionsLink />
            </p>
            <Hotline said=words::call class="button-plain" />
        </div>
    }
}
