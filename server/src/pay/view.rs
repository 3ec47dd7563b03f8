//! An order, as whoever pays it sees it.

use shuiting_shared::api::{LineView, OrderView, RefundView};
use shuiting_shared::money::Fen;
use shuiting_shared::problem::Code;

use super::store::{self, Row, refunds};
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Orders that are listed.
const LISTED: i64 = 50;

/// The newest orders of whoever asks, at most 50, newest first.
pub fn mine(conn: &mut Conn, caller: &Caller) -> Result<Vec<OrderView>, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let mut views = Vec::new();
    for row in store::of(conn, &me.account, LISTED)? {
        views.push(view(conn, row)?);
    }
    Ok(views)
}

/// An order of the caller's own.
pub(super) fn own(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Row, Failure> {
    let me = caller.resident()?;
    let row = store::find(conn, id)?.filter(|row| row.account_id == me.account);
    row.ok_or_else(|| Failure::new(Code::NotFound))
}

/// Whether an order is the caller's own; it is not there for others.
pub(crate) fn is_own(conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    own(conn, caller, id).map(drop)
}

/// One of them.
pub(super) fn one(conn: &mut Conn, caller: &Caller, id: &str) -> Result<OrderView, Failure> {
    let row = own(conn, caller, id)?;
    view(conn, row)
}

fn view(conn: &mut Conn, row: Row) -> Result<OrderView, Failure> {
    let case = row.case_id.as_deref().map(|id| case::known_by(conn, id)).transpose()?;
    let lines = store::lines(conn, &row.id)?.into_iter().map(|line| LineView {
        account: row.water_account.clone(),
        period: line.period(),
        case: case.map(|(number, _)| number),
        service: case.map(|(_, service)| service),
        amount: line.amount(),
        late_fee: line.late_fee(),
        state: line.state(),
    });
    let refund = refunds::of(conn, &row.id)?.map(|refund| RefundView {
        amount: refund.amount(),
        state: refund.state(),
        done: refund.done.map(|done| done.and_utc()),
    });
    Ok(OrderView {
        state: row.state()?,
        amount: Fen(row.amount),
        lines: lines.collect(),
        created: row.created.and_utc(),
        expires: row.expires.and_utc(),
        paid_at: row.paid_at.map(|at| at.and_utc()),
        transaction: row.trade,
        refund,
        then: row.then_path,
        id: row.id,
    })
}
