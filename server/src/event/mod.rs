//! Community events: planned by staff, published in the hall.
//!
//! | module | subject |
//! |---|---|
//! | [`change`] | changed, published, cancelled, thrown away |
//! | [`mod@follow`], [`hear`] | who follows one, and who hears of it |
//! | [`files`], [`ics`] | what is taken along: calendar file and poster |
//! | [`report`], [`photos`] | what came of one, and of all in a period |

mod change;
pub(crate) mod files;
mod follow;
mod hear;
mod ics;
mod photos;
pub(crate) mod report;
pub(crate) mod routes;
mod store;

use chrono::TimeDelta;
use diesel::OptionalExtension as _;
use shuiting_shared::api::{EventQuery, EventView};
use shuiting_shared::event::{Plan, State};
use shuiting_shared::problem::Code;

use crate::app::App;
use crate::db::Conn;
use crate::ids;
use crate::problem::Failure;
use crate::session::{Caller, Staff, Who};
use crate::volunteer;
pub(crate) use change::{cancel, publish};
pub(crate) use follow::followed;
pub(crate) use hear::remind;
pub(crate) use store::Row;

/// Events of one answer.
const MOST: i64 = 200;

/// The member of staff who may plan events.
fn planner(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.plans_events() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// Plans an event. It is a draft until it is published.
pub fn plan(app: &App, conn: &mut Conn, caller: &Caller, plan: Plan) -> Result<EventView, Failure> {
    let me = planner(caller)?;
    let flaws = plan.flaws(&app.house);
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    let now = app.clock.now();
    let row = Row::new(ids::new(now), plan.trimmed(), &me.id, now)?;
    store::insert(conn, &row)?;
    view(conn, Some(caller), &row)
}

/// An event that the caller may see: staff all, others what was published.
pub(crate) fn find(conn: &mut Conn, caller: Option<&Caller>, id: &str) -> Result<Row, Failure> {
    let row = store::find(conn, id)?;
    let staff = caller.is_some_and(|caller| caller.staff().is_ok());
    if staff || row.state()? != State::Draft {
        Ok(row)
    } else {
        Err(Failure::new(Code::NotFound))
    }
}

/// An event, whoever asks for what it says.
pub(crate) fn known(conn: &mut Conn, id: &str) -> Result<Row, Failure> {
    Ok(store::find(conn, id)?)
}

/// An event that takes place.
pub(crate) fn published(conn: &mut Conn, id: &str) -> Result<Row, Failure> {
    let row = known(conn, id)?;
    match row.state()? {
        State::Published => Ok(row),
        State::Draft => Err(Failure::new(Code::NotFound)),
        State::Cancelled => Err(Failure::new(Code::EventOff)),
    }
}

/// So long before and after an event what is filed there belongs to it.
const AROUND: TimeDelta = TimeDelta::hours(1);

/// The event by this id, where it takes place now; who has left it long ago files as everybody does.
pub(crate) fn under_way(app: &App, conn: &mut Conn, id: &str) -> Result<Option<String>, Failure> {
    let now = app.clock.now().naive_utc();
    let row = store::find(conn, id).optional()?;
    let there = |row: &Row| row.starts - AROUND <= now && now <= row.ends + AROUND;
    let row = row.filter(there);
    let published = row.as_ref().map(Row::state).transpose()? == Some(State::Published);
    Ok(row.filter(|_| published).map(|row| row.id))
}

/// Notes that a case was filed at an event, or with a volunteer's help.
pub(crate) fn note_case(conn: &mut Conn, case: &str, event: Option<&str>, helper: Option<&str>) -> Result<(), Failure> {
    Ok(store::note_case(conn, case, event, helper)?)
}

/// The events that are to come, or are over.
fn list(app: &App, conn: &mut Conn, caller: Option<&Caller>, query: &EventQuery) -> Result<Vec<EventView>, Failure> {
    let drafts = caller.is_some_and(|caller| caller.staff().is_ok());
    let rows = store::list(conn, query, drafts, app.clock.now(), MOST)?;
    rows.iter().map(|row| view(conn, caller, row)).collect()
}

/// How many volunteers have signed up for each shift.
fn taken(conn: &mut Conn, row: &Row) -> Result<Vec<u32>, Failure> {
    volunteer::taken(conn, &row.id, &row.plan()?)
}

/// As the caller is told of it.
fn view(conn: &mut Conn, caller: Option<&Caller>, row: &Row) -> Result<EventView, Failure> {
    let account = caller.and_then(|caller| match &caller.who {
        Who::Resident(resident) => Some(resident.account.as_str()),
        Who::Staff(_) => None,
    });
    let follows = match account {
        Some(account) => store::follows(conn, &row.id, account)?,
        None => false,
    };
    let plan = row.plan()?;
    Ok(EventView {
        id: row.id.clone(),
        taken: volunteer::taken(conn, &row.id, &plan)?,
        plan,
        state: row.state()?,
        reason: row.reason.clone(),
        version: row.version,
        followers: store::followers(conn, &row.id)?,
        follows,
    })
}
