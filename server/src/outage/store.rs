//! The table of outage notices; in [`tellings`] who is told of them, in [`follows`] who wants to hear, in [`links`] which
//! cases have to do with them.

pub(super) mod follows;
pub(super) mod links;
pub(super) mod tellings;

use anyhow::Context as _;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::outage::{Outage, OutageKind, OutageState, Turn};
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::outages;
use crate::problem::Failure;

/// A notice as stored: codes of enums and JSON as text, times UTC.
#[derive(Clone, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = outages, treat_none_as_null = true)]
pub(crate) struct Row {
    pub(crate) id: String,
    kind: String,
    reason: String,
    pub(super) starts: NaiveDateTime,
    pub(super) ends: NaiveDateTime,
    /// When somebody ended it.
    pub(super) ended: Option<NaiveDateTime>,
    staff_id: String,
    /// When it was posted; until then, when it was written.
    pub(super) posted: NaiveDateTime,
    areas: String,
    points: String,
    households: i32,
    state: String,
    pub(super) version: i32,
    turn: Option<String>,
    pub(super) why: Option<String>,
    /// Whether nobody need be told any more that it begins.
    pub(super) begun: bool,
}

impl Row {
    pub(super) fn new(id: String, outage: Outage, staff: &str, now: Moment) -> Result<Self, Failure> {
        Ok(Self {
            id,
            kind: outage.kind.code().to_owned(),
            areas: serde_json::to_string(&outage.areas)?,
            points: serde_json::to_string(&outage.points)?,
            households: i32::try_from(outage.households).unwrap_or(i32::MAX),
            reason: outage.reason,
            starts: outage.starts.naive_utc(),
            ends: outage.ends.naive_utc(),
            ended: None,
            staff_id: staff.to_owned(),
            posted: now.naive_utc(),
            state: OutageState::Draft.code().to_owned(),
            version: 1,
            turn: None,
            why: None,
            begun: false,
        })
    }

    /// The same notice, saying this, a version later; `turned` is what those concerned are told of it.
    pub(super) fn saying(self, outage: Outage, turned: Option<(Turn, &str)>) -> Result<Self, Failure> {
        let staff = self.staff_id.clone();
        let fresh = Self::new(self.id.clone(), outage, &staff, self.posted.and_utc())?;
        let (turn, why) = turned.unzip();
        Ok(Self {
            state: self.state,
            version: self.version + 1,
            turn: turn.map(|turn| turn.code().to_owned()).or(self.turn),
            why: why.map(str::to_owned).or(self.why),
            begun: self.begun,
            ended: self.ended,
            ..fresh
        })
    }

    /// The notice, posted at this moment; of a sudden one everything is told at once.
    pub(super) fn posted(self, now: Moment) -> Self {
        let begun = self.kind == OutageKind::Unplanned.code();
        Self {
            state: OutageState::Posted.code().to_owned(),
            version: self.version + 1,
            posted: now.naive_utc(),
            begun,
            ..self
        }
    }

    /// The notice, over at this moment.
    pub(super) fn over(self, now: Moment) -> Self {
        Self {
            state: OutageState::Over.code().to_owned(),
            version: self.version + 1,
            ended: Some(now.naive_utc()),
            begun: true,
            ..self
        }
    }

    /// The notice, whose beginning was told.
    pub(super) fn begun(self) -> Self {
        Self { begun: true, ..self }
    }

    pub(crate) fn state(&self) -> Result<OutageState, Failure> {
        self.read(&self.state, OutageState::from_code)
    }

    pub(super) fn turn(&self) -> Result<Option<Turn>, Failure> {
        let turn = self.turn.as_deref().map(|turn| self.read(turn, Turn::from_code));
        turn.transpose()
    }

    pub(crate) fn outage(&self) -> Result<Outage, Failure> {
        Ok(Outage {
            kind: self.read(&self.kind, OutageKind::from_code)?,
            areas: serde_json::from_str(&self.areas)?,
            reason: self.reason.clone(),
            starts: self.starts.and_utc(),
            ends: self.ends.and_utc(),
            points: serde_json::from_str(&self.points)?,
            households: self.households.unsigned_abs(),
        })
    }

    fn read<T>(&self, code: &str, from_code: fn(&str) -> Option<T>) -> Result<T, Failure> {
        from_code(code)
            .with_context(|| format!("outage {} has {code}", self.id))
            .map_err(Failure::broken)
    }
}

/// The notices that were posted and that nobody has ended, the first first.
pub(super) fn open(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    outages::table
        .filter(outages::state.eq(OutageState::Posted.code()))
        .order((outages::starts, outages::id))
        .load(conn)
}

/// Those of these that were posted, also where they are over.
pub(super) fn posted(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<Row>> {
    outages::table
        .filter(
            outages::id
                .eq_any(ids)
                .and(outages::state.ne(OutageState::Draft.code())),
        )
        .load(conn)
}

/// Drafts and what nobody has ended, the first first.
pub(super) fn at_hand(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    outages::table
        .filter(outages::state.ne(OutageState::Over.code()))
        .order((outages::starts, outages::id))
        .load(conn)
}

/// What is over, the latest first.
pub(super) fn over(conn: &mut Conn, most: i64) -> QueryResult<Vec<Row>> {
    outages::table
        .filter(outages::state.eq(OutageState::Over.code()))
        .order((outages::starts.desc(), outages::id.desc()))
        .limit(most)
        .load(conn)
}

/// Planned ones that were posted, begin before a moment, and whose beginning was not told.
pub(super) fn beginning(conn: &mut Conn, before: Moment) -> QueryResult<Vec<Row>> {
    outages::table
        .filter(outages::state.eq(OutageState::Posted.code()))
        .filter(outages::begun.eq(false).and(outages::starts.lt(before.naive_utc())))
        .order((outages::starts, outages::id))
        .load(conn)
}

/// What was posted and began within a span.
pub(super) fn began_within(conn: &mut Conn, (from, until): (Moment, Moment)) -> QueryResult<Vec<Row>> {
    outages::table
        .filter(outages::state.ne(OutageState::Draft.code()))
        .filter(
            outages::starts
                .ge(from.naive_utc())
                .and(outages::starts.lt(until.naive_utc())),
        )
        .load(conn)
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    outages::table.find(id).first(conn)
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(outages::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn update(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(outages::table.find(&row.id))
        .set(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn remove(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::delete(outages::table.find(id)).execute(conn).map(|_| ())
}
