//! The page of all events: those to come first, those that are over below.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::EventView;
use shuiting_shared::words::Bi;

use super::row::Row;
use super::{PATH, words};
use crate::empty::Empty;
use crate::last_town::LastTown;
use crate::page::Page;

/// Those that are over are of interest to few; these will do.
const MOST_PAST: usize = 20;

/// Both lists as they came.
#[derive(Clone, Debug, Default, PartialEq)]
struct Events {
    coming: Vec<EventView>,
    past: Vec<EventView>,
}

impl Events {
    /// The towns in which there are any, each once, in order.
    fn towns(&self) -> Vec<String> {
        let mut towns: Vec<_> = self
            .coming
            .iter()
            .chain(&self.past)
            .map(|event| event.plan.town.clone())
            .collect();
        towns.sort_unstable();
        towns.dedup();
        towns
    }

    /// Only those of a town; all where it is none.
    fn within(self, town: &str) -> Self {
        let here = |mut events: Vec<EventView>| {
            events.retain(|event| town.is_empty() || event.plan.town == town);
            events
        };
        Self {
            coming: here(self.coming),
            past: here(self.past).into_iter().take(MOST_PAST).collect(),
        }
    }
}

/// The page.
#[component]
pub(crate) fn EventsPage() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Events>::default();
    let ask = move || async move {
        let coming = api.get(PATH).await?;
        let past = api.get(&format!("{PATH}?past=true")).await?;
        Ok(Events { coming, past })
    };
    load.fetch(ask());
    view! {
        <Page title=say(words::EVENTS) back="/">
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <Lists load />
            </Faces>
        </Page>
    }
}

#[component]
fn Lists(load: Loader<Events>) -> impl IntoView {
    let near = LastTown::here();
    let all = move || load.get().unwrap_or_default();
    // The town of whoever is here, as long as there is something in it.
    let first = untrack(|| near.get().filter(|town| all().towns().contains(town)));
    let town = RwSignal::new(first.unwrap_or_default());
    let shown = Memo::new(move |_| town.with(|town| all().within(town)));
    let nothing = move || shown.with(|shown| shown.coming.is_empty() && shown.past.is_empty());
    view! {
        <Towns load town />
        <Show when=nothing>
            <Empty title=words::NONE help=words::NONE_HELP begin=words::BEGIN href="/services" />
        </Show>
        <Part id="events-coming" name=words::COMING events=Signal::derive(move || shown.get().coming) />
        <Part id="events-past" name=words::PAST events=Signal::derive(move || shown.get().past) />
    }
}

#[component]
fn Towns(load: Loader<Events>, town: RwSignal<String>) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let codes = move || load.get().unwrap_or_default().towns();
    let option = move |code: String| {
        let (shown, chosen) = (code.clone(), code.clone());
        view! {
            <option value=code prop:selected=move || town.with(|town| *town == chosen)>
                {move || household.town(&shown, language.get())}
            </option>
        }
    };
    view! {
        <Show when=move || { codes().len() > 1 }>
            <div class="field">
                <label class="field-label" for="events-town">
                    {say(words::TOWN)}
                </label>
                <select
                    class="field-input field-select"
                    id="events-town"
                    on:change=move |event| town.set(event_target_value(&event))
                >
                    <option value="" prop:selected=move || town.with(String::is_empty)>
                        {say(words::EVERY_TOWN)}
                    </option>
                    {move || codes().into_iter().map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}

#[component]
fn Part(id: &'static str, name: Bi, events: Signal<Vec<EventView>>) -> impl IntoView {
    view! {
        <Show when=move || !events.with(Vec::is_empty)>
            <section class="part" aria-labelledby=id>
                <h2 id=id>{say(name)}</h2>
                <ul class="rows" role="list">
                    <For each=move || events.get() key=|event| (event.id.clone(), event.version) let:event>
                        <Row event />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[cfg(test)]
pub(super) mod tests {
    use shuiting_shared::event::{Plan, State, Topic};
    use shuiting_shared::time::Moment;

    use super::*;

    pub(in super::super) fn event(id: &str, town: &str, starts: &str) -> EventView {
        let starts: Moment = starts.parse().unwrap();
        EventView {
            id: id.to_owned(),
            plan: Plan {
                title: "供水服务进社区".into(),
                town: town.to_owned(),
                community: "元美社区".into(),
                place: "广场".into(),
                starts,
                ends: starts + chrono::TimeDelta::hours(3),
                topics: vec![Topic::Hall],
                tasks: Vec::new(),
                shifts: Vec::new(),
                words: String::new(),
            },
            state: State::Published,
            reason: None,
            version: 2,
            taken: Vec::new(),
            followers: 0,
            follows: false,
        }
    }

    #[test]
    fn a_town_is_chosen_among_those_that_have_any() {
        let at = "2026-12-06T01:00:00Z";
        let events = Events {
            coming: vec![event("1", "nancheng", at), event("2", "humen", at)],
            past: vec![event("3", "nancheng", at)],
        };
        assert_eq!(events.towns(), ["humen", "nancheng"]);
        let here = events.clone().within("nancheng");
        assert_eq!((here.coming.len(), here.past.len()), (1, 1));
        assert_eq!(events.clone().within(""), events);
    }
}
