//! On to the next case of the list.

use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::lang::say;
use shuiting_parts::lasting;
use shuiting_shared::case::Verb;

use super::hand::Hand;
use crate::inbox::{Desk, query};
use crate::keys::{Command, Hint, Keys};
use crate::words;

/// The id of the way to the next case.
pub(super) const NEXT_ID: &str = "next-case";

/// Whether the desk has done with a case for now after this act.
pub(super) const fn leads_on(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::SendBack | Verb::Reject | Verb::Dispatch | Verb::Quote | Verb::Finish
    )
}

/// The way to the next case. It takes the eye, and the focus, once there is nothing more to do here.
#[component]
pub(super) fn NextLink() -> impl IntoView {
    let (desk, hand, keys) = (Desk::here(), Hand::here(), Keys::here());
    let next = Memo::new(move |_| desk.next());
    let some = Memo::new(move |_| next.get().is_some());
    let main = move || hand.acted.get().is_some_and(leads_on);
    let go = StoredValue::new_local(use_navigate());
    let link = NodeRef::<html::A>::new();
    keys.on_if(Command::Next, move || {
        let link = link.get_untracked();
        link.inspect(|link| link.click()).is_some()
    });
    keys.on_if(Command::Previous, move || {
        let previous = untrack(|| desk.previous());
        if let Some(number) = previous {
            let path = query::case(number, &desk.filter.get_untracked());
            go.with_value(|go| go(&path, NavigateOptions::default()));
        }
        previous.is_some()
    });
    let hint = Hint::of(Command::Next);
    let href = move || {
        next.get()
            .map(|number| lasting::read(desk.filter, |filter| query::case(number, filter)))
    };
    view! {
        <Show when=move || some.get()>
            <a
                id=NEXT_ID
                class="next"
                class:main=main
                node_ref=link
                href=href
                aria-keyshortcuts=move || hint.aria()
                data-key=move || hint.said()
            >
                {say(words::NEXT_CASE)}
            </a>
        </Show>
    }
}
