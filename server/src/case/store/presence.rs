//! Who is at a case.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::Doing;
use shuiting_shared::time::Moment;

use crate::db::schema::presences;
use crate::db::{Conn, alone};

/// Somebody who said that they are at a case.
#[derive(Queryable, Insertable)]
#[diesel(table_name = presences)]
pub(in crate::case) struct Presence {
    case_id: String,
    pub(in crate::case) staff_id: String,
    doing: String,
    pub(in crate::case) seen: NaiveDateTime,
}

impl Presence {
    pub(in crate::case) fn doing(&self) -> Doing {
        Doing::from_code(&self.doing).unwrap_or(Doing::Looking)
    }
}

/// Who has said so since a moment, in an order that stays.
pub(in crate::case) fn since(conn: &mut Conn, case: &str, since: Moment) -> QueryResult<Vec<Presence>> {
    presences::table
        .filter(presences::case_id.eq(case).and(presences::seen.gt(since.naive_utc())))
        .order(presences::staff_id)
        .load(conn)
}

/// Somebody says so now.
pub(in crate::case) fn put(conn: &mut Conn, case: &str, staff: &str, doing: Doing, now: Moment) -> QueryResult<()> {
    // Two tabs of theirs may say so at once.
    alone(conn, &format!("{staff} at {case}"))?;
    let count = diesel::update(presences::table.find((case, staff)))
        .set((presences::doing.eq(doing.code()), presences::seen.eq(now.naive_utc())))
        .execute(conn)?;
    if count > 0 {
        return Ok(());
    }
    let row = Presence {
        case_id: case.to_owned(),
        staff_id: staff.to_owned(),
        doing: doing.code().to_owned(),
        seen: now.naive_utc(),
    };
    diesel::insert_into(presences::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

/// Somebody has left.
pub(in crate::case) fn remove(conn: &mut Conn, case: &str, staff: &str) -> QueryResult<()> {
    diesel::delete(presences::table.find((case, staff)))
        .execute(conn)
        .map(|_| ())
}

/// Forgets who has not said so since a moment.
pub(in crate::case) fn forget(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(presences::table.filter(presences::seen.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
