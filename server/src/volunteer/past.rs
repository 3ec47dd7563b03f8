//! Turns of the past, as the demo city has them: whoever signed up came in time and stayed.

use shuiting_shared::event::Plan;
use shuiting_shared::time::Moment;

use super::store::{self, Turn};
use crate::db::Conn;
use crate::problem::Failure;

/// Writes down that these accounts, which belong to volunteers, were at a shift of an event that is over. The first of them led.
pub(crate) fn were_there(
    conn: &mut Conn,
    event: &str,
    plan: &Plan,
    shift: usize,
    accounts: &[&str],
    signed: Moment,
) -> Result<(), Failure> {
    let Some(times) = plan.shifts.get(shift) else {
        return Ok(());
    };
    let turn = |(place, account): (usize, &&str)| Turn {
        event_id: event.to_owned(),
        shift: i32::try_from(shift).unwrap_or_default(),
        account_id: (*account).to_owned(),
        task: None,
        leads: place == 0,
        signed: signed.naive_utc(),
        tries: 0,
        came: Some(times.starts.naive_utc()),
        went: Some(times.ends.naive_utc()),
    };
    let turns = accounts.iter().enumerate().map(turn);
    Ok(store::remember(conn, turns.collect())?)
}
