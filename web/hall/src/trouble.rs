//! What went wrong and stands beside no field, where it can be tried again.

use leptos::prelude::*;
use shuiting_parts::api::Failure;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;

/// All that is wrong.
#[component]
pub(crate) fn Troubles(
    /// What it is, and what to do.
    said: Signal<Vec<String>>,
) -> impl IntoView {
    let one = |said| {
        view! {
            <p class="field-flaw">
                <Icon name="warning" />
                {said}
            </p>
        }
    };
    view! { <div role="alert">{move || said.get().into_iter().map(one).collect_view()}</div> }
}

/// What the server or the network refused.
#[component]
pub(crate) fn Trouble(
    /// Why, where it was refused.
    failure: RwSignal<Option<Failure>>,
) -> impl IntoView {
    let language = Language::here();
    let said = move || failure.with(|failure| failure.iter().map(|failure| failure.say(language.get())).collect());
    view! { <Troubles said=Signal::derive(said) /> }
}
