//! The outbox: what is to leave, what has left, and what did not arrive.

use chrono::NaiveDateTime;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use shuiting_shared::api::Undelivered;
use shuiting_shared::message::Kind;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use crate::db::Conn;
use crate::db::schema::{cases, outbox};

const WAITING: &str = "waiting";
const SENT: &str = "sent";
const GIVEN_UP: &str = "given_up";
const DROPPED: &str = "dropped";

diesel::alias!(outbox as ahead: Ahead);

/// A message in the outbox.
#[derive(Queryable, Insertable)]
#[diesel(table_name = outbox)]
pub(in crate::notice) struct Letter {
    pub(in crate::notice) id: String,
    case_id: Option<String>,
    pub(in crate::notice) phone: String,
    lang: String,
    pub(in crate::notice) message: String,
    pub(in crate::notice) created: NaiveDateTime,
    due: NaiveDateTime,
    pub(in crate::notice) attempts: i32,
    state: String,
    kind: String,
    turn: i32,
    leased: Option<NaiveDateTime>,
    pub(in crate::notice) carrier: Option<String>,
    pub(in crate::notice) consent: Option<String>,
    why: Option<String>,
    dropped_by: Option<String>,
}

impl Letter {
    pub(in crate::notice) fn lang(&self) -> Lang {
        Lang::from_code(&self.lang)
    }
}

/// What is written into the outbox.
pub(in crate::notice) struct NewLetter<'a> {
    pub(in crate::notice) id: String,
    pub(in crate::notice) case: Option<&'a str>,
    pub(in crate::notice) phone: &'a str,
    pub(in crate::notice) lang: Lang,
    pub(in crate::notice) kind: Kind,
    pub(in crate::notice) sealed: String,
    pub(in crate::notice) now: Moment,
    pub(in crate::notice) due: Moment,
}

/// What becomes of a message that somebody tried to carry.
#[derive(Clone, Copy)]
pub(in crate::notice) enum Fate {
    /// It has left.
    Sent,
    /// It is tried again, by whoever may have it already.
    Again {
        due: Moment,
        carrier: Option<&'static str>,
        why: Option<Undelivered>,
    },
    /// It is not tried any more.
    GivenUp(Undelivered),
}

