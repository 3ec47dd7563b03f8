//! The hint that something may leak.

use leptos::prelude::*;
use shuiting_shared::usage::Jump;

use super::words;
use crate::icon::Icon;
use crate::lang::{Language, say};

/// The hint.
#[component]
pub fn LeakHint(
    /// How the latest month jumps, as `shuiting_shared::usage::jump` tells it.
    jump: Jump,
    /// What can be done about it: links to services.
    children: Children,
) -> impl IntoView {
    let language = Language::here();
    view! {
        <div class="card card-warn">
            <p>
                <Icon name="warning" />
                " "
                <b>{say(words::JUMPED)}</b>
            </p>
            <p>{move || words::jumped(jump, language.get())}</p>
            {children()}
        </div>
    }
}
