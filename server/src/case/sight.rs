//! Who may see what of a case.

use shuiting_shared::api::Viewer;
use shuiting_shared::case::{Actor, Event, Role, Seen};

use super::store::{self, Row};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff, Who};

/// As whom somebody stands before a case; none where it is not theirs to see.
///
/// A filing belongs to the account that filed it and to whoever has proved the phone that hears of it: a guest who
/// reported a leak finds it again after signing in on another phone. Staff see every case.
pub(super) fn actor(row: &Row, caller: &Caller) -> Option<Actor> {
    stands(&row.account_id, &row.phone, row.party_phone.as_deref(), caller)
}

/// The same, where no more than these is known of the case.
pub(super) fn stands(account: &str, phone: &str, party: Option<&str>, caller: &Caller) -> Option<Actor> {
    match &caller.who {
        Who::Staff(_) => caller.staff().ok().map(|staff| Actor::Staff(staff.role)),
        Who::Resident(resident) => {
            let proved = resident.phone.as_deref();
            if account == resident.account || proved == Some(phone) {
                Some(Actor::Filer)
            } else if proved.is_some() && proved == party {
                Some(Actor::Party)
            } else {
                None
            }
        }
    }
}

/// Whether a case that a crew has acted on without a network has gone to another unit, so that it is no longer theirs.
pub(super) fn went_elsewhere(row: &Row, staff: &Staff) -> bool {
    let units = staff.unit.as_ref().zip(row.unit.as_ref());
    staff.role == Role::Crew && units.is_some_and(|(mine, theirs)| mine != theirs)
}

/// As whom the page is shown.
pub(super) const fn viewer(actor: Actor) -> Viewer {
    match actor {
        Actor::Filer => Viewer::Filer,
        Actor::Party => Viewer::Party,
        Actor::Follower => Viewer::Follower,
        Actor::Staff(_) | Actor::Called | Actor::House => Viewer::Staff,
    }
}

/// Whether an entry of the timeline is shown. The other side and whoever follows the case see how it goes, not what is
/// between the house and the filer.
pub(super) fn shows(actor: Actor, seen: Seen, event: &Event) -> bool {
    match actor {
        Actor::Staff(_) | Actor::Called | Actor::House => true,
        Actor::Filer => seen == Seen::All,
        Actor::Party => {
            seen == Seen::All
                && matches!(
                    event,
                    Event::Filed { .. }
                        | Event::Confirmed
                        | Event::Declined { .. }
                        | Event::Withdrawn { .. }
                        | Event::Taken
                        | Event::Dispatched { .. }
                )
        }
        Actor::Follower => {
            seen == Seen::All
                && matches!(
                    event,
                    Event::Filed { .. } | Event::Taken | Event::Dispatched { .. } | Event::Finished { .. }
                )
        }
    }
}

/// Whether somebody may see the documents and photos of a case; the other side may not.
pub fn shows_documents(conn: &mut Conn, case: &str, caller: &Caller) -> Result<bool, Failure> {
    let row = store::by_id(conn, case)?;
    Ok(matches!(actor(&row, caller), Some(Actor::Filer | Actor::Staff(_))))
}
