//! What residents read in the hall.

use shuiting_shared::api::{InboxMessage, InboxMessages, InboxQuery, ReadMessages, Unread};
use shuiting_shared::message::Message;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

use super::store::inbox::{self, Row};
use crate::app::App;
use crate::body;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Messages that are shown at a time.
const PAGE: usize = 50;

/// A resident's messages, newest first.
pub(super) fn list(app: &App, conn: &mut Conn, caller: &Caller, query: &InboxQuery) -> Result<InboxMessages, Failure> {
    let account = account(caller)?;
    let before = match &query.before {
        None => None,
        Some(id) => Some((written(conn, account, id)?, id.clone())),
    };
    let mut rows = inbox::list(conn, account, before, PAGE + 1)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let messages = rows.iter().map(|row| read(app, row, caller.lang));
    Ok(InboxMessages {
        messages: messages.collect::<Result<_, _>>()?,
        unread: unread(conn, caller)?.unread,
        more,
    })
}

/// The newest of them, for whoever takes all that is kept of them along.
pub(crate) fn all_of(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Vec<InboxMessage>, Failure> {
    Ok(list(app, conn, caller, &InboxQuery::default())?.messages)
}

/// How many are not read. Whoever has no account has none.
pub(super) fn unread(conn: &mut Conn, caller: &Caller) -> Result<Unread, Failure> {
    let count = inbox::unread(conn, &caller.resident()?.account)?;
    Ok(Unread {
        unread: u32::try_from(count).unwrap_or(u32::MAX),
    })
}

/// Marks messages as read.
pub(super) fn see(conn: &mut Conn, caller: &Caller, read: &ReadMessages) -> Result<(), Failure> {
    let account = account(caller)?;
    let at = written(conn, account, &read.up_to)?;
    Ok(inbox::see(conn, account, at, &read.up_to)?)
}

fn account(caller: &Caller) -> Result<&str, Failure> {
    let resident = caller.resident()?;
    resident.proved_phone()?;
    Ok(&resident.account)
}

fn written(conn: &mut Conn, account: &str, id: &str) -> Result<chrono::NaiveDateTime, Failure> {
    let id = body::id(id.to_owned())?;
    let found = inbox::written(conn, account, &id)?;
    found.ok_or_else(|| Failure::new(Code::NotFound))
}

fn read(app: &App, row: &Row, lang: Lang) -> Result<InboxMessage, Failure> {
    let message = app.keys.open(&row.id, &row.message).map_err(Failure::broken)?;
    let message: Message = serde_json::from_str(&message)?;
    let at = row.at.and_utc();
    Ok(InboxMessage {
        id: row.id.clone(),
        at,
        kind: message.kind(),
        text: message.words(at, &app.house, lang),
        number: message.case().map(|(number, _)| *number),
        event: message.event().map(|event| event.id.clone()),
        outage: message.outage().map(|outage| outage.id.clone()),
        read: row.seen,
    })
}
