//! Where water is off or will be, town by town.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::OutageView;
use shuiting_shared::house::Place;

use super::words;
use crate::last_town::LastTown;
use crate::outage::{FollowAreas, OutageLine, PATH, WaterLink};

/// The towns that have any: first the one that concerns whoever looks, the others in the order of the house.
fn towns(outages: &[OutageView], places: &[Place], near: Option<&str>) -> Vec<String> {
    let any = |code: &str| outages.iter().any(|view| view.outage.is_in(code));
    let mut towns: Vec<_> = places.iter().map(|place| place.code.clone()).collect();
    towns.retain(|code| any(code));
    towns.sort_by_key(|code| Some(code.as_str()) != near);
    towns
}

/// All that stand.
#[component]
pub(super) fn Outages() -> impl IntoView {
    let (api, household) = (Api::here(), Household::here());
    let load = Loader::<Vec<OutageView>>::default();
    let fetch = move || load.fetch(async move { api.get(PATH).await });
    fetch();
    let again = move |()| {
        household.fetch();
        fetch();
    };
    view! {
        <Faces load=household.load happening=words::FETCHING_OUTAGES retry=again>
            <Faces load happening=words::FETCHING_OUTAGES retry=move |()| fetch()>
                <Towns load />
                <WaterLink />
                <FollowAreas />
            </Faces>
        </Faces>
    }
}

#[component]
fn Towns(load: Loader<Vec<OutageView>>) -> impl IntoView {
    let (household, near) = (Household::here(), LastTown::here());
    let towns = Memo::new(move |_| {
        let (outages, near) = (load.get().unwrap_or_default(), near.get());
        household.read(|house| towns(&outages, &house.towns, near.as_deref()))
    });
    let none = || {
        view! {
            <div class="card">
                <p>
                    <b>{say(words::NO_OUTAGES)}</b>
                </p>
                <p>{say(words::NO_OUTAGES_HELP)}</p>
            </div>
        }
    };
    view! {
        <Show when=move || !towns.with(Vec::is_empty) fallback=none>
            <For each=move || towns.get() key=String::clone let:code>
                <OneTown load code />
            </For>
        </Show>
    }
}

#[component]
fn OneTown(load: Loader<Vec<OutageView>>, code: String) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let id = format!("outages-{code}");
    let code = StoredValue::new(code);
    let here = move || {
        let outages = load.get().unwrap_or_default().into_iter();
        code.with_value(|code| outages.filter(|view| view.outage.is_in(code)).collect::<Vec<_>>())
    };
    let name = move || code.with_value(|code| household.town(code, language.get()));
    view! {
        <section class="part outages" aria-labelledby=id>
            <h2 id=id.clone()>{name}</h2>
            <For each=here key=|view| (view.id.clone(), view.version) let:view>
                <OutageLine view />
            </For>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::outage::{Area, Outage, OutageKind, OutageState};
    use shuiting_shared::time::Moment;
    use shuiting_shared::words::Text;

    use super::*;

    #[test]
    fn the_town_that_concerns_one_comes_first() {
        let at = |town: &str| OutageView {
            id: town.into(),
            outage: Outage {
                kind: OutageKind::Planned,
                areas: vec![Area {
                    town: town.into(),
                    words: "鸿福路一带".into(),
                    ..Area::default()
                }],
                reason: "更换阀门".into(),
                starts: Moment::default(),
                ends: Moment::default(),
                points: Vec::new(),
                households: 0,
            },
            state: OutageState::Posted,
            version: 2,
            turn: None,
            why: None,
            posted: None,
            ended: None,
            stops: Vec::new(),
            concerns_you: false,
            told: None,
        };
        let places = ["guancheng", "nancheng", "humen"].map(|code| Place {
            code: code.into(),
            name: Text::default(),
            pinyin: String::new(),
            communities: Vec::new(),
        });
        let outages = [at("humen"), at("nancheng"), at("guancheng"), at("nancheng")];
        assert_eq!(towns(&outages, &places, None), ["guancheng", "nancheng", "humen"]);
        assert_eq!(
            towns(&outages, &places, Some("humen")),
            ["humen", "guancheng", "nancheng"]
        );
        assert_eq!(towns(&[], &places, Some("humen")), [""; 0]);
    }
}
