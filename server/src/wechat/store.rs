//! The tables of WeChat: tokens, whom its apps know, and what it has told already.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use super::{AppKind, Identity};
use crate::db::schema::{wechat_identities as identities, wechat_pushes as pushes, wechat_tokens as tokens};
use crate::db::{Conn, alone, begin_writing};

/// A token as it is kept: sealed, and good until then.
#[derive(Queryable, Selectable)]
#[diesel(table_name = tokens)]
pub(super) struct Kept {
    pub(super) sealed: String,
    pub(super) expires: NaiveDateTime,
}

pub(super) fn token(conn: &mut Conn, name: &str) -> QueryResult<Option<Kept>> {
    tokens::table
        .find(name)
        .select((tokens::sealed, tokens::expires))
        .first(conn)
        .optional()
}

/// Lets one server renew a token until `until`; says whether it is this one.
pub(super) fn begin_renewing(conn: &mut Conn, name: &str, now: Moment, until: Moment) -> QueryResult<bool> {
    begin_writing(conn)?;
    alone(conn, name)?;
    let renewing: Option<NaiveDateTime> = tokens::table
        .find(name)
        .select(tokens::renewing)
        .first(conn)
        .optional()?;
    let ours = match renewing {
        None => {
            let none_yet = (
                tokens::name.eq(name),
                tokens::sealed.eq(""),
                tokens::expires.eq(now.naive_utc()),
                tokens::renewing.eq(until.naive_utc()),
            );
            diesel::insert_into(tokens::table).values(none_yet).execute(conn)?
        }
        Some(renewing) if renewing <= now.naive_utc() => diesel::update(tokens::table.find(name))
            .set(tokens::renewing.eq(until.naive_utc()))
            .execute(conn)?,
        Some(_) => 0,
    };
    Ok(ours == 1)
}

/// Keeps a token that was renewed; none where it could not be, so that somebody else may try.
pub(super) fn end_renewing(
    conn: &mut Conn,
    name: &str,
    renewed: Option<(String, Moment)>,
    now: Moment,
) -> QueryResult<()> {
    diesel::update(tokens::table.find(name))
        .set((
            tokens::renewing.eq(now.naive_utc()),
            renewed.map(|(sealed, expires)| (tokens::sealed.eq(sealed), tokens::expires.eq(expires.naive_utc()))),
        ))
        .execute(conn)
        .map(|_| ())
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = identities)]
pub(super) struct Row {
    app: String,
    openid: String,
    pub(super) account_id: String,
    unionid: Option<String>,
    pub(super) since: NaiveDateTime,
    pub(super) used: NaiveDateTime,
}

impl Row {
    pub(super) fn identity(&self) -> Option<Identity> {
        Some(Identity {
            app: AppKind::from_code(&self.app)?,
            openid: self.openid.clone(),
            unionid: self.unionid.clone(),
        })
    }
}

pub(super) fn identity(conn: &mut Conn, app: AppKind, openid: &str) -> QueryResult<Option<Row>> {
    identities::table.find((app.code(), openid)).first(conn).optional()
}

/// As whom an account is known, the one used last first.
pub(super) fn of_account(conn: &mut Conn, account: &str) -> QueryResult<Vec<Row>> {
    identities::table
        .filter(identities::account_id.eq(account))
        .order((identities::used.desc(), identities::openid))
        .load(conn)
}

pub(super) fn bind(conn: &mut Conn, identity: &Identity, account: &str, now: Moment) -> QueryResult<()> {
    let row = Row {
        app: identity.app.code().to_owned(),
        openid: identity.openid.clone(),
        account_id: account.to_owned(),
        unionid: identity.unionid.clone(),
        since: now.naive_utc(),
        used: now.naive_utc(),
    };
    diesel::insert_into(identities::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn used(conn: &mut Conn, identity: &Identity, now: Moment) -> QueryResult<()> {
    diesel::update(identities::table.find((identity.app.code(), &identity.openid)))
        .set((
            identities::used.eq(now.naive_utc()),
            identity.unionid.as_ref().map(|id| identities::unionid.eq(id)),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn unbind(conn: &mut Conn, identity: &Identity) -> QueryResult<()> {
    diesel::delete(identities::table.find((identity.app.code(), &identity.openid)))
        .execute(conn)
        .map(|_| ())
}

/// Forgets what was told before a moment.
pub fn forget_told(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(pushes::table.filter(pushes::at.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
/// Notes that something was told; says whether it is for the first time.
pub(super) fn told(conn: &mut Conn, id: &str, now: Moment) -> QueryResult<bool> {
    alone(conn, id)?;
    let known: i64 = pushes::table.find(id).count().get_result(conn)?;
    if known == 0 {
        let row = (pushes::id.eq(id), pushes::at.eq(now.naive_utc()));
        diesel::insert_into(pushes::table).values(row).execute(conn)?;
    }
    Ok(known == 0)
}
