//! The size of letters and targets.

use leptos::prelude::*;
use shuiting_parts::session::SignedIn;
use shuiting_parts::store;
use shuiting_shared::api::Me;
use shuiting_shared::preference::TextSize;

/// Under what it is kept.
pub(crate) const STORED: &str = "shuiting-letters";
/// What the tokens look at: the size, and whether it is elder mode.
const SIZE: &str = "data-letters";
pub(crate) const ELDER: &str = "data-elder";

/// The size that was chosen, kept in the browser; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Letters(RwSignal<TextSize>);

impl Letters {
    /// Puts it into the context, as it was chosen before.
    pub(crate) fn provide() -> Self {
        let letters = Self(RwSignal::new(kept().unwrap_or_default()));
        provide_context(letters);
        Effect::new(move || {
            let size = letters.get();
            if let Some(root) = document().document_element() {
                // A browser that refuses the marks shows the same page in its usual size.
                drop(root.set_attribute(SIZE, size.code()));
                drop(if size.elder() {
                    root.set_attribute(ELDER, "")
                } else {
                    root.remove_attribute(ELDER)
                });
            }
        });
        letters
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Takes over what whoever signs in has chosen elsewhere, where nothing was chosen on this phone. Needs
    /// [`SignedIn::provide`] before it.
    pub(crate) fn follow(self) {
        let signed_in = SignedIn::here();
        Effect::new(move || {
            if let (None, Some(Me::Resident { text_size, .. })) = (kept(), signed_in.me()) {
                self.0.set(text_size);
            }
        });
    }

    /// The size; whoever asks is told when it changes.
    pub(crate) fn get(self) -> TextSize {
        self.0.get()
    }

    /// Whether it is elder mode; whoever asks is told when it changes.
    pub(crate) fn elder(self) -> bool {
        self.get().elder()
    }

    /// Chooses a size, for this browser.
    pub(crate) fn set(self, size: TextSize) {
        self.0.set(size);
        store::put(STORED, size.code());
    }
}

fn kept() -> Option<TextSize> {
    TextSize::from_code(&store::get(STORED)?)
}
