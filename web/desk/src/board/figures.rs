//! On-time and satisfaction figures of the work orders of a period.

use chrono::Days;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use shuiting_parts::api::Api;
use shuiting_parts::clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{OrderFigures, OrderReport};
use shuiting_shared::time::Date;
use shuiting_shared::words::Bi;

use super::words;
use crate::title;

/// Days that are looked at where the address names none.
const DAYS: u64 = 30;

/// The period in the address; what does not read is the last 30 days.
fn period(from: Option<&str>, to: Option<&str>, today: Date) -> (Date, Date) {
    let read = |day: Option<&str>| day.and_then(|day| day.parse().ok());
    let to = read(to).unwrap_or(today);
    (read(from).unwrap_or(to - Days::new(DAYS - 1)), to)
}

/// The page.
#[component]
pub(crate) fn FiguresPage() -> impl IntoView {
    title::set(say(words::FIGURES));
    let (api, query) = (Api::here(), use_query_map());
    let looked =
        Memo::new(move |_| query.with(|query| period(query.get_str("from"), query.get_str("to"), clock::today())));
    let load = Loader::<OrderReport>::default();
    let ask = move |(from, to): (Date, Date)| async move {
        api.get(&format!("/api/v1/desk/reports/orders?from={from}&to={to}"))
            .await
    };
    Effect::new(move || load.follow(ask(looked.get())));
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <p>
                <a href="/desk/board">{say(words::BACK)}</a>
            </p>
            <h1>{say(words::FIGURES)}</h1>
            <Period looked />
            <Faces load happening=words::FETCHING_FIGURES retry=move |()| load.fetch(ask(looked.get_untracked()))>
                <Tables load />
            </Faces>
        </main>
    }
}

/// From when to when.
#[component]
fn Period(looked: Memo<(Date, Date)>) -> impl IntoView {
    let (first, last) = looked.get_untracked();
    let (from, to) = (RwSignal::new(first.to_string()), RwSignal::new(last.to_string()));
    let go = StoredValue::new_local(use_navigate());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let path = format!(
            "/desk/board/figures?from={}&to={}",
            from.get_untracked(),
            to.get_untracked()
        );
        go.with_value(|go| go(&path, NavigateOptions::default()));
    };
    let day = |label: Bi, value: RwSignal<String>| {
        view! {
            <label>
                {say(label)}
                " "
                <input
                    type="date"
                    required
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <form class="choices" on:submit=submit>
            {day(words::FROM, from)}
            {day(words::TO, to)}
            <button type="submit">{say(words::SHOW)}</button>
        </form>
    }
}

#[component]
fn Tables(load: Loader<OrderReport>) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let unit = move |code: Option<String>| match code {
        None => language.say(words::NO_UNIT).to_owned(),
        code => super::page::name_of(code.as_deref(), household, language.get()),
    };
    move || {
        let report = load.get()?;
        let total = || (language.say(words::TOTAL).to_owned(), report.total);
        let kinds = report
            .kinds
            .iter()
            .map(|of| (language.say(of.kind.label()).to_owned(), of.figures));
        let kinds: Vec<_> = kinds.chain([total()]).collect();
        let units = report.units.iter().map(|of| (unit(of.unit.clone()), of.figures));
        let units: Vec<_> = units.chain([total()]).collect();
        let none = report.total == OrderFigures::default();
        let view = if none {
            view! { <p class="empty">{say(words::NO_FIGURES)}</p> }.into_any()
        } else {
            view! {
                <Table id="by-kind" title=words::BY_KIND first=words::KIND rows=kinds />
                <Table id="by-unit" title=words::BY_UNIT first=words::UNIT rows=units />
            }
            .into_any()
        };
        Some(view)
    }
}

#[component]
fn Table(id: &'static str, title: Bi, first: Bi, rows: Vec<(String, OrderFigures)>) -> impl IntoView {
    let row = |(name, of): (String, OrderFigures)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="figure">{of.finished}</td>
                <td class="figure">{words::percent(of.punctuality())}</td>
                <td class="figure">{words::percent(of.satisfaction())}</td>
                <td class="figure">{of.rated}</td>
                <td class="figure">{of.by_call}</td>
                <td class="figure">{of.called}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{say(title)}</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(first)}</th>
                        <th scope="col">{say(words::FINISHED)}</th>
                        <th scope="col">{say(words::ON_TIME)}</th>
                        <th scope="col">{say(words::SATISFIED)}</th>
                        <th scope="col">{say(words::RATED)}</th>
                        <th scope="col">{say(words::BY_CALL)}</th>
                        <th scope="col">{say(words::CALLED)}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_days_the_last_thirty_are_looked_at() {
        let day = |day: &str| day.parse::<Date>().unwrap();
        let today = day("2026-11-30");
        assert_eq!(period(None, None, today), (day("2026-11-01"), today));
        assert_eq!(
            period(Some("2026-10-01"), Some("2026-10-31"), today),
            (day("2026-10-01"), day("2026-10-31"))
        );
        assert_eq!(period(Some("never"), Some("x"), today), (day("2026-11-01"), today));
    }

    #[test]
    fn shares_are_said_with_one_digit() {
        assert_eq!(words::percent(Some(9_992)), "99.9%");
        assert_eq!(words::percent(None), "–");
    }
}
