//! Other reports of a street, for whoever takes down one more, and making one burst of them.

use chrono::TimeDelta;
use shuiting_shared::api::{Act, CaseLine, NewBurst, StreetQuery, StreetView};
use shuiting_shared::call::street::{HOURS, Report, burst};
use shuiting_shared::case::Action;
use shuiting_shared::form::{Answer as _, Flaw};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::Kind;
use shuiting_shared::place::{Town, street_of};
use shuiting_shared::service::Service;

use super::{agent, flawed};
use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Orders that can be made one burst at once.
const MOST: usize = 50;

/// The open work orders of a street in the last 24 hours.
pub(super) fn look(app: &App, conn: &mut Conn, caller: &Caller, query: &StreetQuery) -> Result<StreetView, Failure> {
    agent(caller)?;
    let town = Town::parse(&query.town, &app.house).map_err(|flaw| flawed("town", flaw))?;
    let Some(street) = street_of(&query.address, &app.house) else {
        return Ok(StreetView::default());
    };
    let since = app.clock.now() - TimeDelta::hours(HOURS);
    let services: Vec<_> = Service::all().filter(|service| service.facts().work_order).collect();
    let mut orders = case::open_in_town(app, conn, caller, &services, town.code(), since)?;
    orders.retain(|line| {
        let address = line.address.as_deref().unwrap_or_default();
        street_of(address, &app.house).as_ref() == Some(&street)
    });
    let reports: Vec<_> = orders.iter().filter_map(report).collect();
    // A part is none of the resident's, and what was joined is there by its lead.
    orders.retain(|line| {
        let order = line.order.as_ref();
        order.is_some_and(|order| order.lead.is_none() && order.whole.is_none())
    });
    Ok(StreetView {
        street: Some(street),
        burst: burst(&reports),
        orders,
    })
}

fn report(line: &CaseLine) -> Option<Report> {
    let order = line.order.as_ref().filter(|order| order.whole.is_none())?;
    Some(Report {
        number: line.number,
        filed: line.filed,
        kind: order.kind,
        lead: order.lead,
    })
}

/// Makes one burst of several orders, in one transaction: whoever reported one of them hears of the whole.
pub(super) fn make(app: &App, conn: &mut Conn, caller: &Caller, asked: NewBurst) -> Result<NewBurst, Failure> {
    agent(caller)?;
    if asked.others.len() > MOST {
        return Err(flawed("others", Flaw::TooManyCases { most: MOST }));
    }
    let mut act = |number: CaseNumber, action| {
        let act = Act { version: None, action };
        case::act(app, conn, caller, number, &act)
    };
    act(asked.lead, Action::Sort { kind: Kind::Burst })?;
    for other in &asked.others {
        act(*other, Action::Join { into: asked.lead })?;
    }
    Ok(asked)
}
