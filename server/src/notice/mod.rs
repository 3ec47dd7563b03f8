//! Messages that leave the house.
//!
//! A message is written into the outbox in the transaction of what it tells of, and carried from there: at least once,
//! again after a pause that grows when the carrier fails, by one of the servers at a time.

mod carrier;
mod store;

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use shuiting_shared::house::House;
use shuiting_shared::message::Message;
use shuiting_shared::words::Lang;
use tokio::sync::Notify;

pub use carrier::{Command, DemoInbox, Sms};
pub use store::{forget_waiting, shown};

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{account, ids};

/// Wakes whoever carries messages; without it they look once in a while.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Notify>);

impl Outbox {
    /// There is something to carry.
    pub fn wake(&self) {
        self.0.notify_one();
    }
}

const LOOK: Duration = Duration::from_secs(2);
const BATCH: i64 = 20;
/// So long a message belongs to the server that took it; after that another one may.
const LEASE_SECONDS: i64 = 60;
/// Tries before a message is given up.
const TRIES: i32 = 8;
const FIRST_PAUSE_SECONDS: i64 = 10;

/// Puts a message into the outbox, sealed: it may hold a code or somebody's words. One that whoever has the phone does not
/// want to hear goes nowhere; what it tells stands in the case.
pub fn enqueue(
    app: &App,
    conn: &mut Conn,
    case: Option<&str>,
    phone: &str,
    lang: Lang,
    message: &Message,
) -> Result<(), Failure> {
    if !message.reaches(account::told(conn, phone)?) {
        return Ok(());
    }
    let now = app.clock.now();
    let id = ids::new(now);
    let sealed = app
        .keys
        .seal(&id, &serde_json::to_string(message)?)
        .map_err(Failure::broken)?;
    Ok(store::add(conn, id, case, phone, lang, sealed, now)?)
}

/// Carries messages until the task is ended.
pub(crate) async fn send(app: App, sms: Arc<dyn Sms>) {
    loop {
        match carry(&app, &*sms).await {
            Ok(0) => {
                // Woken, or after a while: either way it is time to look again.
                drop(tokio::time::timeout(LOOK, app.outbox.0.notified()).await);
            }
            Ok(_) => {}
            Err(failure) => {
                tracing::error!(cause = %failure, "the outbox cannot be read");
                tokio::time::sleep(LOOK).await;
            }
        }
    }
}

/// Carries what is due, and says how many messages that were.
async fn carry(app: &App, sms: &dyn Sms) -> Result<usize, Failure> {
    let now = app.clock.now();
    let lease = now + TimeDelta::seconds(LEASE_SECONDS);
    let taken = app
        .db
        .read(move |conn: &mut Conn| store::due(conn, now, BATCH).map_err(Failure::from))
        .await?;
    if taken.is_empty() {
        return Ok(0);
    }
    let taken = app
        .db
        .write(move |conn: &mut Conn| store::lease(conn, taken, lease).map_err(Failure::from))
        .await?;
    let count = taken.len();
    for letter in taken {
        let (id, attempts) = (letter.id.clone(), letter.attempts + 1);
        let told = match text(app, &letter) {
            Ok(text) => sms.send(&letter.phone, &text).await,
            Err(failure) => Err(failure.into()),
        };
        let fate = match told {
            Ok(()) => store::Fate::Sent,
            Err(error) => {
                tracing::warn!(
                    message = id,
                    attempts,
                    error = format!("{error:#}"),
                    "a message did not leave"
                );
                if attempts >= TRIES {
                    store::Fate::GivenUp
                } else {
                    store::Fate::Again(app.clock.now() + pause(attempts))
                }
            }
        };
        app.db
            .write(move |conn: &mut Conn| store::settle(conn, &id, fate).map_err(Failure::from))
            .await?;
    }
    Ok(count)
}

fn text(app: &App, letter: &store::Letter) -> Result<String, Failure> {
    let message = app.keys.open(&letter.id, &letter.message).map_err(Failure::broken)?;
    let message: Message = serde_json::from_str(&message)?;
    Ok(say(&message, letter, &app.house))
}

/// The text as it was when the message was written: 明天 stays the day that was meant.
fn say(message: &Message, letter: &store::Letter, house: &House) -> String {
    message.text(letter.created.and_utc(), house, letter.lang())
}

/// Twice as long after each failure.
fn pause(attempts: i32) -> TimeDelta {
    TimeDelta::seconds(FIRST_PAUSE_SECONDS << attempts.clamp(0, TRIES))
}
