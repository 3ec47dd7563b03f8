//! Takes what is due, a few letters at a time, and writes down what became of each. A letter that takes long holds up no
//! other, unless it is of the same case and to the same phone.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};
use chrono::TimeDelta;
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use shuiting_shared::api::Undelivered;
use shuiting_shared::message::Message;

use super::channel::{self, Told};
use super::not_at_night;
use super::store::outbox::{self, Fate, Letter};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::sms::{Sms, Trouble};

/// Letters that are carried at the same time.
const AT_ONCE: usize = 8;
/// So long a message belongs to the server that took it; after that another one may. Whoever carries it has 30 seconds,
/// WeChat before that a few more.
const LEASE_SECONDS: i64 = 60;
/// Tries before a message is given up.
const TRIES: i32 = 8;
/// The first pause is between this and twice as much, each later one twice the one before.
const FIRST_PAUSE: Duration = Duration::from_secs(20);
/// Where a provider takes no more for a phone, it counts by the hour and by the day.
const LIMIT_PAUSE: TimeDelta = TimeDelta::hours(1);

/// Carries messages until the task is ended.
pub(crate) async fn send(app: App, sms: Arc<dyn Sms>) {
    let mut under_way = FuturesUnordered::new();
    // A clock that is set forward makes leases run out; what is carried here is not taken again for that.
    let mut ids = HashSet::new();
    let mut fates = Vec::new();
    loop {
        let looked = match settle(&app, &fates).await {
            Ok(()) => {
                fates.clear();
                take(&app, &ids).await
            }
            Err(failure) => Err(failure),
        };
        match looked {
            Ok(letters) => {
                for letter in letters {
                    ids.insert(letter.id.clone());
                    under_way.push(carry(&app, &*sms, letter));
                }
            }
            Err(failure) => {
                tracing::error!(cause = %failure, "the outbox cannot be read or written");
                app.outbox.pause().await;
            }
        }
        let full = under_way.len() == AT_ONCE;
        // What has come back meanwhile is written down together: a commit costs as much for one as for eight, and whoever
        // files waits for it.
        let mut back = under_way.by_ref().ready_chunks(AT_ONCE);
        tokio::select! {
            biased;
            Some(done) = back.next() => {
                for (id, fate) in done {
                    ids.remove(&id);
                    fates.extend(fate.map(|fate| (id, fate)));
                }
            }
            () = app.outbox.woken(), if !full => {}
        }
    }
}

/// Writes down what became of letters.
async fn settle(app: &App, fates: &[(String, Fate)]) -> Result<(), Failure> {
    if fates.is_empty() {
        return Ok(());
    }
    let fates = fates.to_vec();
    app.db
        .write(move |conn: &mut Conn| {
            for (id, fate) in &fates {
                outbox::settle(conn, id, *fate)?;
            }
            Ok(())
        })
        .await
}

/// Takes some of what is due, besides what is carried already.
async fn take(app: &App, carried: &HashSet<String>) -> Result<Vec<Letter>, Failure> {
    let now = app.clock.now();
    let mut due = app
        .db
        .read(move |conn: &mut Conn| outbox::due(conn, now, AT_ONCE).map_err(Failure::from))
        .await?;
    due.retain(|letter| !carried.contains(&letter.id));
    due.truncate(AT_ONCE - carried.len());
    if due.is_empty() {
        return Ok(due);
    }
    let until = now + TimeDelta::seconds(LEASE_SECONDS);
    app.db
        .write(move |conn: &mut Conn| outbox::lease(conn, due, until).map_err(Failure::from))
        .await
}

/// Carries one letter, and gives its id and what becomes of it. One of which that cannot be told is taken again when its
/// time is over.
async fn carry(app: &App, sms: &dyn Sms, letter: Letter) -> (String, Option<Fate>) {
    let fate = match message(app, &letter) {
        Ok(message) => match channel::tell(app, sms, &letter, &message).await {
            Ok(told) => Some(fate(app, &letter, &message, told)),
            Err(failure) => {
                tracing::error!(message = letter.id, tries = letter.attempts, cause = %failure, "a message could not be handled");
                None
            }
        },
        Err(failure) => {
            // Another secret, most likely: it does not open later either.
            tracing::error!(message = letter.id, cause = %failure, "a message cannot be opened");
            Some(Fate::GivenUp(Undelivered::Settings))
        }
    };
    (letter.id, fate)
}

fn message(app: &App, letter: &Letter) -> Result<Message, Failure> {
    let message = app.keys.open(&letter.id, &letter.message).map_err(Failure::broken)?;
    Ok(serde_json::from_str(&message)?)
}

/// What becomes of a letter.
fn fate(app: &App, letter: &Letter, message: &Message, told: Told) -> Fate {
    let (id, tries) = (&letter.id, letter.attempts);
    let soon = app.clock.now() + pause(tries);
    let again = |due, trouble: Option<&Trouble>| Fate::Again {
        due: not_at_night(app, message, due),
        carrier: trouble.and_then(Trouble::by),
        why: trouble.map(Trouble::told),
    };
    match told {
        Told::Heard => Fate::Sent,
        Told::Later(trouble) => {
            tracing::warn!(message = id, tries, %trouble, "WeChat did not take a message");
            again(soon, None)
        }
        Told::Not(trouble) if trouble.stays() || tries >= TRIES => {
            tracing::error!(message = id, tries, %trouble, "a message is given up");
            Fate::GivenUp(trouble.told())
        }
        Told::Not(trouble) => {
            tracing::warn!(message = id, tries, %trouble, "a message did not leave");
            let due = match trouble {
                Trouble::Limit(_) => soon.max(app.clock.now() + LIMIT_PAUSE),
                _ => soon,
            };
            again(due, Some(&trouble))
        }
    }
}

/// How long to wait after so many tries: twice as long after each, and up to as much again by chance, so that what failed
/// together does not come back together.
fn pause(tries: i32) -> TimeDelta {
    let nth = usize::try_from(tries).unwrap_or_default().saturating_sub(1);
    let mut pauses = ExponentialBuilder::default()
        .with_min_delay(FIRST_PAUSE)
        .with_max_delay(Duration::from_hours(1))
        .without_max_times()
        .with_jitter()
        .build();
    let pause = pauses.nth(nth).unwrap_or(FIRST_PAUSE);
    TimeDelta::from_std(pause).unwrap_or(LIMIT_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_are_not_all_alike() {
        for tries in 1..=TRIES {
            let least = TimeDelta::seconds(20 << (tries - 1));
            let all: Vec<_> = (0..50).map(|_| pause(tries)).collect();
            assert!(
                all.iter().all(|pause| *pause >= least && *pause <= least * 2),
                "{tries}: {all:?}"
            );
            assert!(all.iter().any(|pause| *pause != all[0]));
        }
    }
}
