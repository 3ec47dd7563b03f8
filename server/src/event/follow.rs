//! Following an event: whoever does hears when it is moved or cancelled, and on the day before.

use shuiting_shared::api::EventView;
use shuiting_shared::event::State;
use shuiting_shared::problem::Code;

use super::{find, store, view};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;

/// Follows an event that is still to be held; once is enough, and again does nothing more.
pub(super) fn follow(app: &App, conn: &mut Conn, caller: &Caller, id: &str) -> Result<EventView, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    // The same press may be coming in twice at this moment.
    alone(conn, id)?;
    let row = find(conn, Some(caller), id)?;
    let now = app.clock.now();
    if row.state()? != State::Published || row.plan()?.is_over(now) {
        return Err(Failure::new(Code::NotNow));
    }
    if !store::follows(conn, id, &me.account)? {
        store::follow(conn, id, &me.account, now)?;
    }
    view(conn, Some(caller), &row)
}

/// The events that the caller follows, over or not, the first first.
pub(crate) fn followed(conn: &mut Conn, caller: &Caller) -> Result<Vec<EventView>, Failure> {
    let rows = store::followed_by(conn, &caller.resident()?.account)?;
    rows.iter().map(|row| view(conn, Some(caller), row)).collect()
}

/// Follows it no more.
pub(super) fn unfollow(conn: &mut Conn, caller: &Caller, id: &str) -> Result<EventView, Failure> {
    let me = caller.resident()?;
    let row = find(conn, Some(caller), id)?;
    store::unfollow(conn, id, &me.account)?;
    view(conn, Some(caller), &row)
}
