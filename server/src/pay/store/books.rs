//! The tables of days whose books are closed, and of differences.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Booked, Differs, Moved};
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{pay_days, pay_differences};
use crate::ids;

/// A day whose books were held against a gateway's; amounts are fen.
#[derive(Queryable, Insertable)]
#[diesel(table_name = pay_days)]
pub(in crate::pay) struct Closing {
    pub(in crate::pay) day: NaiveDate,
    pub(in crate::pay) gateway: String,
    pub(in crate::pay) at: NaiveDateTime,
    pub(in crate::pay) payments: i32,
    pub(in crate::pay) paid: i64,
    pub(in crate::pay) refunds: i32,
    pub(in crate::pay) refunded: i64,
}

/// A difference; amounts are fen.
#[derive(Queryable, Insertable)]
#[diesel(table_name = pay_differences)]
pub(in crate::pay) struct Difference {
    pub(in crate::pay) id: String,
    pub(in crate::pay) day: NaiveDate,
    gateway: String,
    /// Our number of the order or of the refund.
    pub(in crate::pay) movement: String,
    moved: String,
    differs: String,
    pub(in crate::pay) ours: Option<i64>,
    pub(in crate::pay) theirs: Option<i64>,
    pub(in crate::pay) resolved: Option<NaiveDateTime>,
    pub(in crate::pay) staff_id: Option<String>,
    pub(in crate::pay) words: String,
}

impl Difference {
    pub(in crate::pay) fn new(day: NaiveDate, gateway: &str, booked: &Booked, now: Moment) -> Self {
        Self {
            id: ids::new(now),
            day,
            gateway: gateway.to_owned(),
            movement: booked.id.clone(),
            moved: booked.moved.code().to_owned(),
            differs: booked.differs.code().to_owned(),
            ours: booked.ours.map(|Fen(fen)| fen),
            theirs: booked.theirs.map(|Fen(fen)| fen),
            resolved: None,
            staff_id: None,
            words: String::new(),
        }
    }

    pub(in crate::pay) fn moved(&self) -> Option<Moved> {
        Moved::from_code(&self.moved)
    }

    pub(in crate::pay) fn differs(&self) -> Option<Differs> {
        Differs::from_code(&self.differs)
    }
}

pub(in crate::pay) fn is_closed(conn: &mut Conn, day: NaiveDate, gateway: &str) -> QueryResult<bool> {
    let found = pay_days::table.find((day, gateway)).count().get_result::<i64>(conn)?;
    Ok(found > 0)
}

pub(in crate::pay) fn close(conn: &mut Conn, closing: &Closing) -> QueryResult<()> {
    diesel::insert_into(pay_days::table)
        .values(closing)
        .execute(conn)
        .map(|_| ())
}

pub(in crate::pay) fn add(conn: &mut Conn, difference: &Difference) -> QueryResult<()> {
    diesel::insert_into(pay_differences::table)
        .values(difference)
        .execute(conn)
        .map(|_| ())
}

/// The newest days.
pub(in crate::pay) fn days(conn: &mut Conn, most: i64) -> QueryResult<Vec<Closing>> {
    pay_days::table.order(pay_days::day.desc()).limit(most).load(conn)
}

/// How many differences each day since one has.
pub(in crate::pay) fn counts(conn: &mut Conn, since: NaiveDate) -> QueryResult<Vec<(NaiveDate, i64)>> {
    pay_differences::table
        .filter(pay_differences::day.ge(since))
        .group_by(pay_differences::day)
        .select((pay_differences::day, diesel::dsl::count_star()))
        .load(conn)
}

/// Differences, those that nobody has seen to first, else the newest.
pub(in crate::pay) fn differences(conn: &mut Conn, most: i64) -> QueryResult<Vec<Difference>> {
    pay_differences::table
        .order((
            pay_differences::resolved.is_not_null(),
            pay_differences::day.desc(),
            pay_differences::movement,
        ))
        .limit(most)
        .load(conn)
}

/// Says what was done about a difference, where nobody has yet; tells whether it was there.
pub(in crate::pay) fn resolve(
    conn: &mut Conn,
    id: &str,
    staff: Option<&str>,
    words: &str,
    now: Moment,
) -> QueryResult<bool> {
    let open = pay_differences::table
        .find(id)
        .filter(pay_differences::resolved.is_null());
    let count = diesel::update(open)
        .set((
            pay_differences::resolved.eq(Some(now.naive_utc())),
            pay_differences::staff_id.eq(staff),
            pay_differences::words.eq(words),
        ))
        .execute(conn)?;
    Ok(count > 0)
}
