//! Emergency water as a crew's phone keeps it.

use shuiting_shared::api::CrewDelivery;
use shuiting_shared::time::{span_of, today};

use super::{store, views};
use crate::app::App;
use crate::db::Conn;
use crate::order::crew::crew;
use crate::outage;
use crate::problem::Failure;
use crate::session::Caller;

/// What a crew's own unit brings today and tomorrow for notices that were posted, the first first. What is over today is
/// among it: somebody may tick it off late.
pub(super) fn of_unit(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Vec<CrewDelivery>, Failure> {
    let Some(unit) = &crew(caller)?.unit else {
        return Ok(Vec::new());
    };
    let now = app.clock.now();
    let (start, _) = span_of(today(now));
    let rows = store::of_unit(conn, unit, start)?;
    let outages: Vec<_> = rows.iter().map(|row| row.outage_id.clone()).collect();
    let areas = outage::areas(conn, &outages)?;
    let near = views(conn, &rows)?.into_iter().filter(|view| view.plan.is_at_hand(now));
    let posted = near.filter_map(|delivery| {
        let areas = areas.get(&delivery.outage)?.clone();
        Some(CrewDelivery { delivery, areas })
    });
    let mut found: Vec<_> = posted.collect();
    found.sort_by_key(|brought| brought.delivery.plan.stops.first().map(|stop| stop.from));
    Ok(found)
}
