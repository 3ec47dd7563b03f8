//! The table of what volunteers have prepared.

use anyhow::Context as _;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::preparations;
use crate::problem::Failure;

/// What was prepared, under the hash of its token.
#[derive(Queryable, Insertable)]
#[diesel(table_name = preparations)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) helper_id: String,
    pub(super) event_id: Option<String>,
    pub(super) service: String,
    /// What is to be filed; empty once it is.
    pub(super) sealed: String,
    pub(super) made: NaiveDateTime,
    pub(super) expires: NaiveDateTime,
    /// What was answered when it was filed.
    pub(super) filed: Option<String>,
}

impl Row {
    pub(super) fn service(&self) -> Result<Service, Failure> {
        Service::from_code(&self.service)
            .with_context(|| format!("there is no service {}", self.service))
            .map_err(Failure::broken)
    }
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(preparations::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Row>> {
    preparations::table.find(id).first(conn).optional()
}

/// It is filed: what was filled in is emptied.
pub(super) fn settle(conn: &mut Conn, id: &str, filed: &str) -> QueryResult<()> {
    diesel::update(preparations::table.find(id))
        .set((preparations::sealed.eq(""), preparations::filed.eq(filed)))
        .execute(conn)
        .map(|_| ())
}

/// Forgets what nobody has agreed to in time, and that anything was prepared.
pub(crate) fn forget(conn: &mut Conn, now: Moment) -> QueryResult<()> {
    diesel::delete(preparations::table.filter(preparations::expires.lt(now.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
