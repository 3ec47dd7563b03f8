//! Ticking off a stop: water was given.

use shuiting_shared::api::{DeliveryView, GiveWater};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;

use super::store::{self, Act};
use super::views;
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;

/// Notes what was given at a stop, by its place in the list; once a stop, and once a key. For crews and those who post
/// notices.
pub(super) fn give(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    (id, stop): (&str, usize),
    sent: &Sent,
    given: &GiveWater,
) -> Result<DeliveryView, Failure> {
    let me = caller.staff()?;
    if !me.role.gives_water() {
        return Err(Failure::new(Code::Forbidden));
    }
    alone(conn, id)?;
    let row = store::find(conn, id)?;
    let before = views(conn, std::slice::from_ref(&row))?;
    let before = before.into_iter().next().ok_or_else(|| Failure::new(Code::NotFound))?;
    if store::is_done(conn, &me.id, &sent.key)? {
        return Ok(before);
    }
    let there = before.given.get(stop).ok_or_else(|| Failure::new(Code::NotFound))?;
    if there.is_some() {
        return Err(Failure::new(Code::NotNow));
    }
    let most = before.plan.litres;
    let flaw = match given.litres {
        0 => Some(Flaw::TooSmall { least: 1 }),
        litres if litres > most => Some(Flaw::TooBig { most }),
        _ => None,
    };
    if let Some(flaw) = flaw {
        return Err(Failure::flawed(vec![FieldFlaw::new("litres", flaw)]));
    }
    let act = Act {
        delivery_id: id.to_owned(),
        stop: i32::try_from(stop).unwrap_or(i32::MAX),
        litres: i32::try_from(given.litres).unwrap_or(i32::MAX),
        at: sent.at.min(app.clock.now()).naive_utc(),
        staff_id: me.id.clone(),
        key: sent.key.clone(),
    };
    store::give(conn, &act)?;
    let after = views(conn, std::slice::from_ref(&row))?;
    after.into_iter().next().ok_or_else(|| Failure::new(Code::NotFound))
}
