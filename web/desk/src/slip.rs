//! The acceptance slip: a page of the server's own, opened in a tab beside the desk.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::lang::say;
use shuiting_shared::number::CaseNumber;

use crate::keys::{Command, Hint, Keys};
use crate::{title, words};

/// The address of a slip.
fn address(number: CaseNumber) -> String {
    format!("/desk/cases/{number}/slip")
}

/// Opens the slip of a case, by a press or by its key.
#[component]
pub(crate) fn SlipLink(
    /// The case.
    number: CaseNumber,
) -> impl IntoView {
    let link = NodeRef::<html::A>::new();
    Keys::here().on(Command::Slip, move || {
        if let Some(link) = link.get_untracked() {
            link.click();
        }
    });
    let hint = Hint::of(Command::Slip);
    view! {
        <a
            class="slip"
            node_ref=link
            href=address(number)
            target="_blank"
            rel="external"
            aria-keyshortcuts=move || hint.aria()
            data-key=move || hint.said()
        >
            {say(words::PRINT_SLIP)}
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
