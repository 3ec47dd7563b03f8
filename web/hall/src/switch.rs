//! A switch with its name and what it does.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::words::Bi;

/// The switch.
#[component]
pub(crate) fn Switch(
    /// What it is called.
    name: Bi,
    /// What comes of it.
    about: Bi,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// It was turned on or off.
    #[prop(into)]
    turn: Callback<bool>,
) -> impl IntoView {
    view! {
        <div class="setting">
            <span>{say(name)} <span class="small setting-help">{say(about)}</span></span>
            <button
                type="button"
                class="switch"
                role="switch"
                aria-label=say(name)
                aria-checked=move || on.get().to_string()
                on:click=move |_| turn.run(!on.get_untracked())
            >
                <span class="switch-mark" aria-hidden="true"></span>
            </button>
        </div>
    }
}
