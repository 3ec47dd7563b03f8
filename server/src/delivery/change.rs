//! Planning a delivery, changing it, taking it back. Whoever was told of its outage is told of it once, and once more where
//! its stops change.

use shuiting_shared::api::{DeliveryChange, DeliveryView};
use shuiting_shared::delivery::{Delivery, clash};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::outage::{OutageKind, OutageState};
use shuiting_shared::problem::Code;

use super::store::{self, Row};
use super::views;
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{ids, outage};

/// What is wrong with a plan, beside each field below `path`; a truck that is on another delivery then is taken.
fn check(app: &App, conn: &mut Conn, plan: &Delivery, itself: Option<&str>, path: &str) -> Result<(), Failure> {
    // Two who plan for the same truck at this moment are to see each other.
    alone(conn, plan.truck.trim())?;
    let mut flaws = plan.flaws(&app.house);
    let now = app.clock.now();
    flaws.extend(plan.is_over(now).then(|| FieldFlaw::new("stops", Flaw::TimePast)));
    let mut others = Vec::new();
    for row in store::after(conn, now)? {
        if Some(row.id.as_str()) != itself {
            others.push(row.plan()?);
        }
    }
    flaws.extend(clash(plan, &others));
    if flaws.is_empty() {
        return Ok(());
    }
    let below = flaws
        .into_iter()
        .map(|flaw| FieldFlaw::new(format!("{path}{}", flaw.field), flaw.flaw));
    Err(Failure::flawed(below.collect()))
}

/// Plans a delivery for an outage; for those who post notices.
pub fn plan(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    outage: &str,
    plan: Delivery,
) -> Result<DeliveryView, Failure> {
    let (notice, me) = outage::replan(conn, caller, outage)?;
    let plan = plan.trimmed();
    check(app, conn, &plan, None, "")?;
    let now = app.clock.now();
    let row = Row::new(ids::new(now), outage, plan, me, now)?;
    store::insert(conn, &row)?;
    tell(app, conn, &notice)?;
    view(conn, &row)
}

/// Whoever was told of the outage hears that water comes.
fn tell(app: &App, conn: &mut Conn, notice: &outage::Row) -> Result<(), Failure> {
    if notice.state()? == OutageState::Posted {
        outage::water_comes(app, conn, notice)?;
    }
    Ok(())
}

/// The delivery as long as it is at this version, with its notice; nobody else changes either.
fn take(conn: &mut Conn, caller: &Caller, id: &str, version: i32) -> Result<(Row, outage::Row), Failure> {
    let outage = store::find(conn, id)?.outage_id;
    let (notice, _) = outage::replan(conn, caller, &outage)?;
    let row = store::find(conn, id)?;
    if row.version == version {
        Ok((row, notice))
    } else {
        Err(Failure::new(Code::OutageChanged))
    }
}

/// Plans it anew. Stops at which water was given stay as they were.
pub(super) fn change(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    change: DeliveryChange,
) -> Result<DeliveryView, Failure> {
    let (row, notice) = take(conn, caller, id, change.version)?;
    let (before, after) = (view(conn, &row)?, change.plan.trimmed());
    check(app, conn, &after, Some(id), "plan.")?;
    let given = before.given.iter().zip(&before.plan.stops).enumerate();
    let moved = given.filter(|(_, (given, _))| given.is_some());
    let moved = moved.map(|(at, (_, stop))| (at, stop));
    let moved = moved.into_iter().find(|(at, stop)| after.stops.get(*at) != Some(*stop));
    if let Some((at, _)) = moved {
        let flaw = FieldFlaw::new(format!("plan.stops.{at}.place"), Flaw::StopGiven);
        return Err(Failure::flawed(vec![flaw]));
    }
    let elsewhere = before.plan.stops != after.stops;
    let row = row.replanned(after)?;
    store::update(conn, &row)?;
    if elsewhere {
        tell(app, conn, &notice)?;
    }
    view(conn, &row)
}

/// Takes it back, as long as no water was given; not the last one of a notice that must have one.
pub(super) fn remove(app: &App, conn: &mut Conn, caller: &Caller, id: &str, version: i32) -> Result<(), Failure> {
    let (row, notice) = take(conn, caller, id, version)?;
    let given = view(conn, &row)?.given.iter().any(Option::is_some);
    let outage = notice.outage()?;
    let last = store::of(conn, std::slice::from_ref(&notice.id))?.len() == 1;
    let rules = &app.house.outages;
    let must = outage.kind == OutageKind::Planned && rules.needs_water(&outage);
    if last && must && notice.state()? == OutageState::Posted {
        let hours = rules.water;
        return Err(Failure::flawed(vec![FieldFlaw::new(
            "water",
            Flaw::NoWaterPlanned { hours },
        )]));
    }
    if given {
        return Err(Failure::new(Code::NotNow));
    }
    Ok(store::remove(conn, id)?)
}

fn view(conn: &mut Conn, row: &Row) -> Result<DeliveryView, Failure> {
    let mut views = views(conn, std::slice::from_ref(row))?;
    views
        .pop()
        .ok_or_else(|| Failure::broken(anyhow::anyhow!("a delivery has a view")))
}
