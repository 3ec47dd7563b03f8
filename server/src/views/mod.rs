//! Views of the inbox that staff save: their own, and those that a role shares.
//!
//! A view is a name and a filter. Whoever has saved it, and for a shared one every supervisor and administrator, may
//! rename, move and remove it.

pub(crate) mod routes;
mod store;

use shuiting_shared::api::{NewView, SavedView, ViewChange, Views};
use shuiting_shared::case::Role;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::{case, ids};
use store::Row;

/// Views that one person, and that one role, can have: more than anybody looks through.
const MOST: usize = 30;

/// The views that somebody sees, each with how many cases stand in it.
fn all(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Views, Failure> {
    let me = caller.staff()?;
    let mut saved = Vec::new();
    for row in store::seen_by(conn, &me.id, me.role)? {
        saved.push(shown(app, conn, caller, row)?);
    }
    Ok(Views {
        saved,
        ..case::count_views(app, conn, caller)?
    })
}

fn shown(app: &App, conn: &mut Conn, caller: &Caller, row: Row) -> Result<SavedView, Failure> {
    let filter = row.filter()?;
    Ok(SavedView {
        count: case::count_found(app, conn, caller, &filter)?,
        changeable: may_change(caller.staff()?, &row),
        for_role: row.role(),
        filter,
        name: row.name(),
        id: row.id,
    })
}

fn may_change(me: &Staff, row: &Row) -> bool {
    row.staff_id == me.id || (row.for_role.is_some() && me.role.shares_views())
}

/// Saves a view behind those that are there.
fn save(app: &App, conn: &mut Conn, caller: &Caller, new: &NewView) -> Result<SavedView, Failure> {
    let me = caller.staff()?;
    if new.for_role.is_some() && !me.role.shares_views() {
        return Err(Failure::new(Code::Forbidden));
    }
    let name = new.name.read().map_err(Failure::flawed)?;
    alone(conn, &beside(&me.id, new.for_role))?;
    let place = store::beside(conn, &me.id, new.for_role)?.len();
    if place >= MOST {
        return Err(Failure::flawed(vec![FieldFlaw::new(
            "name.zh",
            Flaw::TooManyViews { most: MOST },
        )]));
    }
    let row = Row {
        id: ids::new(app.clock.now()),
        staff_id: me.id.clone(),
        for_role: new.for_role.map(|role| role.code().to_owned()),
        name_zh: name.zh,
        name_en: name.en,
        filter: serde_json::to_string(&new.filter.as_view())?,
        place: i32::try_from(place).unwrap_or(i32::MAX),
    };
    store::insert(conn, &row)?;
    shown(app, conn, caller, row)
}

/// What two requests that move the same views must not do at once.
fn beside(staff: &str, role: Option<Role>) -> String {
    match role {
        Some(role) => format!("views of the role {}", role.code()),
        None => format!("views of {staff}"),
    }
}

/// A view that the caller may change; one that they do not see is not there.
fn changeable(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Row, Failure> {
    let me = caller.staff()?;
    let row = store::find(conn, id)?
        .filter(|row| store::sees(row, &me.id, me.role))
        .ok_or_else(|| Failure::new(Code::NotFound))?;
    if may_change(me, &row) {
        Ok(row)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// Renames a view, or moves it among those beside it.
fn change(app: &App, conn: &mut Conn, caller: &Caller, id: &str, change: &ViewChange) -> Result<SavedView, Failure> {
    let row = changeable(conn, caller, id)?;
    if let Some(name) = &change.name {
        let name = name.read().map_err(Failure::flawed)?;
        store::rename(conn, id, &name)?;
    }
    if let Some(place) = change.place {
        alone(conn, &beside(&row.staff_id, row.role()))?;
        let mut ids = store::beside(conn, &row.staff_id, row.role())?;
        ids.retain(|known| known != id);
        let place = usize::try_from(place).unwrap_or(usize::MAX).min(ids.len());
        ids.insert(place, id.to_owned());
        for (place, id) in (0..).zip(&ids) {
            store::put(conn, id, place)?;
        }
    }
    let row = changeable(conn, caller, id)?;
    shown(app, conn, caller, row)
}

/// Removes a view.
fn remove(conn: &mut Conn, caller: &Caller, id: &str) -> Result<(), Failure> {
    let row = changeable(conn, caller, id)?;
    Ok(store::remove(conn, &row.id)?)
}
