//! Letters that did not arrive and are not tried any more: seen by whoever is answerable for it, sent again or dropped.

use shuiting_shared::api::{DeadLetter, DeadLetters, LetterIds, LettersDone};
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;

use super::store::outbox;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::{audit, body};

/// Letters that are shown at a time.
const MOST: i64 = 200;

/// Supervisors and administrators.
fn answerable(caller: &Caller) -> Result<&Staff, Failure> {
    let staff = caller.staff()?;
    if staff.role.sees_letters() {
        Ok(staff)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// The letters, the oldest first.
pub(super) fn list(conn: &mut Conn, caller: &Caller) -> Result<DeadLetters, Failure> {
    answerable(caller)?;
    let letters = outbox::dead(conn, MOST)?;
    let letters = letters.iter().map(|letter| DeadLetter {
        id: letter.id.clone(),
        at: letter.created.and_utc(),
        kind: letter.kind(),
        phone: Phone::read(&letter.phone).map_or_else(|_| String::new(), |phone| phone.to_string()),
        number: letter.number(),
        why: letter.why(),
        tries: u32::try_from(letter.attempts).unwrap_or_default(),
    });
    Ok(DeadLetters {
        letters: letters.collect(),
        total: u32::try_from(outbox::count_dead(conn)?).unwrap_or(u32::MAX),
    })
}

/// Has letters tried again, as if they were new.
pub(super) fn again(app: &App, conn: &mut Conn, caller: &Caller, which: LetterIds) -> Result<LettersDone, Failure> {
    let staff = answerable(caller)?;
    each(conn, which, |conn, id, case| {
        let now = app.clock.now();
        if let Some(case) = case {
            audit::looked(conn, &staff.id, case, "letter.again", now)?;
        }
        Ok(outbox::revive(conn, id, now)?)
    })
}

/// Drops letters; who did so stays written down.
pub(super) fn drop_all(app: &App, conn: &mut Conn, caller: &Caller, which: LetterIds) -> Result<LettersDone, Failure> {
    let staff = answerable(caller)?;
    each(conn, which, |conn, id, case| {
        if let Some(case) = case {
            audit::looked(conn, &staff.id, case, "letter.drop", app.clock.now())?;
        }
        Ok(outbox::drop_dead(conn, id, &staff.id)?)
    })
}

fn each(
    conn: &mut Conn,
    which: LetterIds,
    work: impl Fn(&mut Conn, &str, Option<&str>) -> Result<bool, Failure>,
) -> Result<LettersDone, Failure> {
    let ids = which
        .ids
        .map(|ids| ids.into_iter().map(body::id).collect::<Result<Vec<_>, _>>());
    let ids = ids.transpose()?;
    let mut done = 0;
    for (id, case) in outbox::among_dead(conn, ids.as_deref())? {
        done += u32::from(work(conn, &id, case.as_deref())?);
    }
    Ok(LettersDone { done })
}
