//! The page of all events: a list of those to come or over, or the calendar of a month.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{EventView, Me};
use shuiting_shared::case::Role;
use shuiting_shared::event::Plan;
use shuiting_shared::water::Period;
use shuiting_shared::words::Bi;

use super::address::{Shown, page_of};
use super::month::Month;
use super::words;
use crate::title;

/// Whether whoever is here plans events.
pub(super) fn plans() -> Memo<bool> {
    let signed_in = SignedIn::here();
    Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if Role::plans_events(role)))
}

/// The page.
#[component]
pub(crate) fn EventsPage() -> impl IntoView {
    title::set(say(words::EVENTS));
    let (api, query, plans) = (Api::here(), use_query_map(), plans());
    let shown = Memo::new(move |_| query.with(|query| Shown::read(query.get_str("month"), query.get_str("past"))));
    let load = Loader::<Vec<EventView>>::default();
    let ask = move |shown: Shown| async move { api.get(&shown.path()).await };
    Effect::new(move || load.follow(ask(shown.get())));
    let this_month = Shown::Month(Period::of(clock::today()));
    let month = move || match shown.get() {
        Shown::Month(month) => Some(month),
        Shown::Coming | Shown::Past => None,
    };
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <header class="plan-head">
                <h1>{say(words::EVENTS)}</h1>
                <nav class="choices" aria-label=say(words::LOOK_AT)>
                    <Choice to=Shown::Coming name=words::COMING shown />
                    <Choice to=Shown::Past name=words::PAST shown />
                    <Choice to=this_month name=words::CALENDAR shown />
                </nav>
                <a href="/desk/events/report">{say(words::REPORT)}</a>
                <Show when=move || plans.get()>
                    <a class="button main" href="/desk/events/new">
                        {say(words::PLAN_ONE)}
                    </a>
                </Show>
            </header>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask(shown.get_untracked()))>
                {move || match month() {
                    Some(month) => view! { <Month month load /> }.into_any(),
                    None => view! { <Listed load /> }.into_any(),
                }}
            </Faces>
        </main>
    }
}

#[component]
fn Choice(to: Shown, name: Bi, shown: Memo<Shown>) -> impl IntoView {
    let here = move || {
        let same = matches!(
            (shown.get(), to),
            (Shown::Coming, Shown::Coming) | (Shown::Past, Shown::Past) | (Shown::Month(_), Shown::Month(_))
        );
        same.then_some("page")
    };
    view! {
        <a href=to.page() aria-current=here>
            {say(name)}
        </a>
    }
}

#[component]
fn Listed(load: Loader<Vec<EventView>>) -> impl IntoView {
    let events = move || load.get().unwrap_or_default();
    view! {
        <Show when=move || !events().is_empty() fallback=|| view! { <p class="help">{say(words::NONE)}</p> }>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(words::TITLE)}</th>
                        <th scope="col">{say(words::WHEN)}</th>
                        <th scope="col">{say(words::WHERE)}</th>
                        <th scope="col">{say(words::STATE)}</th>
                        <th scope="col">{say(words::VOLUNTEERS)}</th>
                        <th scope="col">{say(words::FOLLOWERS)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=events key=|event| (event.id.clone(), event.version) let:event>
                        <Row event />
                    </For>
                </tbody>
            </table>
        </Show>
    }
}

#[component]
fn Row(event: EventView) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let (plan, state) = (StoredValue::new(event.plan), event.state);
    let taken: u32 = event.taken.iter().sum();
    let title = plan.with_value(|plan| plan.title.clone());
    let places = plan.with_value(Plan::places);
    let whereabouts = move || {
        let lang = language.get();
        plan.with_value(|plan| household.read(|house| plan.whereabouts(house, lang)))
    };
    view! {
        <tr>
            <th scope="row">
                <a href=page_of(&event.id)>{title}</a>
            </th>
            <td>{move || plan.with_value(|plan| plan.when(language.get()))}</td>
            <td class="plan-where">{whereabouts}</td>
            <td>
                <span class=format!("plan-state is-{}", state.code())>{say(state.label())}</span>
            </td>
            <td class="figure">{move || words::taken(taken, places, language.get())}</td>
            <td class="figure">{event.followers}</td>
        </tr>
    }
}
