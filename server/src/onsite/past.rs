//! What was done at events of the past, as the demo city has it.

use shuiting_shared::event::ActKind;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::store::{self, Row};
use crate::db::Conn;
use crate::problem::Failure;

/// Writes down what a volunteer counted at an event that is over.
pub(crate) fn were_done(
    conn: &mut Conn,
    event: &str,
    account: &str,
    acts: impl Iterator<Item = (ActKind, Option<Service>, i32)>,
    at: Moment,
) -> Result<(), Failure> {
    for (place, (kind, service, count)) in acts.enumerate() {
        let row = Row {
            account_id: account.to_owned(),
            key: format!("{event} {place}"),
            event_id: event.to_owned(),
            kind: kind.code().to_owned(),
            subject: service.map(|service| service.code().to_owned()),
            count,
            figures: "{}".to_owned(),
            at: at.naive_utc(),
        };
        store::note(conn, &row)?;
    }
    Ok(())
}
