//! The table of work orders; in [`board`] what the board asks of it.

pub(super) mod board;

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::order::Order;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::work_orders;
use crate::problem::Failure;

/// What of its case an order is found by.
pub struct OfCase<'a> {
    /// The case.
    pub id: &'a str,
    /// The town's code.
    pub town: Option<&'a str>,
    /// The unit that has it.
    pub unit: Option<&'a str>,
    /// Whether somebody of the staff has it.
    pub held: bool,
    /// Whether somebody still has to do something.
    pub open: bool,
    /// When it was filed.
    pub filed: NaiveDateTime,
}

/// An order as stored: its state as JSON, and beside it what is looked for.
#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = work_orders, treat_none_as_null = true)]
struct Row {
    case_id: String,
    state: String,
    kind: String,
    priority: i32,
    town: Option<String>,
    unit: Option<String>,
    is_open: bool,
    clock: Option<String>,
    due: Option<NaiveDateTime>,
    alarm: Option<NaiveDateTime>,
    answer: Option<NaiveDateTime>,
    lead_id: Option<String>,
    whole_id: Option<String>,
    opened: NaiveDateTime,
    held: bool,
    supervised: bool,
    returned: i32,
}

/// What a case is as a work order; none where it is none.
pub fn find(conn: &mut Conn, case: &str) -> Result<Option<Order>, Failure> {
    let state: Option<String> = work_orders::table
        .find(case)
        .select(work_orders::state)
        .first(conn)
        .optional()?;
    Ok(state.map(|state| serde_json::from_str(&state)).transpose()?)
}

pub(super) fn put(
    conn: &mut Conn,
    case: &OfCase<'_>,
    order: &Order,
    alarm: Option<Moment>,
    lead_id: Option<String>,
    whole_id: Option<String>,
) -> Result<(), Failure> {
    let next = order.next().filter(|_| case.open);
    let row = Row {
        case_id: case.id.to_owned(),
        state: serde_json::to_string(order)?,
        kind: order.kind.code().to_owned(),
        priority: order.priority.into(),
        town: case.town.map(str::to_owned),
        unit: case.unit.map(str::to_owned),
        is_open: case.open,
        clock: next.map(|(clock, _)| clock.code().to_owned()),
        due: next.map(|(_, due)| due.naive_utc()),
        alarm: alarm.map(|at| at.naive_utc()),
        answer: order.answer().map(|at| at.naive_utc()),
        lead_id,
        whole_id,
        opened: case.filed,
        held: case.held,
        supervised: order.supervised,
        returned: order.returned.into(),
    };
    let known = diesel::update(work_orders::table.find(case.id))
        .set(&row)
        .execute(conn)?;
    if known == 0 {
        diesel::insert_into(work_orders::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// What these cases are as work orders, by case; cases that are none are left out.
pub fn lines_of(conn: &mut Conn, cases: &[&str]) -> Result<HashMap<String, Order>, Failure> {
    let rows: Vec<(String, String)> = work_orders::table
        .filter(work_orders::case_id.eq_any(cases))
        .select((work_orders::case_id, work_orders::state))
        .load(conn)?;
    let read = |(case, state): (String, String)| Ok((case, serde_json::from_str(&state)?));
    rows.into_iter().map(read).collect()
}

/// The ids of the open cases of a unit that go by clocks of their own, those due first first, at most so many.
pub(super) fn of_unit(conn: &mut Conn, unit: &str, most: i64) -> QueryResult<Vec<String>> {
    let theirs = work_orders::unit.eq(unit).and(work_orders::is_open.eq(true));
    work_orders::table
        .filter(theirs.and(work_orders::lead_id.is_null()))
        // What stands still is due last on either engine.
        .order((work_orders::due.is_null(), work_orders::due, work_orders::case_id))
        .limit(most)
        .select(work_orders::case_id)
        .load(conn)
}

/// The ids of the cases to which time brings something by now, those it is due to longest first, at most so many.
pub fn due(conn: &mut Conn, now: Moment, most: i64) -> QueryResult<Vec<String>> {
    work_orders::table
        .filter(work_orders::alarm.le(now.naive_utc()))
        .order((work_orders::alarm, work_orders::case_id))
        .limit(most)
        .select(work_orders::case_id)
        .load(conn)
}

/// The ids of the open cases that were joined with one, in the order in which they were filed.
pub fn joined(conn: &mut Conn, lead: &str) -> QueryResult<Vec<String>> {
    work_orders::table
        .filter(work_orders::lead_id.eq(lead).and(work_orders::is_open.eq(true)))
        .order((work_orders::opened, work_orders::case_id))
        .select(work_orders::case_id)
        .load(conn)
}

/// The ids of the cases that were split off one, open or not, in the order in which that was done.
pub fn parts(conn: &mut Conn, whole: &str) -> QueryResult<Vec<String>> {
    work_orders::table
        .filter(work_orders::whole_id.eq(whole))
        .order((work_orders::opened, work_orders::case_id))
        .select(work_orders::case_id)
        .load(conn)
}

/// How many of the cases that were split off one are open.
pub fn open_parts(conn: &mut Conn, whole: &str) -> Result<usize, Failure> {
    let open = work_orders::whole_id.eq(whole).and(work_orders::is_open.eq(true));
    let count: i64 = work_orders::table.filter(open).count().get_result(conn)?;
    usize::try_from(count).map_err(Failure::broken)
}
