//! The tables of the outbox and of the demo's inbox.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::DemoMessage;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use crate::db::Conn;
use crate::db::schema::{demo_messages, outbox};
use crate::ids;

const WAITING: &str = "waiting";
const SENT: &str = "sent";
const GIVEN_UP: &str = "given_up";

/// A message in the outbox.
#[derive(Queryable, Insertable)]
#[diesel(table_name = outbox)]
pub(super) struct Letter {
    pub(super) id: String,
    case_id: Option<String>,
    pub(super) phone: String,
    lang: String,
    pub(super) message: String,
    pub(super) created: NaiveDateTime,
    due: NaiveDateTime,
    pub(super) attempts: i32,
    state: String,
}

impl Letter {
    pub(super) fn lang(&self) -> Lang {
        Lang::from_code(&self.lang)
    }
}

/// What becomes of a message that somebody tried to carry.
#[derive(Clone, Copy)]
pub(super) enum Fate {
    Sent,
    Again(Moment),
    GivenUp,
}

pub(super) fn add(
    conn: &mut Conn,
    id: String,
    case: Option<&str>,
    phone: &str,
    lang: Lang,
    message: String,
    now: Moment,
) -> QueryResult<()> {
    let row = Letter {
        id,
        case_id: case.map(str::to_owned),
        phone: phone.to_owned(),
        lang: lang.code().to_owned(),
        message,
        created: now.naive_utc(),
        due: now.naive_utc(),
        attempts: 0,
        state: WAITING.to_owned(),
    };
    diesel::insert_into(outbox::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

/// What is due, the oldest first.
pub(super) fn due(conn: &mut Conn, now: Moment, most: i64) -> QueryResult<Vec<Letter>> {
    outbox::table
        .filter(outbox::state.eq(WAITING).and(outbox::due.le(now.naive_utc())))
        .order((outbox::created, outbox::id))
        .limit(most)
        .load(conn)
}

/// Takes those of the messages that no other server has taken meanwhile.
pub(super) fn lease(conn: &mut Conn, letters: Vec<Letter>, until: Moment) -> QueryResult<Vec<Letter>> {
    let mut taken = Vec::new();
    for letter in letters {
        let same = outbox::id
            .eq(&letter.id)
            .and(outbox::state.eq(WAITING))
            .and(outbox::due.eq(letter.due));
        let count = diesel::update(outbox::table.filter(same))
            .set((
                outbox::due.eq(until.naive_utc()),
                outbox::attempts.eq(outbox::attempts + 1),
            ))
            .execute(conn)?;
        if count == 1 {
            taken.push(letter);
        }
    }
    Ok(taken)
}

/// What has left is emptied: its words are in the timeline, and a code is nobody's business any more.
pub(super) fn settle(conn: &mut Conn, id: &str, fate: Fate) -> QueryResult<()> {
    let row = diesel::update(outbox::table.find(id));
    match fate {
        Fate::Sent => row.set((outbox::state.eq(SENT), outbox::message.eq(""))).execute(conn),
        Fate::Again(due) => row.set(outbox::due.eq(due.naive_utc())).execute(conn),
        Fate::GivenUp => row.set(outbox::state.eq(GIVEN_UP)).execute(conn),
    }
    .map(|_| ())
}

/// Forgets what has not left yet: the demo city's past needs no messages.
pub fn forget_waiting(conn: &mut Conn) -> QueryResult<()> {
    diesel::delete(outbox::table.filter(outbox::state.eq(WAITING)))
        .execute(conn)
        .map(|_| ())
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = demo_messages)]
struct DemoRow {
    id: String,
    at: NaiveDateTime,
    phone: String,
    text: String,
}

pub(super) fn show(conn: &mut Conn, phone: String, text: String, now: Moment) -> QueryResult<()> {
    let row = DemoRow {
        id: ids::new(now),
        at: now.naive_utc(),
        phone,
        text,
    };
    diesel::insert_into(demo_messages::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

/// The latest messages of the demo's inbox, newest first; those to one phone where one is given.
pub fn shown(conn: &mut Conn, phone: Option<&str>, most: i64) -> QueryResult<Vec<DemoMessage>> {
    let mut query = demo_messages::table
        .order((demo_messages::at.desc(), demo_messages::id.desc()))
        .limit(most)
        .into_boxed();
    if let Some(phone) = phone {
        query = query.filter(demo_messages::phone.eq(phone.to_owned()));
    }
    let rows: Vec<DemoRow> = query.load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| DemoMessage {
            at: row.at.and_utc(),
            phone: row.phone,
            text: row.text,
        })
        .collect())
}
