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
    let link = part(row, "a");
    // Where the focus does not move, the key has done nothing, which the person sees.
    link.is_some_and(|link| link.focus().is_ok())
}

/// Goes on from the row that has the focus, else from the open case, else begins at the first.
fn step(on: fn(&Element) -> Option<Element>) -> bool {
    match in_focus().or_else(open) {
        Some(row) => focus(on(&row)),
        None => focus(first(".rows > li")),
    }
}

/// Presses a part of the row that has the focus; says whether there is one.
fn press(what: &str) -> bool {
    part(in_focus(), what).inspect(HtmlElement::click).is_some()
}

/// The keys of the list, for as long as the component that asks is there.
pub(super) fn by_keys() {
    let keys = Keys::here();
    keys.on_if(Command::Down, || step(Element::next_element_sibling));
    keys.on_if(Command::Up, || step(Element::previous_element_sibling));
    keys.on_if(Command::Open, || press("a"));
    keys.on_if(Command::Pick, || press("input"));
    keys.on_if(Command::ToRow, || focus(open()));
}
