//! Acts that are seldom wanted, behind one button, so that the bar stays easy to read.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shuiting_parts::lang::say;
use shuiting_shared::case::Verb;
use web_sys::HtmlElement;

use super::bar::ActButton;
use crate::keys::{Command, Hint, Keys};
use crate::words;

/// The id of what the button shows.
const MENU: &str = "more-acts";

/// What is seldom wanted.
pub(super) const fn is_rare(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Sort
            | Verb::Wait
            | Verb::Return
            | Verb::Split
            | Verb::Join
            | Verb::Supervise
            | Verb::Extend
            | Verb::Reopen
            | Verb::Urge
    )
}

/// The place after `at` of so many, in the direction of a key; none where the key leads nowhere.
fn goes(key: &str, at: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(at.map_or(0, |at| if at == last { 0 } else { at + 1 })),
        "ArrowUp" => Some(at.map_or(last, |at| if at == 0 { last } else { at - 1 })),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// The button, and the acts behind it. Their keys work whether they are shown or not.
#[component]
pub(super) fn More(verbs: Memo<Vec<Verb>>, open: Memo<Option<(usize, usize)>>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let menu = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let buttons = move || -> Vec<HtmlElement> {
        let Some(menu) = menu.get_untracked() else {
            return Vec::new();
        };
        let found = menu.query_selector_all("button").ok();
        let found = found
            .into_iter()
            .flat_map(|found| (0..found.length()).filter_map(move |at| found.get(at)));
        found.filter_map(|node| node.dyn_into().ok()).collect()
    };
    // Where the focus does not move, the menu is there all the same.
    let focus = move |at: usize| drop(buttons().get(at).map(HtmlElement::focus));
    let show = move || {
        shown.set(true);
        request_animation_frame(move || focus(0));
    };
    let hide = move || {
        shown.set(false);
        if let Some(button) = button.get_untracked() {
            drop(button.focus());
        }
    };
    Keys::here().on(Command::More, show);
    let hint = Hint::of(Command::More);
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            hide();
            return;
        }
        let all = buttons();
        let here = document().active_element();
        let at = all
            .iter()
            .position(|button| here.as_ref().is_some_and(|here| here.is_same_node(Some(button))));
        if let Some(to) = goes(&event.key(), at, all.len()) {
            event.prevent_default();
            focus(to);
        }
    };
    // Tab leads out of it, and whoever presses something has done with it.
    let left = move |event: leptos::ev::FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let inside = menu.get_untracked().is_some_and(|menu| menu.contains(to.as_ref()));
        if to.is_some() && !inside {
            shown.set(false);
        }
    };
    view! {
        <div class="more" hidden=move || verbs.with(Vec::is_empty)>
            <button
                type="button"
                node_ref=button
                aria-expanded=move || shown.get().to_string()
                aria-controls=MENU
                aria-keyshortcuts=move || hint.aria()
                data-key=move || hint.said()
                on:click=move |_| if shown.get_untracked() { hide() } else { show() }
            >
                {say(words::MORE)}
            </button>
            <div
                id=MENU
                class="more-acts"
                role="group"
                aria-label=say(words::MORE)
                node_ref=menu
                hidden=move || !shown.get()
                on:keydown=keys
                on:focusout=left
                on:click=move |_| shown.set(false)
            >
                <For each=move || verbs.get() key=|verb| *verb children=move |verb| view! { <ActButton verb open /> } />
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round() {
        assert_eq!(goes("ArrowDown", None, 3), Some(0));
        assert_eq!(goes("ArrowDown", Some(2), 3), Some(0));
        assert_eq!(goes("ArrowUp", Some(0), 3), Some(2));
        assert_eq!(goes("End", Some(0), 3), Some(2));
        assert_eq!(goes("x", Some(0), 3), None);
        assert_eq!(goes("ArrowDown", None, 0), None);
    }
}
