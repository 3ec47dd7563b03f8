//! Calling whoever filed: the number is shown in full when somebody wants to call, and that they did is written down.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{Reveal, Revealed};
use shuiting_shared::number::CaseNumber;

use crate::words;

/// The button, and after it the number to dial.
#[component]
pub(super) fn Call(number: CaseNumber, name: Option<String>, phone: String) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let full = RwSignal::new(None::<String>);
    let show = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let field = Reveal {
                field: "phone".to_owned(),
            };
            let answer = api
                .post::<Revealed>(&format!("/api/v1/cases/{number}/reveal"), &field)
                .await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(revealed) => {
                    // A browser that does not dial by itself leaves the link to be pressed.
                    drop(window().location().set_href(&dials(&revealed.answer)));
                    full.set(Some(revealed.answer));
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    view! {
        <section class="card">
            <p>
                <b>{say(words::FILER)}</b>
                " "
                <span lang="zh-CN">{name}</span>
                " "
                {phone}
            </p>
            {move || match full.get() {
                Some(number) => view! {
                    <a class="button-plain" href=dials(&number) rel="external">
                        <Icon name="phone" />
                        {say(words::CALL)}
                        " "
                        {number.clone()}
                    </a>
                }
                .into_any(),
                None => view! {
                    <button type="button" class="button-plain" aria-disabled=move || busy.get().to_string() on:click=show>
                        <Icon name="phone" />
                        {say(words::CALL)}
                    </button>
                }
                .into_any(),
            }}
            <p class="small">{say(words::CALL_ABOUT)}</p>
            <p class="flaw" role="alert">
                {move || failure.get().map(|failure| failure.say(language.get()))}
            </p>
        </section>
    }
}

/// What dials a number.
fn dials(number: &str) -> String {
    format!("tel:{number}")
}
