//! The tables of volunteers and their turns.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::db::schema::{turns, volunteers};
use crate::db::{Conn, insert_many};

/// A volunteer as stored: the kind by its code, the name sealed.
#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = volunteers, treat_none_as_null = true)]
pub(super) struct Volunteer {
    pub(super) account_id: String,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) since: NaiveDateTime,
    pub(super) stopped: Option<NaiveDateTime>,
}

/// A turn as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = turns, treat_none_as_default_value = false)]
pub(super) struct Turn {
    pub(super) event_id: String,
    pub(super) shift: i32,
    pub(super) account_id: String,
    pub(super) task: Option<String>,
    pub(super) leads: bool,
    pub(super) signed: NaiveDateTime,
    pub(super) tries: i32,
    pub(super) came: Option<NaiveDateTime>,
    pub(super) went: Option<NaiveDateTime>,
}

pub(super) fn find(conn: &mut Conn, account: &str) -> QueryResult<Option<Volunteer>> {
    volunteers::table.find(account).first(conn).optional()
}

/// Who has not stopped.
pub(super) fn active(conn: &mut Conn, account: &str) -> QueryResult<Option<Volunteer>> {
    Ok(find(conn, account)?.filter(|found| found.stopped.is_none()))
}

pub(super) fn insert(conn: &mut Conn, row: &Volunteer) -> QueryResult<()> {
    diesel::insert_into(volunteers::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn update_volunteer(conn: &mut Conn, row: &Volunteer) -> QueryResult<()> {
    diesel::update(volunteers::table.find(&row.account_id))
        .set(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn stop(conn: &mut Conn, account: &str, nameless: String, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(volunteers::table.find(account))
        .set((volunteers::name.eq(nameless), volunteers::stopped.eq(now)))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn turn(conn: &mut Conn, event: &str, shift: i32, account: &str) -> QueryResult<Option<Turn>> {
    turns::table.find((event, shift, account)).first(conn).optional()
}

pub(super) fn of_account(conn: &mut Conn, account: &str) -> QueryResult<Vec<Turn>> {
    turns::table
        .filter(turns::account_id.eq(account))
        .order((turns::event_id, turns::shift))
        .load(conn)
}

pub(super) fn of_account_at(conn: &mut Conn, event: &str, account: &str) -> QueryResult<Vec<Turn>> {
    turns::table
        .filter(turns::event_id.eq(event).and(turns::account_id.eq(account)))
        .order(turns::shift)
        .load(conn)
}

pub(super) fn of_event(conn: &mut Conn, event: &str) -> QueryResult<Vec<Turn>> {
    turns::table
        .filter(turns::event_id.eq(event))
        .order((turns::shift, turns::signed, turns::account_id))
        .load(conn)
}

/// The turns at any of these events to which somebody came.
pub(super) fn been(conn: &mut Conn, events: &[&str]) -> QueryResult<Vec<Turn>> {
    turns::table
        .filter(turns::event_id.eq_any(events).and(turns::came.is_not_null()))
        .load(conn)
}

/// How many have signed up for each shift of an event.
pub(super) fn taken(conn: &mut Conn, event: &str) -> QueryResult<BTreeMap<i32, u32>> {
    let counts: Vec<(i32, i64)> = turns::table
        .filter(turns::event_id.eq(event))
        .group_by(turns::shift)
        .select((turns::shift, count_star()))
        .load(conn)?;
    let counts = counts.into_iter();
    Ok(counts
        .map(|(shift, count)| (shift, u32::try_from(count).unwrap_or(u32::MAX)))
        .collect())
}

/// The accounts of all who have signed up for an event, each once.
pub fn accounts_of(conn: &mut Conn, event: &str) -> QueryResult<Vec<String>> {
    turns::table
        .filter(turns::event_id.eq(event))
        .select(turns::account_id)
        .distinct()
        .order(turns::account_id)
        .load(conn)
}

pub(super) fn sign_up(conn: &mut Conn, turn: &Turn) -> QueryResult<()> {
    diesel::insert_into(turns::table).values(turn).execute(conn).map(|_| ())
}

/// Writes down many turns at once.
pub(super) fn remember(conn: &mut Conn, rows: Vec<Turn>) -> QueryResult<()> {
    insert_many!(conn, turns::table, rows).map(|_| ())
}

pub(super) fn give_up(conn: &mut Conn, event: &str, shift: i32, account: &str) -> QueryResult<()> {
    diesel::delete(turns::table.find((event, shift, account)))
        .execute(conn)
        .map(|_| ())
}

/// Counts a wrong code.
pub(super) fn tried(conn: &mut Conn, turn: &Turn) -> QueryResult<()> {
    diesel::update(turns::table.find((&turn.event_id, turn.shift, &turn.account_id)))
        .set(turns::tries.eq(turns::tries + 1))
        .execute(conn)
        .map(|_| ())
}

/// Writes what may change of a turn.
pub(super) fn update(conn: &mut Conn, turn: &Turn) -> QueryResult<()> {
    diesel::update(turns::table.find((&turn.event_id, turn.shift, &turn.account_id)))
        .set((
            turns::task.eq(&turn.task),
            turns::leads.eq(turn.leads),
            turns::came.eq(turn.came),
            turns::went.eq(turn.went),
        ))
        .execute(conn)
        .map(|_| ())
}
