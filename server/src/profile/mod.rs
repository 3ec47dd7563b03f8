//! What is kept of a resident so that they need not type it again: learned from what they file themselves, sealed, and
//! given to nobody but them. The rules stand in [`shuiting_shared::profile`].
//!
//! Their identity number travels masked. In full it is handed out by a request of its own, to its owner alone, when they
//! want it put into a form: what they then file is checked and stored as if they had typed it, so that a filing has no second
//! way to name a number.

pub(crate) mod routes;
mod store;

use shuiting_shared::api::ProfileChange;
use shuiting_shared::form::{Filing, Form};
use shuiting_shared::profile::Profile;

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;

/// The account of a resident; a guest's browser keeps what there is to keep.
fn owner(caller: &Caller) -> Result<&str, Failure> {
    let resident = caller.resident()?;
    resident.proved_phone()?;
    Ok(&resident.account)
}

fn place(account: &str) -> String {
    format!("{account}.profile")
}

fn read(app: &App, conn: &mut Conn, account: &str) -> Result<Profile, Failure> {
    let Some(sealed) = store::find(conn, account)? else {
        return Ok(Profile::default());
    };
    let json = app.keys.open(&place(account), &sealed).map_err(Failure::broken)?;
    Ok(serde_json::from_str(&json)?)
}

/// The profile of whoever asks.
pub fn of(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Profile, Failure> {
    read(app, conn, owner(caller)?)
}

/// Changes a profile; one that says nothing is not stored.
fn update(app: &App, conn: &mut Conn, account: &str, change: impl FnOnce(&mut Profile)) -> Result<Profile, Failure> {
    // Two filings of one account, and a wish to forget, come one after the other.
    let place = place(account);
    alone(conn, &place)?;
    let before = read(app, conn, account)?;
    let mut profile = before.clone();
    change(&mut profile);
    if profile == Profile::default() {
        store::remove(conn, account)?;
    } else if profile != before {
        let json = serde_json::to_string(&profile)?;
        let sealed = app.keys.seal(&place, &json).map_err(Failure::broken)?;
        store::put(conn, account, sealed)?;
    }
    Ok(profile)
}

/// Learns from what a resident has filed.
pub fn learn(app: &App, conn: &mut Conn, account: &str, form: &Form, filing: &Filing) -> Result<(), Failure> {
    update(app, conn, account, |profile| profile.learn(form, filing)).map(drop)
}

/// Changes what may be kept.
fn change(app: &App, conn: &mut Conn, caller: &Caller, change: &ProfileChange) -> Result<Profile, Failure> {
    let now = app.clock.now();
    update(app, conn, owner(caller)?, |profile| profile.change(change, now))
}
