//! Turns: signed up for, begun and ended by the code of the minute, or noted by whoever leads.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use shuiting_shared::api::{Check, HelperView, MinuteCode, TurnChange, TurnView};
use shuiting_shared::event::{Plan, Shift, State, Task, Way, counted_minutes, open_minutes};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::person::{PersonName, Phone};
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use super::store::{self, Turn};
use super::{codes, volunteer};
use crate::account;
use crate::app::App;
use crate::db::{Conn, alone};
use crate::event::{self, Row};
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;

/// Wrong codes of one turn; after them whoever leads notes by hand.
const TRIES: i32 = 20;

fn refused(field: &str, flaw: Flaw) -> Failure {
    Failure::flawed(vec![FieldFlaw::new(field, flaw)])
}

pub(super) fn shift_of(plan: &Plan, at: i32) -> Result<&Shift, Failure> {
    let shift = usize::try_from(at).ok().and_then(|at| plan.shifts.get(at));
    shift.ok_or_else(|| Failure::new(Code::NotFound))
}

pub(super) fn view(event: &Row, turn: &Turn) -> Result<TurnView, Failure> {
    let plan = event.plan()?;
    let shift = shift_of(&plan, turn.shift)?.clone();
    let (came, went) = (turn.came.map(|at| at.and_utc()), turn.went.map(|at| at.and_utc()));
    let task = turn.task.as_deref().and_then(Task::from_code);
    Ok(TurnView {
        event: event.id.clone(),
        title: plan.title,
        town: plan.town,
        community: plan.community,
        place: plan.place,
        state: event.state()?,
        shift: usize::try_from(turn.shift).unwrap_or_default(),
        minutes: counted_minutes(&shift, came, went),
        starts: shift.starts,
        ends: shift.ends,
        tasks: task.map_or(plan.tasks, |task| vec![task]),
        leads: turn.leads,
        came,
        went,
    })
}

/// Signs up for a shift: while there is a place, before it is over, and for nothing else at that time. Again it changes
/// nothing.
pub(super) fn sign_up(app: &App, conn: &mut Conn, caller: &Caller, id: &str, at: i32) -> Result<TurnView, Failure> {
    let account = volunteer(conn, caller)?;
    // One after the other, of the event's volunteers and of the volunteer's own shifts.
    alone(conn, id)?;
    alone(conn, &account)?;
    let event = event::published(conn, id)?;
    let plan = event.plan()?;
    let shift = shift_of(&plan, at)?;
    if let Some(there) = store::turn(conn, id, at, &account)? {
        return view(&event, &there);
    }
    let now = app.clock.now();
    if shift.ends <= now {
        return Err(Failure::new(Code::NotNow));
    }
    if store::taken(conn, id)?
        .get(&at)
        .is_some_and(|taken| *taken >= shift.places)
    {
        return Err(refused("shift", Flaw::ShiftFull));
    }
    for other in store::of_account(conn, &account)? {
        let other_event = event::known(conn, &other.event_id)?;
        let other_plan = other_event.plan()?;
        let stands = other_event.state()? == State::Published;
        if stands && shift_of(&other_plan, other.shift)?.overlaps(shift) {
            return Err(refused("shift", Flaw::ShiftOverlaps));
        }
    }
    let turn = Turn {
        event_id: id.to_owned(),
        shift: at,
        account_id: account,
        task: None,
        leads: false,
        signed: now.naive_utc(),
        tries: 0,
        came: None,
        went: None,
    };
    store::sign_up(conn, &turn)?;
    view(&event, &turn)
}

/// Gives a shift up, as long as nobody has come to it.
pub(super) fn give_up(conn: &mut Conn, caller: &Caller, id: &str, at: i32) -> Result<(), Failure> {
    let account = volunteer(conn, caller)?;
    match store::turn(conn, id, at, &account)? {
        Some(turn) if turn.came.is_some() => Err(Failure::new(Code::NotNow)),
        _ => Ok(store::give_up(conn, id, at, &account)?),
    }
}

