//! The way from row to row by keys.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::keys::{Command, Keys};

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The row that has the focus.
fn in_focus() -> Option<Element> {
    let focused = document().active_element()?;
    focused.closest(".rows > li").ok().flatten()
}

/// The row of the case beside the list.
fn open() -> Option<Element> {
    first(".rows a[aria-current]")?.parent_element()
}

fn part(row: Option<Element>, what: &str) -> Option<HtmlElement> {
    let found = row?.query_selector(what).ok().flatten()?;
    found.dyn_into().ok()
}

/// Puts the focus on a row; says whether there is one.
fn focus(row: Option<Element>) -> bool {
    let link = part(row, "a, button");
    // Where the focus does not move, the key has done nothing, which the person sees.
    link.is_some_and(|link| link.focus().is_ok())
}

/// The rows of the page, in all its lists.
fn rows() -> Vec<Element> {
    let found = document().query_selector_all(".rows > li").ok();
    let found = found
        .into_iter()
        .flat_map(|found| (0..found.length()).filter_map(move |at| found.get(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Goes so many rows on from the row that has the focus, else from the open case, else begins at the first.
fn step(on: isize) -> bool {
    let rows = rows();
    let here = in_focus().or_else(open);
    let here = here.and_then(|here| rows.iter().position(|row| row.is_same_node(Some(&here))));
    let to = here.map_or(Some(0), |here| here.checked_add_signed(on));
    focus(to.and_then(|to| rows.get(to)).cloned())
}

/// What the row that has the focus is about, as it says itself.
pub(crate) fn subject() -> Option<String> {
    in_focus()?.get_attribute("data-subject")
}

/// Presses a part of the row that has the focus; says whether there is one.
fn press(what: &str) -> bool {
    part(in_focus(), what).inspect(HtmlElement::click).is_some()
}

/// The keys of the list, for as long as the component that asks is there.
pub(crate) fn by_keys() {
    let keys = Keys::here();
    keys.on_if(Command::Down, || step(1));
    keys.on_if(Command::Up, || step(-1));
    keys.on_if(Command::Open, || press("a, button"));
    keys.on_if(Command::Pick, || press("input"));
    keys.on_if(Command::ToRow, || focus(open()));
}
