//! The control that a stop points at: found on the page, marked for eyes and for screen readers, and shown.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The id of what is said, which describes the control.
pub(super) const SAID: &str = "practice-said";
/// What the stylesheet looks at.
const POINTED: &str = "data-pointed";
const DESCRIBED: &str = "aria-describedby";
/// So much room the hand needs below the control, pixels.
const HAND: f64 = 44.0;

/// A control on the page.
#[derive(Clone)]
pub(super) struct Spot(HtmlElement);

/// Where the hand is, pixels from the left and the top of what is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hand {
    pub(super) left: f64,
    pub(super) top: f64,
    /// Whether it points down at the control from above, for want of room below.
    pub(super) above: bool,
}

impl Spot {
    /// The first one that a selector names.
    pub(super) fn find(control: &str) -> Option<Self> {
        let found = document().query_selector(control).ok().flatten()?;
        found.dyn_into().ok().map(Self)
    }

    pub(super) fn element(&self) -> &HtmlElement {
        &self.0
    }

    /// Whether it has an answer that somebody is done with.
    pub(super) fn answered(&self) -> bool {
        let Some(input) = self.0.dyn_ref::<HtmlInputElement>() else {
            return false;
        };
        let has = |selector: &str, within: Option<Element>| {
            within.is_some_and(|within| within.query_selector(selector).ok().flatten().is_some())
        };
        match input.type_().as_str() {
            "radio" | "checkbox" => has(":checked", self.frame()),
            "file" => has(".tile-image", self.frame()),
            _ if input.value().trim().is_empty() => false,
            _ if input.get_attribute("role").as_deref() == Some("combobox") => {
                input.get_attribute("aria-expanded").as_deref() != Some("true")
            }
            _ => document().active_element().as_ref() != Some(input.as_ref()),
        }
    }

    /// What is marked: a control with its label, or all choices of a question.
    fn frame(&self) -> Option<Element> {
        let kind = self.0.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
        let around = match kind.as_deref() {
            Some("radio" | "checkbox") => "fieldset",
            Some("file") => "section",
            Some(_) => ".field",
            None => return Some(self.0.clone().into()),
        };
        self.0.closest(around).ok().flatten()
    }

    /// Whether it is pointed at.
    pub(super) fn is_pointed(&self) -> bool {
        let described = self.0.get_attribute(DESCRIBED).unwrap_or_default();
        described.split(' ').any(|id| id == SAID)
    }

    /// Points at it, and at nothing else.
    pub(super) fn point(&self) {
        let Some(frame) = self.frame() else { return };
        // A page that says anew what describes a control is no reason to move under the finger.
        let fresh = !frame.has_attribute(POINTED);
        forget();
        // What is on the page takes attributes; where one is refused, the words still say it.
        drop(frame.set_attribute(POINTED, ""));
        let before = self.0.get_attribute(DESCRIBED).unwrap_or_default();
        drop(self.0.set_attribute(DESCRIBED, format!("{before} {SAID}").trim()));
        if fresh {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            frame.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Takes the focus to it.
    pub(super) fn focus(&self) {
        // One that takes no focus is still marked.
        drop(self.0.focus());
    }

    /// Where the hand goes.
    pub(super) fn hand(&self) -> Option<Hand> {
        let frame = self.frame()?.get_bounding_client_rect();
        let height = window().inner_height().ok()?.as_f64()?;
        Some(beside(frame.left(), frame.right(), frame.top(), frame.bottom(), height))
    }
}

/// Below the control where there is room, else above it.
fn beside(left: f64, right: f64, top: f64, bottom: f64, height: f64) -> Hand {
    let above = bottom + HAND > height;
    Hand {
        left: f64::midpoint(left, right),
        top: if above { top - HAND } else { bottom },
        above,
    }
}

/// Points at nothing.
pub(super) fn forget() {
    if let Ok(Some(frame)) = document().query_selector(&format!("[{POINTED}]")) {
        drop(frame.remove_attribute(POINTED));
    }
    if let Ok(Some(control)) = document().query_selector(&format!("[{DESCRIBED}~={SAID}]")) {
        let described = control.get_attribute(DESCRIBED).unwrap_or_default();
        let others: Vec<_> = described.split(' ').filter(|id| *id != SAID).collect();
        drop(if others.is_empty() {
            control.remove_attribute(DESCRIBED)
        } else {
            control.set_attribute(DESCRIBED, &others.join(" "))
        });
    }
}

/// Whether nobody has taken the focus anywhere since the page came: it rests on nothing, or on the page's heading.
pub(super) fn rests() -> bool {
    let at = document().active_element();
    at.is_none_or(|at| at.tag_name() == "BODY" || at.class_name().contains("top-title"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hand_stays_on_the_screen() {
        let hand = beside(20.0, 340.0, 100.0, 160.0, 640.0);
        assert_eq!((hand.left, hand.top, hand.above), (180.0, 160.0, false));
        let hand = beside(20.0, 340.0, 580.0, 630.0, 640.0);
        assert_eq!((hand.left, hand.top, hand.above), (180.0, 536.0, true));
    }
}
