//! What of it was good or bad: the tags of the service.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::service::Service;

use super::super::rated::Rating;
use super::super::words;
use super::Change;

/// The tags.
#[component]
pub(super) fn Tags(service: Service, rating: Memo<Rating>, change: Change) -> impl IntoView {
    let language = Language::here();
    let one = move |tag: &shuiting_shared::words::Bi| {
        let tag = *tag;
        let picked = move || rating.with(|rating| rating.tags.iter().any(|picked| picked == tag.zh));
        let toggle = move |_| change.run(Box::new(move |rating| rating.toggle(service, tag.zh)));
        view! {
            <label class="case-tag" class:case-picked=picked>
                <input type="checkbox" prop:checked=picked on:change=toggle />
                <span>{move || language.say(tag)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{say(words::TAGS)}</legend>
            <div class="case-tag-rows">{service.facts().tags.iter().map(one).collect_view()}</div>
        </fieldset>
    }
}
