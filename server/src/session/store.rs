//! The table of sessions.

pub(super) mod tickets;

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use shuiting_shared::case::Role;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::{Caller, SESSION_DAYS, Staff, Who};
use crate::account;
use crate::db::Conn;
use crate::db::schema::sessions;
use crate::problem::Failure;
use crate::{ids, keys, staff};

#[derive(Queryable, Insertable)]
#[diesel(table_name = sessions)]
pub(super) struct Row {
    pub(super) id: String,
    account_id: Option<String>,
    staff_id: Option<String>,
    refresh: String,
    previous: Option<String>,
    pub(super) rotated: NaiveDateTime,
    expires: NaiveDateTime,
    revoked: bool,
    pub(super) created: NaiveDateTime,
    pub(super) device: Option<String>,
}

/// Two tabs may refresh at once, and an answer may be lost on the way: for so long the token before still counts.
const GRACE_SECONDS: i64 = 60;

pub(super) fn open(
    conn: &mut Conn,
    who: &Who,
    refresh: &str,
    device: Option<String>,
    now: Moment,
) -> Result<String, Failure> {
    let (account_id, staff_id) = match who {
        Who::Resident(resident) => (Some(resident.account.clone()), None),
        Who::Staff(staff) => (None, Some(staff.id.clone())),
    };
    let row = Row {
        id: ids::new(now),
        account_id,
        staff_id,
        refresh: keys::hash(refresh.as_bytes()),
        previous: None,
        rotated: now.naive_utc(),
        expires: (now + TimeDelta::days(SESSION_DAYS)).naive_utc(),
        revoked: false,
        created: now.naive_utc(),
        device,
    };
    diesel::insert_into(sessions::table).values(&row).execute(conn)?;
    Ok(row.id)
}

pub(super) fn caller(conn: &mut Conn, session: &str, lang: Lang, now: Moment) -> Result<Caller, Failure> {
    let row: Option<Row> = sessions::table.find(session).first(conn).optional()?;
    let row = row
        .filter(|row| !row.revoked && row.expires > now.naive_utc())
        .ok_or_else(|| Failure::new(Code::SignIn))?;
    Ok(Caller {
        session: row.id.clone(),
        who: who(conn, &row)?,
        lang,
    })
}

fn who(conn: &mut Conn, row: &Row) -> Result<Who, Failure> {
    let found = if let Some(id) = &row.account_id {
        account::find(conn, id)?.map(|account| Who::Resident(account.into()))
    } else if let Some(id) = &row.staff_id {
        staff::find(conn, id)?
            .filter(|staff| !staff.disabled)
            .and_then(|staff| {
                Role::from_code(&staff.role).map(|role| {
                    Who::Staff(Staff {
                        id: staff.id,
                        name: staff.name,
                        display: staff.display,
                        role,
                        unit: staff.unit,
                    })
                })
            })
    } else {
        None
    };
    found.ok_or_else(|| Failure::new(Code::SignIn))
}

/// Renews a session by its refresh token: gives who it is and the next token. The token before the newest is
/// taken for [`GRACE_SECONDS`], without a next one; after that it can only have been stolen, and the session ends.
///
/// The outer result is the transaction's: ending a session must be committed although the caller is refused.
pub(super) fn renew(
    conn: &mut Conn,
    refresh: &str,
    lang: Lang,
    now: Moment,
) -> Result<Result<(Caller, Option<String>), Failure>, Failure> {
    let hash = keys::hash(refresh.as_bytes());
    let row: Option<Row> = sessions::table
        .filter(sessions::refresh.eq(&hash).or(sessions::previous.eq(&hash)))
        .first(conn)
        .optional()?;
    let Some(row) = row.filter(|row| !row.revoked && row.expires > now.naive_utc()) else {
        return Ok(Err(Failure::new(Code::SignIn)));
    };
    let who = match who(conn, &row) {
        Ok(who) => who,
        Err(failure) => return Ok(Err(failure)),
    };
    let caller = Caller {
        session: row.id.clone(),
        who,
        lang,
    };
    if row.refresh == hash {
        let next = keys::token();
        diesel::update(sessions::table.find(&row.id))
            .set((
                sessions::refresh.eq(keys::hash(next.as_bytes())),
                sessions::previous.eq(Some(hash)),
                sessions::rotated.eq(now.naive_utc()),
                sessions::expires.eq((now + TimeDelta::days(SESSION_DAYS)).naive_utc()),
            ))
            .execute(conn)?;
        return Ok(Ok((caller, Some(next))));
    }
    if row.rotated + TimeDelta::seconds(GRACE_SECONDS) >= now.naive_utc() {
        return Ok(Ok((caller, None)));
    }
    tracing::warn!(session = row.id, "an old refresh token came back; the session is ended");
    revoke(conn, &row.id)?;
    Ok(Err(Failure::new(Code::SignIn)))
}

/// The sessions of an account that have not ended, the one used last first.
pub(super) fn of_account(conn: &mut Conn, account: &str, now: Moment) -> QueryResult<Vec<Row>> {
    sessions::table
        .filter(
            sessions::account_id
                .eq(account)
                .and(sessions::revoked.eq(false))
                .and(sessions::expires.gt(now.naive_utc())),
        )
        .order((sessions::rotated.desc(), sessions::id.desc()))
        .load(conn)
}

pub(super) fn revoke(conn: &mut Conn, session: &str) -> QueryResult<()> {
    diesel::update(sessions::table.find(session))
        .set(sessions::revoked.eq(true))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn revoke_all(conn: &mut Conn, who: &Who) -> QueryResult<()> {
    match who {
        Who::Resident(resident) => diesel::update(sessions::table.filter(sessions::account_id.eq(&resident.account)))
            .set(sessions::revoked.eq(true))
            .execute(conn)
            .map(|_| ()),
        Who::Staff(staff) => revoke_all_of_staff(conn, &staff.id),
    }
}

/// Ends every session of a member of staff.
pub fn revoke_all_of_staff(conn: &mut Conn, staff: &str) -> QueryResult<()> {
    diesel::update(sessions::table.filter(sessions::staff_id.eq(staff)))
        .set(sessions::revoked.eq(true))
        .execute(conn)
        .map(|_| ())
}

/// Forgets sessions that have ended by themselves.
pub fn forget_ended(conn: &mut Conn, now: Moment) -> QueryResult<()> {
    diesel::delete(sessions::table.filter(sessions::expires.lt(now.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
