//! Bringing something into sight, in a box that is smaller than what it holds.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Moves the box no further than it takes to see the element.
pub fn bring(element: &Element) {
    let near = ScrollIntoViewOptions::new();
    near.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&near);
}
