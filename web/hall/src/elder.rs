//! Elder mode: larger letters, larger targets.

use leptos::prelude::*;
use shuiting_parts::store;

const STORED: &str = "shuiting-elder";
const MARK: &str = "data-elder";

/// Whether elder mode is on, kept in the browser; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Elder(RwSignal<bool>);

impl Elder {
    /// Puts it into the context, as it was chosen before.
    pub(crate) fn provide() -> Self {
        let elder = Self(RwSignal::new(store::get(STORED).is_some()));
        provide_context(elder);
        Effect::new(move || {
            if let Some(root) = document().document_element() {
                // A browser that refuses the mark shows the same page in its usual size.
                drop(if elder.get() {
                    root.set_attribute(MARK, "")
                } else {
                    root.remove_attribute(MARK)
                });
            }
        });
        elder
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Whether it is on; whoever asks is told when it changes.
    pub(crate) fn get(self) -> bool {
        self.0.get()
    }

    /// Turns it on or off, for this browser.
    pub(crate) fn set(self, on: bool) {
        self.0.set(on);
        if on {
            store::put(STORED, "on");
        } else {
            store::remove(STORED);
        }
    }
}
