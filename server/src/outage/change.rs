//! What becomes of a notice: written, posted, changed, ended, thrown away. Whoever comes later than somebody else is told
//! so, and changes nothing.

use shuiting_shared::api::{OutageChange, OutageView};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::message::OutageNews;
use shuiting_shared::outage::{Outage, OutageState, Standing};
use shuiting_shared::problem::Code;

use super::store::{self, Row};
use super::{poster, tell, view};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{delivery, ids};

/// A notice that somebody is about to change, and what the rules must know of it.
pub(crate) struct Held {
    row: Row,
    outage: Outage,
    water: bool,
}

impl Held {
    fn standing(&self) -> Result<Standing<'_>, Failure> {
        Ok(Standing {
            outage: &self.outage,
            state: self.row.state()?,
            water: self.water,
        })
    }
}

/// The notice, while nobody else changes it or what belongs to it.
pub(crate) fn hold(conn: &mut Conn, id: &str) -> Result<Row, Failure> {
    alone(conn, id)?;
    Ok(store::find(conn, id)?)
}

fn take(conn: &mut Conn, id: &str, version: i32) -> Result<Held, Failure> {
    let row = hold(conn, id)?;
    if row.version != version {
        return Err(Failure::new(Code::OutageChanged));
    }
    Ok(Held {
        outage: row.outage()?,
        water: delivery::any_of(conn, id)?,
        row,
    })
}

/// Goes on where the notice allows it.
fn now_if(allowed: bool) -> Result<(), Failure> {
    if allowed {
        Ok(())
    } else {
        Err(Failure::new(Code::NotNow))
    }
}

fn unless_flawed(flaws: Vec<FieldFlaw>) -> Result<(), Failure> {
    if flaws.is_empty() {
        Ok(())
    } else {
        Err(Failure::flawed(flaws))
    }
}

/// Writes a notice, which is a draft until it is posted.
pub fn draft(app: &App, conn: &mut Conn, caller: &Caller, outage: Outage) -> Result<OutageView, Failure> {
    let me = poster(caller)?;
    unless_flawed(outage.flaws(&app.house))?;
    let now = app.clock.now();
    let row = Row::new(ids::new(now), outage.trimmed(), &me.id, now)?;
    store::insert(conn, &row)?;
    view(app, conn, Some(caller), &row)
}

/// Posts a draft, where it keeps to the rules; all whom it concerns are told.
pub fn post(app: &App, conn: &mut Conn, caller: &Caller, id: &str, version: i32) -> Result<OutageView, Failure> {
    poster(caller)?;
    let held = take(conn, id, version)?;
    let (standing, now) = (held.standing()?, app.clock.now());
    now_if(standing.posts())?;
    unless_flawed(standing.flaws_of_posting(&app.house, now))?;
    let row = held.row.posted(now);
    store::update(conn, &row)?;
    tell::posted(app, conn, &row)?;
    view(app, conn, Some(caller), &row)
}

/// Changes a notice. Where it was posted and is at another time or place now, all whom it concerns hear of it, and whoever
/// was told of it before.
pub(super) fn change(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    change: OutageChange,
) -> Result<OutageView, Failure> {
    poster(caller)?;
    let held = take(conn, id, change.version)?;
    let (standing, now) = (held.standing()?, app.clock.now());
    now_if(standing.changes(now))?;
    let after = change.outage.trimmed();
    unless_flawed(within(standing.flaws(&after, &change.why, &app.house, now)))?;
    let turn = standing.turn(&after);
    let why = change.why.trim();
    let row = held.row.saying(after, turn.map(|turn| (turn, why)))?;
    store::update(conn, &row)?;
    if let Some(turn) = turn {
        let why = why.to_owned();
        tell::changed(app, conn, &row, OutageNews::Changed { turn, why })?;
    }
    view(app, conn, Some(caller), &row)
}

/// What the notice says stands inside the change.
fn within(flaws: Vec<FieldFlaw>) -> Vec<FieldFlaw> {
    let within = flaws.into_iter().map(|flaw| match flaw.field.as_str() {
        "why" => flaw,
        field => FieldFlaw::new(format!("outage.{field}"), flaw.flaw),
    });
    within.collect()
}

/// Ends what was posted: water is back, or stays on where it has not begun. Whoever was told of it is told so.
pub fn end(app: &App, conn: &mut Conn, caller: &Caller, id: &str, version: i32) -> Result<OutageView, Failure> {
    poster(caller)?;
    let held = take(conn, id, version)?;
    now_if(held.standing()?.ends())?;
    let now = app.clock.now();
    let called_off = !held.outage.is_now(now);
    let row = held.row.over(now);
    store::update(conn, &row)?;
    tell::ended(app, conn, &row, called_off)?;
    view(app, conn, Some(caller), &row)
}

/// Throws a draft away, and what was planned for it.
pub(super) fn discard(conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    poster(caller)?;
    let row = hold(conn, id)?;
    now_if(row.state()? == OutageState::Draft)?;
    delivery::discard_of(conn, id)?;
    for case in store::links::of(conn, id)? {
        store::links::remove(conn, id, &case)?;
    }
    Ok(store::remove(conn, id)?)
}

/// The notice, a member of staff who posts notices and is about to plan something that belongs to it, as long as it is not
/// over.
pub(crate) fn replan<'a>(conn: &mut Conn, caller: &'a Caller, id: &str) -> Result<(Row, &'a str), Failure> {
    let me = poster(caller)?;
    let row = hold(conn, id)?;
    now_if(row.state()? != OutageState::Over)?;
    Ok((row, &me.id))
}
