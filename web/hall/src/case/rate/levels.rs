//! How satisfied: five rows to touch, each with its face and its word.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::Level;
use web_sys::HtmlElement;

use super::super::face::Face;
use super::super::rated::Rating;
use super::super::words;
use super::Change;

/// The id of the first level, where the focus goes when none is picked.
const FIRST: &str = "case-level";

/// The rows.
#[component]
pub(super) fn Levels(rating: Memo<Rating>, missing: RwSignal<bool>, change: Change) -> impl IntoView {
    let language = Language::here();
    let row = move |(at, level): (usize, Level)| {
        let id = match at {
            0 => FIRST.to_owned(),
            _ => format!("{FIRST}-{}", level.code()),
        };
        let picked = move || rating.with(|rating| rating.level == Some(level));
        let pick = move |_| {
            missing.set(false);
            change.run(Box::new(move |rating| rating.level = Some(level)));
        };
        view! {
            <label class="case-level-row" class:case-picked=picked>
                <input type="radio" name="level" id=id value=level.code() prop:checked=picked on:change=pick />
                <Face level />
                <span>{move || language.say(level.label())}</span>
            </label>
        }
    };
    view! {
        <fieldset
            class="field"
            role="radiogroup"
            aria-required="true"
            aria-invalid=move || missing.get().then_some("true")
            aria-describedby=move || missing.get().then_some("case-level-flaw")
        >
            <legend class="field-label">{say(words::HOW_SATISFIED)}</legend>
            <Show when=move || missing.get()>
                <p class="field-flaw" id="case-level-flaw" role="alert">
                    <Icon name="warning" />
                    {say(words::PICK_LEVEL)}
                </p>
            </Show>
            <div class="case-levels">
                {Level::ALL.iter().copied().enumerate().map(row).collect_view()}
            </div>
        </fieldset>
    }
}

/// Puts the focus on the first of them.
pub(super) fn focus() {
    let first = document().get_element_by_id(FIRST);
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        // Without the focus the flaw is read out all the same: it is an alert.
        drop(first.focus());
    }
}
