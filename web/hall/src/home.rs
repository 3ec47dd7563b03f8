//! The first page.

use leptos::prelude::*;
use shuiting_parts::lang::say;

use crate::page::{Page, Tab};
use crate::words;

/// The page.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    view! { <Page title=say(words::HALL) tab=Tab::Home>""</Page> }
}
