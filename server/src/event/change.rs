//! What becomes of an event that is there: changed, published, cancelled, thrown away. Whoever comes later than somebody
//! else is told so, and changes nothing.

use shuiting_shared::api::{EventCancel, EventChange, EventVersion, EventView};
use shuiting_shared::event::{Plan, Standing, State, flaw_of_reason};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::message::Message;
use shuiting_shared::problem::Code;

use super::store::{self, Row};
use super::{hear, planner, taken, view};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;

/// An event that somebody is about to change, and what the rules must know of it.
struct Held {
    row: Row,
    plan: Plan,
    taken: Vec<u32>,
}

impl Held {
    /// The event, as long as it is at this version and nobody else changes it.
    fn take(conn: &mut Conn, id: &str, version: i32) -> Result<Self, Failure> {
        alone(conn, id)?;
        let row = store::find(conn, id)?;
        if row.version != version {
            return Err(Failure::new(Code::EventChanged));
        }
        Ok(Self {
            plan: row.plan()?,
            taken: taken(conn, &row)?,
            row,
        })
    }

    fn standing(&self) -> Result<Standing<'_>, Failure> {
        Ok(Standing {
            plan: &self.plan,
            state: self.row.state()?,
            taken: &self.taken,
        })
    }
}

/// Goes on where the event allows it.
fn now_if(allowed: bool) -> Result<(), Failure> {
    if allowed {
        Ok(())
    } else {
        Err(Failure::new(Code::NotNow))
    }
}

/// Plans an event anew. Where it was published and is elsewhere now, or at another time, all concerned hear of it.
pub(super) fn change(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    change: EventChange,
) -> Result<EventView, Failure> {
    planner(caller)?;
    let held = Held::take(conn, id, change.version)?;
    let (standing, now) = (held.standing()?, app.clock.now());
    now_if(standing.changes(now))?;
    let flaws = standing.flaws(&change.plan, &change.reason, &app.house, now);
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws.into_iter().map(within).collect()));
    }
    let reason = standing.moves(&change.plan).then(|| change.reason.trim().to_owned());
    let row = held.row.replanned(change.plan.trimmed(), reason.as_deref())?;
    store::update(conn, &row)?;
    if let Some(reason) = reason {
        hear::tell(app, conn, &row, |event| Message::EventMoved {
            event,
            reason: reason.clone(),
        })?;
    }
    view(conn, Some(caller), &row)
}

/// The plan stands inside the change.
fn within(flaw: FieldFlaw) -> FieldFlaw {
    match flaw.field.as_str() {
        "reason" => flaw,
        field => FieldFlaw::new(format!("plan.{field}"), flaw.flaw),
    }
}

/// Publishes a draft: from now on everybody sees it.
pub(crate) fn publish(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    at: &EventVersion,
) -> Result<EventView, Failure> {
    planner(caller)?;
    let held = Held::take(conn, id, at.version)?;
    now_if(held.standing()?.publishes(app.clock.now()))?;
    let row = held.row.turned(State::Published, None);
    store::update(conn, &row)?;
    view(conn, Some(caller), &row)
}

/// Cancels what was published; all concerned hear of it.
pub(crate) fn cancel(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    cancel: &EventCancel,
) -> Result<EventView, Failure> {
    planner(caller)?;
    let held = Held::take(conn, id, cancel.version)?;
    now_if(held.standing()?.cancels(app.clock.now()))?;
    if let Some(flaw) = flaw_of_reason(&cancel.reason) {
        return Err(Failure::flawed(vec![flaw]));
    }
    let reason = cancel.reason.trim().to_owned();
    let row = held.row.turned(State::Cancelled, Some(&reason));
    store::update(conn, &row)?;
    hear::tell(app, conn, &row, |event| Message::EventCancelled {
        event,
        reason: reason.clone(),
    })?;
    view(conn, Some(caller), &row)
}

/// Throws a draft away.
pub(super) fn discard(conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    planner(caller)?;
    alone(conn, id)?;
    let row = store::find(conn, id)?;
    now_if(row.state()? == State::Draft)?;
    Ok(store::remove(conn, id)?)
}
