//! The title in the browser's tab.

use leptos::prelude::*;
use shuiting_parts::lang::say;

use crate::alerts::Alerts;
use crate::words;

/// Sets the page's title for as long as the component that asks is there.
pub(crate) fn set<T: std::fmt::Display>(page: impl Fn() -> T + 'static) {
    let desk = say(words::DESK);
    Effect::new(move || show(&format!("{} · {}", page(), desk())));
}

/// Shows a title, with how many cases have come unseen before it; within an effect, which is told when that changes.
pub(crate) fn show(title: &str) {
    document().set_title(&Alerts::here().entitle(title));
}
