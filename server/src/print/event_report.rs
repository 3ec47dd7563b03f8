//! The report of community events, A4: what came of all in a period, and of each.

use shuiting_shared::api::{EventOutcome, EventReport};
use shuiting_shared::event::Figures;
use shuiting_shared::house::House;
use shuiting_shared::time::say_day;
use shuiting_shared::words::Lang;

use super::event_words as words;
use super::paper::{Fact, Paper, Part, Size, fact};
use super::words::foot;

/// The report.
pub(super) fn paper(report: &EventReport, house: &House, lang: Lang) -> Paper {
    let period = (say_day(report.from, lang), say_day(report.to, lang));
    let mut parts = vec![
        Part::Under(words::period(&period.0, &period.1, lang)),
        Part::Facts {
            rows: totals(&report.total, lang),
            beside: 2,
        },
    ];
    if !report.shown.is_empty() {
        let shown = report.shown.iter();
        let shown = shown.map(|shown| fact(shown.service.label().get(lang), words::grouped(shown.count)));
        parts.push(Part::Heading(words::SHOWN_EACH.get(lang).to_owned()));
        parts.push(Part::Facts {
            rows: shown.collect(),
            beside: 2,
        });
    }
    if !report.events.is_empty() {
        parts.push(Part::Heading(words::EACH_EVENT.get(lang).to_owned()));
        parts.push(Part::Facts {
            rows: report.events.iter().map(|event| one(event, house, lang)).collect(),
            beside: 1,
        });
    }
    Paper {
        size: Size::A4,
        lang,
        title: words::EVENT_REPORT.get(lang).to_owned(),
        house: house.utility.get(lang).to_owned(),
        foot: foot(house, lang),
        mark: None,
        parts,
    }
}

fn totals(total: &Figures, lang: Lang) -> Vec<Fact> {
    let rows = [
        (words::EVENTS_HELD, total.events),
        (words::PEOPLE, total.people),
        (words::TURNS, total.turns),
        (words::HOURS, total.hours()),
        (words::SHOWN, total.shown),
        (words::CHECKS, total.checks),
        (words::SWAPPED, total.swapped),
        (words::TESTS, total.tests),
        (words::FILED_THERE, total.filed),
        (words::FINISHED_SINCE, total.finished),
        (words::NEEDS, total.needs),
        (words::SOLVED, total.solved),
    ];
    let mut rows: Vec<_> = rows
        .into_iter()
        .map(|(label, count)| fact(label.get(lang), words::grouped(count)))
        .collect();
    let satisfaction = total.satisfaction_said();
    rows.extend(satisfaction.map(|said| fact(words::SATISFACTION.get(lang), said)));
    rows
}

fn one(event: &EventOutcome, house: &House, lang: Lang) -> Fact {
    let Figures {
        turns, people, filed, ..
    } = event.figures;
    let said = words::outcome(
        &event.plan.title,
        &event.plan.whereabouts(house, lang),
        [turns, people, filed],
        lang,
    );
    fact(say_day(shuiting_shared::time::today(event.plan.starts), lang), said)
}
