//! The towns to choose from.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::Bi;

use super::words;

/// A list of all towns, and one entry for none of them.
#[component]
pub(super) fn Towns(
    id: &'static str,
    /// What it says where no town is chosen.
    none: Bi,
    #[prop(into)] chosen: Signal<String>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let towns = move || {
        let lang = language.get();
        household.read(|house| {
            let towns = house.towns.iter().map(|town| {
                let code = town.code.clone();
                view! {
                    <option value=town.code.clone() prop:selected=move || chosen.with(|chosen| *chosen == code)>
                        {town.name.get(lang).to_owned()}
                    </option>
                }
            });
            towns.collect_view()
        })
    };
    view! {
        <label class="field-label" for=id>
            {say(words::TOWN)}
        </label>
        <select
            class="field-input field-select"
            id=id
            on:change=move |event| choose.run(event_target_value(&event))
        >
            <option value="" prop:selected=move || chosen.with(String::is_empty)>
                {say(none)}
            </option>
            {towns}
        </select>
    }
}
