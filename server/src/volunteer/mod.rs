//! Volunteers: residents who help at events, their turns, and the codes by which they come and go.

mod codes;
mod figures;
mod past;
pub(crate) mod routes;
mod store;
mod turns;

use shuiting_shared::api::{NewVolunteer, VolunteerView};
use shuiting_shared::event::{Plan, VolunteerKind};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::person::PersonName;
use shuiting_shared::problem::Code;

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
pub(crate) use figures::served;
pub(crate) use past::were_there;
use store::Volunteer;
pub use store::accounts_of;

/// How many have signed up for each shift of an event.
pub(crate) fn taken(conn: &mut Conn, event: &str, plan: &Plan) -> Result<Vec<u32>, Failure> {
    Ok(turns::counts(plan, &store::taken(conn, event)?))
}

/// Turns of the past in one answer.
const PAST: usize = 100;

impl Volunteer {
    fn kind(&self) -> VolunteerKind {
        VolunteerKind::from_code(&self.kind).unwrap_or(VolunteerKind::Public)
    }

    fn name(&self, app: &App) -> Result<String, Failure> {
        app.keys.open(&self.account_id, &self.name).map_err(Failure::broken)
    }
}

/// The caller as a volunteer; whoever has not signed up yet is told to.
pub(crate) fn volunteer(conn: &mut Conn, caller: &Caller) -> Result<String, Failure> {
    Ok(active(conn, caller)?.account_id)
}

/// What is kept of the caller as a volunteer.
fn active(conn: &mut Conn, caller: &Caller) -> Result<Volunteer, Failure> {
    let resident = caller.resident()?;
    resident.proved_phone()?;
    store::active(conn, &resident.account)?.ok_or_else(|| Failure::new(Code::NotAVolunteer))
}

/// Refuses who has not signed up for an event.
pub(crate) fn takes_part(conn: &mut Conn, event: &str, account: &str) -> Result<(), Failure> {
    if store::of_account_at(conn, event, account)?.is_empty() {
        Err(Failure::new(Code::NoTurn))
    } else {
        Ok(())
    }
}

/// What people call a volunteer on a timeline: the masked name.
pub fn masked_name(app: &App, conn: &mut Conn, account: &str) -> Result<String, Failure> {
    let name = store::find(conn, account)?.map(|found| found.name(app)).transpose()?;
    let name = name.and_then(|name| PersonName::read(&name).ok());
    Ok(name.map(|name| name.to_string()).unwrap_or_default())
}

/// Signs a resident up, or changes what is kept of them.
pub(crate) fn sign_up(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    new: &NewVolunteer,
) -> Result<VolunteerView, Failure> {
    let resident = caller.resident()?;
    resident.proved_phone()?;
    let name = PersonName::read(&new.name).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("name", flaw)]))?;
    let account = &resident.account;
    alone(conn, account)?;
    let since = store::find(conn, account)?.map(|before| before.since);
    let sealed = app.keys.seal(account, name.reveal()).map_err(Failure::broken)?;
    let row = Volunteer {
        account_id: account.clone(),
        kind: new.kind.code().to_owned(),
        name: sealed,
        since: since.unwrap_or_else(|| app.clock.now().naive_utc()),
        stopped: None,
    };
    if since.is_some() {
        store::update_volunteer(conn, &row)?;
    } else {
        store::insert(conn, &row)?;
    }
    view(app, conn, &row)
}

/// The caller's own turns.
fn show(app: &App, conn: &mut Conn, caller: &Caller) -> Result<VolunteerView, Failure> {
    let row = active(conn, caller)?;
    view(app, conn, &row)
}

fn view(app: &App, conn: &mut Conn, row: &Volunteer) -> Result<VolunteerView, Failure> {
    let now = app.clock.now();
    let (mut next, mut past) = (Vec::new(), Vec::new());
    for turn in store::of_account(conn, &row.account_id)? {
        let event = crate::event::known(conn, &turn.event_id)?;
        let view = turns::view(&event, &turn)?;
        if view.ends > now {
            next.push(view);
        } else {
            past.push(view);
        }
    }
    let been = past.iter().chain(&next).filter(|turn| turn.came.is_some()).count();
    let minutes = past.iter().chain(&next).map(|turn| turn.minutes).sum();
    next.sort_by_key(|turn| turn.starts);
    past.sort_by_key(|turn| std::cmp::Reverse(turn.starts));
    past.truncate(PAST);
    Ok(VolunteerView {
        kind: row.kind(),
        name: row.name(app)?,
        since: row.since.and_utc(),
        turns: u32::try_from(been).unwrap_or(u32::MAX),
        minutes,
        next,
        past,
    })
}

/// A volunteer stops: turns to come are given up; what they did stays in the figures, without their name.
fn stop(app: &App, conn: &mut Conn, caller: &Caller) -> Result<(), Failure> {
    let account = volunteer(conn, caller)?;
    let now = app.clock.now();
    for turn in store::of_account(conn, &account)? {
        let event = crate::event::known(conn, &turn.event_id)?;
        if turns::view(&event, &turn)?.starts > now {
            store::give_up(conn, &turn.event_id, turn.shift, &account)?;
        }
    }
    let sealed = app.keys.seal(&account, "").map_err(Failure::broken)?;
    store::stop(conn, &account, sealed, now.naive_utc())?;
    Ok(())
}
