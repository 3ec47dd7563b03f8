//! Outage notices: posted, changed and ended by the desk, read by everybody.

pub(crate) mod routes;
mod store;

use shuiting_shared::api::{OutageChange, OutageView};
use shuiting_shared::outage::Outage;
use shuiting_shared::problem::Code;

use crate::app::App;
use crate::db::{Conn, alone};
use crate::ids;
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use store::Row;

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
fn standing(app: &App, conn: &mut Conn, town: Option<&str>) -> Result<Vec<OutageView>, Failure> {
    let now = app.clock.now();
    let mut views = Vec::new();
    for row in store::open(conn, town)? {
        let view = row.view()?;
        if view.outage.stands(now) {
            views.push(view);
        }
    }
    Ok(views)
}

/// Posts an outage.
pub fn post(app: &App, conn: &mut Conn, caller: &Caller, outage: Outage) -> Result<OutageView, Failure> {
    let me = poster(caller)?;
    let flaws = outage.flaws(&app.house);
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    let now = app.clock.now();
    let row = Row::new(ids::new(now), outage.trimmed(), &me.id, now)?;
    store::insert(conn, &row)?;
    row.view()
}

/// Changes an outage, or ends it. One that has ended stays as it was told.
fn change(app: &App, conn: &mut Conn, caller: &Caller, id: &str, change: OutageChange) -> Result<OutageView, Failure> {
    poster(caller)?;
    // Whoever comes later changes what the first one left.
    alone(conn, id)?;
    let before = store::find(conn, id)?;
    if before.ended.is_some() {
        return Err(Failure::new(Code::NotNow));
    }
    let end = change.end;
    let outage = change.apply(before.view()?.outage);
    let flaws = outage.flaws(&app.house);
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    let mut row = before.told(outage.trimmed())?;
    row.ended = end.then(|| app.clock.now().naive_utc());
    store::update(conn, &row)?;
    row.view()
}
