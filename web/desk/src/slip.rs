//! The acceptance slip: a page of the server's own, opened in a tab beside the desk.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_params_map;
use shuiting_parts::lang::say;
use shuiting_shared::number::CaseNumber;
use web_sys::Element;

use crate::{title, words};

/// The key that prints.
const KEY: &str = "p";

/// The address of a slip.
fn address(number: CaseNumber) -> String {
    format!("/desk/cases/{number}/slip")
}

/// Whether a key is meant for an input, or for a dialog that lies above the page.
fn meant_elsewhere(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typing = target.is_some_and(|target| target.matches("input, textarea, select").unwrap_or(false));
    typing
        || document()
            .query_selector("dialog[open]")
            .is_ok_and(|found| found.is_some())
}

/// Opens the slip of a case, by a press or by its key.
#[component]
pub(crate) fn SlipLink(
    /// The case.
    number: CaseNumber,
) -> impl IntoView {
    let link = NodeRef::<html::A>::new();
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if plain
            && event.key() == KEY
            && !meant_elsewhere(&event)
            && let Some(link) = link.get_untracked()
        {
            link.click();
        }
    });
    on_cleanup(move || pressed.remove());
    view! {
        <a class="slip" node_ref=link href=address(number) target="_blank" rel="external" aria-keyshortcuts=KEY>
            {say(words::PRINT_SLIP)}
            " "
            <kbd>{KEY}</kbd>
        </a>
    }
}

/// What stands at a slip's address after somebody had to sign in first: the way to it.
#[component]
pub(crate) fn SlipDoor() -> impl IntoView {
    title::set(say(words::SLIP));
    let params = use_params_map();
    let number = move || params.with(|params| params.get("number").and_then(|said| said.parse::<CaseNumber>().ok()));
    view! {
        <main class="before" id="case" tabindex="-1">
            <h1>{say(words::SLIP)}</h1>
            {move || match number() {
                Some(number) => {
                    view! {
                        <p>
                            <a href=address(number) rel="external">
                                {say(words::OPEN_SLIP)}
                            </a>
                        </p>
                    }
                        .into_any()
                }
                None => view! { <p>{say(words::NO_SUCH_NUMBER)}</p> }.into_any(),
            }}
        </main>
    }
}
