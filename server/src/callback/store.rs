//! The table of call-backs.

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;
use shuiting_shared::callback::{CallbackReason, CallbackState, Task};
use shuiting_shared::case::Level;
use shuiting_shared::time::Moment;

use super::OfCase;
use crate::db::Conn;
use crate::db::schema::callbacks;
use crate::ids;
use crate::problem::Failure;

/// A call-back as stored.
#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = callbacks, treat_none_as_null = true)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) case_id: String,
    pub(super) kind: Option<String>,
    unit: Option<String>,
    reason: String,
    state: String,
    due: NaiveDateTime,
    next: Option<NaiveDateTime>,
    tries: i32,
    level: Option<String>,
    pub(super) words: String,
    opened: NaiveDateTime,
    closed: Option<NaiveDateTime>,
    pub(super) staff_id: Option<String>,
}

impl Row {
    /// What it is.
    pub(super) fn task(&self) -> Result<Task, Failure> {
        let strange = || {
            Failure::broken(anyhow::anyhow!(
                "the call-back {} is {} {}",
                self.id,
                self.reason,
                self.state
            ))
        };
        Ok(Task {
            reason: CallbackReason::from_code(&self.reason).ok_or_else(strange)?,
            state: CallbackState::from_code(&self.state).ok_or_else(strange)?,
            due: self.due.and_utc(),
            next: self.next.map(|next| next.and_utc()),
            tries: u32::try_from(self.tries).map_err(Failure::broken)?,
        })
    }

    /// What was said on the phone.
    pub(super) fn level(&self) -> Option<Level> {
        self.level.as_deref().and_then(Level::from_code)
    }

    /// As it has become.
    pub(super) fn with(self, task: &Task) -> Self {
        Self {
            reason: task.reason.code().to_owned(),
            state: task.state.code().to_owned(),
            due: task.due.naive_utc(),
            next: task.next.map(|next| next.naive_utc()),
            tries: i32::try_from(task.tries).unwrap_or(i32::MAX),
            ..self
        }
    }

    /// With who has called.
    pub(super) fn called_by(self, staff: String) -> Self {
        Self {
            staff_id: Some(staff),
            ..self
        }
    }

    /// With what was said.
    pub(super) fn said(self, level: Option<Level>, words: &str) -> Self {
        Self {
            level: level.map(|level| level.code().to_owned()),
            words: words.to_owned(),
            ..self
        }
    }

    /// At its end.
    pub(super) fn closed_at(self, now: Moment) -> Self {
        Self {
            closed: Some(now.naive_utc()),
            ..self
        }
    }
}

/// Opens one.
pub(super) fn open(conn: &mut Conn, case: &OfCase<'_>, task: &Task, now: Moment) -> QueryResult<()> {
    let row = Row {
        id: ids::new(now),
        case_id: case.id.to_owned(),
        kind: case.kind.map(|kind| kind.code().to_owned()),
        unit: case.unit.map(str::to_owned),
        reason: String::new(),
        state: String::new(),
        due: now.naive_utc(),
        next: None,
        tries: 0,
        level: None,
        words: String::new(),
        opened: now.naive_utc(),
        closed: None,
        staff_id: None,
    };
    diesel::insert_into(callbacks::table)
        .values(&row.with(task))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn put(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(callbacks::table.find(&row.id))
        .set(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    callbacks::table.find(id).first(conn)
}

/// The open call-back of a case.
pub(super) fn open_of(conn: &mut Conn, case: &str) -> QueryResult<Option<Row>> {
    callbacks::table
        .filter(callbacks::case_id.eq(case))
        .filter(callbacks::state.eq(CallbackState::Open.code()))
        .first(conn)
        .optional()
}

/// Those to be called, by when they are due.
pub(super) fn to_call(conn: &mut Conn, most: i64) -> QueryResult<Vec<Row>> {
    callbacks::table
        .filter(callbacks::state.eq(CallbackState::Open.code()))
        .order((callbacks::due, callbacks::id))
        .limit(most)
        .load(conn)
}

/// Those to be called that were due before a moment, in that order.
pub(super) fn due_before(conn: &mut Conn, before: Moment) -> QueryResult<Vec<Row>> {
    callbacks::table
        .filter(callbacks::state.eq(CallbackState::Open.code()))
        .filter(callbacks::due.lt(before.naive_utc()))
        .order((callbacks::due, callbacks::id))
        .load(conn)
}

/// Those that came to an end, the latest first.
pub(super) fn over(conn: &mut Conn, most: i64) -> QueryResult<Vec<Row>> {
    callbacks::table
        .filter(callbacks::closed.is_not_null())
        .order((callbacks::closed.desc(), callbacks::id))
        .limit(most)
        .load(conn)
}

pub(super) fn count_open(conn: &mut Conn) -> QueryResult<i64> {
    callbacks::table
        .filter(callbacks::state.eq(CallbackState::Open.code()))
        .count()
        .get_result(conn)
}

/// How many of a kind and a unit came to an end: (kind, unit, count).
pub(super) type Closed = (Option<String>, Option<String>, i64);

/// How many came to an end within a span by a call.
pub(super) fn closed_within(conn: &mut Conn, (from, to): (Moment, Moment)) -> QueryResult<Vec<Closed>> {
    callbacks::table
        .filter(
            callbacks::closed
                .ge(from.naive_utc())
                .and(callbacks::closed.lt(to.naive_utc())),
        )
        .filter(callbacks::state.ne(CallbackState::Dropped.code()))
        .group_by((callbacks::kind, callbacks::unit))
        .select((callbacks::kind, callbacks::unit, count_star()))
        .load(conn)
}
