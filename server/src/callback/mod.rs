//! Call-backs: whom staff call to ask how it went, and what comes of that.
//!
//! The rules are `shared::callback`'s. `case` says when a case has been finished, rated or reopened; what is said on the
//! phone becomes the case's rating, unless the resident has rated it themselves.

pub(crate) mod routes;
mod store;
mod view;

use shuiting_shared::api::{CallbackTold, CallbackView};
use shuiting_shared::callback::{CallbackAnswer, CallbackReason, CallbackState, Task};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::order::Kind;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use crate::app::App;
use crate::case;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Staff};

/// What of a case a call-back is found by.
pub struct OfCase<'a> {
    /// Its id.
    pub id: &'a str,
    /// What kind of work order it is; none where it is none.
    pub kind: Option<Kind>,
    /// The unit that has it.
    pub unit: Option<&'a str>,
}

/// A case has been finished: its filer is asked about it, where the lot falls on it.
pub fn finished(app: &App, conn: &mut Conn, case: &OfCase<'_>) -> Result<(), Failure> {
    let now = app.clock.now();
    // Whom nobody has called about an earlier finish is asked about this one.
    let open = store::open_of(conn, case.id)?;
    let drawn = case.kind.is_some_and(|kind| app.house.callbacks.draws(kind, case.id));
    if open.is_none() && drawn {
        let task = Task::open(CallbackReason::Sample, now, &app.house);
        store::open(conn, case, &task, now)?;
    }
    Ok(())
}

/// A resident has rated a case themselves: whoever rated low is called at once, and nobody else is asked again.
pub fn rated(app: &App, conn: &mut Conn, case: &OfCase<'_>, low: bool) -> Result<(), Failure> {
    let now = app.clock.now();
    match (store::open_of(conn, case.id)?, low) {
        (None, true) => store::open(conn, case, &Task::open(CallbackReason::Low, now, &app.house), now)?,
        (Some(row), true) => {
            let task = row.task()?;
            if task.reason == CallbackReason::Sample {
                store::put(conn, &row.with(&task.now_low(now, &app.house)))?;
            }
        }
        (Some(row), false) => end(conn, row, CallbackState::Dropped, now)?,
        (None, false) => {}
    }
    Ok(())
}

/// A case is worked on anew: nobody is asked about what was finished before, unless they have rated it low.
pub fn drop_open(app: &App, conn: &mut Conn, case: &str) -> Result<(), Failure> {
    match store::open_of(conn, case)? {
        Some(row) if row.task()?.reason == CallbackReason::Sample => {
            end(conn, row, CallbackState::Dropped, app.clock.now())
        }
        _ => Ok(()),
    }
}

fn end(conn: &mut Conn, row: store::Row, state: CallbackState, now: Moment) -> Result<(), Failure> {
    let task = Task { state, ..row.task()? };
    Ok(store::put(conn, &row.with(&task).closed_at(now))?)
}

/// How many call-backs about work orders came to an end within a span, answered or not: (kind, unit, count).
pub fn closed_within(conn: &mut Conn, span: (Moment, Moment)) -> Result<Vec<(Kind, Option<String>, u32)>, Failure> {
    let counts = store::closed_within(conn, span)?.into_iter();
    let known = counts.filter_map(|(kind, unit, count)| {
        let kind = Kind::from_code(kind.as_deref()?)?;
        Some((kind, unit, u32::try_from(count).unwrap_or(u32::MAX)))
    });
    Ok(known.collect())
}

/// Those that are to be called and were due before a moment: (id, why, by when).
pub(crate) fn due_before(conn: &mut Conn, before: Moment) -> Result<Vec<(String, CallbackReason, Moment)>, Failure> {
    let rows = store::due_before(conn, before)?.into_iter();
    let due = rows.map(|row| {
        let task = row.task()?;
        Ok((row.id, task.reason, task.due))
    });
    due.collect()
}

/// The member of staff, where they are one who calls back.
fn who_calls(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.calls_back() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// Writes down what came of a call.
pub(crate) fn tell(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    told: &CallbackTold,
) -> Result<CallbackView, Failure> {
    let me = who_calls(caller)?.id.clone();
    alone(conn, id)?;
    let row = store::find(conn, id)?;
    let task = row.task()?;
    // Whoever tells the same call again, or was not the only one to call, is shown how it stands.
    if task.state != CallbackState::Open || task.tries != told.tries {
        return Err(Failure::new(Code::NotNow));
    }
    let now = app.clock.now();
    let after = task
        .told(&told.answer, now, &app.house.callbacks)
        .map_err(|flaws| Failure::flawed(flaws.iter().map(below_answer).collect()))?;
    let mut row = row.with(&after).called_by(me);
    if let CallbackAnswer::Reached { level, words } = &told.answer {
        if let Some(level) = level {
            case::rate_by_call(app, conn, caller, &row.case_id, (*level, words))?;
        }
        row = row.said(*level, words.trim());
    }
    if after.state != CallbackState::Open {
        row = row.closed_at(now);
    }
    store::put(conn, &row)?;
    view::one(app, conn, caller, id)
}

/// A flaw of the answer, where it stands in the request.
fn below_answer(flaw: &FieldFlaw) -> FieldFlaw {
    FieldFlaw::new(format!("answer.{}", flaw.field), flaw.flaw)
}
