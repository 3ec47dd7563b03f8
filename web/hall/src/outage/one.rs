//! The page of a notice.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::OutageView;
use shuiting_shared::outage::{Outage, Phase};
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang};

use super::stops::Stops;
use super::{PATH, line, words};
use crate::hotline::Hotline;
use crate::page::Page;

/// What parts of a list are joined by.
const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// The towns, each once.
pub(super) fn towns(outage: &Outage, household: Household, lang: Lang) -> String {
    let mut towns: Vec<_> = outage
        .areas
        .iter()
        .map(|area| household.town(&area.town, lang))
        .collect();
    towns.dedup();
    towns.join(between(lang))
}

/// Where in them, as the desk wrote it.
pub(super) fn areas(outage: &Outage, household: Household, lang: Lang) -> String {
    let several = outage.areas.len() > 1;
    let areas = outage.areas.iter().map(|area| {
        let town = household.town(&area.town, lang);
        if several {
            format!("{town} {}", area.words)
        } else {
            area.words.clone()
        }
    });
    areas.collect::<Vec<_>>().join(";")
}

/// What must be said before all else of one that is over.
fn over(view: &OutageView, now: Moment) -> Option<Bi> {
    if view.standing().phase(now) != Phase::Over {
        return None;
    }
    Some(match view.ended {
        Some(ended) if ended < view.outage.starts => words::CALLED_OFF,
        Some(_) => words::RESTORED,
        None => words::FORGOTTEN,
    })
}

/// The page.
#[component]
pub(crate) fn OutagePage() -> impl IntoView {
    let (api, params) = (Api::here(), use_params_map());
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let load = Loader::<OutageView>::default();
    let ask = move |id: String| async move { api.get(&format!("{PATH}/{id}")).await };
    Effect::new(move || load.fetch(ask(id.get())));
    let notice = move || load.get().map(|view| view! { <Notice view /> });
    view! {
        <Page title=say(words::NOTICE) back="/services/OUT">
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask(id.get_untracked()))>
                {notice}
            </Faces>
        </Page>
    }
}

#[component]
fn Notice(view: OutageView) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let stops = view.stops.clone();
    let (begins, changed) = (view.outage.starts, view.turn.zip(view.why.clone()));
    let view = StoredValue::new(view);
    let over = move || {
        clock.get();
        view.with_value(|view| over(view, clock::now()))
    };
    let headline = move || {
        let lang = language.get();
        view.with_value(|view| {
            let towns = towns(&view.outage, household, lang);
            line::said(&view.outage, &towns, clock.get(), lang)
        })
    };
    let area = move || view.with_value(|view| areas(&view.outage, household, language.get()));
    let count = view.with_value(|view| view.outage.households);
    let count = move || (count > 0).then(|| words::households(count, language.get()));
    let from = move || time::say(begins, clock.get(), language.get());
    let (kind, reason, ends, points) = view.with_value(|view| {
        let outage = &view.outage;
        (outage.kind, outage.reason.clone(), outage.ends, outage.points.clone())
    });
    let back = move || time::say(ends, clock.get(), language.get());
    let points = points
        .into_iter()
        .map(|point| view! { <li>{point}</li> })
        .collect_view();
    let has_points = view.with_value(|view| !view.outage.points.is_empty());
    view! {
        <section class="card outage-card" aria-labelledby="outage-title">
            <h2 id="outage-title">
                {move || match over() {
                    Some(said) => language.say(said).to_owned(),
                    None => headline(),
                }}
            </h2>
            {changed
                .map(|(turn, why)| {
                    view! {
                        <p class="outage-changed">
                            <Icon name="warning" />
                            <span>{say(turn.label())} " · " <span lang=Lang::Zh.tag()>{why}</span></span>
                        </p>
                    }
                })}
            <dl class="facts">
                <div>
                    <dt>{say(words::AREA)}</dt>
                    <dd>
                        <span lang=Lang::Zh.tag()>{area}</span>
                        " "
                        <span class="small">{count}</span>
                    </dd>
                </div>
                <div>
                    <dt>{say(words::FROM)}</dt>
                    <dd>{from}</dd>
                </div>
                <div>
                    <dt>{say(words::BACK)}</dt>
                    <dd>{back}</dd>
                </div>
                <div>
                    <dt>{say(words::REASON)}</dt>
                    <dd>{say(kind.label())} " · " <span lang=Lang::Zh.tag()>{reason}</span></dd>
                </div>
                {has_points
                    .then(|| {
                        view! {
                            <div>
                                <dt>{say(words::POINTS)}</dt>
                                <dd lang=Lang::Zh.tag()>
                                    <ul class="outage-points" role="list">
                                        {points}
                                    </ul>
                                </dd>
                            </div>
                        }
                    })}
            </dl>
            <Hotline said=words::hotline class="button-plain" />
        </section>
        {(!stops.is_empty())
            .then(|| {
                view! {
                    <section class="part" aria-labelledby="outage-stops">
                        <h2 id="outage-stops">{say(words::STOPS)}</h2>
                        <Stops stops=Signal::stored(stops) />
                    </section>
                }
            })}
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::outage::OutageState;

    use super::super::line::tests::outage;
    use super::*;

    #[test]
    fn what_became_of_it_is_said_first() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let mut view = OutageView {
            id: "1".into(),
            outage: outage(),
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
        let now = at("2026-11-24T15:00:00Z");
        assert_eq!(over(&view, now), None);
        assert_eq!(over(&view, at("2026-11-26T15:00:00Z")), Some(words::FORGOTTEN));
        view.state = OutageState::Over;
        view.ended = Some(now);
        assert_eq!(over(&view, now), Some(words::RESTORED));
        view.ended = Some(at("2026-11-24T02:00:00Z"));
        assert_eq!(over(&view, now), Some(words::CALLED_OFF));
    }
}
