//! Work orders: what a case is beside being a case, and the bell that rings when a clock runs out.
//!
//! The rules are `shared::order`'s; here they are kept. `case` writes down what an act does to an order, [`bell`] what time
//! does. [`board`] is what dispatch looks at, [`report`] the figures, [`crew`] what those who are out see of theirs.

pub(crate) mod bell;
mod board;
pub(crate) mod crew;
mod report;
pub(crate) mod routes;
mod store;

use shuiting_shared::api::{WorkOrderLine, WorkOrderView};
use shuiting_shared::form::Answers;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::{Kind, Order};
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;

pub use bell::ring;
pub use store::board::{returned, supervised, unheard};
pub use store::{OfCase, due, find, joined, lines_of, open_parts, parts};

/// The order that a filing of these answers begins; none where it is no work order. Whoever takes a call may know better
/// than the answers which kind it is.
pub fn begin(
    app: &App,
    service: Service,
    answers: &Answers,
    kind: Option<Kind>,
    town: Option<&str>,
    now: Moment,
) -> Option<Order> {
    let kind = kind.or_else(|| app.house.orders.kind_of(service, answers))?;
    Some(Order::open_at(kind, town, now, &app.house))
}

/// Keeps what a case is as a work order.
pub fn put(app: &App, conn: &mut Conn, case: &OfCase<'_>, order: &Order) -> Result<(), Failure> {
    let id = |number: Option<CaseNumber>, conn: &mut Conn| number.map(|number| case::id(conn, number)).transpose();
    let (lead, whole) = (id(order.lead, conn)?, id(order.whole, conn)?);
    store::put(conn, case, order, order.alarm(&app.house), lead, whole)
}

/// How the desk sees an order.
pub fn view(
    app: &App,
    conn: &mut Conn,
    order: Order,
    case: &str,
    town: Option<&str>,
) -> Result<WorkOrderView, Failure> {
    let route = app.house.orders.route(order.kind, town, &app.house);
    let proposed = route.map(|(unit, _)| unit.to_owned());
    let (joined, parts) = (joined(conn, case)?, parts(conn, case)?);
    Ok(WorkOrderView {
        order,
        joined: numbers(conn, &joined)?,
        parts: numbers(conn, &parts)?,
        proposed,
    })
}

fn numbers(conn: &mut Conn, ids: &[String]) -> Result<Vec<CaseNumber>, Failure> {
    let known = case::numbers(conn, ids)?;
    let found = ids.iter().filter_map(|id| known.get(id)?.parse().ok());
    Ok(found.collect())
}

/// What lists show of an order.
pub(crate) fn line(order: &Order) -> WorkOrderLine {
    WorkOrderLine {
        kind: order.kind,
        priority: order.priority,
        clock: order.next().map(|(clock, _)| clock),
        paused: order.paused.is_some(),
        returned: order.returned,
        supervised: order.supervised,
        lead: order.lead,
        whole: order.whole,
    }
}
