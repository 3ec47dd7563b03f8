//! Where water is off, or soon will be, in the town that concerns whoever is here.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::OutageView;

use super::words;
use crate::last_town::LastTown;
use crate::outage::{OutageLine, PATH};

/// More than these hide what is used most.
const MOST: usize = 2;

/// Those that concern whoever is here: first those of their water accounts and of where they follow, then those of the town
/// that they named last.
fn concerning(mut outages: Vec<OutageView>, town: Option<&str>) -> Vec<OutageView> {
    outages.retain(|view| view.concerns_you || town.is_some_and(|town| view.outage.is_in(town)));
    outages.sort_by_key(|view| !view.concerns_you);
    outages.truncate(MOST);
    outages
}

/// The outages; nothing where there are none, or where they did not come: the page is of use without.
#[component]
pub(super) fn Outages() -> impl IntoView {
    let (api, household, town) = (Api::here(), Household::here(), LastTown::here());
    let load = Loader::<Vec<OutageView>>::default();
    let (signed_in, ask) = (SignedIn::here(), move || async move { api.get(PATH).await });
    Effect::new(move || {
        signed_in.get();
        load.follow(ask());
    });
    let ready = move || household.load.state.with(|state| state.here().is_some());
    let shown = move || concerning(load.get().unwrap_or_default(), town.get().as_deref());
    view! {
        <Show when=move || ready() && !shown().is_empty()>
            <section class="outages" aria-label=say(words::OUTAGES)>
                <For each=shown key=|view| (view.id.clone(), view.version) let:view>
                    <OutageLine view />
                </For>
            </section>
        </Show>
    }
}
