//! The notices that a case has to do with, on its page.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_shared::api::OutageView;
use shuiting_shared::number::CaseNumber;

use super::OutageLine;
use super::words;

/// The notices; nothing where there are none, or where they did not come: the case is of use without.
#[component]
pub(crate) fn OfCase(number: CaseNumber) -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<OutageView>>::default();
    load.follow(async move { api.get(&format!("/api/v1/cases/{number}/outages")).await });
    let shown = move || load.get().unwrap_or_default();
    view! {
        <Show when=move || !shown().is_empty()>
            <section class="part outages" aria-labelledby="case-outages">
                <h2 id="case-outages">{say(words::OF_CASE)}</h2>
                <For each=shown key=|view| (view.id.clone(), view.version) let:view>
                    <OutageLine view />
                </For>
            </section>
        </Show>
    }
}
