//! One order on the board.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::{BoardLine, Filter};
use shuiting_shared::number::CaseNumber;

use super::words;
use crate::inbox::{due_clock, query as inbox};

/// The row: what it is, where, who has it, and which clock runs out when.
#[component]
pub(super) fn Line(number: CaseNumber, line: Memo<Option<BoardLine>>) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let of = move |read: fn(&BoardLine) -> Option<String>| line.with(|line| line.as_ref().and_then(read));
    let kind = move || {
        let kind = line.with(|line| {
            line.as_ref()?
                .case
                .order
                .as_ref()
                .map(|order| (order.kind, order.priority))
        });
        kind.map(|(kind, priority)| {
            let lang = language.get();
            format!("{} {}", words::priority(priority, lang), kind.label().get(lang))
        })
    };
    let urgent = move || {
        line.with(|line| {
            line.as_ref()
                .is_some_and(|line| line.case.order.as_ref().is_some_and(|order| order.priority == 1))
        })
    };
    let place = move || {
        let town = of(|line| line.case.town.clone()).map(|town| household.town(&town, language.get()));
        [town, of(|line| line.case.address.clone())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let marks = move || {
        let (supervised, returned, urges) = line.with(|line| {
            let order = line.as_ref().and_then(|line| line.case.order.as_ref());
            let urges = line.as_ref().map_or(0, |line| line.case.urges);
            order.map_or((false, 0, urges), |order| (order.supervised, order.returned, urges))
        });
        let lang = language.get();
        let marks = [
            supervised.then(|| words::SUPERVISED.get(lang).to_owned()),
            (returned > 0).then(|| words::returned(returned, lang)),
            (urges > 0).then(|| crate::words::urged_short(urges, lang)),
        ];
        let marks = marks.into_iter().flatten();
        marks.map(|mark| view! { <em class="mark">{mark}</em> }).collect_view()
    };
    let due = move || {
        let lang = language.get();
        let (name, runs_out) = line.with(|line| {
            let line = line.as_ref()?;
            Some((line.case.order.as_ref().and_then(|order| order.clock), line.runs_out))
        })?;
        let (colour, said, exact) = match runs_out {
            Some(_) => due_clock(runs_out, clock.get(), lang),
            None => ("", words::STILL.get(lang).to_owned(), String::new()),
        };
        let name = name.map(|clock| clock.label().get(lang));
        Some(view! { <span class=format!("due {colour}") title=exact>{name} " " {said}</span> })
    };
    view! {
        <li data-subject=number.to_string()>
            <a class="order" href=inbox::case(number, &Filter::default())>
                <b class="number">{number.to_string()}</b>
                <span class="kind" class:late=urgent>
                    {kind}
                </span>
                <span class="where">{place}</span>
                <span class="marks">{marks}</span>
                <span class="who">{move || of(|line| line.case.assignee.clone()).unwrap_or_else(|| language.say(crate::words::NOBODY).to_owned())}</span>
                {due}
            </a>
        </li>
    }
}
