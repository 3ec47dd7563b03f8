//! The focus on the link of a case, which goes with it where its row moves to another part of the list.

use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Before rows change: whoever is on a link is on it afterwards, wherever it is then.
pub(crate) fn stay() {
    let focused = document().active_element();
    let Some(place) = focused.and_then(|focused| focused.get_attribute("href")) else {
        return;
    };
    request_animation_frame(move || {
        let page = document();
        let lost = page.active_element().is_none_or(|focused| focused.tag_name() == "BODY");
        let link = page.query_selector(&format!("a[href=\"{place}\"]")).ok().flatten();
        if let Some(link) = link
            .filter(|_| lost)
            .and_then(|link| link.dyn_into::<HtmlElement>().ok())
        {
            // Without the focus the row is there all the same.
            drop(link.focus());
        }
    });
}
