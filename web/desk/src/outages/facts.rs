//! What a notice says.

use leptos::prelude::*;
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::OutageView;
use shuiting_shared::outage::{Area, Outage};
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

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
    let said = parts.into_iter().filter(|(_, texts)| !texts.is_empty()).map(|(name, texts)| {
        let texts = texts.join("、");
        match lang {
            Lang::Zh => format!("{}:{texts}", name.zh),
            Lang::En => format!("{}: {texts}", name.en),
        }
    });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// All of it.
#[component]
pub(super) fn Facts(view: OutageView) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let view = StoredValue::new(view);
    let phase = move || {
        clock.get();
        let phase = view.with_value(|view| view.standing().phase(clock::now()));
        view! { <span class=format!("plan-state is-{}", phase.code())>{say(phase.label())}</span> }
    };
    let draft = view.with_value(|view| view.posted.is_none());
    let areas = move || {
        let lang = language.get();
        view.with_value(|view| {
            let areas = view.outage.areas.iter().map(|area| {
                let town = household.town(&area.town, lang);
                let named = named(area, lang);
                view! {
                    <li>
                        <b>{town}</b>
                        " "
                        {area.words.clone()}
                        {named.map(|named| view! { <span class="help">" " {named}</span> })}
                    </li>
                }
            });
            areas.collect_view()
        })
    };
    let when = move || view.with_value(|view| when(&view.outage, clock.get(), language.get()));
    let length = move || view.with_value(|view| time::lasting(view.outage.length(), language.get()));
    let turn = move || {
        view.with_value(|view| {
            let said = view.turn?.label().get(language.get());
            Some(format!("{said} · {}", view.why.clone().unwrap_or_default()))
        })
    };
    let ended = move || view.with_value(|view| Some(time::say(view.ended?, clock.get(), language.get())));
    let (kind, reason, households, told, points) = view.with_value(|view| {
        let outage = &view.outage;
        (
            outage.kind,
            outage.reason.clone(),
            outage.households,
            view.told,
            outage.points.clone(),
        )
    });
    let points = points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view();
    view! {
        <dl class="plan-facts">
            <div>
                <dt>{say(words::STATE)}</dt>
                <dd>
                    {phase} {draft.then(|| view! { " " <span class="help">{say(words::DRAFT_ABOUT)}</span> })}
                </dd>
            </div>
            {move || {
                turn()
                    .map(|said| {
                        view! {
                            <div>
                                <dt>{say(words::CHANGED)}</dt>
                                <dd>{said}</dd>
                            </div>
                        }
                    })
            }}
            <div>
                <dt>{say(words::KIND)}</dt>
                <dd>{say(kind.label())}</dd>
            </div>
            <div>
                <dt>{say(words::WHERE)}</dt>
                <dd>
                    <ul>{areas}</ul>
                </dd>
            </div>
            <div>
                <dt>{say(words::WHEN)}</dt>
                <dd>
                    {when} " "
                    <span class="help">{length}</span>
                </dd>
            </div>
            {move || {
                ended()
                    .map(|said| {
                        view! {
                            <div>
                                <dt>{say(words::ENDED)}</dt>
                                <dd>{said}</dd>
                            </div>
                        }
                    })
            }}
            <div>
                <dt>{say(words::REASON)}</dt>
                <dd>{reason}</dd>
            </div>
            <div>
                <dt>{say(words::HOUSEHOLDS)}</dt>
                <dd>{households}</dd>
            </div>
            <div>
                <dt>{say(words::POINTS_SHORT)}</dt>
                <dd>
                    <ul>{points}</ul>
                </dd>
            </div>
            {told
                .map(|told| {
                    view! {
                        <div>
                            <dt>{say(words::TOLD)}</dt>
                            <dd>{told}</dd>
                        </div>
                    }
                })}
        </dl>
    }
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
        assert_eq!(named(&area, Lang::Zh).as_deref(), Some("道路:鸿福路、体育路 · 户号:12345678"));
    }
}
