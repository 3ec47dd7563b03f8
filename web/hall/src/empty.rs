//! The face of a list in which nothing stands yet: what will appear there, and how to begin.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::words::Bi;

/// The face.
#[component]
pub(crate) fn Empty(
    /// That there is nothing yet.
    title: Bi,
    /// What will appear.
    help: Bi,
    /// What one begins with.
    begin: Bi,
    /// Where one begins.
    href: &'static str,
) -> impl IntoView {
    view! {
        <div class="case-empty">
            <p>
                <b>{say(title)}</b>
            </p>
            <p>{say(help)}</p>
            <a class="button-main" href=href>
                {say(begin)}
            </a>
        </div>
    }
}
