//! Links stay in their city. Pages name the paths of the hall, wherever they are shown; whatever link comes onto a page
//! here is led below the base of this city at once, before anybody can press it: also those that a page of tomorrow brings.

use leptos::prelude::*;
use shuiting_parts::realm;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// The class of the one link that leads out.
pub(super) const OUT: &str = "practice-out";
/// What changes of elements, beside what there is.
const CHANGES: [&str; 3] = ["href", "aria-expanded", "aria-disabled"];

/// What is told when something on the page has changed.
#[derive(Clone, Copy)]
pub(super) struct Watched(RwSignal<u32>);

impl Watched {
    /// Watches the page, for as long as it is open.
    pub(super) fn begin() -> Self {
        let watched = Self(RwSignal::new(0));
        let changed = Closure::<dyn FnMut()>::new(move || {
            lead();
            watched.again();
        });
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref());
        if let (Ok(observer), Some(body)) = (observer, document().body()) {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_subtree(true);
            options.set_attribute_filter(&CHANGES.into_iter().map(JsValue::from).collect::<js_sys::Array>());
            // Every browser that runs this program watches what it is told to.
            drop(observer.observe_with_options(&body, &options));
        }
        // It watches until the page is closed.
        changed.forget();
        watched
    }

    /// Tells that something may be otherwise.
    pub(super) fn again(self) {
        self.0.update(|times| *times = times.wrapping_add(1));
    }

    /// Whoever asks is told of the next change.
    pub(super) fn hear(self) {
        self.0.track();
    }
}

/// Leads every link to a page of the hall to the one of this city.
fn lead() {
    let base = realm::here().base();
    let strays = format!("a[href^='/']:not([href^='{base}/']):not(.{OUT})");
    let Ok(links) = document().query_selector_all(&strays) else {
        return;
    };
    for place in 0..links.length() {
        if let Some(link) = links.get(place).and_then(|link| link.dyn_into::<Element>().ok()) {
            let path = link.get_attribute("href").unwrap_or_default();
            // An attribute that was read can be written.
            drop(link.set_attribute("href", &realm::here().address(&path)));
        }
    }
}
