//! Which cases have to do with an outage: the desk links them, and is offered open ones where water is off.

use shuiting_shared::api::{LinkCases, OutageCase, OutageCases, OutageView};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::Kind;
use shuiting_shared::outage::OutageState;
use shuiting_shared::service::Service;

use super::store::links;
use super::{hold, poster, store, tell, views};
use crate::app::App;
use crate::case::{self, Brief};
use crate::db::Conn;
use crate::order;
use crate::problem::Failure;
use crate::session::Caller;

/// Cases of which kinds may have to do with an outage.
const KINDS: [Kind; 4] = [Kind::Burst, Kind::Leak, Kind::NoWater, Kind::Press];
/// Open cases that are looked through.
const LOOKED_THROUGH: i64 = 500;
/// Cases that are offered at a time.
const MOST: usize = 30;

/// The cases of an outage, for staff.
pub(super) fn of(app: &App, conn: &mut Conn, caller: &Caller, id: &str) -> Result<OutageCases, Failure> {
    caller.staff()?;
    let outage = store::find(conn, id)?.outage()?;
    let linked = links::of(conn, id)?;
    let linked = case::briefs(conn, &linked)?;
    let towns: Vec<_> = outage.areas.iter().map(|area| area.town.as_str()).collect();
    let services: Vec<_> = Service::ALL
        .iter()
        .copied()
        .filter(|one| one.facts().work_order)
        .collect();
    let mut proposed = case::open_in(conn, &towns, &services, LOOKED_THROUGH)?;
    proposed.retain(|case| match (&case.town, &case.address) {
        (Some(town), Some(address)) => outage.concerns(town, address, &app.house),
        _ => false,
    });
    let ids: Vec<_> = proposed.iter().map(|case| case.id.clone()).collect();
    let taken = links::linked(conn, &ids)?;
    proposed.retain(|case| !taken.contains(&case.id));
    let proposed = about_water(conn, proposed)?;
    Ok(OutageCases {
        linked: linked.into_iter().map(shown).collect(),
        proposed: proposed.into_iter().map(shown).collect(),
    })
}

/// Those whose work order is about water that is off or runs where it should not; at most as many as are offered.
fn about_water(conn: &mut Conn, cases: Vec<Brief>) -> Result<Vec<Brief>, Failure> {
    let ids: Vec<_> = cases.iter().map(|case| case.id.as_str()).collect();
    let orders = order::lines_of(conn, &ids)?;
    let about = |case: &Brief| orders.get(&case.id).is_some_and(|order| KINDS.contains(&order.kind));
    Ok(cases.into_iter().filter(about).take(MOST).collect())
}

fn shown(case: Brief) -> OutageCase {
    OutageCase {
        number: case.number,
        service: case.service,
        status: case.status,
        filed: case.filed,
        address: case.address,
    }
}

/// Links cases, or takes them off. Whoever filed one that is linked is told of the outage, as long as it is not over.
pub(super) fn link(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    change: &LinkCases,
) -> Result<OutageCases, Failure> {
    poster(caller)?;
    let row = hold(conn, id)?;
    for number in &change.unlink {
        let case = case::brief(conn, *number)?;
        links::remove(conn, id, &case.id)?;
    }
    for number in &change.link {
        let case = case::brief(conn, *number)?;
        links::add(conn, id, &case.id, app.clock.now())?;
        if row.state()? == OutageState::Posted {
            tell::filer(app, conn, &row, case.phone, case.lang)?;
        }
    }
    of(app, conn, caller, id)
}

/// The outages that a case has to do with, as far as they were posted, the latest first; for whoever may see the case.
pub(super) fn of_case(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: CaseNumber,
) -> Result<Vec<OutageView>, Failure> {
    case::look(app, conn, caller, number)?;
    let case = case::brief(conn, number)?;
    let rows = links::outages_of(conn, &case.id)?;
    let mut found = views(app, conn, Some(caller), &rows)?;
    found.retain(|view| view.state != OutageState::Draft);
    Ok(found)
}
