//! The table of what cases decide about water accounts.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use shuiting_shared::water::WaterChange;

use crate::db::Conn;
use crate::db::schema::water_changes;
use crate::problem::Failure;

/// A change as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = water_changes)]
pub(in crate::water) struct Row {
    pub(in crate::water) id: String,
    /// The number of the water account.
    pub(in crate::water) account: String,
    pub(super) case_id: String,
    pub(super) at: NaiveDateTime,
    /// The day from which it holds.
    pub(super) holds_from: NaiveDate,
    /// What is otherwise, JSON.
    pub(super) what: String,
    /// Whether it shows on the account.
    pub(in crate::water) applied: bool,
    /// Whether a file of the billing system has said the same, or a later change something else.
    pub(super) arrived: bool,
}

impl Row {
    /// What is otherwise.
    pub(in crate::water) fn change(&self) -> Result<WaterChange, Failure> {
        Ok(serde_json::from_str(&self.what)?)
    }
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(water_changes::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

/// All that have not arrived, oldest first.
pub(super) fn open(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    water_changes::table
        .filter(water_changes::arrived.eq(false))
        .order(water_changes::id)
        .load(conn)
}

/// Those of one account that have not arrived, with their ids, oldest first.
pub(super) fn open_of(conn: &mut Conn, account: &str) -> Result<Vec<(String, WaterChange)>, Failure> {
    let rows: Vec<Row> = water_changes::table
        .filter(water_changes::arrived.eq(false).and(water_changes::account.eq(account)))
        .order(water_changes::id)
        .load(conn)?;
    rows.into_iter()
        .map(|row| Ok((row.id.clone(), row.change()?)))
        .collect()
}

/// Those whose day has come and that do not show yet: id, account, and what is otherwise, oldest first.
pub(super) fn due(conn: &mut Conn, today: NaiveDate) -> Result<Vec<(String, String, WaterChange)>, Failure> {
    let due = water_changes::applied
        .eq(false)
        .and(water_changes::arrived.eq(false))
        .and(water_changes::holds_from.le(today));
    let rows: Vec<Row> = water_changes::table.filter(due).order(water_changes::id).load(conn)?;
    rows.into_iter()
        .map(|row| Ok((row.id.clone(), row.account.clone(), row.change()?)))
        .collect()
}

pub(super) fn applied(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(water_changes::table.find(id))
        .set(water_changes::applied.eq(true))
        .execute(conn)
        .map(|_| ())
}

/// The billing system need not hear of it any more.
pub(in crate::water) fn arrive(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(water_changes::table.find(id))
        .set(water_changes::arrived.eq(true))
        .execute(conn)
        .map(|_| ())
}

/// Those that have not arrived, of accounts that are named in a column of another table; oldest first.
pub(in crate::water) fn open_in(conn: &mut Conn, table: &str, column: &str) -> QueryResult<Vec<Row>> {
    let named = diesel::dsl::sql::<diesel::sql_types::Bool>(&format!("account IN (SELECT {column} FROM {table})"));
    water_changes::table
        .filter(water_changes::arrived.eq(false))
        .filter(named)
        .order(water_changes::id)
        .load(conn)
}
