//! Emergency water: planned for an outage at the desk, looked for by residents, ticked off by the crew.

mod change;
mod crew;
mod give;
pub(crate) mod routes;
mod store;

use std::collections::HashMap;

use shuiting_shared::api::{DeliveryView, Given, NearQuery, StopView};
use shuiting_shared::delivery::{Spot, near};
use shuiting_shared::form::{Answer as _, FieldFlaw};
use shuiting_shared::place::{Point, Town, street_of};

use crate::app::App;
use crate::db::Conn;
use crate::outage;
use crate::problem::Failure;
use crate::session::Caller;
pub use change::plan;
use store::Row;

/// Stops of one answer.
const MOST: usize = 20;

/// Whether water is planned for an outage.
pub(crate) fn any_of(conn: &mut Conn, outage: &str) -> Result<bool, Failure> {
    Ok(!store::of(conn, &[outage.to_owned()])?.is_empty())
}

/// Throws away what was planned for a notice that nobody outside has seen.
pub(crate) fn discard_of(conn: &mut Conn, outage: &str) -> Result<(), Failure> {
    for row in store::of(conn, &[outage.to_owned()])? {
        store::remove(conn, &row.id)?;
    }
    Ok(())
}

/// The stops for these outages, the first first.
pub(crate) fn stops_of(conn: &mut Conn, outages: &[String]) -> Result<Vec<StopView>, Failure> {
    let rows = store::of(conn, outages)?;
    stops(conn, &rows)
}

fn stops(conn: &mut Conn, rows: &[Row]) -> Result<Vec<StopView>, Failure> {
    let mut stops = Vec::new();
    for view in views(conn, rows)? {
        for (stop, given) in view.plan.stops.into_iter().zip(view.given) {
            stops.push(StopView {
                delivery: view.id.clone(),
                outage: view.outage.clone(),
                stop,
                given: given.map(|given| given.at),
                metres: None,
            });
        }
    }
    stops.sort_by_key(|view| view.stop.from);
    Ok(stops)
}

/// The deliveries of an outage, for staff.
fn of_outage(conn: &mut Conn, caller: &Caller, outage: &str) -> Result<Vec<DeliveryView>, Failure> {
    caller.staff()?;
    let rows = store::of(conn, &[outage.to_owned()])?;
    views(conn, &rows)
}

fn views(conn: &mut Conn, rows: &[Row]) -> Result<Vec<DeliveryView>, Failure> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
    let acts = store::acts_of(conn, &ids)?;
    let given: HashMap<_, _> = acts
        .into_iter()
        .map(|act| {
            let given = Given {
                at: act.at.and_utc(),
                litres: act.litres.unsigned_abs(),
            };
            ((act.delivery_id, act.stop), given)
        })
        .collect();
    let mut views = Vec::new();
    for row in rows {
        let plan = row.plan()?;
        let places = (0..).take(plan.stops.len());
        views.push(DeliveryView {
            given: places.map(|stop| given.get(&(row.id.clone(), stop)).cloned()).collect(),
            id: row.id.clone(),
            outage: row.outage_id.clone(),
            version: row.version,
            plan,
        });
    }
    Ok(views)
}

/// Where water is to be had today and tomorrow, the nearest first; only for outages that were posted.
fn look(app: &App, conn: &mut Conn, query: &NearQuery) -> Result<Vec<StopView>, Failure> {
    let spot = read(query, app)?;
    let now = app.clock.now();
    let rows = store::after(conn, now)?;
    let mut stops = stops(conn, &rows)?;
    let open = outage::open(conn)?;
    stops.retain(|view| open.contains(&view.outage) && view.given.is_none());
    let found = near(stops.iter().map(|view| (view, &view.stop)), &spot, &app.house, now);
    let found = found
        .into_iter()
        .take(MOST)
        .map(|(view, metres)| StopView { metres, ..view.clone() });
    Ok(found.collect())
}

fn read(query: &NearQuery, app: &App) -> Result<Spot, Failure> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let flawed = |field: &'static str| move |flaw| Failure::flawed(vec![FieldFlaw::new(field, flaw)]);
    let point = given(&query.point).map(|point| Point::parse(&point, &app.house).map_err(flawed("point")));
    let town = given(&query.town).map(|town| Town::parse(&town, &app.house).map_err(flawed("town")));
    let town = town.transpose()?.map(|town| town.code().to_owned());
    Ok(Spot {
        point: point.transpose()?,
        town,
        street: given(&query.address).and_then(|address| street_of(&address, &app.house)),
    })
}
