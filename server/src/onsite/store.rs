//! The table of what was done at events.

use chrono::NaiveDateTime;
use diesel::dsl::sum;
use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::event_acts;

/// Something that was done, as stored.
#[derive(Insertable)]
#[diesel(table_name = event_acts)]
pub(super) struct Row {
    pub(super) account_id: String,
    pub(super) key: String,
    pub(super) event_id: String,
    pub(super) kind: String,
    pub(super) subject: Option<String>,
    pub(super) count: i32,
    pub(super) figures: String,
    pub(super) at: NaiveDateTime,
}

pub(super) fn is_noted(conn: &mut Conn, account: &str, key: &str) -> QueryResult<bool> {
    let found: Option<String> = event_acts::table
        .find((account, key))
        .select(event_acts::key)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

pub(super) fn note(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(event_acts::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

/// How often somebody did something at an event.
#[derive(Queryable)]
pub(super) struct Done {
    pub(super) kind: String,
    pub(super) subject: Option<String>,
    pub(super) account: String,
    count: Option<i64>,
}

impl Done {
    pub(super) fn count(&self) -> i64 {
        self.count.unwrap_or_default()
    }
}

/// How often each volunteer did each thing at an event.
pub(super) fn of_event(conn: &mut Conn, event: &str) -> QueryResult<Vec<Done>> {
    event_acts::table
        .filter(event_acts::event_id.eq(event))
        .group_by((event_acts::kind, event_acts::subject, event_acts::account_id))
        .select((
            event_acts::kind,
            event_acts::subject,
            event_acts::account_id,
            sum(event_acts::count),
        ))
        .load(conn)
}

/// How often something was done at an event: its id, the code of the kind, the code of the service that was shown, and how
/// often.
pub type Counted = (String, String, Option<String>, i64);

/// How often each was done at these events, over all volunteers.
pub fn counted(conn: &mut Conn, events: &[String]) -> QueryResult<Vec<Counted>> {
    let rows: Vec<(String, String, Option<String>, Option<i64>)> = event_acts::table
        .filter(event_acts::event_id.eq_any(events))
        .group_by((event_acts::event_id, event_acts::kind, event_acts::subject))
        .select((
            event_acts::event_id,
            event_acts::kind,
            event_acts::subject,
            sum(event_acts::count),
        ))
        .order((event_acts::event_id, event_acts::kind, event_acts::subject))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(event, kind, subject, count)| (event, kind, subject, count.unwrap_or_default()))
        .collect())
}
