//! Outage notices: written, posted, changed and ended by the desk, read by everybody, told to those concerned.
//!
//! | module | subject |
//! |---|---|
//! | [`change`] | written, posted, changed, ended, thrown away |
//! | [`hear`], [`tell`], [`bell`] | whom one concerns, and that each is told once |
//! | [`mod@follow`] | where residents want to hear of them |
//! | [`cases`] | which cases have to do with one |
//! | [`report`] | how long households were without water in a period |

mod bell;
mod cases;
mod change;
mod follow;
mod hear;
mod report;
pub(crate) mod routes;
mod store;
mod tell;

use std::collections::{HashMap, HashSet};

use shuiting_shared::api::{OutageView, StopView};
use shuiting_shared::outage::{Area, OutageState};
use shuiting_shared::problem::Code;

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff, Who};
use crate::{delivery, water};

pub use bell::ring;
pub(crate) use bell::run;
pub use change::{draft, end, post};
pub(crate) use change::{hold, replan};
pub use follow::follow;
pub(crate) use follow::followed;
pub(crate) use store::Row;
pub use tell::forget;
pub(crate) use tell::water_comes;

/// Notices of one answer.
const MOST: i64 = 200;

/// The member of staff who may post, change and end outages.
fn poster(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.posts_outages() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// The outages that stand, of one town or of all, the first first.
fn standing(
    app: &App,
    conn: &mut Conn,
    caller: Option<&Caller>,
    town: Option<&str>,
) -> Result<Vec<OutageView>, Failure> {
    let now = app.clock.now();
    let mut rows = Vec::new();
    for row in store::open(conn)? {
        let outage = row.outage()?;
        if outage.stands(now) && town.is_none_or(|town| outage.is_in(town)) {
            rows.push(row);
        }
    }
    views(app, conn, caller, &rows)
}

/// The notices that concern an address in a town and stand, the first first.
pub fn at(app: &App, conn: &mut Conn, town: &str, address: &str) -> Result<Vec<OutageView>, Failure> {
    let mut found = standing(app, conn, None, Some(town))?;
    found.retain(|view| view.outage.concerns(town, address, &app.house));
    Ok(found)
}

/// The notices that concern any of these water accounts and stand, the first first.
pub fn of_accounts(app: &App, conn: &mut Conn, numbers: &[String]) -> Result<Vec<OutageView>, Failure> {
    let places = water::places(conn, numbers)?;
    let now = app.clock.now();
    let mut rows = Vec::new();
    for row in store::open(conn)? {
        let outage = row.outage()?;
        let mut places = places.iter();
        let meant = places.any(|(number, town, address)| outage.concerns_account(number, town, address, &app.house));
        if outage.stands(now) && meant {
            rows.push(row);
        }
    }
    views(app, conn, None, &rows)
}

/// What the desk has at hand, or what is over.
fn at_desk(app: &App, conn: &mut Conn, caller: &Caller, over: bool) -> Result<Vec<OutageView>, Failure> {
    caller.staff()?;
    let rows = if over {
        store::over(conn, MOST)?
    } else {
        store::at_hand(conn)?
    };
    views(app, conn, Some(caller), &rows)
}

/// A notice that the caller may see: staff all, others what was posted.
fn find(conn: &mut Conn, caller: Option<&Caller>, id: &str) -> Result<Row, Failure> {
    let row = store::find(conn, id)?;
    let staff = caller.is_some_and(|caller| caller.staff().is_ok());
    if staff || row.state()? != OutageState::Draft {
        Ok(row)
    } else {
        Err(Failure::new(Code::NotFound))
    }
}

/// As the caller is told of them.
fn views(app: &App, conn: &mut Conn, caller: Option<&Caller>, rows: &[Row]) -> Result<Vec<OutageView>, Failure> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
    let stops = delivery::stops_of(conn, &ids)?;
    let staff = caller.is_some_and(|caller| caller.staff().is_ok());
    let places = match caller.map(|caller| &caller.who) {
        Some(Who::Resident(resident)) => Some(hear::Places::of(conn, &resident.account)?),
        Some(Who::Staff(_)) | None => None,
    };
    let mut views = Vec::new();
    for row in rows {
        let (outage, state) = (row.outage()?, row.state()?);
        let here = stops.iter().filter(|stop| stop.outage == row.id);
        let told = if staff && state != OutageState::Draft {
            Some(tell::count(conn, &row.id)?)
        } else {
            None
        };
        views.push(OutageView {
            id: row.id.clone(),
            concerns_you: places.as_ref().is_some_and(|places| places.lie_in(&outage, &app.house)),
            outage: if staff { outage } else { outage.plain() },
            state,
            version: row.version,
            turn: row.turn()?,
            why: row.why.clone(),
            posted: (state != OutageState::Draft).then(|| row.posted.and_utc()),
            ended: row.ended.map(|ended| ended.and_utc()),
            stops: here.cloned().collect::<Vec<StopView>>(),
            told,
        });
    }
    Ok(views)
}

fn view(app: &App, conn: &mut Conn, caller: Option<&Caller>, row: &Row) -> Result<OutageView, Failure> {
    let mut views = views(app, conn, caller, std::slice::from_ref(row))?;
    views
        .pop()
        .ok_or_else(|| Failure::broken(anyhow::anyhow!("a notice has a view")))
}

/// The ids of the notices that were posted and that nobody has ended.
pub(crate) fn open(conn: &mut Conn) -> Result<HashSet<String>, Failure> {
    Ok(store::open(conn)?.into_iter().map(|row| row.id).collect())
}

/// Where water is off, without the water accounts, by those of these notices that were posted; also where they are over.
pub(crate) fn areas(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, Vec<Area>>, Failure> {
    let rows = store::posted(conn, ids)?;
    let areas = rows
        .into_iter()
        .map(|row| Ok((row.id.clone(), row.outage()?.plain().areas)));
    areas.collect()
}
