//! Money that has come in is put where it belongs, or goes back.

use shuiting_shared::case::Action;
use shuiting_shared::message::Message;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{LineState, OrderState, spread};
use shuiting_shared::time::{Moment, today};

use super::store::refunds::{self, Refund};
use super::store::{self, Line, Row};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{account, case, notice, water};

/// A payment, as a gateway tells it.
pub(super) struct Payment {
    /// The gateway's number of it.
    pub(super) transaction: String,
    /// How much.
    pub(super) amount: Fen,
    /// When.
    pub(super) at: Moment,
}

/// Settles what an order was for with the money that has come in; the caller has seen, alone, that this is not done yet.
pub(super) fn settle(app: &App, conn: &mut Conn, mut row: Row, payment: Payment) -> Result<(), Failure> {
    let lines = store::lines(conn, &row.id)?;
    let costs = lines.iter().map(|line| (line, line.amount() + line.late_fee()));
    let spread = spread(payment.amount, costs, |line| pays(app, conn, &row, line, &payment))?;
    for (line, settled) in lines.iter().zip(&spread.settled) {
        let state = if *settled {
            LineState::Settled
        } else {
            LineState::Returned
        };
        store::set_line(conn, line, state)?;
    }
    if spread.back.owed() {
        refunds::insert(conn, &Refund::new(&row.id, spread.back, app.clock.now()))?;
    }
    OrderState::Paid.code().clone_into(&mut row.state);
    row.trade = Some(payment.transaction);
    row.paid_at = Some(payment.at.naive_utc());
    row.look_at = None;
    store::update(conn, &row)?;
    tell(app, conn, &row, payment.amount - spread.back, spread.back)
}

/// Pays one line; says whether it still was to be paid.
fn pays(app: &App, conn: &mut Conn, row: &Row, line: &Line, payment: &Payment) -> Result<bool, Failure> {
    if let (Some(number), Some(period)) = (&row.water_account, line.period()) {
        return Ok(water::settle(conn, number, period, line.amount(), today(payment.at))?);
    }
    let Some(id) = &row.case_id else { return Ok(false) };
    let (number, _) = case::known_by(conn, id)?;
    let paid = Action::Paid {
        amount: line.amount(),
        receipt: payment.transaction.clone(),
    };
    case::act_by_itself(app, conn, number, &paid)
}

/// Tells whoever paid what became of bills, and of what goes back. A case tells of its payment itself.
fn tell(app: &App, conn: &mut Conn, row: &Row, settled: Fen, back: Fen) -> Result<(), Failure> {
    let Some(payer) = account::find(conn, &row.account_id)? else {
        return Ok(());
    };
    let Some(phone) = &payer.phone else { return Ok(()) };
    if let Some(number) = row.water_account.as_deref().filter(|_| settled.owed()) {
        let message = Message::BillsPaid {
            end: water::end(number),
            amount: settled,
        };
        notice::enqueue(app, conn, None, phone, payer.lang, &message)?;
    }
    if back.owed() {
        notice::enqueue(app, conn, None, phone, payer.lang, &Message::PaidBack { amount: back })?;
    }
    Ok(())
}
