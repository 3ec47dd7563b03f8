//! Where residents want to hear of outages.

use shuiting_shared::api::{FollowedArea, FollowedAreas};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::house::House;
use shuiting_shared::place::street_of;

use super::store::follows;
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;

/// Areas of one resident.
const MOST: usize = 10;

/// Where the caller wants to hear.
pub(crate) fn followed(conn: &mut Conn, caller: &Caller) -> Result<FollowedAreas, Failure> {
    Ok(FollowedAreas {
        areas: follows::of(conn, &caller.resident()?.account)?,
    })
}

/// Puts these areas in place of those before. A street is kept as it is always written, without number.
pub fn follow(app: &App, conn: &mut Conn, caller: &Caller, new: &FollowedAreas) -> Result<FollowedAreas, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    // The same press may be coming in twice at this moment.
    alone(conn, &me.account)?;
    let mut flaws = Vec::new();
    let mut areas: Vec<FollowedArea> = Vec::new();
    for (at, area) in new.areas.iter().enumerate() {
        match read(area, &app.house) {
            Ok(area) if areas.contains(&area) => {}
            Ok(area) => areas.push(area),
            Err((field, flaw)) => flaws.push(FieldFlaw::new(format!("areas.{at}.{field}"), flaw)),
        }
    }
    if areas.len() > MOST {
        flaws.push(FieldFlaw::new("areas", Flaw::Full { most: MOST }));
    }
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    follows::put(conn, &me.account, &areas, app.clock.now())?;
    followed(conn, caller)
}

fn read(area: &FollowedArea, house: &House) -> Result<FollowedArea, (&'static str, Flaw)> {
    house.town(&area.town).ok_or(("town", Flaw::NotATown))?;
    let typed = area
        .street
        .as_deref()
        .map(str::trim)
        .filter(|street| !street.is_empty());
    let street = typed.map(|street| street_of(street, house).ok_or(("street", Flaw::NotAStreet)));
    Ok(FollowedArea {
        town: area.town.clone(),
        street: street.transpose()?,
    })
}
