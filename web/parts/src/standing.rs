//! What is to be known on every page, above what it is about: that what is shown is of an earlier time, that the phone is
//! full, that there is a newer release.

mod words;

use leptos::prelude::*;
use shuiting_shared::time;

use crate::api::as_of;
use crate::clock::Clock;
use crate::icon::Icon;
use crate::lang::{Language, say};
use crate::release::Release;
use crate::room;

/// The lines; those that have nothing to say are not there.
#[component]
pub fn Standing(
    /// What the program has to say besides, before them.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="standing">
            {children()}
            <AsOf />
            <Full />
            <Newer />
        </div>
    }
}

/// Since when what is shown may have changed.
#[component]
fn AsOf() -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let said = move || {
        let lang = language.get();
        as_of().map(|at| words::as_of(&time::say(at, clock.get(), lang), lang))
    };
    view! {
        <div role="status">
            {move || {
                said()
                    .map(|said| {
                        view! {
                            <p class="bar-note">
                                <Icon name="wifi-off" />
                                <span>{said}</span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// That nothing more can be kept, and what to do first.
#[component]
fn Full() -> impl IntoView {
    let full = Memo::new(|_| room::is_full());
    view! {
        <div role="alert">
            <Show when=move || full.get()>
                <p class="bar-note">
                    <Icon name="warning" />
                    <span>{say(words::FULL)}</span>
                </p>
            </Show>
        </div>
    }
}

/// That there is a newer release, and the button that changes to it.
#[component]
fn Newer() -> impl IntoView {
    let release = Release::here();
    view! {
        <div role="status">
            <Show when=move || release.newer()>
                <p class="bar-note">
                    <Icon name="again" />
                    <span>{say(words::NEWER)}</span>
                    <button type="button" class="button-link" on:click=move |_| release.change()>
                        {say(words::CHANGE)}
                    </button>
                </p>
            </Show>
        </div>
    }
}
