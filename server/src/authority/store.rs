//! The table of letters of authority.

use anyhow::Context as _;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use shuiting_shared::water::AuthorityState;

use crate::db::Conn;
use crate::db::schema::authorities;
use crate::problem::Failure;

/// A letter of authority as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = authorities)]
pub(super) struct Authority {
    pub(super) id: String,
    /// The account of whoever brought it.
    pub(super) account_id: String,
    /// The water account's number.
    pub(super) number: String,
    /// Whoever brought it.
    pub(super) name: String,
    pub(super) state: String,
    pub(super) asked: NaiveDateTime,
    /// Its last day.
    pub(super) until: Option<NaiveDate>,
    /// Why it was refused.
    pub(super) reason: Option<String>,
    /// Who decided.
    pub(super) staff_id: Option<String>,
}

impl Authority {
    pub(super) fn state(&self) -> Result<AuthorityState, Failure> {
        AuthorityState::from_code(&self.state)
            .with_context(|| format!("letter {} is {}", self.id, self.state))
            .map_err(Failure::broken)
    }

    pub(super) fn is(&self, state: AuthorityState) -> bool {
        self.state == state.code()
    }
}

pub(super) fn insert(conn: &mut Conn, row: &Authority) -> QueryResult<()> {
    diesel::insert_into(authorities::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Authority>> {
    authorities::table.find(id).first(conn).optional()
}

/// The letters that somebody has brought, newest first.
pub(super) fn of_account(conn: &mut Conn, account: &str) -> QueryResult<Vec<Authority>> {
    authorities::table
        .filter(authorities::account_id.eq(account))
        .order(authorities::id.desc())
        .load(conn)
}

/// The letters granted for a water account, oldest first.
pub(super) fn granted_for(conn: &mut Conn, number: &str) -> QueryResult<Vec<Authority>> {
    authorities::table
        .filter(
            authorities::number
                .eq(number)
                .and(authorities::state.eq(AuthorityState::Granted.code())),
        )
        .order(authorities::id)
        .load(conn)
}

/// The letters that stand so, oldest first.
pub(super) fn in_state(conn: &mut Conn, state: AuthorityState, most: i64) -> QueryResult<Vec<Authority>> {
    authorities::table
        .filter(authorities::state.eq(state.code()))
        .order(authorities::id)
        .limit(most)
        .load(conn)
}

/// The granted letters whose last day is over.
pub(super) fn over(conn: &mut Conn, today: NaiveDate) -> QueryResult<Vec<Authority>> {
    authorities::table
        .filter(
            authorities::state
                .eq(AuthorityState::Granted.code())
                .and(authorities::until.lt(today)),
        )
        .load(conn)
}

pub(super) fn grant(conn: &mut Conn, id: &str, until: NaiveDate, staff: &str) -> QueryResult<()> {
    diesel::update(authorities::table.find(id))
        .set((
            authorities::state.eq(AuthorityState::Granted.code()),
            authorities::until.eq(until),
            authorities::staff_id.eq(staff),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn refuse(conn: &mut Conn, id: &str, reason: &str, staff: &str) -> QueryResult<()> {
    diesel::update(authorities::table.find(id))
        .set((
            authorities::state.eq(AuthorityState::Refused.code()),
            authorities::reason.eq(reason),
            authorities::staff_id.eq(staff),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn end(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(authorities::table.find(id))
        .set(authorities::state.eq(AuthorityState::Ended.code()))
        .execute(conn)
        .map(|_| ())
}
