//! Places at the times at which somebody comes: a filing takes one, and no place is had twice.

pub(crate) mod routes;
mod store;

use shuiting_shared::api::SlotView;
use shuiting_shared::form::{Answers, FieldFlaw, Flaw, Form, Kind};
use shuiting_shared::slot::{NextSlots, Slot};
use shuiting_shared::time::{Moment, today};

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;

/// The times that somebody may ask for now in a town, each with the places that it has left; the earliest first.
fn offered(app: &App, conn: &mut Conn, town: &str) -> Result<Vec<SlotView>, Failure> {
    let house = &app.house;
    let offered = house.visits.offered(&house.calendar, today(app.clock.now()));
    let (Some((first, _)), Some((last, _))) = (offered.first(), offered.last()) else {
        return Ok(Vec::new());
    };
    let taken = store::taken(conn, town, *first, *last)?;
    let left = |(slot, places): (Slot, u32)| {
        let written = slot.to_string();
        let gone = taken.iter().filter(|taken| **taken == written).count();
        let left = places.saturating_sub(u32::try_from(gone).unwrap_or(places));
        SlotView { slot, left }
    };
    Ok(offered.into_iter().map(left).collect())
}

/// Sees to it that a case has a place at the time that its answers name, and none at any other; where that time is taken,
/// it is a flaw of its question that tells the next free ones.
pub fn hold(app: &App, conn: &mut Conn, case: &str, form: &Form, answers: &Answers) -> Result<(), Failure> {
    let (Some(field), Some(slot)) = (form.slot_field(), form.slot(answers)) else {
        return Ok(());
    };
    let town = form.fields().find(|field| field.kind == Kind::Town);
    let town = town.and_then(|field| answers.get(field.key)).unwrap_or_default();
    if store::has(conn, case, town, slot)? {
        return Ok(());
    }
    // Of two that want the last place the later one waits here, and then finds it taken.
    alone(conn, &format!("{town} {slot}"))?;
    store::free(conn, case)?;
    let offered = offered(app, conn, town)?;
    match offered.iter().find(|known| known.slot == slot) {
        Some(known) if known.left > 0 => Ok(store::take(conn, case, town, slot)?),
        Some(_) => {
            let flaw = Flaw::SlotTaken { next: next(&offered) };
            Err(Failure::flawed(vec![FieldFlaw::answer(field.key, flaw)]))
        }
        // It was had when it was picked, and is under way by now: nobody else can want it.
        None => Ok(()),
    }
}

fn next(offered: &[SlotView]) -> NextSlots {
    let mut free = offered.iter().filter(|known| known.left > 0).map(|known| known.slot);
    std::array::from_fn(|_| free.next())
}

/// Gives back the place of a case to which nobody needs to come any more; one whose time has begun stays.
pub fn give_back(conn: &mut Conn, case: &str, slot: Option<Slot>, now: Moment) -> Result<(), Failure> {
    if slot.is_some_and(|slot| now < slot.begins()) {
        store::free(conn, case)?;
    }
    Ok(())
}
