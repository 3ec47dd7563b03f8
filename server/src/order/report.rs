//! Figures of work orders that were finished in a period, after DOMAIN.md §3.

use std::collections::BTreeMap;

use shuiting_shared::api::{OfKind, OfUnit, OrderFigures, OrderReport, ReportQuery};
use shuiting_shared::event::flaw_of_period;
use shuiting_shared::order::{Clock, Hand, Kind, Order};
use shuiting_shared::time::span_of;

use super::store;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{callback, case};

/// So many orders are read at a time.
const AT_ONCE: usize = 500;

/// Figures by kind and by unit.
#[derive(Default)]
struct Figures {
    kinds: BTreeMap<Kind, OrderFigures>,
    units: BTreeMap<Option<String>, OrderFigures>,
    total: OrderFigures,
}

impl Figures {
    fn add(&mut self, kind: Kind, unit: Option<String>, figures: OrderFigures) {
        *self.kinds.entry(kind).or_default() += figures;
        *self.units.entry(unit).or_default() += figures;
        self.total += figures;
    }
}

/// What came of the orders that were finished in a period. Parts that were split off are not counted: nobody outside
/// waited for them.
pub(super) fn of_period(conn: &mut Conn, caller: &Caller, query: &ReportQuery) -> Result<OrderReport, Failure> {
    caller.staff()?;
    let ReportQuery { from, to } = *query;
    if let Some(flaw) = flaw_of_period(from, to) {
        return Err(Failure::flawed(vec![flaw]));
    }
    let span = (span_of(from).0, span_of(to).1);
    let mut figures = Figures::default();
    let finished = case::finished_within(conn, span)?;
    for some in finished.chunks(AT_ONCE) {
        add(conn, some, &mut figures)?;
    }
    for (kind, unit, count) in callback::closed_within(conn, span)? {
        let calls = OrderFigures {
            called: count,
            ..OrderFigures::default()
        };
        figures.add(kind, unit, calls);
    }
    let kinds = figures
        .kinds
        .into_iter()
        .map(|(kind, figures)| OfKind { kind, figures });
    let units = figures
        .units
        .into_iter()
        .map(|(unit, figures)| OfUnit { unit, figures });
    Ok(OrderReport {
        from,
        to,
        total: figures.total,
        kinds: kinds.collect(),
        units: units.collect(),
    })
}

/// Adds some cases, each with its unit, as far as they are orders.
fn add(conn: &mut Conn, cases: &[(String, Option<String>)], figures: &mut Figures) -> Result<(), Failure> {
    let ids: Vec<_> = cases.iter().map(|(id, _)| id.as_str()).collect();
    let orders = store::lines_of(conn, &ids)?;
    let owned: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
    let became = case::became(conn, &owned)?;
    for (id, unit) in cases {
        let Some(order) = orders.get(id).filter(|order| order.whole.is_none()) else {
            continue;
        };
        let became = became.get(id);
        let level = became.and_then(|became| became.level);
        let kept = kept(order);
        let one = OrderFigures {
            finished: 1,
            limited: kept.is_some().into(),
            on_time: kept.unwrap_or_default().into(),
            rated: level.is_some().into(),
            satisfied: level.is_some_and(shuiting_shared::case::Level::satisfied).into(),
            by_call: became.is_some_and(|became| became.by_call).into(),
            called: 0,
        };
        figures.add(order.kind, unit.clone(), one);
    }
    Ok(())
}

/// Whether it was finished inside its limit; none where it has none.
fn kept(order: &Order) -> Option<bool> {
    order.hand(Clock::Finish).and_then(Hand::kept)
}
