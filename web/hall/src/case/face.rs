//! Five faces, drawn with the stroke of the icons.

use leptos::prelude::*;
use shuiting_shared::case::Level;

/// The face of a level, beside the word that says the same.
#[component]
pub(super) fn Face(
    /// How satisfied it looks.
    level: Level,
) -> impl IntoView {
    let (mouth, brows) = match level {
        Level::VeryGood => ("M7 13.5h10a5 5 0 0 1-10 0z", ""),
        Level::Good => ("M8 14c2 3 6 3 8 0", ""),
        Level::Fair => ("M8 15.5h8", ""),
        Level::Bad => ("M8 16.5c2-2.5 6-2.5 8 0", ""),
        Level::VeryBad => ("M8 17c2-3.5 6-3.5 8 0", "M7 7.5l3 1.5M17 7.5l-3 1.5"),
    };
    view! {
        <svg class="icon case-face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="9.5"></circle>
            <path d="M9 9.8v.6M15 9.8v.6"></path>
            <path d=mouth></path>
            <path d=brows></path>
        </svg>
    }
}
