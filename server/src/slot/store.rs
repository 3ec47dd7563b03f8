//! The table of places.

use diesel::prelude::*;
use shuiting_shared::slot::Slot;

use crate::db::Conn;
use crate::db::schema::slot_places;

/// A place that a case has.
#[derive(Insertable)]
#[diesel(table_name = slot_places)]
struct Taken<'a> {
    town: &'a str,
    slot: String,
    place: i32,
    case_id: &'a str,
}

/// The times from the first to the last of these at which places are taken in a town, one for each place. They are written so
/// that their order as text is that of time.
pub(super) fn taken(conn: &mut Conn, town: &str, first: Slot, last: Slot) -> QueryResult<Vec<String>> {
    let between = slot_places::slot.between(first.to_string(), last.to_string());
    slot_places::table
        .filter(slot_places::town.eq(town.to_owned()).and(between))
        .select(slot_places::slot)
        .load(conn)
}

/// Whether a case has a place at this time.
pub(super) fn has(conn: &mut Conn, case: &str, town: &str, slot: Slot) -> QueryResult<bool> {
    let this = slot_places::case_id
        .eq(case.to_owned())
        .and(slot_places::town.eq(town.to_owned()))
        .and(slot_places::slot.eq(slot.to_string()));
    let count: i64 = slot_places::table.filter(this).count().get_result(conn)?;
    Ok(count > 0)
}

/// Gives a case the lowest place that nobody has; whoever asks is alone and knows that there is one.
pub(super) fn take(conn: &mut Conn, case: &str, town: &str, slot: Slot) -> QueryResult<()> {
    let at = slot_places::town
        .eq(town.to_owned())
        .and(slot_places::slot.eq(slot.to_string()));
    let had: Vec<i32> = slot_places::table.filter(at).select(slot_places::place).load(conn)?;
    let count = i32::try_from(had.len()).unwrap_or(i32::MAX);
    let place = (1..=count.saturating_add(1)).find(|place| !had.contains(place));
    let taken = Taken {
        town,
        slot: slot.to_string(),
        place: place.unwrap_or_default(),
        case_id: case,
    };
    diesel::insert_into(slot_places::table)
        .values(&taken)
        .execute(conn)
        .map(|_| ())
}

/// Takes its place from a case.
pub(super) fn free(conn: &mut Conn, case: &str) -> QueryResult<()> {
    let of_case = slot_places::case_id.eq(case.to_owned());
    diesel::delete(slot_places::table.filter(of_case))
        .execute(conn)
        .map(|_| ())
}
