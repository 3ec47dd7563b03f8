//! What is in the way of an act, beside its button.

use leptos::prelude::*;

use super::hand::Hand;

/// The line.
#[component]
pub(super) fn Said() -> impl IntoView {
    let hand = Hand::here();
    view! {
        <p class="flaw" role="alert">
            {move || hand.said()}
        </p>
    }
}
