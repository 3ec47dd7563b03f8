//! The tables of events and of who follows them.

use std::collections::HashSet;

use anyhow::Context as _;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::EventQuery;
use shuiting_shared::event::{Plan, State};
use shuiting_shared::time::{Date, Moment, span_of};

use crate::db::Conn;
use crate::db::schema::{event_cases, event_follows, event_reminders, events};
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

    /// The event with another plan, a version later.
    pub(super) fn replanned(self, plan: Plan, reason: Option<&str>) -> Result<Self, Failure> {
        Ok(Self {
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
            reason: reason.map(str::to_owned).or(self.reason),
            version: self.version + 1,
            ..self
        })
    }

    /// The event in another state, a version later.
    pub(super) fn turned(self, state: State, reason: Option<&str>) -> Self {
        Self {
            state: state.code().to_owned(),
            reason: reason.map(str::to_owned).or(self.reason),
            version: self.version + 1,
            ..self
        }
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

pub(super) fn update(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(events::table.find(&row.id))
        .set(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn remove(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::delete(events::table.find(id)).execute(conn).map(|_| ())
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
    if query.from.is_some() || query.to.is_some() {
        if let Some(from) = query.from {
            found = found.filter(events::starts.ge(span_of(from).0.naive_utc()));
        }
        if let Some(to) = query.to {
            found = found.filter(events::starts.lt(span_of(to).1.naive_utc()));
        }
        found.order((events::starts, events::id)).load(conn)
    } else if query.past {
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

pub(super) fn follow(conn: &mut Conn, event: &str, account: &str, now: Moment) -> QueryResult<()> {
    diesel::insert_into(event_follows::table)
        .values((
            event_follows::event_id.eq(event),
            event_follows::account_id.eq(account),
            event_follows::since.eq(now.naive_utc()),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn unfollow(conn: &mut Conn, event: &str, account: &str) -> QueryResult<()> {
    diesel::delete(event_follows::table.find((event, account)))
        .execute(conn)
        .map(|_| ())
}

/// The events that an account follows, the first first.
pub(super) fn followed_by(conn: &mut Conn, account: &str) -> QueryResult<Vec<Row>> {
    let ids: Vec<String> = event_follows::table
        .filter(event_follows::account_id.eq(account))
        .select(event_follows::event_id)
        .load(conn)?;
    events::table
        .filter(events::id.eq_any(ids))
        .order((events::starts, events::id))
        .load(conn)
}

/// The accounts that follow an event.
pub(super) fn followers_of(conn: &mut Conn, event: &str) -> QueryResult<Vec<String>> {
    event_follows::table
        .filter(event_follows::event_id.eq(event))
        .select(event_follows::account_id)
        .load(conn)
}

/// The events that were published and begin within a span, the first first.
pub(super) fn published_within(conn: &mut Conn, (from, until): (Moment, Moment)) -> QueryResult<Vec<Row>> {
    events::table
        .filter(events::state.eq(State::Published.code()))
        .filter(
            events::starts
                .ge(from.naive_utc())
                .and(events::starts.lt(until.naive_utc())),
        )
        .order((events::starts, events::id))
        .load(conn)
}

/// The accounts that were reminded of an event on a day.
pub(super) fn reminded(conn: &mut Conn, event: &str, day: Date) -> QueryResult<HashSet<String>> {
    let told: Vec<String> = event_reminders::table
        .filter(event_reminders::event_id.eq(event).and(event_reminders::day.eq(day)))
        .select(event_reminders::account_id)
        .load(conn)?;
    Ok(told.into_iter().collect())
}

pub(super) fn remember_reminder(conn: &mut Conn, event: &str, account: &str, day: Date) -> QueryResult<()> {
    diesel::insert_into(event_reminders::table)
        .values((
            event_reminders::event_id.eq(event),
            event_reminders::account_id.eq(account),
            event_reminders::day.eq(day),
        ))
        .execute(conn)
        .map(|_| ())
}

/// What was filed at events: (event, case).
pub(super) fn cases_of(conn: &mut Conn, events: &[String]) -> QueryResult<Vec<(String, String)>> {
    let rows: Vec<(Option<String>, String)> = event_cases::table
        .filter(event_cases::event_id.eq_any(events))
        .select((event_cases::event_id, event_cases::case_id))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(event, case)| Some((event?, case)))
        .collect())
}
