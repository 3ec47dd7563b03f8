//! The table of tickets.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::tickets;

#[derive(Queryable, Insertable)]
#[diesel(table_name = tickets)]
pub(crate) struct Row {
    pub(crate) hash: String,
    pub(crate) session_id: String,
    pub(crate) device: Option<String>,
    pub(crate) leads: String,
    pub(crate) expires: NaiveDateTime,
}

pub(crate) fn add(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(tickets::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

/// Takes a ticket away; of two that come with the same one, one gets it.
pub(crate) fn take(conn: &mut Conn, hash: &str) -> QueryResult<Option<Row>> {
    let found = tickets::table.find(hash).first::<Row>(conn).optional()?;
    let taken = diesel::delete(tickets::table.find(hash)).execute(conn)?;
    Ok(found.filter(|_| taken == 1))
}

/// Forgets tickets that nobody has used.
pub fn forget(conn: &mut Conn, now: Moment) -> QueryResult<()> {
    diesel::delete(tickets::table.filter(tickets::expires.lt(now.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
