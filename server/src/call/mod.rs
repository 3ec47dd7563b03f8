//! Calls to the hotline: the telephone system tells of them, the agent at whose seat one rings sees at once who it may be, and
//! says in the end what became of it.
//!
//! | module | subject |
//! |---|---|
//! | [`signed`] | how the telephone system signs what it tells |
//! | [`caller`] | what the house knows of a number |
//! | [`street`] | other reports of a street, and making one burst of them |

mod caller;
pub(crate) mod routes;
pub mod signed;
mod store;
mod street;

use actix_web::http::header::HeaderMap;
use chrono::TimeDelta;
use shuiting_shared::api::{CallHeard, CallOutcome, CallTold, CallView, MyCalls, PastCall};
use shuiting_shared::call::figures::{CallFigures, count};
use shuiting_shared::call::{self, Outcome, Told};
use shuiting_shared::event::flaw_of_period;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;
use shuiting_shared::time::{Date, Moment, span_of, today};

use crate::app::App;
use crate::body;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::{case, knowledge, staff};

pub use signed::{Secret, Settings};
use store::Row;

/// Letters of the telephone system's name for a call.
const ID: usize = 64;
/// A call without an outcome waits so many hours for one; after that the shift is over.
const SHIFT_HOURS: i64 = 12;
/// So many days it is known who called.
const PHONE_DAYS: i64 = 180;

fn flawed(field: &str, flaw: Flaw) -> Failure {
    Failure::flawed(vec![FieldFlaw::new(field, flaw)])
}

/// The member of staff who may answer calls.
fn agent(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.answers_calls() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// Hears what the telephone system tells, where it has signed it.
pub async fn receive(app: &App, headers: &HeaderMap, bytes: &[u8]) -> Result<CallHeard, Failure> {
    let secret = app.calls.as_ref().ok_or_else(|| Failure::new(Code::NoCalls))?;
    let now = app.clock.now();
    secret.check(headers, bytes, now)?;
    let told: CallTold = body::read(bytes)?;
    app.db.write(move |conn: &mut Conn| hear(conn, told)).await
}

/// Takes down what happened to a call. What was told before says nothing new, and what comes out of order is as good.
pub(crate) fn hear(conn: &mut Conn, told: CallTold) -> Result<CallHeard, Failure> {
    let is = told.id.chars().count();
    if told.id.trim().is_empty() {
        return Err(flawed("id", Flaw::Missing));
    }
    if is > ID {
        return Err(flawed("id", Flaw::TooLong { most: ID, is }));
    }
    let phone = call::number(told.phone.as_deref()).map_err(|flaw| flawed("phone", flaw))?;
    let seat = staff::by_name(conn, told.seat.trim())?.filter(|member| !member.disabled);
    let seat = seat.ok_or_else(|| flawed("seat", Flaw::NotAColleague))?;
    alone(conn, &told.id)?;
    let before = store::find(conn, &told.id)?;
    let new = before.is_none();
    let mut row = before.unwrap_or_else(|| Row::new(told.id, &seat.id, told.at));
    let times = row.times();
    if times.heard(told.event) {
        return Ok(CallHeard { new: false });
    }
    // A call may ring at several seats; it is of whoever answers.
    if told.event == Told::Answered || times.answered.is_none() {
        row.staff_id = seat.id;
    }
    row.set_times(times.hear(told.event, told.at));
    row.phone = row.phone.or(phone);
    store::write(conn, &row, new)?;
    Ok(CallHeard { new: true })
}

/// The call that is mine to answer, and what the house knows of whoever calls.
fn mine(app: &App, conn: &mut Conn, caller: &Caller) -> Result<MyCalls, Failure> {
    let me = agent(caller)?;
    let now = app.clock.now();
    let waiting = store::waiting(conn, &me.id, now - TimeDelta::hours(SHIFT_HOURS))?;
    let call = waiting.first().map(|row| view(app, conn, caller, row)).transpose()?;
    Ok(MyCalls {
        call,
        waiting: u32::try_from(waiting.len().saturating_sub(1)).unwrap_or(u32::MAX),
        today: count(store::within(conn, span_of(today(now)))?),
    })
}

fn view(app: &App, conn: &mut Conn, caller: &Caller, row: &Row) -> Result<CallView, Failure> {
    let times = row.times();
    let known = row
        .phone
        .as_deref()
        .map(|phone| caller::known(app, conn, caller, phone, &row.id));
    Ok(CallView {
        id: row.id.clone(),
        state: times.state(),
        times,
        caller: known.transpose()?,
    })
}

/// An earlier call as it is told.
fn past(conn: &mut Conn, row: &Row) -> Result<PastCall, Failure> {
    let article = match &row.article_id {
        Some(id) => knowledge::question(conn, id)?,
        None => None,
    };
    Ok(PastCall {
        at: row.first.and_utc(),
        outcome: row.outcome(),
        article,
        number: row.number(),
    })
}

/// Says what became of a call of mine; what is said later counts.
pub(crate) fn conclude(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    said: CallOutcome,
) -> Result<PastCall, Failure> {
    let me = agent(caller)?;
    alone(conn, id)?;
    let found = store::find(conn, id)?.filter(|row| row.staff_id == me.id);
    let mut row = found.ok_or_else(|| Failure::new(Code::NotFound))?;
    let CallOutcome {
        outcome,
        article,
        number,
    } = said;
    if let Some(article) = &article
        && !knowledge::is_there(conn, article)?
    {
        return Err(flawed("article", Flaw::NotAChoice));
    }
    match number {
        Some(number) => drop(case::service(conn, number)?),
        None if matches!(outcome, Outcome::Order | Outcome::Urged | Outcome::Standing) => {
            return Err(flawed("number", Flaw::Missing));
        }
        None => {}
    }
    row.conclude(outcome, article, number, app.clock.now());
    store::write(conn, &row, false)?;
    past(conn, &row)
}

/// What became of the calls of some days.
fn report(conn: &mut Conn, caller: &Caller, from: Date, to: Date) -> Result<CallFigures, Failure> {
    caller.staff()?;
    if let Some(flaw) = flaw_of_period(from, to) {
        return Err(Failure::flawed(vec![flaw]));
    }
    Ok(count(store::within(conn, (span_of(from).0, span_of(to).1))?))
}

/// The calls that came from a phone, the newest first, at most 50: for whoever's it is.
pub fn of_phone(conn: &mut Conn, phone: &str) -> Result<Vec<PastCall>, Failure> {
    const MOST: i64 = 50;
    let rows = store::of_phone(conn, phone, "", MOST)?;
    rows.iter().map(|row| past(conn, row)).collect()
}

/// Forgets who called long ago; that somebody did goes on counting.
pub fn forget_phones(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    Ok(store::forget_phones(conn, now - TimeDelta::days(PHONE_DAYS))?)
}
