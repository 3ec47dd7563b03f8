//! The report of a month, a quarter or a year.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::print::PdfLink;
use shuiting_shared::api::{EventOutcome, EventReport};
use shuiting_shared::event::Span;
use shuiting_shared::time::{Date, say_day, today};

use super::address::{REPORT, page_of};
use super::figures::FiguresList;
use super::words;
use crate::title;

/// A period that is looked at: how long it is, and a day in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Looked {
    span: Span,
    day: Date,
}

impl Looked {
    /// Reads it; an address that does not read looks at this year.
    fn read(span: Option<&str>, day: Option<&str>, today: Date) -> Self {
        Self {
            span: span.and_then(Span::from_code).unwrap_or(Span::Year),
            day: day.and_then(|day| day.parse().ok()).unwrap_or(today),
        }
    }

    fn page(self) -> String {
        format!("/desk/events/report?span={}&day={}", self.span.code(), self.day)
    }

    fn before(self) -> Self {
        let (day, _) = self.span.before(self.day);
        Self { day, ..self }
    }

    fn after(self) -> Self {
        let (day, _) = self.span.after(self.day);
        Self { day, ..self }
    }

    /// Where it is fetched, in this form.
    fn path(self, form: &str) -> String {
        let (from, to) = self.span.of(self.day);
        format!("{REPORT}{form}?from={from}&to={to}")
    }
}

/// The page.
#[component]
pub(crate) fn ReportPage() -> impl IntoView {
    title::set(say(words::REPORT));
    let (api, language, query) = (Api::here(), Language::here(), use_query_map());
    let looked = Memo::new(move |_| {
        query.with(|query| Looked::read(query.get_str("span"), query.get_str("day"), clock::today()))
    });
    let load = Loader::<EventReport>::default();
    let ask = move |looked: Looked| async move { api.get(&looked.path("")).await };
    Effect::new(move || load.follow(ask(looked.get())));
    let spans = Span::ALL.iter().map(|span| {
        let to = move || {
            Looked {
                span: *span,
                ..looked.get()
            }
            .page()
        };
        let here = move || (looked.get().span == *span).then_some("true");
        view! {
            <a href=to aria-current=here>
                {say(span.label())}
            </a>
        }
    });
    let spans = spans.collect_view();
    let file = move |form: &'static str| {
        Signal::derive(move || format!("{}&side=desk&lang={}", looked.get().path(form), language.get().code()))
    };
    let days = move || {
        let (lang, looked) = (language.get(), looked.get());
        let (from, to) = looked.span.of(looked.day);
        format!("{} – {}", say_day(from, lang), say_day(to, lang))
    };
    view! {
        <main class="ledger" id="case" tabindex="-1">
            <p>
                <a href="/desk/events">{say(words::EVENTS)}</a>
            </p>
            <header class="plan-head">
                <h1>{say(words::REPORT)}</h1>
                <nav class="choices" aria-label=say(words::PERIOD)>
                    {spans}
                    <a href=move || looked.get().before().page()>{say(words::BEFORE)}</a>
                    <a href=move || looked.get().after().page()>{say(words::AFTER)}</a>
                </nav>
                <PdfLink href=file(".csv") class="print">
                    {say(words::AS_CSV)}
                </PdfLink>
                <PdfLink href=file(".pdf") class="print">
                    {say(words::AS_PDF)}
                </PdfLink>
            </header>
            <p>{days}</p>
            <Faces load happening=words::FETCHING_REPORT retry=move |()| load.fetch(ask(looked.get_untracked()))>
                <section aria-labelledby="event-total">
                    <h2 id="event-total">{say(words::TOGETHER)}</h2>
                    {move || load.get().map(|report| view! { <FiguresList figures=report.total /> })}
                </section>
                <Shown load />
                <Each load />
            </Faces>
        </main>
    }
}

/// Which services were shown, and how often.
#[component]
fn Shown(load: Loader<EventReport>) -> impl IntoView {
    let shown = move || load.get().map(|report| report.shown).unwrap_or_default();
    view! {
        <Show when=move || !shown().is_empty()>
            <section aria-labelledby="event-shown">
                <h2 id="event-shown">{say(words::SHOWN_EACH)}</h2>
                <ul class="event-shown" role="list">
                    <For
                        each=shown
                        key=|shown| (shown.service, shown.count)
                        children=|shown| {
                            view! {
                                <li>
                                    {say(shown.service.label())} " " <b>{shown.count}</b>
                                </li>
                            }
                        }
                    />
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Each(load: Loader<EventReport>) -> impl IntoView {
    let events = move || load.get().map(|report| report.events).unwrap_or_default();
    view! {
        <section aria-labelledby="event-each">
            <h2 id="event-each">{say(words::EACH)}</h2>
            <Show when=move || !events().is_empty() fallback=|| view! { <p class="help">{say(words::NONE_HELD)}</p> }>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say(words::TITLE)}</th>
                            <th scope="col">{say(words::DAY)}</th>
                            <th scope="col">{say(words::WHERE)}</th>
                            <th scope="col">{say(words::TURNS)}</th>
                            <th scope="col">{say(words::PEOPLE)}</th>
                            <th scope="col">{say(words::SHOWN)}</th>
                            <th scope="col">{say(words::FILED)}</th>
                            <th scope="col">{say(words::NEEDS)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=events key=|event| (event.id.clone(), event.figures.people) let:event>
                            <Row event />
                        </For>
                    </tbody>
                </table>
            </Show>
        </section>
    }
}

#[component]
fn Row(event: EventOutcome) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let EventOutcome { id, plan, figures, .. } = event;
    let (title, day) = (plan.title.clone(), today(plan.starts));
    let whereabouts = move || {
        let lang = language.get();
        household.read(|house| plan.whereabouts(house, lang))
    };
    view! {
        <tr>
            <th scope="row">
                <a href=page_of(&id)>{title}</a>
            </th>
            <td>{move || say_day(day, language.get())}</td>
            <td class="plan-where">{whereabouts}</td>
            <td class="figure">{figures.turns}</td>
            <td class="figure">{figures.people}</td>
            <td class="figure">{figures.shown}</td>
            <td class="figure">{figures.filed}</td>
            <td class="figure">{figures.needs}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_and_walked_through() {
        let today: Date = "2026-11-28".parse().unwrap();
        let year = Looked::read(None, None, today);
        assert_eq!(
            year.path(".csv"),
            "/api/v1/desk/reports/events.csv?from=2026-01-01&to=2026-12-31"
        );
        let quarter = Looked::read(Some("quarter"), Some("2026-11-28"), today);
        assert_eq!(quarter.page(), "/desk/events/report?span=quarter&day=2026-11-28");
        assert_eq!(
            quarter.before().path(""),
            "/api/v1/desk/reports/events?from=2026-07-01&to=2026-09-30"
        );
        assert_eq!(
            quarter.after().path(""),
            "/api/v1/desk/reports/events?from=2027-01-01&to=2027-03-31"
        );
        assert_eq!(Looked::read(Some("week"), Some("soon"), today), year);
    }
}
