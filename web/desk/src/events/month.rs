//! The calendar of a month, Monday first.

use chrono::{Datelike as _, Days};
use leptos::prelude::*;
use shuiting_parts::clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::EventView;
use shuiting_shared::time::{Date, local, today};
use shuiting_shared::water::Period;

use super::address::{Shown, page_of};
use super::words;

/// The weeks that hold a month's days, from Monday to Sunday.
fn weeks(month: Period) -> Vec<Vec<Date>> {
    let (first, last) = (month.first_day(), month.day(31));
    let monday = first - Days::new(first.weekday().num_days_from_monday().into());
    let days: Vec<_> = monday
        .iter_days()
        .take_while(|day| *day <= last || day.weekday().num_days_from_monday() != 0)
        .collect();
    days.chunks(7).map(<[Date]>::to_vec).collect()
}

/// The calendar, and the ways to the months around it.
#[component]
pub(super) fn Month(month: Period, load: Loader<Vec<EventView>>) -> impl IntoView {
    let language = Language::here();
    let to = |month: Period| Shown::Month(month).page();
    let week = move |days: Vec<Date>| {
        let days = days.into_iter().map(|day| view! { <Day day month load /> });
        view! { <tr>{days.collect_view()}</tr> }
    };
    view! {
        <section aria-labelledby="event-month">
            <div class="event-month">
                <a href=to(month.before(1))>{say(words::EARLIER)}</a>
                <h2 id="event-month">{move || month.say(language.get())}</h2>
                <a href=to(month.next())>{say(words::LATER)}</a>
            </div>
            <table class="event-calendar">
                <thead>
                    <tr>
                        {words::WEEKDAYS.map(|name| view! { <th scope="col">{say(name)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{weeks(month).into_iter().map(week).collect_view()}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Day(day: Date, month: Period, load: Loader<Vec<EventView>>) -> impl IntoView {
    let events = move || {
        let mut events = load.get().unwrap_or_default();
        events.retain(|event| today(event.plan.starts) == day);
        events
    };
    let here = (day == clock::today()).then_some("date");
    view! {
        <td class:event-other=Period::of(day) != month aria-current=here>
            <span class="event-day">{day.day()}</span>
            <For each=events key=|event| (event.id.clone(), event.version) let:event>
                <a class=format!("event-chip event-{}", event.state.code()) href=page_of(&event.id)>
                    {local(event.plan.starts).format("%H:%M").to_string()}
                    " "
                    {event.plan.title.clone()}
                    <span class="hidden">" " {say(event.state.label())}</span>
                </a>
            </For>
        </td>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_whole_weeks_from_monday() {
        // November 2026 begins on a Sunday and ends on a Monday.
        let november = weeks("2026-11".parse().unwrap());
        assert_eq!(november.len(), 6);
        assert_eq!(november[0][0].to_string(), "2026-10-26");
        assert_eq!(november[5][6].to_string(), "2026-12-06");
        // February 2027 is four weeks and nothing besides.
        let february = weeks("2027-02".parse().unwrap());
        assert_eq!(february.len(), 4);
        assert!(february.iter().all(|week| week.len() == 7));
    }
}
