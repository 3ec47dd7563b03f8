//! The table of profiles.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::profiles;

/// A profile as stored: JSON, sealed.
#[derive(Insertable)]
#[diesel(table_name = profiles)]
struct Row<'a> {
    account_id: &'a str,
    sealed: String,
}

pub(super) fn find(conn: &mut Conn, account: &str) -> QueryResult<Option<String>> {
    profiles::table
        .find(account)
        .select(profiles::sealed)
        .first(conn)
        .optional()
}

pub(super) fn put(conn: &mut Conn, account: &str, sealed: String) -> QueryResult<()> {
    remove(conn, account)?;
    let row = Row {
        account_id: account,
        sealed,
    };
    diesel::insert_into(profiles::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn remove(conn: &mut Conn, account: &str) -> QueryResult<()> {
    diesel::delete(profiles::table.find(account)).execute(conn).map(|_| ())
}
