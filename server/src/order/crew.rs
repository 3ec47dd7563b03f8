//! The orders of a crew, as its phone keeps them.

pub(crate) mod routes;

use shuiting_shared::api::CrewOrder;
use shuiting_shared::case::Role;
use shuiting_shared::form::Answer as _;
use shuiting_shared::problem::Code;

use super::store;
use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::{audit, staff};

/// A phone keeps no more.
const MOST: usize = 100;
/// What of a case is shown here in full, and written down as looked at.
const POINT: &str = "point";

/// The crew who asks; others have the desk.
pub(crate) fn crew(caller: &Caller) -> Result<&Staff, Failure> {
    let staff = caller.staff()?;
    if staff.role == Role::Crew {
        Ok(staff)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// The open orders of a crew's unit, those they have themselves first, then those due first; at most [`MOST`]. What was joined
/// with another goes with that one. Beside them the ids of the cases whose exact place they have not been shown before.
fn orders(app: &App, conn: &mut Conn, caller: &Caller) -> Result<(Vec<CrewOrder>, Vec<String>), Failure> {
    let me = crew(caller)?;
    let mut ids = case::held_by(conn, me)?;
    let of_unit = match &me.unit {
        Some(unit) => store::of_unit(conn, unit, i64::try_from(MOST + ids.len()).map_err(Failure::broken)?)?,
        None => Vec::new(),
    };
    let more: Vec<_> = of_unit.into_iter().filter(|id| !ids.contains(id)).collect();
    ids.extend(more);
    let mut sites = case::sites(app, conn, &ids)?;
    sites.truncate(MOST);
    let shown: Vec<_> = sites
        .iter()
        .filter(|site| site.point.is_some())
        .map(|site| &*site.id)
        .collect();
    let seen = audit::seen(conn, &me.id, POINT, &shown)?;
    let new = shown.iter().filter(|id| !seen.iter().any(|seen| seen == *id));
    let new = new.map(|id| (*id).to_owned()).collect();
    let found: Vec<_> = sites.iter().map(|site| &*site.id).collect();
    let mut of_case = store::lines_of(conn, &found)?;
    let holders: Vec<_> = sites.iter().filter_map(|site| site.assignee.clone()).collect();
    let names = staff::names(conn, &holders)?;
    let mut orders = Vec::new();
    for site in sites {
        let Some(order) = of_case.remove(&site.id).filter(|order| order.lead.is_none()) else {
            continue;
        };
        orders.push(CrewOrder {
            number: site.number,
            service: site.service,
            status: site.status,
            work: site.work,
            filed: site.filed,
            order,
            mine: site.assignee.as_ref() == Some(&me.id),
            assignee: site
                .assignee
                .and_then(|id| names.get(&id).map(|(display, _)| display.clone())),
            town: site.town,
            address: site.address,
            point: site.point.map(|point| point.canonical()),
            words: site.words,
            told: site.told,
            name: site.name,
            phone: site.phone,
            photos: site.photos,
            joined: store::joined(conn, &site.id)?.len(),
            parts_open: store::open_parts(conn, &site.id)?,
        });
    }
    Ok((orders, new))
}
