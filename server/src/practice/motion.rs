//! Fast motion: what the desk would do in hours or days is done in seconds, by the same acts and rules, one after the other,
//! so that whoever watches sees each come. And each night all begins anew.

use std::collections::HashSet;
use std::time::Duration;

use chrono::TimeDelta;
use shuiting_shared::api::{Act, CaseView};
use shuiting_shared::case::{Action, Event, Role, Status};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Step;
use shuiting_shared::time::today;
use shuiting_shared::words::{Bi, bi};
use tokio::time::MissedTickBehavior;

use super::{begin, players};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::demo::walk;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{account, case};

/// Seconds between what happened last to a case and what happens next: long enough to be read, and the longest service is
/// through in less than two minutes.
pub const PAUSE_SECONDS: i64 = 4;
const LOOK: Duration = Duration::from_secs(1);
const ON_THE_WAY: Bi = bi("师傅出发了,马上就到", "The crew is on its way to you");

/// Plays until the task is ended.
pub(super) async fn run(app: App) {
    let mut day = today(app.clock.now());
    let mut motion = Motion::new(app.clone());
    let mut tick = tokio::time::interval(LOOK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        let now = today(app.clock.now());
        if now != day {
            match begin(&app).await {
                Ok(()) => (day, motion) = (now, Motion::new(app.clone())),
                Err(failure) => tracing::error!(cause = %failure, "the practice city cannot begin anew"),
            }
        }
        if let Err(failure) = motion.play().await {
            tracing::error!(cause = %failure, "nothing can be played in the practice city");
        }
    }
}

/// The desk as it is played.
pub struct Motion {
    app: App,
    /// Cases with which it could not go on. They are left alone from then on.
    stuck: HashSet<CaseNumber>,
}

impl Motion {
    /// Nothing has been played yet.
    pub fn new(app: App) -> Self {
        Self {
            app,
            stuck: HashSet::new(),
        }
    }

    /// Does with every case what is next, where its time has come.
    pub async fn play(&mut self) -> Result<(), Failure> {
        let mut played = false;
        for number in self.app.db.read(|conn: &mut Conn| case::going(conn)).await? {
            if self.stuck.contains(&number) {
                continue;
            }
            let app = self.app.clone();
            match self
                .app
                .db
                .write(move |conn: &mut Conn| go_on(&app, conn, number))
                .await
            {
                Ok(done) => played |= done,
                Err(failure) => {
                    tracing::error!(cause = %failure, "a case of the practice city is stuck");
                    self.stuck.insert(number);
                }
            }
        }
        if played {
            self.app.outbox.wake();
            self.app.feed.wake();
        }
        Ok(())
    }
}

/// Goes on with one case where its time has come; says whether anything was done.
fn go_on(app: &App, conn: &mut Conn, number: CaseNumber) -> Result<bool, Failure> {
    alone(conn, &number.to_string())?;
    let clerk = players::player(conn, Role::Clerk)?;
    let case = case::look(app, conn, &clerk, number)?;
    let then = app.clock.now() - TimeDelta::seconds(PAUSE_SECONDS);
    let rested = case.timeline.first().is_none_or(|latest| latest.at <= then);
    let step = case.line.work.at(case.line.service, case.line.status);
    let Some(step) = step.filter(|_| rested) else {
        return Ok(false);
    };
    let (who, actions) = next(app, conn, &case, step)?;
    for action in actions {
        case::act(app, conn, &who, number, &Act { version: None, action })?;
    }
    Ok(true)
}

/// Who does what next.
fn next(app: &App, conn: &mut Conn, case: &CaseView, step: &Step) -> Result<(Caller, Vec<Action>), Failure> {
    if case.line.status == Status::Confirming {
        return Ok((other_side(app, conn, case)?, vec![Action::Confirm]));
    }
    let role = match case.line.status {
        // What was not done well is done by whoever answers for it.
        Status::Reopened => Role::Supervisor,
        _ => walk::who(step),
    };
    let who = players::player(conn, role)?;
    let told = matches!(
        case.timeline.first().map(|latest| &latest.event),
        Some(Event::Noted { .. })
    );
    if case.line.status == Status::Dispatched && step.by_crew() && !told {
        let note = Action::Note {
            words: ON_THE_WAY.get(case.lang).to_owned(),
            to_resident: true,
        };
        return Ok((who, vec![note]));
    }
    Ok((who, walk::ends(&app.house, case, step)))
}

/// The other side, who agrees at once.
fn other_side(app: &App, conn: &mut Conn, case: &CaseView) -> Result<Caller, Failure> {
    let nobody = || Failure::broken(anyhow::anyhow!("a case waits for nobody"));
    let phone = case::party_phone(conn, case.line.number)?.ok_or_else(nobody)?;
    let account = account::find_or_open(conn, &phone, case.lang, app.clock.now())?;
    Ok(Caller::without_session(account))
}
