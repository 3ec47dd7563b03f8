//! What residents can read in the hall.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::inbox;

/// A message that can be read.
#[derive(Queryable, Insertable)]
#[diesel(table_name = inbox)]
pub(in crate::notice) struct Row {
    pub(in crate::notice) id: String,
    account_id: String,
    pub(in crate::notice) at: NaiveDateTime,
    pub(in crate::notice) message: String,
    pub(in crate::notice) seen: bool,
}

pub(in crate::notice) fn add(conn: &mut Conn, id: &str, account: &str, sealed: &str, now: Moment) -> QueryResult<()> {
    let row = Row {
        id: id.to_owned(),
        account_id: account.to_owned(),
        at: now.naive_utc(),
        message: sealed.to_owned(),
        seen: false,
    };
    diesel::insert_into(inbox::table).values(&row).execute(conn).map(|_| ())
}

/// When one of an account's messages was written.
pub(in crate::notice) fn written(conn: &mut Conn, account: &str, id: &str) -> QueryResult<Option<NaiveDateTime>> {
    inbox::table
        .find(id)
        .filter(inbox::account_id.eq(account))
        .select(inbox::at)
        .first(conn)
        .optional()
}

/// An account's messages, newest first; those written before one of them, where one is given.
pub(in crate::notice) fn list(
    conn: &mut Conn,
    account: &str,
    before: Option<(NaiveDateTime, String)>,
    most: usize,
) -> QueryResult<Vec<Row>> {
    let mut query = inbox::table
        .filter(inbox::account_id.eq(account))
        .order((inbox::at.desc(), inbox::id.desc()))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .into_boxed();
    if let Some((at, id)) = before {
        query = query.filter(inbox::at.lt(at).or(inbox::at.eq(at).and(inbox::id.lt(id))));
    }
    query.load(conn)
}

/// How many are not read.
pub(in crate::notice) fn unread(conn: &mut Conn, account: &str) -> QueryResult<i64> {
    inbox::table
        .filter(inbox::account_id.eq(account).and(inbox::seen.eq(false)))
        .count()
        .get_result(conn)
}

/// Marks a message, and all before it, as read.
pub(in crate::notice) fn see(conn: &mut Conn, account: &str, at: NaiveDateTime, id: &str) -> QueryResult<()> {
    let unread = inbox::account_id.eq(account).and(inbox::seen.eq(false));
    let until = inbox::at.lt(at).or(inbox::at.eq(at).and(inbox::id.le(id)));
    diesel::update(inbox::table.filter(unread.and(until)))
        .set(inbox::seen.eq(true))
        .execute(conn)
        .map(|_| ())
}

/// Forgets what was written before a moment.
pub(in crate::notice) fn forget(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(inbox::table.filter(inbox::at.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
