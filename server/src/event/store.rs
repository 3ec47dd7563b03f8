//! The tables of events and of who follows them.

use anyhow::Context as _;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::EventQuery;
use shuiting_shared::event::{Plan, State};
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{event_cases, event_follows, events};
use crate::keys;
use crate::problem::Failure;

/// An event as stored: codes of enums and JSON as text, times UTC.
#[derive(Clone, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_null = true)]
pub(crate) struct Row {
    pub(crate) id: String,
    title: String,
    town: String,
    community: String,
    place: String,
    pub(crate) starts: NaiveDateTime,
    pub(crate) ends: NaiveDateTime,
    topics: String,
    tasks: String,
    shifts: String,
    words: String,
    state: String,
    pub(super) reason: Option<String>,
    pub(super) version: i32,
    /// What the codes of each minute are made of.
    pub(crate) secret: String,
    staff_id: String,
    planned: NaiveDateTime,
}

impl Row {
    pub(super) fn new(id: String, plan: Plan, staff: &str, now: Moment) -> Result<Self, Failure> {
        Ok(Self {
            id,
            topics: serde_json::to_string(&plan.topics)?,
            tasks: serde_json::to_string(&plan.tasks)?,
            shifts: serde_json::to_string(&plan.shifts)?,
            title: plan.title,
            town: plan.town,
            community: plan.community,
            place: plan.place,
            starts: plan.starts.naive_utc(),
            ends: plan.ends.naive_utc(),
            words: plan.words,
            state: State::Draft.code().to_owned(),
            reason: None,
            version: 1,
            secret: keys::token(),
            staff_id: staff.to_owned(),
            planned: now.naive_utc(),
        })
    }

    pub(crate) fn plan(&self) -> Result<Plan, Failure> {
        Ok(Plan {
            title: self.title.clone(),
            town: self.town.clone(),
            community: self.community.clone(),
            place: self.place.clone(),
            starts: self.starts.and_utc(),
            ends: self.ends.and_utc(),
            topics: serde_json::from_str(&self.topics)?,
            tasks: serde_json::from_str(&self.tasks)?,
            shifts: serde_json::from_str(&self.shifts)?,
            words: self.words.clone(),
        })
    }

    pub(crate) fn state(&self) -> Result<State, Failure> {
        State::from_code(&self.state)
            .with_context(|| format!("event {} is {}", self.id, self.state))
            .map_err(Failure::broken)
    }
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(events::table).values(row).execute(conn).map(|_| ())
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    events::table.find(id).first(conn)
}

pub(super) fn list(conn: &mut Conn, query: &EventQuery, drafts: bool, now: Moment, most: i64) -> QueryResult<Vec<Row>> {
    let now = now.naive_utc();
    let mut found = events::table.limit(most).into_boxed();
    if let Some(town) = &query.town {
        found = found.filter(events::town.eq(town.clone()));
    }
    if !drafts {
        found = found.filter(events::state.ne(State::Draft.code()));
    }
    if query.past {
        found
            .filter(events::ends.le(now))
            .order((events::starts.desc(), events::id.desc()))
            .load(conn)
    } else {
        found
            .filter(events::ends.gt(now))
            .order((events::starts, events::id))
            .load(conn)
    }
}

/// Notes where a case was filed, and who helped.
pub(super) fn note_case(conn: &mut Conn, case: &str, event: Option<&str>, helper: Option<&str>) -> QueryResult<()> {
    diesel::insert_into(event_cases::table)
        .values((
            event_cases::case_id.eq(case),
            event_cases::event_id.eq(event),
            event_cases::helper_id.eq(helper),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Whether an account follows an event.
pub(super) fn follows(conn: &mut Conn, event: &str, account: &str) -> QueryResult<bool> {
    let found: Option<String> = event_follows::table
        .find((event, account))
        .select(event_follows::event_id)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// How many follow an event.
pub(super) fn followers(conn: &mut Conn, event: &str) -> QueryResult<u32> {
    let count: i64 = event_follows::table
        .filter(event_follows::event_id.eq(event))
        .count()
        .get_result(conn)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
