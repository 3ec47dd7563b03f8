//! The feed: each entry of each timeline, in the order in which they were committed, told as it happens.
//!
//! One task a process follows the table and tells all connections; own writes wake it, those of other servers it finds
//! when it looks. Whoever was cut off goes on where they were: the browser says which number it saw last.

mod store;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use actix_web_lab::sse;
use chrono::TimeDelta;
use shuiting_shared::api::Changed;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;
use tokio::sync::{Notify, broadcast, mpsc, watch};
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at, timeout};

pub(super) use store::append;
use store::{Found, Span};

use super::sight;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{self, Caller, Who};

/// How often the work of other servers is looked for.
const LOOK: Duration = Duration::from_secs(1);
/// So many changes are read at a time, and so many at most are told to whoever comes back; who has missed more reads
/// all anew.
const BATCH: i64 = 500;
/// So many changes may be ahead of a connection before it is cut; it then comes back for them.
const AHEAD: usize = 1024;
/// So many changes of one connection wait for its network.
const WAITING: usize = 32;
/// How long a network may take for one of them.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a line says that it is alive, and how far the feed has come. What proxies on the way take for silence is
/// longer.
const BEAT: Duration = Duration::from_secs(15);
/// How often it is checked that whoever listens is still signed in.
const CHECK: Duration = Duration::from_secs(5);
/// Changes are remembered for so many days.
pub(super) const DAYS: i64 = 7;

/// What was committed, on its way to whoever listens.
#[derive(Clone)]
pub struct Feed {
    wake: Arc<Notify>,
    told: broadcast::Sender<Arc<Found>>,
    open: Arc<watch::Sender<bool>>,
}

impl Default for Feed {
    fn default() -> Self {
        Self {
            wake: Arc::default(),
            told: broadcast::Sender::new(AHEAD),
            open: Arc::new(watch::Sender::new(true)),
        }
    }
}

impl Feed {
    /// Something was committed.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Ends all connections: the server is stopping, and they would never end by themselves.
    pub fn close(&self) {
        self.open.send_replace(false);
    }
}

/// Begins to follow the table from where it is now; the task that this gives goes on until it is ended.
pub(crate) async fn follow(app: App) -> Result<impl Future<Output = ()>, Failure> {
    let mut last = span(&app).await?.newest;
    Ok(async move {
        loop {
            match read(&app, last).await {
                Ok(found) => {
                    let all = i64::try_from(found.len()).is_ok_and(|count| count < BATCH);
                    for change in found {
                        last = change.id;
                        // Nobody may be listening.
                        drop(app.feed.told.send(Arc::new(change)));
                    }
                    if all {
                        drop(timeout(LOOK, app.feed.wake.notified()).await);
                    }
                }
                Err(failure) => {
                    tracing::error!(cause = %failure, "the feed cannot be read");
                    tokio::time::sleep(LOOK).await;
                }
            }
        }
    })
}

/// Tells a caller what they may see of what changes, from after a number on, or from now on.
pub(super) async fn listen(
    app: App,
    caller: Caller,
    after: Option<i64>,
) -> Result<mpsc::Receiver<sse::Event>, Failure> {
    // First the ear, then the past: what is committed in between is heard twice, and told once.
    let told = app.feed.told.subscribe();
    let span = span(&app).await?;
    let (tell, heard) = mpsc::channel(WAITING);
    let known = after.filter(|after| span.holds(*after));
    let mut line = Line {
        tell,
        caller,
        last: known.unwrap_or(span.newest),
    };
    let missed = match known {
        Some(after) => read(&app, after).await?,
        None => Vec::new(),
    };
    let too_many = i64::try_from(missed.len()).is_ok_and(|count| count >= BATCH);
    let reset = (after.is_some() && known.is_none()) || too_many;
    actix_web::rt::spawn(async move {
        let greeted = if reset {
            line.last = span.newest;
            line.say("reset", None).await
        } else {
            line.say("here", None).await
        };
        if greeted && (reset || line.tell_all(missed).await) {
            line.go_on(&app, told).await;
        }
    });
    Ok(heard)
}

/// A connection.
struct Line {
    tell: mpsc::Sender<sse::Event>,
    caller: Caller,
    last: i64,
}

impl Line {
    async fn tell_all(&mut self, missed: Vec<Found>) -> bool {
        for change in missed {
            if !self.hear(&change).await {
                return false;
            }
        }
        true
    }

    /// Goes on until the network, the sign-in or the server ends.
    async fn go_on(&mut self, app: &App, mut told: broadcast::Receiver<Arc<Found>>) {
        let mut open = app.feed.open.subscribe();
        let mut check = interval(CHECK);
        check.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut beat = interval_at(Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let goes_on = tokio::select! {
                change = told.recv() => match change {
                    Ok(change) => self.hear(&change).await,
                    // The network is slower than the house: this one comes back and reads what it missed.
                    Err(_) => false,
                },
                _ = open.wait_for(|open| !open) => false,
                () = self.tell.closed() => false,
                _ = beat.tick() => self.say("here", None).await,
                _ = check.tick() => session::lasts(app, &self.caller).await,
            };
            if !goes_on {
                return;
            }
        }
    }

    /// Tells of a change that the caller may see and has not seen; says whether the connection lasts.
    async fn hear(&mut self, change: &Found) -> bool {
        if change.id <= self.last {
            return true;
        }
        self.last = change.id;
        let theirs = sight::stands(
            &change.account_id,
            &change.phone,
            change.party_phone.as_deref(),
            &self.caller,
        );
        let follows =
            matches!(&self.caller.who, Who::Resident(me) if change.follows.iter().any(|follow| follow.is_of(me)));
        let hears = theirs.is_some() || follows;
        match (hears, change.number.parse::<CaseNumber>()) {
            (true, Ok(number)) => {
                let version = change.version;
                self.say("change", Some(Changed { number, version })).await
            }
            _ => true,
        }
    }

    async fn say(&self, event: &'static str, changed: Option<Changed>) -> bool {
        let Ok(data) = sse::Data::new_json(changed) else {
            return false;
        };
        let said = data.event(event).id(self.last.to_string());
        matches!(timeout(PATIENCE, self.tell.send(said.into())).await, Ok(Ok(())))
    }
}

async fn span(app: &App) -> Result<Span, Failure> {
    app.db
        .read(|conn: &mut Conn| store::span(conn).map_err(Failure::from))
        .await
}

async fn read(app: &App, after: i64) -> Result<Vec<Found>, Failure> {
    app.db
        .read(move |conn: &mut Conn| store::after(conn, after, BATCH).map_err(Failure::from))
        .await
}

/// Forgets changes that nobody will come back for.
pub fn forget_changes(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    Ok(store::forget(conn, now - TimeDelta::days(DAYS))?)
}
