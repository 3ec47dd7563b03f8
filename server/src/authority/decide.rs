//! What becomes of a letter of authority: granted, refused, ended.

use chrono::NaiveDate;
use shuiting_shared::api::AuthorityVerdict;
use shuiting_shared::form::{FieldFlaw, Words};
use shuiting_shared::message::Message;
use shuiting_shared::problem::Code;
use shuiting_shared::time::today;
use shuiting_shared::water::{AuthorityState, authority_until};

use super::store::{self, Authority};
use super::{find, view};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{account, attachment, notice, water};

/// Says what the desk makes of a letter that waits for it; whoever brought it hears of it.
pub(super) fn decide(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    verdict: &AuthorityVerdict,
) -> Result<(), Failure> {
    let me = view::desk(caller)?;
    alone(conn, &format!("authority {id}"))?;
    let letter = find(conn, id)?;
    if !letter.is(AuthorityState::Asked) {
        return Err(Failure::new(Code::NotNow));
    }
    let end = water::end(&letter.number);
    let flawed = |field: &str, flaw| Failure::flawed(vec![FieldFlaw::new(field, flaw)]);
    let message = match verdict {
        AuthorityVerdict::Grant { until } => {
            let now = app.clock.now();
            let until = authority_until(*until, today(now)).map_err(|flaw| flawed("until", flaw))?;
            if !water::let_act(conn, &letter.account_id, &letter.number, now)? {
                return Err(Failure::new(Code::NotNow));
            }
            // The newest letter is the one that counts.
            for before in store::granted_for(conn, &letter.number)? {
                if before.account_id == letter.account_id {
                    store::end(conn, &before.id)?;
                }
            }
            store::grant(conn, id, until, &me.id)?;
            Message::AuthorityGranted { end, until }
        }
        AuthorityVerdict::Refuse { reason } => {
            Words::read(reason).map_err(|flaw| flawed("reason", flaw))?;
            let reason = reason.trim().to_owned();
            store::refuse(conn, id, &reason, &me.id)?;
            attachment::let_go(conn, id)?;
            Message::AuthorityRefused { end, reason }
        }
    };
    tell(app, conn, &letter, &message)
}

/// Takes a letter back that waits for the desk, at the wish of whoever brought it.
pub(super) fn withdraw(conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    alone(conn, &format!("authority {id}"))?;
    let letter = find(conn, id)?;
    if letter.account_id != me.account {
        return Err(Failure::new(Code::NotFound));
    }
    if !letter.is(AuthorityState::Asked) {
        return Err(Failure::new(Code::NotNow));
    }
    store::end(conn, id)?;
    Ok(attachment::let_go(conn, id)?)
}

/// Ends a granted letter at the desk; whoever brought it hears of it.
pub(super) fn end_at_desk(app: &App, conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    view::desk(caller)?;
    let letter = find(conn, id)?;
    end(app, conn, &letter)
}

/// Ends a granted letter at the wish of whoever owns the account.
pub(super) fn end_by_owner(app: &App, conn: &mut Conn, caller: &Caller, number: &str, id: &str) -> Result<(), Failure> {
    let number = water::owned(conn, caller.resident()?, number)?;
    let letter = find(conn, id)?;
    if letter.number != number {
        return Err(Failure::new(Code::NotFound));
    }
    end(app, conn, &letter)
}

fn end(app: &App, conn: &mut Conn, letter: &Authority) -> Result<(), Failure> {
    if !letter.is(AuthorityState::Granted) {
        return Err(Failure::new(Code::NotNow));
    }
    leave(conn, letter)?;
    let message = Message::AuthorityEnded {
        end: water::end(&letter.number),
    };
    tell(app, conn, letter, &message)
}

fn leave(conn: &mut Conn, letter: &Authority) -> Result<(), Failure> {
    store::end(conn, &letter.id)?;
    Ok(water::stop_acting(conn, &letter.account_id, &letter.number)?)
}

/// Ends the letters whose last day is over.
pub fn end_over(conn: &mut Conn, today: NaiveDate) -> Result<(), Failure> {
    for letter in store::over(conn, today)? {
        leave(conn, &letter)?;
    }
    Ok(())
}

fn tell(app: &App, conn: &mut Conn, letter: &Authority, message: &Message) -> Result<(), Failure> {
    let Some(brought) = account::find(conn, &letter.account_id)? else {
        return Ok(());
    };
    match &brought.phone {
        Some(phone) => notice::enqueue(app, conn, None, phone, brought.lang, message),
        None => Ok(()),
    }
}
