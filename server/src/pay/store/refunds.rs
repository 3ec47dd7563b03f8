//! The table of refunds.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Entry, Moved, RefundState};
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{orders, refunds};
use crate::ids;

/// A refund as stored; the amount is fen, times are UTC.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = refunds)]
pub(in crate::pay) struct Refund {
    pub(in crate::pay) id: String,
    pub(in crate::pay) order_id: String,
    amount: i64,
    state: String,
    created: NaiveDateTime,
    /// How often the gateway was asked.
    pub(in crate::pay) looks: i32,
    /// When it is asked next.
    pub(in crate::pay) look_at: Option<NaiveDateTime>,
    pub(in crate::pay) done: Option<NaiveDateTime>,
}

impl Refund {
    /// One that is to be asked for at once.
    pub(in crate::pay) fn new(order: &str, amount: Fen, now: Moment) -> Self {
        Self {
            id: ids::compact(now),
            order_id: order.to_owned(),
            amount: amount.0,
            state: RefundState::Asked.code().to_owned(),
            created: now.naive_utc(),
            looks: 0,
            look_at: Some(now.naive_utc()),
            done: None,
        }
    }

    pub(in crate::pay) fn amount(&self) -> Fen {
        Fen(self.amount)
    }

    /// How it stands; a state that is unknown here needs somebody to see to it.
    pub(in crate::pay) fn state(&self) -> RefundState {
        RefundState::from_code(&self.state).unwrap_or(RefundState::Failed)
    }

    pub(in crate::pay) fn stands(&mut self, state: RefundState) {
        state.code().clone_into(&mut self.state);
    }
}

pub(in crate::pay) fn insert(conn: &mut Conn, refund: &Refund) -> QueryResult<()> {
    diesel::insert_into(refunds::table)
        .values(refund)
        .execute(conn)
        .map(|_| ())
}

pub(in crate::pay) fn of(conn: &mut Conn, order: &str) -> QueryResult<Option<Refund>> {
    refunds::table
        .filter(refunds::order_id.eq(order))
        .first(conn)
        .optional()
}

pub(in crate::pay) fn update(conn: &mut Conn, refund: &Refund) -> QueryResult<()> {
    diesel::update(refunds::table.find(&refund.id))
        .set((
            refunds::state.eq(&refund.state),
            refunds::looks.eq(refund.looks),
            refunds::look_at.eq(refund.look_at),
            refunds::done.eq(refund.done),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Takes the refunds that a gateway is to be asked about, so that no other server does until `until`; gives their orders.
pub(in crate::pay) fn take_due(
    conn: &mut Conn,
    gateway: &str,
    now: Moment,
    until: Moment,
    most: i64,
) -> QueryResult<Vec<String>> {
    let due: Vec<(String, String, Option<NaiveDateTime>)> = refunds::table
        .inner_join(orders::table)
        .filter(orders::gateway.eq(gateway).and(refunds::look_at.le(now.naive_utc())))
        .order(refunds::look_at)
        .limit(most)
        .select((refunds::id, refunds::order_id, refunds::look_at))
        .load(conn)?;
    let mut taken = Vec::new();
    for (id, order, seen) in due {
        let same = refunds::table.find(&id).filter(refunds::look_at.eq(seen));
        let count = diesel::update(same)
            .set(refunds::look_at.eq(Some(until.naive_utc())))
            .execute(conn)?;
        if count == 1 {
            taken.push(order);
        }
    }
    Ok(taken)
}

/// What went back through a gateway between two moments.
pub(in crate::pay) fn done_between(
    conn: &mut Conn,
    gateway: &str,
    (from, to): (Moment, Moment),
) -> QueryResult<Vec<Refund>> {
    refunds::table
        .inner_join(orders::table)
        .filter(orders::gateway.eq(gateway))
        .filter(refunds::done.ge(from.naive_utc()).and(refunds::done.lt(to.naive_utc())))
        .order(refunds::done)
        .select(refunds::all_columns)
        .load(conn)
}

impl From<&Refund> for Entry {
    fn from(refund: &Refund) -> Self {
        Self {
            id: refund.id.clone(),
            moved: Moved::Refund,
            amount: refund.amount(),
        }
    }
}
