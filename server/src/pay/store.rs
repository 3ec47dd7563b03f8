//! The tables of orders and of what they pay for.

pub(super) mod books;
pub(super) mod refunds;

use anyhow::Context as _;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Entry, LineState, Moved, OrderState};
use shuiting_shared::time::Moment;
use shuiting_shared::water::Period;

use crate::db::Conn;
use crate::db::schema::{order_lines, orders};
use crate::problem::Failure;

/// An order as stored; amounts are fen, times UTC.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = orders)]
pub(super) struct Row {
    pub(super) id: String,
    /// Whose it is.
    pub(super) account_id: String,
    /// The water account whose bills it pays.
    pub(super) water_account: Option<String>,
    /// The case whose fee it pays.
    pub(super) case_id: Option<String>,
    pub(super) amount: i64,
    pub(super) state: String,
    pub(super) gateway: String,
    pub(super) then_path: Option<String>,
    pub(super) created: NaiveDateTime,
    pub(super) expires: NaiveDateTime,
    /// How often the gateway was asked.
    pub(super) looks: i32,
    /// When it is asked next.
    pub(super) look_at: Option<NaiveDateTime>,
    /// The gateway's number of the payment.
    pub(super) trade: Option<String>,
    pub(super) paid_at: Option<NaiveDateTime>,
}

impl Row {
    pub(super) fn state(&self) -> Result<OrderState, Failure> {
        OrderState::from_code(&self.state)
            .with_context(|| format!("order {} is {}", self.id, self.state))
            .map_err(Failure::broken)
    }
}

/// One thing that an order pays for.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = order_lines)]
pub(super) struct Line {
    order_id: String,
    pub(super) place: i32,
    /// The month of the bill; none where it is the fee for a case.
    period: Option<String>,
    amount: i64,
    late_fee: i64,
    state: String,
}

impl Line {
    /// A line at a place of an order.
    pub(super) fn new(order: &str, place: usize, period: Option<Period>, amount: Fen, late_fee: Fen) -> Self {
        Self {
            order_id: order.to_owned(),
            place: i32::try_from(place).unwrap_or(i32::MAX),
            period: period.map(|period| period.to_string()),
            amount: amount.0,
            late_fee: late_fee.0,
            state: LineState::Waits.code().to_owned(),
        }
    }

    pub(super) fn period(&self) -> Option<Period> {
        self.period.as_deref()?.parse().ok()
    }

    pub(super) fn amount(&self) -> Fen {
        Fen(self.amount)
    }

    pub(super) fn late_fee(&self) -> Fen {
        Fen(self.late_fee)
    }

    pub(super) fn state(&self) -> LineState {
        LineState::from_code(&self.state).unwrap_or(LineState::Waits)
    }

    /// Whether it pays the same.
    pub(super) fn pays_like(&self, other: &Self) -> bool {
        (&self.period, self.amount, self.late_fee) == (&other.period, other.amount, other.late_fee)
    }
}

pub(super) fn insert(conn: &mut Conn, row: &Row, lines: &[Line]) -> QueryResult<()> {
    diesel::insert_into(orders::table).values(row).execute(conn)?;
    for line in lines {
        diesel::insert_into(order_lines::table).values(line).execute(conn)?;
    }
    Ok(())
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Row>> {
    orders::table.find(id).first(conn).optional()
}

/// The orders of a resident, newest first.
pub(super) fn of(conn: &mut Conn, account: &str, most: i64) -> QueryResult<Vec<Row>> {
    orders::table
        .filter(orders::account_id.eq(account))
        .order(orders::id.desc())
        .limit(most)
        .load(conn)
}

/// Those of a resident that can be paid after a moment, newest first.
pub(super) fn open_after(conn: &mut Conn, account: &str, moment: Moment) -> QueryResult<Vec<Row>> {
    let open = orders::state.eq(OrderState::Open.code());
    orders::table
        .filter(orders::account_id.eq(account).and(open))
        .filter(orders::expires.gt(moment.naive_utc()))
        .order(orders::id.desc())
        .load(conn)
}

pub(super) fn lines(conn: &mut Conn, order: &str) -> QueryResult<Vec<Line>> {
    order_lines::table
        .filter(order_lines::order_id.eq(order))
        .order(order_lines::place)
        .load(conn)
}

pub(super) fn set_line(conn: &mut Conn, line: &Line, state: LineState) -> QueryResult<()> {
    diesel::update(order_lines::table.find((&line.order_id, line.place)))
        .set(order_lines::state.eq(state.code()))
        .execute(conn)
        .map(|_| ())
}

/// Writes how an order stands: its state, when it is looked at, and the payment.
pub(super) fn update(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(orders::table.find(&row.id))
        .set((
            orders::state.eq(&row.state),
            orders::looks.eq(row.looks),
            orders::look_at.eq(row.look_at),
            orders::trade.eq(&row.trade),
            orders::paid_at.eq(row.paid_at),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Takes the orders that a gateway is to be asked about, so that no other server does until `until`.
pub(super) fn take_due(
    conn: &mut Conn,
    gateway: &str,
    now: Moment,
    until: Moment,
    most: i64,
) -> QueryResult<Vec<String>> {
    let due: Vec<(String, Option<NaiveDateTime>)> = orders::table
        .filter(orders::gateway.eq(gateway).and(orders::look_at.le(now.naive_utc())))
        .order(orders::look_at)
        .limit(most)
        .select((orders::id, orders::look_at))
        .load(conn)?;
    let mut taken = Vec::new();
    for (id, seen) in due {
        let same = orders::table.find(&id).filter(orders::look_at.eq(seen));
        let count = diesel::update(same)
            .set(orders::look_at.eq(Some(until.naive_utc())))
            .execute(conn)?;
        if count == 1 {
            taken.push(id);
        }
    }
    Ok(taken)
}

/// What came in through a gateway between two moments.
pub(super) fn paid_between(conn: &mut Conn, gateway: &str, (from, to): (Moment, Moment)) -> QueryResult<Vec<Row>> {
    orders::table
        .filter(orders::gateway.eq(gateway))
        .filter(
            orders::paid_at
                .ge(from.naive_utc())
                .and(orders::paid_at.lt(to.naive_utc())),
        )
        .order(orders::paid_at)
        .load(conn)
}

/// The orders that were paid between two moments, each with a line that was settled.
pub(super) fn settled_between(conn: &mut Conn, (from, to): (Moment, Moment)) -> QueryResult<Vec<(Row, Line)>> {
    orders::table
        .inner_join(order_lines::table)
        .filter(
            orders::paid_at
                .ge(from.naive_utc())
                .and(orders::paid_at.lt(to.naive_utc())),
        )
        .filter(order_lines::state.eq(LineState::Settled.code()))
        .order((orders::paid_at, orders::id, order_lines::place))
        .load(conn)
}

/// When the first order of a gateway was asked for.
pub(super) fn first(conn: &mut Conn, gateway: &str) -> QueryResult<Option<NaiveDateTime>> {
    let first = diesel::dsl::min(orders::created);
    orders::table
        .filter(orders::gateway.eq(gateway))
        .select(first)
        .first(conn)
}

impl From<&Row> for Entry {
    fn from(row: &Row) -> Self {
        Self {
            id: row.id.clone(),
            moved: Moved::Payment,
            amount: Fen(row.amount),
        }
    }
}
