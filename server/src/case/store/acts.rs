//! What is kept of acts for a while: what the latest one on a case had found, and which acts were done under a key.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{bulk_acts, latest_acts};

/// The latest act on a case that could be taken back. It holds as long as the case has this version.
#[derive(Queryable, Insertable)]
#[diesel(table_name = latest_acts)]
pub(in crate::case) struct LatestAct {
    pub(in crate::case) case_id: String,
    /// The version that it made.
    pub(in crate::case) version: i32,
    pub(in crate::case) staff_id: String,
    /// The verb's code.
    pub(in crate::case) verb: String,
    pub(in crate::case) at: NaiveDateTime,
    /// What it had found, JSON.
    pub(in crate::case) found: String,
}

pub(in crate::case) fn latest(conn: &mut Conn, case: &str) -> QueryResult<Option<LatestAct>> {
    latest_acts::table.find(case).first(conn).optional()
}

pub(in crate::case) fn keep_latest(conn: &mut Conn, act: &LatestAct) -> QueryResult<()> {
    diesel::delete(latest_acts::table.find(&act.case_id)).execute(conn)?;
    diesel::insert_into(latest_acts::table)
        .values(act)
        .execute(conn)
        .map(|_| ())
}

/// Forgets acts that were done before a moment, when nobody can take them back any more.
pub(in crate::case) fn forget_latest(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(latest_acts::table.filter(latest_acts::at.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}

/// An act that was done to a case under a key.
#[derive(Insertable)]
#[diesel(table_name = bulk_acts)]
pub(in crate::case) struct KeyedAct<'a> {
    pub(in crate::case) staff_id: &'a str,
    pub(in crate::case) key: &'a str,
    pub(in crate::case) number: String,
    /// The hash of the request.
    pub(in crate::case) body: &'a str,
    pub(in crate::case) created: NaiveDateTime,
}

/// Whether somebody has used a key for another request.
pub(in crate::case) fn has_other(conn: &mut Conn, staff: &str, key: &str, body: &str) -> QueryResult<bool> {
    let other = bulk_acts::staff_id
        .eq(staff)
        .and(bulk_acts::key.eq(key))
        .and(bulk_acts::body.ne(body));
    let count: i64 = bulk_acts::table.filter(other).count().get_result(conn)?;
    Ok(count > 0)
}

/// Whether the act under a key was done to a case.
pub(in crate::case) fn was_done(conn: &mut Conn, staff: &str, key: &str, number: CaseNumber) -> QueryResult<bool> {
    let done: i64 = bulk_acts::table
        .find((staff, key, number.to_string()))
        .count()
        .get_result(conn)?;
    Ok(done > 0)
}

pub(in crate::case) fn keep_done(conn: &mut Conn, act: &KeyedAct<'_>) -> QueryResult<()> {
    diesel::insert_into(bulk_acts::table)
        .values(act)
        .execute(conn)
        .map(|_| ())
}

/// Forgets keys used before a moment.
pub(in crate::case) fn forget_done(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(bulk_acts::table.filter(bulk_acts::created.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
