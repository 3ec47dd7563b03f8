//! Other reports of a street, for whoever takes down one more.

use chrono::TimeDelta;
use shuiting_shared::api::{CaseLine, StreetQuery, StreetView};
use shuiting_shared::call::street::{HOURS, Report, burst};
use shuiting_shared::form::Answer as _;
use shuiting_shared::place::{Town, street_of};
use shuiting_shared::service::Service;

use super::{agent, flawed};
use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The services whose cases are reports of something wrong at a place.
const REPORTS: [Service; 2] = [Service::Leak, Service::Comp];

/// The open work orders of a street in the last 24 hours.
pub(super) fn look(app: &App, conn: &mut Conn, caller: &Caller, query: &StreetQuery) -> Result<StreetView, Failure> {
    agent(caller)?;
    let town = Town::parse(&query.town, &app.house).map_err(|flaw| flawed("town", flaw))?;
    let Some(street) = street_of(&query.address, &app.house) else {
        return Ok(StreetView::default());
    };
    let since = app.clock.now() - TimeDelta::hours(HOURS);
    let mut orders = case::open_in_town(app, conn, caller, &REPORTS, town.code(), since)?;
    orders.retain(|line| {
        let address = line.address.as_deref().unwrap_or_default();
        street_of(address, &app.house).as_ref() == Some(&street)
    });
    let reports: Vec<_> = orders.iter().map(report).collect();
    Ok(StreetView {
        street: Some(street),
        burst: burst(&reports),
        orders,
    })
}

fn report(line: &CaseLine) -> Report {
    Report {
        number: line.number,
        filed: line.filed,
        leak: line.service == Service::Leak,
        burst: false,
    }
}
