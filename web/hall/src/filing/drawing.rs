//! A small drawing of water, for joy.

use leptos::prelude::*;
use shuiting_parts::lang::say;

use super::words;

/// A drop that falls into water.
#[component]
pub(super) fn Drawing() -> impl IntoView {
    view! {
        <svg class="drawing" viewBox="0 0 120 88" role="img" aria-label=say(words::DRAWING)>
            <path class="drawing-drop" d="M60 8s13 15 13 25a13 13 0 0 1-26 0C47 23 60 8 60 8z" />
            <path class="drawing-shine" d="M53 34a7 7 0 0 0 7 7" />
            <path class="drawing-splash" d="M40 58l-5-6M80 58l5-6M50 54l-2-7M70 54l2-7" />
            <ellipse class="drawing-ring drawing-ring-1" cx="60" cy="66" rx="14" ry="3.5" />
            <ellipse class="drawing-ring drawing-ring-2" cx="60" cy="66" rx="30" ry="8" />
            <ellipse class="drawing-ring drawing-ring-3" cx="60" cy="66" rx="48" ry="13" />
        </svg>
    }
}
