//! The table of who follows which case.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::follows;
use crate::session::Resident;

/// Somebody who follows a case: an account, and the phone that hears of it.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = follows)]
pub(in crate::case) struct Follow {
    pub(in crate::case) case_id: String,
    pub(in crate::case) account_id: String,
    pub(in crate::case) phone: String,
    pub(in crate::case) lang: String,
    pub(in crate::case) created: NaiveDateTime,
}

impl Follow {
    /// Whether it is this resident's: by account, or by a phone that they have proved.
    pub(in crate::case) fn is_of(&self, resident: &Resident) -> bool {
        self.account_id == resident.account || resident.phone.as_deref() == Some(self.phone.as_str())
    }
}

pub(in crate::case) fn add(conn: &mut Conn, follow: &Follow) -> QueryResult<()> {
    diesel::insert_into(follows::table)
        .values(follow)
        .execute(conn)
        .map(|_| ())
}

/// Another phone is to hear of what an account follows.
pub(in crate::case) fn call(conn: &mut Conn, case: &str, account: &str, phone: &str) -> QueryResult<()> {
    diesel::update(follows::table.find((case, account)))
        .set(follows::phone.eq(phone))
        .execute(conn)
        .map(|_| ())
}

pub(in crate::case) fn remove(conn: &mut Conn, case: &str, account: &str, phone: Option<&str>) -> QueryResult<()> {
    diesel::delete(follows::table.find((case, account))).execute(conn)?;
    if let Some(phone) = phone {
        let theirs = follows::case_id.eq(case).and(follows::phone.eq(phone));
        diesel::delete(follows::table.filter(theirs)).execute(conn)?;
    }
    Ok(())
}

/// Who follows a case, the first first.
pub(in crate::case) fn of_case(conn: &mut Conn, case: &str) -> QueryResult<Vec<Follow>> {
    among(conn, &[case])
}

/// Who follows any of these cases, the first first.
pub(in crate::case) fn among(conn: &mut Conn, cases: &[&str]) -> QueryResult<Vec<Follow>> {
    follows::table
        .filter(follows::case_id.eq_any(cases.to_vec()))
        .order((follows::created, follows::account_id))
        .load(conn)
}

/// The cases that an account follows, or that whoever has a phone does.
pub(in crate::case) fn cases_of(conn: &mut Conn, account: &str, phone: Option<&str>) -> QueryResult<Vec<String>> {
    let mut query = follows::table
        .select(follows::case_id)
        .filter(follows::account_id.eq(account.to_owned()))
        .into_boxed();
    if let Some(phone) = phone {
        query = query.or_filter(follows::phone.eq(phone.to_owned()));
    }
    query.load(conn)
}

/// How many cases an account has begun to follow since a moment.
pub(in crate::case) fn begun_since(conn: &mut Conn, account: &str, since: Moment) -> QueryResult<i64> {
    let begun = follows::account_id
        .eq(account)
        .and(follows::created.gt(since.naive_utc()));
    follows::table.filter(begun).count().get_result(conn)
}

/// What a guest follows goes over to an account, unless it follows that already.
pub(in crate::case) fn hand_over(conn: &mut Conn, from: &str, to: &str) -> QueryResult<()> {
    let known: Vec<String> = follows::table
        .select(follows::case_id)
        .filter(follows::account_id.eq(to))
        .load(conn)?;
    let theirs = follows::account_id.eq(from);
    diesel::delete(follows::table.filter(theirs.and(follows::case_id.eq_any(known)))).execute(conn)?;
    diesel::update(follows::table.filter(theirs))
        .set(follows::account_id.eq(to))
        .execute(conn)
        .map(|_| ())
}
