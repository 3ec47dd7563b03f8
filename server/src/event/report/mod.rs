//! What came of events: of one, and of all in a period. People are figures here and have no names.

mod csv;
pub(crate) mod routes;

use std::cmp::Reverse;
use std::collections::HashMap;

use shuiting_shared::api::{EventOutcome, EventReport, ReportQuery, ShownService};
use shuiting_shared::case::Level;
use shuiting_shared::event::{ActKind, Figures, State, flaw_of_period};
use shuiting_shared::service::Service;
use shuiting_shared::time::{Moment, span_of};

use super::store::{self, Row};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{attachment, case, onsite, volunteer};

/// What came of one event so far.
pub(super) fn of_one(conn: &mut Conn, caller: &Caller, id: &str) -> Result<EventOutcome, Failure> {
    caller.staff()?;
    let row = store::find(conn, id)?;
    let mut outcomes = outcomes(conn, &[row])?;
    outcomes
        .pop()
        .ok_or_else(|| Failure::broken(anyhow::anyhow!("an event has an outcome")))
}

/// What came of the events of a period that have begun.
fn of_period(app: &App, conn: &mut Conn, caller: &Caller, query: &ReportQuery) -> Result<EventReport, Failure> {
    caller.staff()?;
    let ReportQuery { from, to } = *query;
    if let Some(flaw) = flaw_of_period(from, to) {
        return Err(Failure::flawed(vec![flaw]));
    }
    let mut rows = store::published_within(conn, (span_of(from).0, span_of(to).1))?;
    let now: Moment = app.clock.now();
    rows.retain(|row| row.starts <= now.naive_utc());
    let events = outcomes(conn, &rows)?;
    let shown = shown(conn, &ids(&rows))?;
    Ok(EventReport {
        from,
        to,
        shown,
        total: events.iter().map(|outcome| outcome.figures).sum(),
        events,
    })
}

fn ids(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.id.clone()).collect()
}

/// What came of each, in the same order.
fn outcomes(conn: &mut Conn, rows: &[Row]) -> Result<Vec<EventOutcome>, Failure> {
    let ids = ids(rows);
    let mut figures = HashMap::new();
    add_filings(conn, &ids, &mut figures)?;
    add_turns(conn, rows, &mut figures)?;
    add_acts(conn, &ids, &mut figures)?;
    let mut photos: HashMap<String, Vec<String>> = HashMap::new();
    for (event, photo) in attachment::of_events(conn, &ids)? {
        photos.entry(event).or_default().push(photo);
    }
    let outcome = |row: &Row| {
        let held = row.state()? == State::Published;
        let figures = Figures {
            events: held.into(),
            ..figures.remove(&row.id).unwrap_or_default()
        };
        Ok(EventOutcome {
            id: row.id.clone(),
            plan: row.plan()?,
            figures,
            photos: photos.remove(&row.id).unwrap_or_default(),
        })
    };
    rows.iter().map(outcome).collect()
}

/// What volunteers served at events.
fn add_turns(conn: &mut Conn, rows: &[Row], figures: &mut HashMap<String, Figures>) -> Result<(), Failure> {
    let plans = rows.iter().map(|row| Ok((row.id.clone(), row.plan()?)));
    let plans = plans.collect::<Result<_, Failure>>()?;
    for (event, served) in volunteer::served(conn, &plans)? {
        let figures = figures.entry(event).or_default();
        figures.turns += served.turns;
        figures.minutes += served.minutes;
    }
    Ok(())
}

/// What volunteers counted at events.
fn add_acts(conn: &mut Conn, ids: &[String], figures: &mut HashMap<String, Figures>) -> Result<(), Failure> {
    for (event, kind, _, count) in onsite::counted(conn, ids)? {
        let figures = figures.entry(event).or_default();
        let count = whole(count);
        match ActKind::from_code(&kind) {
            Some(ActKind::Served) => figures.people += count,
            Some(ActKind::Shown) => figures.shown += count,
            Some(ActKind::Pipe | ActKind::Tap) => figures.checks += count,
            Some(ActKind::Swapped) => figures.swapped += count,
            Some(ActKind::Tested) => figures.tests += count,
            None => {}
        }
    }
    Ok(())
}

/// Which services were shown, and how often.
fn shown(conn: &mut Conn, ids: &[String]) -> Result<Vec<ShownService>, Failure> {
    let mut shown: HashMap<Service, u32> = HashMap::new();
    for (_, _, subject, count) in onsite::counted(conn, ids)? {
        if let Some(service) = subject.and_then(|code| Service::from_code(&code)) {
            *shown.entry(service).or_default() += whole(count);
        }
    }
    let shown = shown.into_iter().filter(|(_, count)| *count > 0);
    let mut shown: Vec<_> = shown.map(|(service, count)| ShownService { service, count }).collect();
    shown.sort_by_key(|shown| (Reverse(shown.count), shown.service.code()));
    Ok(shown)
}

/// A count; what was taken back more often than it was done was not done.
fn whole(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}

/// What was filed at events, and what has become of it. What people need (急难愁盼) is noted as a suggestion.
fn add_filings(conn: &mut Conn, ids: &[String], figures: &mut HashMap<String, Figures>) -> Result<(), Failure> {
    let filed = store::cases_of(conn, ids)?;
    let cases: Vec<_> = filed.iter().map(|(_, case)| case.clone()).collect();
    let became = case::became(conn, &cases)?;
    for (event, case) in filed {
        let figures = figures.entry(event).or_default();
        let Some(became) = became.get(&case) else {
            continue;
        };
        if became.service == Some(Service::Comp) {
            figures.needs += 1;
            figures.solved += u32::from(became.finished);
        } else {
            figures.filed += 1;
            figures.finished += u32::from(became.finished);
        }
        figures.rated += u32::from(became.level.is_some());
        figures.satisfied += u32::from(became.level.is_some_and(Level::satisfied));
    }
    Ok(())
}
