//! The demo city's inbox.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::DemoMessage;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::demo_messages;
use crate::ids;

#[derive(Queryable, Insertable)]
#[diesel(table_name = demo_messages)]
struct DemoRow {
    id: String,
    at: NaiveDateTime,
    phone: String,
    text: String,
}

pub(in crate::notice) fn show(conn: &mut Conn, phone: String, text: String, now: Moment) -> QueryResult<()> {
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
