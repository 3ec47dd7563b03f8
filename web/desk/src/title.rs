//! The title in the browser's tab.

use leptos::prelude::*;
use shuiting_parts::lang::say;

use crate::words;

/// Sets the page's title for as long as the component that asks is there.
pub(crate) fn set<T: std::fmt::Display>(page: impl Fn() -> T + 'static) {
    let desk = say(words::DESK);
    Effect::new(move || document().set_title(&format!("{} · {}", page(), desk())));
}
