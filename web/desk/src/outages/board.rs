//! The page of all notices: under way, to come, drafts; or those that are over.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::OutageView;
use shuiting_shared::case::Role;
use shuiting_shared::outage::Phase;
use shuiting_shared::words::Bi;

use super::{DESK, facts, may, page_of, words};
use crate::title;

/// The page.
#[component]
pub(crate) fn OutagesPage() -> impl IntoView {
    title::set(say(words::OUTAGES));
    let (api, query, writes) = (Api::here(), use_query_map(), may(Role::posts_outages));
    let over = Memo::new(move |_| query.with(|query| query.get_str("over") == Some("true")));
    let load = Loader::<Vec<OutageView>>::default();
    let ask = move |over: bool| async move { api.get(&format!("{DESK}?over={over}")).await };
    Effect::new(move || load.follow(ask(over.get())));
    let here = move |page: bool| (over.get() == page).then_some("page");
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <header class="plan-head">
                <h1>{say(words::OUTAGES)}</h1>
                <nav class="choices" aria-label=say(words::LOOK_AT)>
                    <a href="/desk/outages" aria-current=move || here(false)>
                        {say(words::AT_HAND)}
                    </a>
                    <a href="/desk/outages?over=true" aria-current=move || here(true)>
                        {say(Phase::Over.label())}
                    </a>
                </nav>
                <a href="/desk/outages/report">{say(words::REPORT)}</a>
                <Show when=move || writes.get()>
                    <a class="button main" href="/desk/outages/new">
                        {say(words::WRITE_ONE)}
                    </a>
                </Show>
            </header>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask(over.get_untracked()))>
                <Listed load />
            </Faces>
        </main>
    }
}

/// In which order they stand: what is under way first.
const ORDER: [Phase; 4] = [Phase::Now, Phase::Coming, Phase::Draft, Phase::Over];

#[component]
fn Listed(load: Loader<Vec<OutageView>>) -> impl IntoView {
    let none = move || load.get().unwrap_or_default().is_empty();
    let parts = ORDER.map(|phase| view! { <Part load phase /> });
    view! {
        <Show when=none>
            <p class="help">{say(words::NONE)}</p>
        </Show>
        {parts.collect_view()}
    }
}

#[component]
fn Part(load: Loader<Vec<OutageView>>, phase: Phase) -> impl IntoView {
    let clock = Clock::here();
    let shown = Memo::new(move |_| {
        clock.get();
        let mut all = load.get().unwrap_or_default();
        all.retain(|view| view.standing().phase(clock::now()) == phase);
        all
    });
    let id = format!("outages-{}", phase.code());
    let labelled = id.clone();
    view! {
        <Show when=move || !shown.with(Vec::is_empty)>
            <section aria-labelledby=labelled.clone()>
                <h2 id=id.clone()>{say(phase.label())}</h2>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say(words::WHERE)}</th>
                            <th scope="col">{say(words::KIND)}</th>
                            <th scope="col">{say(words::WHEN)}</th>
                            <th scope="col">{say(words::HOUSEHOLDS_SHORT)}</th>
                            <th scope="col">{say(words::TOLD)}</th>
                            <th scope="col">{say(words::WATER)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || shown.get() key=|view| (view.id.clone(), view.version) let:view>
                            <Row view />
                        </For>
                    </tbody>
                </table>
            </section>
        </Show>
    }
}

/// What is to be said of its water.
fn water(stops: usize, lacks: bool) -> Option<Bi> {
    match (stops, lacks) {
        (_, true) => Some(words::LACKS_WATER),
        (0, false) => None,
        _ => Some(words::WATER_COMES),
    }
}

#[component]
fn Row(view: OutageView) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let lacks = household.read(|house| view.standing().lacks_water(house));
    let (href, kind) = (page_of(&view.id), view.outage.kind);
    let (households, told, stops) = (view.outage.households, view.told, view.stops.len());
    let outage = StoredValue::new(view.outage);
    let place = move || outage.with_value(|outage| facts::place(outage, household, language.get()));
    let when = move || outage.with_value(|outage| facts::when(outage, clock.get(), language.get()));
    view! {
        <tr>
            <th scope="row" class="plan-where">
                <a href=href>{place}</a>
            </th>
            <td>{say(kind.label())}</td>
            <td>{when}</td>
            <td class="figure">{households}</td>
            <td class="figure">{told}</td>
            <td class=if lacks { "owing" } else { "" }>{water(stops, lacks).map(|said| view! { {say(said)} })}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_before_what_is_there() {
        assert_eq!(water(0, false), None);
        assert_eq!(water(0, true), Some(words::LACKS_WATER));
        assert_eq!(water(2, false), Some(words::WATER_COMES));
    }
}
