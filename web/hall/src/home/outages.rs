//! Where water is off, or soon will be, in the town that concerns whoever is here.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_shared::api::OutageView;

use super::words;
use crate::last_town::LastTown;
use crate::outage::OutageLine;

/// More than these hide what is used most.
const MOST: usize = 2;

/// The outages; nothing where there are none, or where they did not come: the page is of use without.
#[component]
pub(super) fn Outages() -> impl IntoView {
    let (api, household, town) = (Api::here(), Household::here(), LastTown::here());
    let load = Loader::<Vec<OutageView>>::default();
    Effect::new(move || match town.get() {
        Some(town) => load.follow(async move { api.get(&format!("/api/v1/outages?town={town}")).await }),
        None => load.put(Vec::new()),
    });
    let ready = move || household.load.state.with(|state| state.here().is_some());
    let shown = move || {
        load.get()
            .unwrap_or_default()
            .into_iter()
            .take(MOST)
            .collect::<Vec<_>>()
    };
    view! {
        <Show when=move || ready() && !shown().is_empty()>
            <section class="outages" aria-label=say(words::OUTAGES)>
                <For each=shown key=|view| (view.id.clone(), view.outage.ends) let:view>
                    <OutageLine view />
                </For>
            </section>
        </Show>
    }
}