pub(in crate::notice) fn add(conn: &mut Conn, letter: NewLetter<'_>) -> QueryResult<()> {
    let turn = match letter.case {
        None => 0,
        Some(case) => {
            let same = outbox::case_id.eq(case).and(outbox::phone.eq(letter.phone));
            let last: Option<i32> = outbox::table
                .filter(same)
                .select(diesel::dsl::max(outbox::turn))
                .first(conn)?;
            last.unwrap_or_default() + 1
        }
    };
    let row = Letter {
        id: letter.id,
        case_id: letter.case.map(str::to_owned),
        phone: letter.phone.to_owned(),
        lang: letter.lang.code().to_owned(),
        message: letter.sealed,
        created: letter.now.naive_utc(),
        due: letter.due.naive_utc(),
        attempts: 0,
        state: WAITING.to_owned(),
        kind: letter.kind.code().to_owned(),
        turn,
        leased: None,
        carrier: None,
        consent: None,
        why: None,
        dropped_by: None,
    };
    diesel::insert_into(outbox::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

/// How many messages to a phone were written since a moment that have left or will; codes are not counted.
pub(in crate::notice) fn sent_since(conn: &mut Conn, phone: &str, since: Moment) -> QueryResult<i64> {
    outbox::table
        .filter(outbox::phone.eq(phone).and(outbox::created.ge(since.naive_utc())))
        .filter(outbox::state.eq_any([WAITING, SENT]))
        .filter(outbox::kind.ne(Kind::Code.code()))
        .count()
        .get_result(conn)
}

/// What is due and carried by nobody, the oldest first. A letter waits for those of the same case to the same phone that
/// were written before it, until they have left or are given up.
pub(in crate::notice) fn due(conn: &mut Conn, now: Moment, most: usize) -> QueryResult<Vec<Letter>> {
    let now = now.naive_utc();
    let before = ahead
        .filter(ahead.field(outbox::state).eq(WAITING))
        .filter(ahead.field(outbox::case_id).eq(outbox::case_id))
        .filter(ahead.field(outbox::phone).eq(outbox::phone))
        .filter(ahead.field(outbox::turn).lt(outbox::turn));
    outbox::table
        .filter(outbox::state.eq(WAITING).and(outbox::due.le(now)))
        .filter(outbox::leased.is_null().or(outbox::leased.le(now)))
        .filter(not(exists(before)))
        .order((outbox::created, outbox::id))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .load(conn)
}

/// Takes those of the messages that no other server has taken meanwhile.
pub(in crate::notice) fn lease(conn: &mut Conn, letters: Vec<Letter>, until: Moment) -> QueryResult<Vec<Letter>> {
    let mut taken = Vec::new();
    for mut letter in letters {
        let same = outbox::id
            .eq(&letter.id)
            .and(outbox::state.eq(WAITING))
            .and(outbox::attempts.eq(letter.attempts))
            .and(outbox::due.eq(letter.due));
        let tries = letter.attempts + 1;
        let count = diesel::update(outbox::table.filter(same))
            .set((outbox::leased.eq(Some(until.naive_utc())), outbox::attempts.eq(tries)))
            .execute(conn)?;
        if count == 1 {
            letter.attempts = tries;
            taken.push(letter);
        }
    }
    Ok(taken)
}

/// What has left is emptied: its words are in the timeline, and a code is nobody's business any more.
pub(in crate::notice) fn settle(conn: &mut Conn, id: &str, fate: Fate) -> QueryResult<()> {
    let row = diesel::update(outbox::table.find(id));
    let free = outbox::leased.eq(None::<NaiveDateTime>);
    match fate {
        Fate::Sent => row
            .set((free, outbox::state.eq(SENT), outbox::message.eq("")))
            .execute(conn),
        Fate::Again { due, carrier, why } => row
            .set((
                free,
                outbox::due.eq(due.naive_utc()),
                // Who may have sent it once may have whatever they say later.
                carrier.map(|carrier| outbox::carrier.eq(carrier)),
                outbox::why.eq(why.map(Undelivered::code)),
            ))
            .execute(conn),
        Fate::GivenUp(why) => row
            .set((free, outbox::state.eq(GIVEN_UP), outbox::why.eq(why.code())))
            .execute(conn),
    }
    .map(|_| ())
}

/// Notes the template of which one message is set aside for a letter, or that none is any more.
pub(in crate::notice) fn set_aside(conn: &mut Conn, id: &str, template: Option<&str>) -> QueryResult<()> {
    diesel::update(outbox::table.find(id))
        .set(outbox::consent.eq(template))
        .execute(conn)
        .map(|_| ())
}

/// A letter that did not arrive.
#[derive(Queryable)]
pub(in crate::notice) struct Dead {
    pub(in crate::notice) id: String,
    pub(in crate::notice) created: NaiveDateTime,
    kind: String,
    pub(in crate::notice) phone: String,
    number: Option<String>,
    why: Option<String>,
    pub(in crate::notice) attempts: i32,
}

impl Dead {
    pub(in crate::notice) fn kind(&self) -> Kind {
        // What was written before kinds were kept was a note at most.
        Kind::from_code(&self.kind).unwrap_or(Kind::Noted)
    }

    pub(in crate::notice) fn why(&self) -> Undelivered {
        let why = self.why.as_deref().and_then(Undelivered::from_code);
        why.unwrap_or(Undelivered::Down)
    }

    pub(in crate::notice) fn number(&self) -> Option<CaseNumber> {
        self.number.as_deref()?.parse().ok()
    }
}

/// The letters that did not arrive, the oldest first.
pub(in crate::notice) fn dead(conn: &mut Conn, most: i64) -> QueryResult<Vec<Dead>> {
    outbox::table
        .left_join(cases::table.on(outbox::case_id.eq(cases::id.nullable())))
        .filter(outbox::state.eq(GIVEN_UP))
        .order((outbox::created, outbox::id))
        .limit(most)
        .select((
            outbox::id,
            outbox::created,
            outbox::kind,
            outbox::phone,
            cases::number.nullable(),
            outbox::why,
            outbox::attempts,
        ))
        .load(conn)
}

/// How many there are.
pub(in crate::notice) fn count_dead(conn: &mut Conn) -> QueryResult<i64> {
    outbox::table
        .filter(outbox::state.eq(GIVEN_UP))
        .count()
        .get_result(conn)
}

/// Those of the letters that did not arrive, or all of them, each with its case.
pub(in crate::notice) fn among_dead(
    conn: &mut Conn,
    ids: Option<&[String]>,
) -> QueryResult<Vec<(String, Option<String>)>> {
    let mut query = outbox::table
        .filter(outbox::state.eq(GIVEN_UP))
        .order((outbox::created, outbox::id))
        .select((outbox::id, outbox::case_id))
        .into_boxed();
    if let Some(ids) = ids {
        query = query.filter(outbox::id.eq_any(ids));
    }
    query.load(conn)
}

/// Has a letter tried again as if it were new; says whether it still had not arrived.
pub(in crate::notice) fn revive(conn: &mut Conn, id: &str, now: Moment) -> QueryResult<bool> {
    let same = outbox::id.eq(id).and(outbox::state.eq(GIVEN_UP));
    let count = diesel::update(outbox::table.filter(same))
        .set((
            outbox::state.eq(WAITING),
            outbox::due.eq(now.naive_utc()),
            outbox::attempts.eq(0),
            outbox::why.eq(None::<String>),
        ))
        .execute(conn)?;
    Ok(count == 1)
}

/// Drops a letter, and empties it; says whether it still had not arrived.
pub(in crate::notice) fn drop_dead(conn: &mut Conn, id: &str, staff: &str) -> QueryResult<bool> {
    let same = outbox::id.eq(id).and(outbox::state.eq(GIVEN_UP));
    let count = diesel::update(outbox::table.filter(same))
        .set((
            outbox::state.eq(DROPPED),
            outbox::message.eq(""),
            outbox::dropped_by.eq(staff),
        ))
        .execute(conn)?;
    Ok(count == 1)
}

/// Forgets what has left, or was dropped, before a moment.
pub(in crate::notice) fn forget_done(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    let done = outbox::state
        .eq_any([SENT, DROPPED])
        .and(outbox::created.lt(before.naive_utc()));
    diesel::delete(outbox::table.filter(done)).execute(conn).map(|_| ())
}

/// Forgets what has not left yet: the demo city's past needs no messages.
pub fn forget_waiting(conn: &mut Conn) -> QueryResult<()> {
    diesel::delete(outbox::table.filter(outbox::state.eq(WAITING)))
        .execute(conn)
        .map(|_| ())
}
