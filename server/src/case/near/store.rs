//! The table of where leaks are, as coarsely as they are looked for.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::case::Status;
use shuiting_shared::place::Cell;
use shuiting_shared::time::Moment;

use crate::case::store::Row;
use crate::db::Conn;
use crate::db::schema::{cases, leak_places};

/// Places that are measured; more open leaks in so small a part of a city are a flood that everybody knows of.
const MOST: i64 = 100;

/// Where a leak is: a town, maybe a street, maybe a cell.
#[derive(Queryable, Insertable)]
#[diesel(table_name = leak_places)]
pub(super) struct Place {
    pub(super) case_id: String,
    pub(super) filed: NaiveDateTime,
    /// The town's code.
    pub(super) town: String,
    pub(super) street: Option<String>,
    pub(super) north: Option<i32>,
    pub(super) east: Option<i32>,
}

pub(super) fn put(conn: &mut Conn, place: &Place) -> QueryResult<()> {
    diesel::delete(leak_places::table.find(&place.case_id)).execute(conn)?;
    diesel::insert_into(leak_places::table)
        .values(place)
        .execute(conn)
        .map(|_| ())
}

/// Open leaks that were filed since a moment, in a cell or one around it, or on a street of a town.
pub(super) fn around(
    conn: &mut Conn,
    cell: Option<Cell>,
    street: Option<&(String, String)>,
    since: Moment,
) -> QueryResult<Vec<(Place, Row)>> {
    let open: Vec<_> = Status::ALL
        .iter()
        .filter(|status| status.waits())
        .map(|status| status.code())
        .collect();
    let cells: Vec<_> = cell.into_iter().flat_map(Cell::around).collect();
    let norths: Vec<_> = cells.iter().map(|cell| cell.north).collect();
    let easts: Vec<_> = cells.iter().map(|cell| cell.east).collect();
    let (town, road) = street.cloned().unzip();
    let in_cell = leak_places::north.eq_any(norths).and(leak_places::east.eq_any(easts));
    let on_street = leak_places::street
        .eq(road)
        .and(leak_places::town.eq(town.unwrap_or_default()));
    leak_places::table
        .inner_join(cases::table)
        .filter(leak_places::filed.ge(since.naive_utc()))
        .filter(cases::status.eq_any(open))
        .filter(in_cell.or(on_street))
        .order(leak_places::filed.desc())
        .limit(MOST)
        .load(conn)
}

/// Forgets where leaks are that were filed before a moment.
pub(super) fn forget(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(leak_places::table.filter(leak_places::filed.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
