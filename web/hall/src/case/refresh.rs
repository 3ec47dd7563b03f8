//! Looking again when the page is shown again, or when the network is back.

use leptos::prelude::*;

/// Does something whenever the page comes back to the eye, for as long as the component that asks is there.
pub(crate) fn when_shown(act: impl Fn() + Copy + 'static) {
    let shown = move |_| {
        if !document().hidden() {
            act();
        }
    };
    for event in ["visibilitychange", "pageshow", "online"] {
        let handle = window_event_listener_untyped(event, shown);
        on_cleanup(move || handle.remove());
    }
}
