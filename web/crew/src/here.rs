//! Where this phone is: asked for by a button, never by itself, and known on this page alone.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::form::ask_browser;
use shuiting_shared::place::Point;

/// Whoever waits longer works faster without.
const PATIENCE: Duration = Duration::from_secs(6);

/// How far one has got with finding it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Place {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// It is being found.
    Asking,
    /// There it is.
    Known(Point),
    /// It cannot be found, or may not.
    Unknown,
}

/// Where this phone is; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Whereabouts(RwSignal<Place>);

impl Whereabouts {
    /// Puts it into the context.
    pub(crate) fn provide() -> Self {
        let here = Self(RwSignal::default());
        provide_context(here);
        here
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// What is known; whoever asks is told when that changes.
    pub(crate) fn get(self) -> Place {
        self.0.get()
    }

    /// What is known now.
    pub(crate) fn get_untracked(self) -> Place {
        self.0.get_untracked()
    }

    /// Where it is, where that is known; whoever asks is told when that changes.
    pub(crate) fn point(self) -> Option<Point> {
        match self.0.get() {
            Place::Known(point) => Some(point),
            Place::Unasked | Place::Asking | Place::Unknown => None,
        }
    }

    /// Finds it, and does something then, whether it was found or not.
    pub(crate) fn find(self, then: impl FnOnce(Option<Point>) + 'static) {
        self.0.set(Place::Asking);
        spawn_local(async move {
            let point = ask_browser(PATIENCE).await.ok();
            self.0.set(point.map_or(Place::Unknown, Place::Known));
            then(point);
        });
    }
}
