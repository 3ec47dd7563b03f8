//! How long households were without water in a year, a quarter or a month.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::OutageReport;
use shuiting_shared::event::Span;
use shuiting_shared::outage::{Figure, OutageKind};
use shuiting_shared::time::{Date, lasting, say_day};
use shuiting_shared::words::{Bi, Lang};

use super::words;
use crate::title;

/// The page.
#[component]
pub(crate) fn OutageReportPage() -> impl IntoView {
    title::set(say(words::REPORT));
    let (api, language, query) = (Api::here(), Language::here(), use_query_map());
    let span = Memo::new(move |_| {
        let span = query.with(|query| query.get_str("span").and_then(Span::from_code));
        span.unwrap_or(Span::Year)
    });
    let days = move || span.get().of(clock::today());
    let load = Loader::<OutageReport>::default();
    let ask = move |(from, to): (Date, Date)| async move {
        api.get(&format!("/api/v1/desk/reports/outages?from={from}&to={to}"))
            .await
    };
    Effect::new(move || load.follow(ask(days())));
    let spans = Span::ALL.iter().map(|one| {
        let here = move || (span.get() == *one).then_some("true");
        view! {
            <a href=format!("/desk/outages/report?span={}", one.code()) aria-current=here>
                {say(one.label())}
            </a>
        }
    });
    let spans = spans.collect_view();
    let said = move || {
        let (lang, (from, to)) = (language.get(), days());
        format!("{} – {}", say_day(from, lang), say_day(to, lang))
    };
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <p>
                <a href="/desk/outages">{say(words::OUTAGES)}</a>
            </p>
            <header class="plan-head">
                <h1>{say(words::REPORT)}</h1>
                <nav class="choices" aria-label=say(words::PERIOD)>
                    {spans}
                </nav>
            </header>
            <p>{said}</p>
            <Faces load happening=words::FETCHING_REPORT retry=move |()| load.fetch(ask(untrack(days)))>
                <p class="help">{say(words::REPORT_HELP)}</p>
                {move || load.get().map(|report| view! { <Figures report /> })}
            </Faces>
        </main>
    }
}

/// How long, as people say it; a dash where nobody was without.
fn minutes(figure: &Figure, lang: Lang) -> String {
    if figure.households == 0 {
        return "–".to_owned();
    }
    let minutes = i64::try_from(figure.minutes).unwrap_or(i64::MAX);
    chrono::TimeDelta::try_minutes(minutes).map_or_else(String::new, |time| lasting(time, lang))
}

#[component]
fn Figures(report: OutageReport) -> impl IntoView {
    let language = Language::here();
    let row = move |(name, figure): (Bi, Figure)| {
        view! {
            <tr>
                <th scope="row">{say(name)}</th>
                <td class="figure">{figure.outages}</td>
                <td class="figure">{figure.uncounted}</td>
                <td class="figure">{figure.households}</td>
                <td class="figure">{move || minutes(&figure, language.get())}</td>
            </tr>
        }
    };
    let rows = [
        (words::ALL, report.all),
        (OutageKind::Planned.label(), report.planned),
        (OutageKind::Unplanned.label(), report.unplanned),
    ];
    view! {
        <table>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{say(words::COUNT)}</th>
                    <th scope="col">{say(words::UNCOUNTED)}</th>
                    <th scope="col">{say(words::HOUSEHOLDS_ALL)}</th>
                    <th scope="col">{say(words::HOURS_EACH)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_nobody_was_without_there_is_no_figure() {
        assert_eq!(minutes(&Figure::default(), Lang::Zh), "–");
        let figure = Figure {
            outages: 2,
            uncounted: 0,
            households: 1600,
            minutes: 270,
        };
        assert_eq!(minutes(&figure, Lang::Zh), "4小时30分");
    }
}
