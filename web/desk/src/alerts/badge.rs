//! The count on the program's icon, where the browser has one to put it on.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};

/// Shows how many there are; none for nought.
pub(super) fn show(count: u32) {
    let navigator = JsValue::from(window().navigator());
    let named = if count == 0 { "clearAppBadge" } else { "setAppBadge" };
    // Not every browser has them, so they are looked up.
    let found = Reflect::get(&navigator, &JsValue::from_str(named));
    if let Some(act) = found.ok().and_then(|found| found.dyn_into::<Function>().ok()) {
        // The count stands in the tab as well.
        drop(act.call1(&navigator, &JsValue::from(count)));
    }
}
