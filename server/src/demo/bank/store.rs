//! The books of the demo city's gateway.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Entry, Moved, Trade};
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{demo_refunds, demo_trades};
use crate::ids;
use crate::pay::{Bid, GiveBack};

const OPEN: &str = "open";
const HANGS: &str = "hangs";
const CLOSED: &str = "closed";
const PAID: &str = "paid";

/// What somebody does on the gateway's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Choice {
    Pay,
    Refuse,
    Hang,
}

/// An order as the gateway has it.
#[derive(Queryable, Insertable)]
#[diesel(table_name = demo_trades)]
pub(super) struct Row {
    pub(super) order_id: String,
    amount: i64,
    pub(super) what: String,
    pub(super) back: String,
    state: String,
    trade: Option<String>,
    at: NaiveDateTime,
}

impl Row {
    pub(super) fn amount(&self) -> Fen {
        Fen(self.amount)
    }

    /// Whether something can still be done with it.
    pub(super) fn waits(&self) -> bool {
        matches!(self.state.as_str(), OPEN | HANGS)
    }

    pub(super) fn trade(self) -> Trade {
        match (self.state.as_str(), self.trade) {
            (PAID, Some(transaction)) => Trade::Paid {
                transaction,
                amount: Fen(self.amount),
                at: self.at.and_utc(),
            },
            (HANGS, _) => Trade::Paying,
            (OPEN, _) => Trade::Unpaid,
            _ => Trade::Closed,
        }
    }
}

/// Takes an order on; the same again is the same.
pub(super) fn bid(conn: &mut Conn, bid: Bid, now: Moment) -> QueryResult<()> {
    if find(conn, &bid.id)?.is_some() {
        return Ok(());
    }
    let row = Row {
        order_id: bid.id,
        amount: bid.amount.0,
        what: bid.what,
        back: bid.back,
        state: OPEN.to_owned(),
        trade: None,
        at: now.naive_utc(),
    };
    diesel::insert_into(demo_trades::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn find(conn: &mut Conn, order: &str) -> QueryResult<Option<Row>> {
    demo_trades::table.find(order).first(conn).optional()
}

/// Those with which something can still be done, newest first.
pub(super) fn waiting(conn: &mut Conn, most: i64) -> QueryResult<Vec<Row>> {
    demo_trades::table
        .filter(demo_trades::state.eq_any([OPEN, HANGS]))
        .order(demo_trades::at.desc())
        .limit(most)
        .load(conn)
}

/// Does with an order that waits what somebody has chosen; says whether it still waited.
pub(super) fn choose(conn: &mut Conn, order: &str, choice: Choice, now: Moment) -> QueryResult<bool> {
    let state = match choice {
        Choice::Pay => PAID,
        Choice::Refuse => CLOSED,
        Choice::Hang => HANGS,
    };
    let trade = (choice == Choice::Pay).then(|| ids::compact(now));
    let waits = demo_trades::table
        .find(order)
        .filter(demo_trades::state.eq_any([OPEN, HANGS]));
    let count = diesel::update(waits)
        .set((
            demo_trades::state.eq(state),
            demo_trades::trade.eq(trade),
            demo_trades::at.eq(now.naive_utc()),
        ))
        .execute(conn)?;
    Ok(count > 0)
}

/// Closes an order; says whether it is unpaid.
pub(super) fn close(conn: &mut Conn, order: &str) -> QueryResult<bool> {
    let unpaid = demo_trades::table.find(order).filter(demo_trades::state.ne(PAID));
    let count = diesel::update(unpaid)
        .set(demo_trades::state.eq(CLOSED))
        .execute(conn)?;
    Ok(count > 0)
}

/// Gives money back; the same again is the same.
pub(super) fn give_back(conn: &mut Conn, back: GiveBack, now: Moment) -> QueryResult<()> {
    if given_back(conn, &back.id)?.is_some() {
        return Ok(());
    }
    diesel::insert_into(demo_refunds::table)
        .values((
            demo_refunds::id.eq(back.id),
            demo_refunds::order_id.eq(back.order),
            demo_refunds::amount.eq(back.amount.0),
            demo_refunds::at.eq(now.naive_utc()),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn given_back(conn: &mut Conn, id: &str) -> QueryResult<Option<NaiveDateTime>> {
    demo_refunds::table
        .find(id)
        .select(demo_refunds::at)
        .first(conn)
        .optional()
}

/// All that moved between two moments.
pub(super) fn moved(conn: &mut Conn, (from, to): (Moment, Moment)) -> QueryResult<Vec<Entry>> {
    let (from, to) = (from.naive_utc(), to.naive_utc());
    let paid: Vec<(String, i64)> = demo_trades::table
        .filter(demo_trades::state.eq(PAID))
        .filter(demo_trades::at.ge(from).and(demo_trades::at.lt(to)))
        .select((demo_trades::order_id, demo_trades::amount))
        .load(conn)?;
    let back: Vec<(String, i64)> = demo_refunds::table
        .filter(demo_refunds::at.ge(from).and(demo_refunds::at.lt(to)))
        .select((demo_refunds::id, demo_refunds::amount))
        .load(conn)?;
    let entries = |rows: Vec<(String, i64)>, moved| {
        rows.into_iter().map(move |(id, amount)| Entry {
            id,
            moved,
            amount: Fen(amount),
        })
    };
    Ok(entries(paid, Moved::Payment)
        .chain(entries(back, Moved::Refund))
        .collect())
}
