//! Whether the browser has room for what is to be kept.

use leptos::prelude::*;

/// Where things are kept.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// The plain storage.
    Plain,
    /// The browser's database.
    Shelf,
}

/// Where what was last put did not fit.
#[derive(Clone, Copy, Default, PartialEq)]
struct Full {
    plain: bool,
    shelf: bool,
}

thread_local! {
    static FULL: ArcRwSignal<Full> = ArcRwSignal::new(Full::default());
}

/// Whether what is typed or photographed does not fit any more, and is lost with the page; whoever asks is told when that
/// changes.
pub fn is_full() -> bool {
    let full = FULL.with(ArcRwSignal::clone).get();
    full.plain || full.shelf
}

/// Something was put there, and did or did not fit.
pub(crate) fn note(place: Place, fits: bool) {
    let signal = FULL.with(ArcRwSignal::clone);
    let before = signal.get_untracked();
    let mut full = before;
    match place {
        Place::Plain => full.plain = !fits,
        Place::Shelf => full.shelf = !fits,
    }
    if full != before {
        signal.set(full);
    }
}
