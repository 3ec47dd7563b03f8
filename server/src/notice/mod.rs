//! Messages that leave the house.
//!
//! A message is written into the outbox in the transaction of what it tells of, and carried from there: at least once,
//! again after a pause that grows when the carrier fails, by one of the servers at a time. Whoever has an account reads it
//! in the hall besides.
//!
//! | module | subject |
//! |---|---|
//! | [`worker`] | takes what is due, a few at a time, and writes down what became of it |
//! | [`channel`] | carries one letter: by WeChat where that was agreed to, else by SMS |
//! | [`consent`] | what residents agree to be told by WeChat |
//! | [`inbox`] | what residents read in the hall |
//! | [`dead`] | letters that did not arrive, at the desk |
//! | [`demo`] | the demo city's own SMS |

mod channel;
mod consent;
mod dead;
mod demo;
mod inbox;
pub(crate) mod routes;
mod store;
mod worker;

use chrono::TimeDelta;
use shuiting_shared::message::Message;
use shuiting_shared::time::{Moment, day_of};
use shuiting_shared::words::Lang;

pub use demo::{DemoInbox, shown};
pub(crate) use inbox::all_of;
pub use store::outbox::forget_waiting;
pub(crate) use worker::send;

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{account, ids};

/// Days for which what has left, and what residents can read, is kept.
const KEPT_DAYS: i64 = 180;

/// Puts a message into the outbox, sealed: it may hold a code or somebody's words. Whoever has an account finds it in their
/// inbox too; one that they do not want to hear, or that is one too many on this day, is nowhere else.
pub fn enqueue(
    app: &App,
    conn: &mut Conn,
    case: Option<&str>,
    phone: &str,
    lang: Lang,
    message: &Message,
) -> Result<(), Failure> {
    let (now, kind) = (app.clock.now(), message.kind());
    let account = account::of_phone(conn, phone)?;
    let id = ids::new(now);
    let sealed = app
        .keys
        .seal(&id, &serde_json::to_string(message)?)
        .map_err(Failure::broken)?;
    if let Some(account) = account.as_ref().filter(|_| kind.stays()) {
        store::inbox::add(conn, &id, &account.id, &sealed, now)?;
    }
    let told = account.map(|account| account.told).unwrap_or_default();
    if !message.reaches(told) {
        return Ok(());
    }
    if kind.stays() && !kind.must() {
        let (today, _) = day_of(now);
        let sent = store::outbox::sent_since(conn, phone, today)?;
        if sent >= i64::from(app.house.letters.a_day) {
            tracing::info!(message = id, "one too many on this day: it stands in the inbox alone");
            return Ok(());
        }
    }
    let letter = store::outbox::NewLetter {
        id,
        case,
        phone,
        lang,
        kind,
        sealed,
        now,
        due: not_at_night(app, message, now),
    };
    Ok(store::outbox::add(conn, letter)?)
}

/// The moment, or the end of the quiet that it lies in where the message can wait that long. In the demo city nobody sleeps,
/// so that it can be shown at any hour.
fn not_at_night(app: &App, message: &Message, at: Moment) -> Moment {
    let morning = app.house.letters.quiet_at(at).filter(|_| !app.demo);
    morning.filter(|morning| message.can_wait(*morning)).unwrap_or(at)
}

/// Forgets what left long ago, and what could be read as long.
pub fn forget_old(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    let before = now - TimeDelta::days(KEPT_DAYS);
    store::outbox::forget_done(conn, before)?;
    Ok(store::inbox::forget(conn, before)?)
}
