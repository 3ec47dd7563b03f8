//! Telling others of an event: by what the phone shares with, or by copying what to tell.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::EventView;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::words;
use crate::copy::copy;

/// What is told: title, time, and where to read more.
fn told(event: &EventView, origin: &str, when: &str) -> String {
    format!("{} {when} {origin}/events/{}", event.plan.title, event.id)
}

/// Opens the phone's own list of ways to share; says whether there is one.
fn share(title: &str, text: &str) -> bool {
    let navigator = window().navigator();
    let there = js_sys::Reflect::has(&navigator, &JsValue::from_str("share")).unwrap_or(false);
    if there {
        let data = ShareData::new();
        data.set_title(title);
        data.set_text(text);
        let sharing = navigator.share_with_data(&data);
        // Whoever changes their mind has not shared, which is no failure.
        spawn_local(async move { drop(JsFuture::from(sharing).await) });
    }
    there
}

/// The button.
#[component]
pub(super) fn Share(event: EventView) -> impl IntoView {
    let language = Language::here();
    let (event, said) = (StoredValue::new(event), RwSignal::new(None::<String>));
    let press = move |_| {
        let origin = window().location().origin().unwrap_or_default();
        let (title, text) = event.with_value(|event| {
            let when = event.plan.when(language.get_untracked());
            (event.plan.title.clone(), told(event, &origin, &when))
        });
        if share(&title, &text) {
            return;
        }
        spawn_local(async move {
            let copied = copy(&text).await;
            let word = if copied {
                words::COPIED.get(language.get_untracked()).to_owned()
            } else {
                text
            };
            // The page may have been left meanwhile.
            let _ = said.try_set(Some(word));
        });
    };
    view! {
        <button type="button" class="button-plain" on:click=press>
            <Icon name="person" />
            {say(words::SHARE)}
        </button>
        <p class="small" role="status">
            {said}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::super::list::tests::event;
    use super::*;

    #[test]
    fn what_is_told_leads_to_the_event() {
        let event = event("01", "nancheng", "2026-12-06T01:00:00Z");
        assert_eq!(
            told(&event, "https://water.example.org", "12月6日"),
            "供水服务进社区 12月6日 https://water.example.org/events/01"
        );
    }
}