/// The caller's turns at an event.
pub(super) fn mine(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Vec<TurnView>, Failure> {
    let account = volunteer(conn, caller)?;
    let event = event::known(conn, id)?;
    let turns = store::of_account_at(conn, id, &account)?;
    turns.iter().map(|turn| view(&event, turn)).collect()
}

/// Comes or goes by the code of the minute. The minute is the code's own, so what waited on a phone is told rightly. The first
/// time of coming stands, and the last of going; so the same again changes nothing. A wrong code is counted, and is thus
/// refused by what is returned, not by an error.
pub(super) fn check(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    sent: &Sent,
    check: &Check,
) -> Result<Result<TurnView, Failure>, Failure> {
    let account = volunteer(conn, caller)?;
    alone(conn, &account)?;
    let event = event::published(conn, id)?;
    let plan = event.plan()?;
    let turns = store::of_account_at(conn, id, &account)?;
    let Some(first) = turns.first() else {
        return Err(Failure::new(Code::NoTurn));
    };
    if turns.iter().map(|turn| turn.tries).sum::<i32>() >= TRIES {
        return Err(Failure::new(Code::TriedTooOften));
    }
    let now = app.clock.now();
    let Some(at) = codes::minute(&event.secret, &plan, check.code.trim(), sent.at, now) else {
        store::tried(conn, first)?;
        return Ok(Err(refused("code", Flaw::NotTheMinutesCode)));
    };
    let mut turn = which(&plan, turns, check.way, at)?;
    match check.way {
        Way::In => turn.came = Some(turn.came.map_or(at.naive_utc(), |before| before.min(at.naive_utc()))),
        Way::Out if turn.came.is_none() => return Err(Failure::new(Code::NotCome)),
        Way::Out => turn.went = Some(turn.went.map_or(at.naive_utc(), |before| before.max(at.naive_utc()))),
    }
    store::update(conn, &turn)?;
    view(&event, &turn).map(Ok)
}

/// Which of somebody's turns at an event is meant: one that has come is the one to go from, else the one nearest in time.
fn which(plan: &Plan, turns: Vec<Turn>, way: Way, at: Moment) -> Result<Turn, Failure> {
    let mut nearest: Option<(bool, TimeDelta, Turn)> = None;
    for turn in turns {
        let shift = shift_of(plan, turn.shift)?;
        let (edge, open) = match way {
            Way::In => (shift.starts, turn.came.is_none()),
            Way::Out => (shift.ends, turn.came.is_some()),
        };
        let rank = (!open, (edge - at).abs());
        if nearest.as_ref().is_none_or(|(closed, far, _)| rank < (*closed, *far)) {
            nearest = Some((rank.0, rank.1, turn));
        }
    }
    nearest
        .map(|(_, _, turn)| turn)
        .ok_or_else(|| Failure::new(Code::NoTurn))
}

/// Who sees the codes and notes who came: volunteers who lead at the event, and staff who plan events.
fn leads(conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    if let Ok(staff) = caller.staff() {
        return if staff.role.plans_events() {
            Ok(())
        } else {
            Err(Failure::new(Code::Forbidden))
        };
    }
    let account = volunteer(conn, caller)?;
    let turns = store::of_account_at(conn, id, &account)?;
    if turns.iter().any(|turn| turn.leads) {
        Ok(())
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// Every code of an event, for whoever leads there: the phone that shows them may be without a network.
pub(super) fn codes(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Vec<MinuteCode>, Failure> {
    leads(conn, caller, id)?;
    let event = event::published(conn, id)?;
    Ok(codes::all(&event.secret, &event.plan()?))
}

/// Who has signed up for an event, by shift; other volunteers see surnames only.
pub(super) fn helpers(app: &App, conn: &mut Conn, caller: &Caller, id: &str) -> Result<Vec<HelperView>, Failure> {
    leads(conn, caller, id)?;
    let event = event::known(conn, id)?;
    let turns = store::of_event(conn, id)?;
    turns
        .iter()
        .map(|turn| helper(app, conn, caller, &event, turn))
        .collect()
}

fn helper(app: &App, conn: &mut Conn, caller: &Caller, event: &Row, turn: &Turn) -> Result<HelperView, Failure> {
    let found = store::find(conn, &turn.account_id)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let staff = caller.staff().is_ok();
    let name = found.name(app)?;
    let masked = PersonName::read(&name).map(|name| name.to_string()).unwrap_or_default();
    let account = account::find(conn, &turn.account_id)?;
    let phone = account.and_then(|account| account.phone);
    let phone = phone.and_then(|phone| Phone::read(&phone).ok());
    Ok(HelperView {
        id: turn.account_id.clone(),
        kind: found.kind(),
        name: if staff { name } else { masked },
        phone: phone.filter(|_| staff).map(|phone| phone.to_string()),
        turn: view(event, turn)?,
    })
}

/// Changes somebody's turn: who leads, what they do, and when they came and went where they could not say the code.
pub(super) fn change(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    (id, at, account): (&str, i32, &str),
    change: &TurnChange,
) -> Result<HelperView, Failure> {
    leads(conn, caller, id)?;
    let event = event::published(conn, id)?;
    let plan = event.plan()?;
    alone(conn, account)?;
    let nobody = || Failure::new(Code::NotFound);
    let mut turn = store::turn(conn, id, at, account)?.ok_or_else(nobody)?;
    if let Some(leads) = change.leads {
        caller.staff()?;
        turn.leads = leads;
    }
    if let Some(task) = change.task {
        turn.task = Some(task.code().to_owned());
    }
    turn.came = change.came.map(|at| at.naive_utc()).or(turn.came);
    turn.went = change.went.map(|at| at.naive_utc()).or(turn.went);
    let (first, last) = (open_minutes(&plan).next(), open_minutes(&plan).last());
    let within = |at: &chrono::NaiveDateTime| {
        let at = at.and_utc();
        first.is_some_and(|first| first <= at) && last.is_some_and(|last| at <= last + TimeDelta::minutes(1))
    };
    if turn.came.is_some_and(|came| !within(&came)) {
        return Err(refused("came", Flaw::NotWithinTheTurn));
    }
    let after = |went: chrono::NaiveDateTime| turn.came.is_some_and(|came| came <= went);
    if turn.went.is_some_and(|went| !within(&went) || !after(went)) {
        return Err(refused("went", Flaw::NotWithinTheTurn));
    }
    store::update(conn, &turn)?;
    helper(app, conn, caller, &event, &turn)
}

/// How many have signed up for each shift.
pub(super) fn counts(plan: &Plan, taken: &BTreeMap<i32, u32>) -> Vec<u32> {
    let shifts = 0..i32::try_from(plan.shifts.len()).unwrap_or(i32::MAX);
    shifts.map(|at| taken.get(&at).copied().unwrap_or_default()).collect()
}
