//! Who hears of an event: whoever follows it and whoever has signed up to help, each once, in their language.

use std::collections::BTreeSet;

use chrono::Days;
use shuiting_shared::message::{EventTold, Message};
use shuiting_shared::time::{span_of, today};

use super::store::{self, Row};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::{account, notice, volunteer};

/// The accounts that are concerned.
fn concerned(conn: &mut Conn, row: &Row) -> Result<BTreeSet<String>, Failure> {
    let follow = store::followers_of(conn, &row.id)?;
    let help = volunteer::accounts_of(conn, &row.id)?;
    Ok(follow.into_iter().chain(help).collect())
}

/// Tells everybody concerned.
pub(super) fn tell(
    app: &App,
    conn: &mut Conn,
    row: &Row,
    message: impl Fn(EventTold) -> Message,
) -> Result<(), Failure> {
    for account in concerned(conn, row)? {
        tell_one(app, conn, row, &account, &message)?;
    }
    Ok(())
}

fn tell_one(
    app: &App,
    conn: &mut Conn,
    row: &Row,
    account: &str,
    message: &impl Fn(EventTold) -> Message,
) -> Result<(), Failure> {
    let Some(account) = account::find(conn, account)? else {
        return Ok(());
    };
    let Some(phone) = account.phone else {
        return Ok(());
    };
    let told = EventTold::of(&row.id, &row.plan()?);
    notice::enqueue(app, conn, None, &phone, account.lang, &message(told))
}

/// Reminds everybody concerned of what is tomorrow, once each; of an event that was moved to another day, once more. However
/// many servers look.
pub(crate) fn remind(app: &App, conn: &mut Conn) -> Result<(), Failure> {
    alone(conn, "event reminders")?;
    let tomorrow = today(app.clock.now()) + Days::new(1);
    for row in store::published_within(conn, span_of(tomorrow))? {
        let reminded = store::reminded(conn, &row.id, tomorrow)?;
        for account in concerned(conn, &row)? {
            if !reminded.contains(&account) {
                store::remember_reminder(conn, &row.id, &account, tomorrow)?;
                tell_one(app, conn, &row, &account, &|event| Message::EventTomorrow { event })?;
            }
        }
    }
    Ok(())
}
