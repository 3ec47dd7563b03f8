//! A notice as a line that opens, on the first page and before a leak is sent. Area and reason are as the desk wrote them,
//! in Chinese.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::OutageView;
use shuiting_shared::outage::Outage;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

use super::one::{areas, towns};
use super::words;
use crate::hotline::Hotline;

/// The line: from when, where, and until when.
pub(super) fn said(outage: &Outage, town: &str, now: Moment, lang: Lang) -> String {
    let (starts, ends) = (time::say(outage.starts, now, lang), time::say(outage.ends, now, lang));
    match (lang, outage.is_now(now), outage.ends < now) {
        (Lang::Zh, true, true) => format!("{town}还在停水:应在{ends}恢复,正在加紧修"),
        (Lang::Zh, true, false) => format!("{town}正在停水,预计{ends}恢复"),
        (Lang::Zh, false, _) => format!("{town}{starts}停水,预计{ends}恢复"),
        (Lang::En, true, true) => format!("{town}: water is still off. It was due back {ends}; we are on it"),
        (Lang::En, true, false) => format!("{town}: water is off, expected back {ends}"),
        (Lang::En, false, _) => format!("{town}: water will be off from {starts}, expected back {ends}"),
    }
}

/// One outage.
#[component]
pub(crate) fn OutageLine(view: OutageView) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let (href, yours) = (format!("/outages/{}", view.id), view.concerns_you);
    let outage = StoredValue::new(view.outage);
    let line = move || {
        let lang = language.get();
        outage.with_value(|outage| said(outage, &towns(outage, household, lang), clock.get(), lang))
    };
    let area = move || outage.with_value(|outage| areas(outage, household, language.get()));
    let (kind, reason, ends) =
        outage.with_value(|outage| (outage.kind, outage.reason.clone(), time::exact(outage.ends)));
    view! {
        <details class="outage">
            <summary>
                <Icon name="warning" />
                <span>
                    {yours.then(|| view! { <b class="tag">{say(words::YOURS)}</b> " " })} {line}
                </span>
            </summary>
            <dl class="facts">
                <div>
                    <dt>{say(words::AREA)}</dt>
                    <dd lang=Lang::Zh.tag()>{area}</dd>
                </div>
                <div>
                    <dt>{say(words::REASON)}</dt>
                    <dd>{say(kind.label())} " · " <span lang=Lang::Zh.tag()>{reason}</span></dd>
                </div>
                <div>
                    <dt>{say(words::BACK)}</dt>
                    <dd>{ends}</dd>
                </div>
            </dl>
            <p class="outage-call">
                <a href=href>{say(words::TO_NOTICE)}</a>
            </p>
            <p class="outage-call">
                <Icon name="phone" />
                <Hotline said=words::hotline />
            </p>
        </details>
    }
}

#[cfg(test)]
pub(super) mod tests {
    use shuiting_shared::outage::{Area, OutageKind};

    use super::*;

    pub(in super::super) fn outage() -> Outage {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        Outage {
            kind: OutageKind::Planned,
            areas: vec![Area {
                town: "nancheng".into(),
                words: "鸿福路一带".into(),
                ..Area::default()
            }],
            reason: "更换阀门".into(),
            starts: at("2026-11-24T14:00:00Z"),
            ends: at("2026-11-24T20:00:00Z"),
            points: Vec::new(),
            households: 800,
        }
    }

    #[test]
    fn the_line_says_from_when_and_until_when() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let line = |now| said(&outage(), "南城", at(now), Lang::Zh);
        assert_eq!(line("2026-11-24T02:00:00Z"), "南城今天 22:00停水,预计明天 04:00恢复");
        assert_eq!(line("2026-11-24T15:00:00Z"), "南城正在停水,预计明天 04:00恢复");
        assert_eq!(
            line("2026-11-24T21:00:00Z"),
            "南城还在停水:应在今天 04:00恢复,正在加紧修"
        );
    }
}
