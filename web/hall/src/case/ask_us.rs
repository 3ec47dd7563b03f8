//! Whom to ask about a case: the hotline, as a button that calls.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;

use super::words;
use crate::hotline::hotline;

/// The button.
#[component]
pub(super) fn AskUs() -> impl IntoView {
    let number = hotline();
    view! {
        <a class="button-plain" href=move || format!("tel:{}", number.get())>
            <Icon name="phone" />
            {say(words::CALL)}
            " "
            {number}
        </a>
    }
}
