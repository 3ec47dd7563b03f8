//! Taking back what has just been done: what an act had found is kept until the next one, and put back by its undoing.

use shuiting_shared::case::{Action, Before, Judged, Latest, Verb, Verdict};
use shuiting_shared::time::Moment;

use super::store::acts::{self, LatestAct};
use super::store::{self, Row};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Who};

/// The latest act on a case, where the caller did it, nobody has acted since, and it is of those that can be taken back.
pub(super) fn latest(conn: &mut Conn, row: &Row, caller: &Caller) -> Result<Option<Latest>, Failure> {
    let Who::Staff(me) = &caller.who else { return Ok(None) };
    let act = acts::latest(conn, &row.id)?.filter(|act| act.version == row.version && act.staff_id == me.id);
    let Some(act) = act else { return Ok(None) };
    let Some(verb) = Verb::from_code(&act.verb) else {
        return Ok(None);
    };
    Ok(Some(Latest {
        verb,
        at: act.at.and_utc(),
        before: serde_json::from_str(&act.found)?,
    }))
}

/// What an action that can be taken back has found; nothing for any other.
pub(super) fn found(
    row: &Row,
    verdicts: &[(String, Option<Verdict>)],
    action: &Action,
) -> Result<Option<Before>, Failure> {
    if !action.undoable() {
        return Ok(None);
    }
    let judged = match action {
        Action::Check { material, .. } => verdicts.iter().find(|(known, _)| known == material),
        _ => None,
    };
    Ok(Some(Before {
        status: row.status()?,
        due: row.due.map(|due| due.and_utc()),
        assignee: row.assignee_id.clone(),
        judged: judged.cloned().map(|(material, verdict)| Judged { material, verdict }),
    }))
}

/// Keeps what the act that made this version of the case has found.
pub(super) fn keep(
    conn: &mut Conn,
    row: &Row,
    caller: &Caller,
    verb: Verb,
    found: &Before,
    now: Moment,
) -> Result<(), Failure> {
    let act = LatestAct {
        case_id: row.id.clone(),
        version: row.version,
        staff_id: caller.staff()?.id.clone(),
        verb: verb.code().to_owned(),
        at: now.naive_utc(),
        found: serde_json::to_string(found)?,
    };
    Ok(acts::keep_latest(conn, &act)?)
}

/// Puts back what the rules do not: who had the case, and what was said of a material.
pub(super) fn restore(conn: &mut Conn, row: &mut Row, before: &Before) -> Result<(), Failure> {
    row.assignee_id.clone_from(&before.assignee);
    match &before.judged {
        Some(Judged { material, verdict }) => store::judge(conn, &row.id, material, verdict.as_ref()),
        None => Ok(()),
    }
}
