//! What came of events: of one, and of all in a period. People are figures here and have no names.

mod csv;
pub(crate) mod routes;

use std::collections::HashMap;

use shuiting_shared::api::{EventOutcome, EventReport, ReportQuery};
use shuiting_shared::case::Level;
use shuiting_shared::event::{Figures, State, flaw_of_period};
use shuiting_shared::service::Service;
use shuiting_shared::time::{Moment, span_of};

use super::store::{self, Row};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{attachment, case, volunteer};

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
    Ok(EventReport {
        from,
        to,
        total: events.iter().map(|outcome| outcome.figures).sum(),
        events,
    })
}

/// What came of each, in the same order.
fn outcomes(conn: &mut Conn, rows: &[Row]) -> Result<Vec<EventOutcome>, Failure> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
    let mut figures = HashMap::new();
    add_filings(conn, &ids, &mut figures)?;
    add_turns(conn, rows, &mut figures)?;
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
