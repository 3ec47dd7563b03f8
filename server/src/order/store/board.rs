//! What the board asks of the orders: counts, and those that are due first. All of it is read from one index, which holds
//! the open orders that were not joined with another, by unit and by when they are due.

use chrono::NaiveDateTime;
use diesel::dsl::{auto_type, count_star};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};
use shuiting_shared::api::BoardQuery;
use shuiting_shared::time::Moment;

use crate::db::schema::work_orders;
use crate::db::{Conn, MultiBackend};

type Condition = Box<dyn BoxableExpression<work_orders::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The orders that the board is about.
fn open(query: &BoardQuery) -> Condition {
    let open = work_orders::is_open.eq(true).and(work_orders::lead_id.is_null());
    let mut all: Condition = Box::new(open.nullable());
    if let Some(town) = &query.town {
        all = Box::new(all.and(work_orders::town.eq(town.clone())));
    }
    if let Some(kind) = query.kind {
        all = Box::new(all.and(work_orders::kind.eq(kind.code())));
    }
    if let Some(priority) = query.priority {
        all = Box::new(all.and(work_orders::priority.eq(i32::from(priority))));
    }
    match query.unit.as_deref() {
        None => all,
        Some(BoardQuery::NONE) => Box::new(all.and(work_orders::unit.is_null())),
        Some(unit) => Box::new(all.and(work_orders::unit.eq(unit.to_owned()))),
    }
}

/// How many orders of a unit have a priority, and are or are not somebody's: (unit, priority, held, count).
pub(crate) type Count = (Option<String>, i32, bool, i64);

/// How many there are by unit, priority and whether somebody has them.
pub(crate) fn counts(conn: &mut Conn, query: &BoardQuery) -> QueryResult<Vec<Count>> {
    work_orders::table
        .filter(open(query))
        .group_by((work_orders::unit, work_orders::priority, work_orders::held))
        .select((
            work_orders::unit,
            work_orders::priority,
            work_orders::held,
            count_star(),
        ))
        .load(conn)
}

/// How many of each unit run out, or have run out, before a moment.
pub(crate) fn running_out(
    conn: &mut Conn,
    query: &BoardQuery,
    before: Moment,
) -> QueryResult<Vec<(Option<String>, i64)>> {
    work_orders::table
        .filter(open(query))
        .filter(work_orders::due.lt(before.naive_utc()))
        .group_by(work_orders::unit)
        .select((work_orders::unit, count_star()))
        .load(conn)
}

/// How many of each unit have no clock that runs.
pub(crate) fn still(conn: &mut Conn, query: &BoardQuery) -> QueryResult<Vec<(Option<String>, i64)>> {
    work_orders::table
        .filter(open(query))
        .filter(work_orders::due.is_null())
        .group_by(work_orders::unit)
        .select((work_orders::unit, count_star()))
        .load(conn)
}

/// The orders of one unit that are due first, then those of which no clock runs: (case, due), at most so many.
pub(crate) fn first(
    conn: &mut Conn,
    query: &BoardQuery,
    most: u32,
) -> QueryResult<Vec<(String, Option<NaiveDateTime>)>> {
    let some = |conn: &mut Conn, runs: bool, most: i64| {
        let found = work_orders::table.filter(open(query)).into_boxed();
        let found = if runs {
            found.filter(work_orders::due.is_not_null())
        } else {
            found.filter(work_orders::due.is_null())
        };
        found
            .order((work_orders::due, work_orders::priority, work_orders::case_id))
            .limit(most)
            .select((work_orders::case_id, work_orders::due))
            .load::<(String, Option<NaiveDateTime>)>(conn)
    };
    let most = i64::from(most);
    let mut found = some(conn, true, most)?;
    let left = most - i64::try_from(found.len()).unwrap_or(most);
    if left > 0 {
        found.extend(some(conn, false, left)?);
    }
    Ok(found)
}

/// The cases of open orders whose filer is to hear something before a moment, and has not yet.
#[auto_type(no_type_alias)]
pub fn unheard(before: NaiveDateTime) -> _ {
    work_orders::table
        .filter(work_orders::is_open.eq(true).and(work_orders::answer.le(before)))
        .select(work_orders::case_id)
}

/// The cases of open orders that a supervisor watches.
#[auto_type(no_type_alias)]
pub fn supervised() -> _ {
    work_orders::table
        .filter(work_orders::is_open.eq(true).and(work_orders::supervised.eq(true)))
        .select(work_orders::case_id)
}

/// The cases of open orders that units have sent back at least so often.
#[auto_type(no_type_alias)]
pub fn returned(times: i32) -> _ {
    work_orders::table
        .filter(work_orders::is_open.eq(true).and(work_orders::returned.ge(times)))
        .select(work_orders::case_id)
}
