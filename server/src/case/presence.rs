//! Who of the staff is at a case now: what the desk says with every beat holds for a while, for all servers of a house.

use chrono::TimeDelta;
use shuiting_shared::api::{Doing, Present};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;

use super::store::{self, presence};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::staff;

/// So long somebody is taken to be there: two beats of the desk, and time for a slow network.
const LASTS_SECONDS: i64 = 45;
/// What was said so lately need not be written again: many tabs are no load, and a commit costs the disk a flush.
const FRESH_SECONDS: i64 = 10;

/// Says that the caller is at a case, and tells who else is.
pub(super) async fn come(app: &App, caller: Caller, number: CaseNumber, doing: Doing) -> Result<Vec<Present>, Failure> {
    let (me, now) = (caller.staff()?.clone(), app.clock.now());
    let mine = me.id.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| at(conn, &me, number, doing, now))
        .await?;
    if !found.said {
        app.db
            .write(move |conn: &mut Conn| presence::put(conn, &found.case, &mine, doing, now).map_err(Failure::from))
            .await?;
    }
    Ok(found.others)
}

/// What there is to know before anything is written.
struct Found {
    case: String,
    /// Whether the caller has said the same just before.
    said: bool,
    others: Vec<Present>,
}

fn at(conn: &mut Conn, me: &Staff, number: CaseNumber, doing: Doing, now: Moment) -> Result<Found, Failure> {
    let case = store::by_number(conn, number)?.id;
    let rows = presence::since(conn, &case, now - TimeDelta::seconds(LASTS_SECONDS))?;
    let (mine, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.staff_id == me.id);
    let fresh = (now - TimeDelta::seconds(FRESH_SECONDS)).naive_utc();
    let ids: Vec<_> = others.iter().map(|row| row.staff_id.clone()).collect();
    let names = staff::names(conn, &ids)?;
    let present = |row: &presence::Presence| {
        let (display, _) = names.get(&row.staff_id)?;
        Some(Present {
            display: display.clone(),
            doing: row.doing(),
        })
    };
    Ok(Found {
        case,
        said: mine.iter().any(|row| row.doing() == doing && row.seen > fresh),
        others: others.iter().filter_map(present).collect(),
    })
}

/// Says that the caller has left a case.
pub(super) fn leave(conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<(), Failure> {
    let me = caller.staff()?;
    let case = store::by_number(conn, number)?.id;
    Ok(presence::remove(conn, &case, &me.id)?)
}

/// Forgets who is not taken to be there any more.
pub fn forget(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    Ok(presence::forget(conn, now - TimeDelta::seconds(LASTS_SECONDS))?)
}
