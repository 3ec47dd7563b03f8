//! The tables of what is told of outages, and to whom.

use chrono::NaiveDateTime;
use diesel::dsl::count;
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::schema::{outage_hearers, outage_tellings};
use crate::db::{Conn, insert_many};

/// Something that is told of an outage.
#[derive(Insertable)]
#[diesel(table_name = outage_tellings)]
pub(in crate::outage) struct Telling {
    pub(in crate::outage) id: String,
    pub(in crate::outage) outage_id: String,
    /// The message, JSON.
    pub(in crate::outage) message: String,
    pub(in crate::outage) at: NaiveDateTime,
}

/// Somebody who is to hear it.
#[derive(Insertable)]
#[diesel(table_name = outage_hearers, treat_none_as_default_value = false)]
pub(in crate::outage) struct Hearer {
    pub(in crate::outage) telling_id: String,
    pub(in crate::outage) phone: String,
    pub(in crate::outage) lang: String,
}

/// Somebody who is still to be told: by which telling, phone, language, and the message.
pub(in crate::outage) type Waiting = (String, String, String, String);

pub(in crate::outage) fn add(conn: &mut Conn, telling: &Telling, hearers: &[Hearer]) -> QueryResult<()> {
    diesel::insert_into(outage_tellings::table)
        .values(telling)
        .execute(conn)?;
    insert_many!(conn, outage_hearers::table, hearers).map(|_| ())
}

/// Those who are still to be told, what was written first comes first.
pub(in crate::outage) fn waiting(conn: &mut Conn, most: i64) -> QueryResult<Vec<Waiting>> {
    outage_hearers::table
        .inner_join(outage_tellings::table)
        .filter(outage_hearers::told.is_null())
        .order((outage_tellings::id, outage_hearers::phone))
        .limit(most)
        .select((
            outage_hearers::telling_id,
            outage_hearers::phone,
            outage_hearers::lang,
            outage_tellings::message,
        ))
        .load(conn)
}

/// Whether anybody is still to be told of anything.
pub(in crate::outage) fn any_waiting(conn: &mut Conn) -> QueryResult<bool> {
    let one: Option<String> = outage_hearers::table
        .filter(outage_hearers::told.is_null())
        .select(outage_hearers::telling_id)
        .first(conn)
        .optional()?;
    Ok(one.is_some())
}

pub(in crate::outage) fn told(conn: &mut Conn, telling: &str, phone: &str, now: Moment) -> QueryResult<()> {
    diesel::update(outage_hearers::table.find((telling, phone)))
        .set(outage_hearers::told.eq(now.naive_utc()))
        .execute(conn)
        .map(|_| ())
}

/// Who was told of an outage, or is to be: phone and language, each once.
pub(in crate::outage) fn heard(conn: &mut Conn, outage: &str) -> QueryResult<Vec<(String, String)>> {
    outage_hearers::table
        .inner_join(outage_tellings::table)
        .filter(outage_tellings::outage_id.eq(outage))
        .select((outage_hearers::phone, outage_hearers::lang))
        .distinct()
        .load(conn)
}

/// How many phones were told of an outage, or are to be.
pub(in crate::outage) fn phones(conn: &mut Conn, outage: &str) -> QueryResult<i64> {
    outage_hearers::table
        .inner_join(outage_tellings::table)
        .filter(outage_tellings::outage_id.eq(outage))
        .select(count(outage_hearers::phone).aggregate_distinct())
        .get_result(conn)
}

/// Forgets what was told before a moment.
pub(in crate::outage) fn forget(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    let old = outage_tellings::table
        .filter(outage_tellings::at.lt(before.naive_utc()))
        .select(outage_tellings::id);
    diesel::delete(outage_hearers::table.filter(outage_hearers::telling_id.eq_any(old))).execute(conn)?;
    diesel::delete(outage_tellings::table.filter(outage_tellings::at.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
