//! The dispatch board: what each unit has to do, and what of it is due first.
//!
//! However many orders are open, what is answered is bounded: counts, and a few orders a unit.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDateTime, TimeDelta};
use shuiting_shared::api::{Board, BoardLine, BoardLoad, BoardQuery, BoardUnit, CaseLine};

use super::store::board as store;
use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The board, or one unit of it.
pub(super) fn look(app: &App, conn: &mut Conn, caller: &Caller, query: &BoardQuery) -> Result<Board, Failure> {
    caller.staff()?;
    let mut loads = loads(app, conn, query)?;
    // First what no unit has, then as the house has them; units that the house does not know any more come last.
    let known = app.house.units.iter().map(|unit| Some(unit.code.clone()));
    let order: Vec<_> = [None].into_iter().chain(known).collect();
    let mut units: Vec<_> = order.iter().filter_map(|unit| loads.remove_entry(unit)).collect();
    units.extend(loads);

    let most = if query.unit.is_some() {
        BoardQuery::MOST
    } else {
        BoardQuery::NEXT
    };
    let mut firsts = Vec::new();
    for (unit, _) in &units {
        let of_unit = BoardQuery {
            unit: Some(unit.clone().unwrap_or_else(|| BoardQuery::NONE.to_owned())),
            ..query.clone()
        };
        firsts.push(store::first(conn, &of_unit, most)?);
    }
    let ids: Vec<_> = firsts.iter().flatten().map(|(case, _)| case.clone()).collect();
    let mut lines: HashMap<String, CaseLine> = case::lines_of(app, conn, caller, &ids)?;
    let mut line = |(case, due): (String, Option<NaiveDateTime>)| {
        Some(BoardLine {
            case: lines.remove(&case)?,
            runs_out: due.map(|due| due.and_utc()),
        })
    };
    let units = units.into_iter().zip(firsts).map(|((unit, load), first)| BoardUnit {
        unit,
        load,
        next: first.into_iter().filter_map(&mut line).collect(),
    });
    Ok(Board { units: units.collect() })
}

/// How much each unit has to do.
fn loads(app: &App, conn: &mut Conn, query: &BoardQuery) -> Result<BTreeMap<Option<String>, BoardLoad>, Failure> {
    let now = app.clock.now();
    let mut loads: BTreeMap<Option<String>, BoardLoad> = BTreeMap::new();
    for (unit, priority, held, count) in store::counts(conn, query)? {
        let (load, count) = (loads.entry(unit).or_default(), whole(count));
        load.open += count;
        load.unheld += if held { 0 } else { count };
        let place = usize::try_from(priority - 1).ok();
        if let Some(of_priority) = place.and_then(|place| load.priorities.get_mut(place)) {
            *of_priority += count;
        }
    }
    for (unit, count) in store::running_out(conn, query, now)? {
        loads.entry(unit).or_default().late = whole(count);
    }
    let soon = now + TimeDelta::minutes(BoardQuery::SOON_MINUTES);
    for (unit, count) in store::running_out(conn, query, soon)? {
        let load = loads.entry(unit).or_default();
        load.soon = whole(count).saturating_sub(load.late);
    }
    for (unit, count) in store::still(conn, query)? {
        loads.entry(unit).or_default().still = whole(count);
    }
    Ok(loads)
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
