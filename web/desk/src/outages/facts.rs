//! What a notice says.

use leptos::prelude::*;
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::OutageView;
use shuiting_shared::outage::{Area, Outage};
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang};

use super::words;

/// Where, area by area.
pub(super) fn place(outage: &Outage, household: Household, lang: Lang) -> String {
    let area = |area: &Area| {
        let town = household.town(&area.town, lang);
        match lang {
            Lang::Zh => format!("{town}{}", area.words),
            Lang::En => format!("{town}: {}", area.words),
        }
    };
    let between = match lang {
        Lang::Zh => ";",
        Lang::En => "; ",
    };
    outage.areas.iter().map(area).collect::<Vec<_>>().join(between)
}

/// From when until when.
pub(super) fn when(outage: &Outage, now: Moment, lang: Lang) -> String {
    let (starts, ends) = (time::say(outage.starts, now, lang), time::say(outage.ends, now, lang));
    format!("{starts} – {ends}")
}

/// What of an area is named, as one line; nothing where it is all of the town.
fn named(area: &Area, lang: Lang) -> Option<String> {
    let parts = [
        (words::STREETS, &area.streets),
        (words::ESTATES, &area.estates),
        (words::ACCOUNTS, &area.accounts),
    ];
    let said = parts
        .into_iter()
        .filter(|(_, texts)| !texts.is_empty())
        .map(|(name, texts)| {
            let texts = texts.join("、");
            match lang {
                Lang::Zh => format!("{}:{texts}", name.zh),
                Lang::En => format!("{}: {texts}", name.en),
            }
        });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// A name, and what is said of it; nothing where nothing is.
#[component]
fn Fact(name: Bi, #[prop(into)] said: Signal<Option<String>>) -> impl IntoView {
    let row = move |said: String| {
        view! {
            <div>
                <dt>{say(name)}</dt>
                <dd>{said}</dd>
            </div>
        }
    };
    move || said.get().map(row)
}

/// All of it.
#[component]
pub(super) fn Facts(view: OutageView) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let view = StoredValue::new(view);
    let said = move |say: fn(&OutageView, Moment, Lang) -> Option<String>| {
        Signal::derive(move || view.with_value(|view| say(view, clock.get(), language.get())))
    };
    let turn = said(|view, _, lang| {
        let (turn, why) = view.turn.zip(view.why.as_ref())?;
        Some(format!("{} · {why}", turn.label().get(lang)))
    });
    let when = said(|view, now, lang| {
        let (when, length) = (when(&view.outage, now, lang), time::lasting(view.outage.length(), lang));
        Some(format!("{when} · {length}"))
    });
    let points = said(|view, _, _| {
        let points = &view.outage.points;
        (!points.is_empty()).then(|| points.join(" · "))
    });
    view! {
        <dl class="plan-facts">
            <div>
                <dt>{say(words::STATE)}</dt>
                <dd>
                    <Stands view />
                </dd>
            </div>
            <Fact name=words::CHANGED said=turn />
            <Fact name=words::KIND said=said(|view, _, lang| Some(view.outage.kind.label().get(lang).to_owned())) />
            <div>
                <dt>{say(words::WHERE)}</dt>
                <dd>
                    <Areas view />
                </dd>
            </div>
            <Fact name=words::WHEN said=when />
            <Fact name=words::ENDED said=said(|view, now, lang| Some(time::say(view.ended?, now, lang))) />
            <Fact name=words::REASON said=said(|view, _, _| Some(view.outage.reason.clone())) />
            <Fact name=words::HOUSEHOLDS said=said(|view, _, _| Some(view.outage.households.to_string())) />
            <Fact name=words::POINTS_SHORT said=points />
            <Fact name=words::TOLD said=said(|view, _, _| Some(view.told?.to_string())) />
        </dl>
    }
}

/// Where it stands in time.
#[component]
fn Stands(view: StoredValue<OutageView>) -> impl IntoView {
    let clock = Clock::here();
    let draft = view.with_value(|view| view.posted.is_none());
    let phase = move || {
        clock.get();
        let phase = view.with_value(|view| view.standing().phase(clock::now()));
        view! { <span class=format!("plan-state is-{}", phase.code())>{say(phase.label())}</span> }
    };
    view! {
        {phase}
        {draft.then(|| view! { " " <span class="help">{say(words::DRAFT_ABOUT)}</span> })}
    }
}

/// Where water is off, a line each.
#[component]
fn Areas(view: StoredValue<OutageView>) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let one = move |area: &Area| {
        let lang = language.get();
        let (town, named) = (household.town(&area.town, lang), named(area, lang));
        view! {
            <li>
                <b>{town}</b>
                " "
                {area.words.clone()}
                {named.map(|named| view! { <span class="help">" " {named}</span> })}
            </li>
        }
    };
    let areas = move || view.with_value(|view| view.outage.areas.iter().map(one).collect_view());
    view! { <ul>{areas}</ul> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_of_an_area_is_one_line() {
        let mut area = Area::default();
        assert_eq!(named(&area, Lang::Zh), None);
        area.streets = vec!["鸿福路".into(), "体育路".into()];
        area.accounts = vec!["12345678".into()];
        assert_eq!(
            named(&area, Lang::Zh).as_deref(),
            Some("道路:鸿福路、体育路 · 户号:12345678")
        );
    }
}
