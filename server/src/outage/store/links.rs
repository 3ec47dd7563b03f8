//! The table of which cases have to do with which outage.

use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{outage_cases, outages};
use crate::outage::store::Row;

/// The ids of the cases of an outage.
pub(in crate::outage) fn of(conn: &mut Conn, outage: &str) -> QueryResult<Vec<String>> {
    outage_cases::table
        .filter(outage_cases::outage_id.eq(outage))
        .select(outage_cases::case_id)
        .load(conn)
}

/// Of these cases, those that are linked to any outage.
pub(in crate::outage) fn linked(conn: &mut Conn, cases: &[String]) -> QueryResult<Vec<String>> {
    outage_cases::table
        .filter(outage_cases::case_id.eq_any(cases))
        .select(outage_cases::case_id)
        .load(conn)
}

/// The outages that a case has to do with, the latest first.
pub(in crate::outage) fn outages_of(conn: &mut Conn, case: &str) -> QueryResult<Vec<Row>> {
    let ids: Vec<String> = outage_cases::table
        .filter(outage_cases::case_id.eq(case))
        .select(outage_cases::outage_id)
        .load(conn)?;
    outages::table
        .filter(outages::id.eq_any(ids))
        .order((outages::starts.desc(), outages::id.desc()))
        .load(conn)
}

/// Links a case; again does nothing more.
pub(in crate::outage) fn add(conn: &mut Conn, outage: &str, case: &str, now: Moment) -> QueryResult<()> {
    if of(conn, outage)?.iter().any(|known| known == case) {
        return Ok(());
    }
    diesel::insert_into(outage_cases::table)
        .values((
            outage_cases::outage_id.eq(outage),
            outage_cases::case_id.eq(case),
            outage_cases::since.eq(now.naive_utc()),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(in crate::outage) fn remove(conn: &mut Conn, outage: &str, case: &str) -> QueryResult<()> {
    diesel::delete(outage_cases::table.find((outage, case)))
        .execute(conn)
        .map(|_| ())
}
