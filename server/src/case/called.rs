//! Residents who are called back: when that begins and ends, and what they say on the phone.

use shuiting_shared::case::{Action, Actor, Change, Event, Level, Status, step};

use super::acting::{changed, written};
use super::store::{self, Row, Writer};
use super::{telling, view};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{audit, callback};

/// What an act on a case means for calling its filer back. A part that was split off has nobody who could be called.
pub(super) fn after(app: &App, conn: &mut Conn, row: &Row, change: &Change, action: &Action) -> Result<(), Failure> {
    if row.phone.is_empty() {
        return Ok(());
    }
    let of_case = callback::OfCase {
        id: &row.id,
        kind: change.order.as_ref().map(|order| order.kind),
        unit: row.unit.as_deref(),
    };
    match action {
        Action::Finish { .. } if change.status == Status::Finished => callback::finished(app, conn, &of_case),
        // Whoever changes one low rating into another is called once.
        Action::Rate { level, .. } if level.low() && !reopens(change) => Ok(()),
        Action::Rate { level, .. } => callback::rated(app, conn, &of_case, level.low()),
        // What is worked on anew is asked about once that has come to its end.
        _ if change.status == Status::Reopened => callback::drop_open(app, conn, &row.id),
        _ => Ok(()),
    }
}

fn reopens(change: &Change) -> bool {
    change
        .events
        .iter()
        .any(|(event, _)| matches!(event, Event::Reopened { .. }))
}

/// Rates a case with what its filer says on the phone, unless they have rated it themselves; says whether it was.
pub fn rate_by_call(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    case: &str,
    (level, words): (Level, &str),
) -> Result<bool, Failure> {
    let number = store::by_id(conn, case)?.number()?;
    alone(conn, &number.to_string())?;
    let row = store::by_id(conn, case)?;
    let now = app.clock.now();
    let verdicts = store::verdicts(conn, &row.id)?;
    let stand = view::whole_stand(app, conn, &row, &verdicts)?;
    let action = Action::Rate {
        level,
        tags: Vec::new(),
        words: words.trim().to_owned(),
    };
    let Ok(change) = step(&stand, Actor::Called, &action, now, &app.house) else {
        return Ok(false);
    };
    let me = caller.staff()?.id.clone();
    let mut row = changed(row, &change, &action, Some(&me), now)?;
    row.rated = Some(now.naive_utc());
    store::rate(conn, &row.id, true, (level, &[], words.trim()), true, now)?;
    if !written(app, conn, &mut row, &change, &Writer::Staff(me), now)? {
        return Ok(false);
    }
    telling::tell(app, conn, &row, &change)?;
    Ok(true)
}

/// The phone at which the filer of a case is called; that it was looked at is written down.
pub fn phone_for(app: &App, conn: &mut Conn, caller: &Caller, case: &str) -> Result<String, Failure> {
    let row = store::by_id(conn, case)?;
    audit::looked(conn, &caller.staff()?.id, &row.id, "phone", app.clock.now())?;
    Ok(row.phone)
}
