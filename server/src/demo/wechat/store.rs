//! What the demo city's WeChat keeps.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{demo_wechat_codes, demo_wechat_consents, demo_wechat_messages};
use crate::ids;
use crate::wechat::Subscribed;

/// Minutes for which a code is good.
const CODE_MINUTES: i64 = 5;

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// Saying who has opened the mini-program.
    Login,
    /// Letting it have their phone.
    Phone,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Phone => "phone",
        }
    }
}

/// A message as it has arrived.
#[derive(Queryable, Insertable)]
#[diesel(table_name = demo_wechat_messages)]
pub(super) struct Message {
    pub(super) id: String,
    openid: String,
    pub(super) template: String,
    pub(super) page: String,
    /// Blanks and what stands in them, as JSON.
    pub(super) data: String,
    pub(super) at: NaiveDateTime,
}

/// Hands out a code.
pub(super) fn hand_out(conn: &mut Conn, code: &str, kind: Kind, phone: &str, now: Moment) -> QueryResult<()> {
    diesel::insert_into(demo_wechat_codes::table)
        .values((
            demo_wechat_codes::code.eq(code),
            demo_wechat_codes::kind.eq(kind.code()),
            demo_wechat_codes::phone.eq(phone),
            demo_wechat_codes::at.eq(now.naive_utc()),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Uses a code up, and gives the phone that it was handed out for. Those that are too old go.
pub(super) fn redeem(conn: &mut Conn, kind: Kind, code: &str, now: Moment) -> QueryResult<Option<String>> {
    let since = (now - TimeDelta::minutes(CODE_MINUTES)).naive_utc();
    diesel::delete(demo_wechat_codes::table.filter(demo_wechat_codes::at.lt(since))).execute(conn)?;
    let found = demo_wechat_codes::table
        .find(code)
        .filter(demo_wechat_codes::kind.eq(kind.code()));
    let phone = found.select(demo_wechat_codes::phone).first(conn).optional()?;
    let used = diesel::delete(demo_wechat_codes::table.find(code)).execute(conn)?;
    Ok(phone.filter(|_: &String| used > 0))
}

/// Somebody agrees to one message more.
pub(super) fn agree(conn: &mut Conn, openid: &str, template: &str) -> QueryResult<()> {
    let known = demo_wechat_consents::table.find((openid, template));
    let more = diesel::update(known)
        .set(demo_wechat_consents::remain.eq(demo_wechat_consents::remain + 1))
        .execute(conn)?;
    if more > 0 {
        return Ok(());
    }
    diesel::insert_into(demo_wechat_consents::table)
        .values((
            demo_wechat_consents::openid.eq(openid),
            demo_wechat_consents::template.eq(template),
            demo_wechat_consents::remain.eq(1),
        ))
        .execute(conn)
        .map(|_| ())
}

/// A message arrives, where it was agreed to; one consent is one message.
pub(super) fn arrive(conn: &mut Conn, message: &Subscribed, now: Moment) -> QueryResult<bool> {
    let agreed = demo_wechat_consents::table
        .find((&message.openid, &message.template))
        .filter(demo_wechat_consents::remain.gt(0));
    let used = diesel::update(agreed)
        .set(demo_wechat_consents::remain.eq(demo_wechat_consents::remain - 1))
        .execute(conn)?;
    if used == 0 {
        return Ok(false);
    }
    let row = Message {
        id: ids::new(now),
        openid: message.openid.clone(),
        template: message.template.clone(),
        page: message.page.clone(),
        data: serde_json::json!(message.data).to_string(),
        at: now.naive_utc(),
    };
    diesel::insert_into(demo_wechat_messages::table)
        .values(&row)
        .execute(conn)?;
    Ok(true)
}

/// What has arrived for somebody, newest first.
pub(super) fn arrived(conn: &mut Conn, openid: &str, most: i64) -> QueryResult<Vec<Message>> {
    demo_wechat_messages::table
        .filter(demo_wechat_messages::openid.eq(openid))
        .order((demo_wechat_messages::at.desc(), demo_wechat_messages::id.desc()))
        .limit(most)
        .load(conn)
}
