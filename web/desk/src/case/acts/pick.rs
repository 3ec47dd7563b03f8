//! One of a few, each with a key of its own.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::case::Verb;
use shuiting_shared::words::Bi;

use super::super::draft::Draft;
use super::super::hand::Hand;

/// What there is to pick.
pub(super) struct Choice {
    /// The key.
    pub(super) key: &'static str,
    /// What it is called.
    pub(super) title: Bi,
    /// What it means.
    pub(super) means: Option<Bi>,
}

/// The choices, and what is wrong with the one that was sent.
#[component]
pub(super) fn Pick(
    /// The act.
    verb: Verb,
    /// The field of the act that the key is for.
    field: &'static str,
    /// What is picked.
    legend: Bi,
    /// What there is.
    choices: Vec<Choice>,
    /// The key that is picked; empty where none is.
    picked: Memo<String>,
    /// Where the draft keeps it.
    kept: fn(&mut Draft) -> &mut String,
) -> impl IntoView {
    let hand = Hand::here();
    let row = move |Choice { key, title, means }: Choice| {
        view! {
            <label>
                <input
                    type="radio"
                    name=field
                    prop:checked=move || picked.with(|picked| picked == key)
                    on:change=move |_| hand.draft.update(|draft| key.clone_into(kept(draft)))
                />
                {say(title)}
            </label>
            {means.map(|means| view! { <p class="help">{say(means)}</p> })}
        }
    };
    view! {
        <fieldset>
            <legend>{say(legend)}</legend>
            {choices.into_iter().map(row).collect_view()}
        </fieldset>
        <p class="flaw" role="alert">
            {move || hand.flaw(verb, field)}
        </p>
    }
}
