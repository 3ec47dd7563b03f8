//! The table of changes.

use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::case::follow::store::{self as follow, Follow};
use crate::db::schema::{cases, changes};
use crate::db::{Conn, alone};

/// A change, with what decides who may hear of it.
pub(super) struct Found {
    pub(super) id: i64,
    pub(super) version: i32,
    pub(super) number: String,
    pub(super) account_id: String,
    pub(super) phone: String,
    pub(super) party_phone: Option<String>,
    /// Who follows the case.
    pub(super) follows: Vec<Follow>,
}

/// From the oldest change that is remembered to the newest that there was.
#[derive(Clone, Copy)]
pub(super) struct Span {
    oldest: i64,
    pub(super) newest: i64,
}

impl Span {
    /// Whether everything after this number is still known.
    pub(super) fn holds(self, after: i64) -> bool {
        (self.oldest - 1..=self.newest).contains(&after)
    }
}

/// Notes, in the transaction that writes an entry, that it was written. Numbers are given one transaction after the
/// other, so that whoever has read one has missed none below it.
pub(in crate::case) fn append(conn: &mut Conn, case: &str, version: i32, now: Moment) -> QueryResult<()> {
    alone(conn, "changes")?;
    diesel::insert_into(changes::table)
        .values((
            changes::case_id.eq(case),
            changes::version.eq(version),
            changes::at.eq(now.naive_utc()),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn span(conn: &mut Conn) -> QueryResult<Span> {
    let oldest: Option<i64> = changes::table
        .select(changes::id)
        .order(changes::id)
        .first(conn)
        .optional()?;
    Ok(Span {
        oldest: oldest.unwrap_or(1),
        newest: newest(conn)?.unwrap_or(0),
    })
}

fn newest(conn: &mut Conn) -> QueryResult<Option<i64>> {
    changes::table
        .select(changes::id)
        .order(changes::id.desc())
        .first(conn)
        .optional()
}

/// The changes after a number, in order.
pub(super) fn after(conn: &mut Conn, after: i64, most: i64) -> QueryResult<Vec<Found>> {
    type Told = (i64, String, i32, String, String, String, Option<String>);
    let told: Vec<Told> = changes::table
        .inner_join(cases::table)
        .filter(changes::id.gt(after))
        .order(changes::id)
        .limit(most)
        .select((
            changes::id,
            changes::case_id,
            changes::version,
            cases::number,
            cases::account_id,
            cases::phone,
            cases::party_phone,
        ))
        .load(conn)?;
    let ids: Vec<_> = told.iter().map(|(_, case, ..)| case.as_str()).collect();
    let follows = follow::among(conn, &ids)?;
    let found = told
        .into_iter()
        .map(|(id, case, version, number, account_id, phone, party_phone)| Found {
            id,
            version,
            number,
            account_id,
            phone,
            party_phone,
            follows: follows
                .iter()
                .filter(|follow| follow.case_id == case)
                .cloned()
                .collect(),
        });
    Ok(found.collect())
}

pub(super) fn forget(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    // The newest stays, so that its number is known.
    let newest = newest(conn)?.unwrap_or(0);
    let old = changes::at.lt(before.naive_utc());
    diesel::delete(changes::table.filter(old.and(changes::id.lt(newest))))
        .execute(conn)
        .map(|_| ())
}
