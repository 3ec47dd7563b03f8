//! Leaks near by, for whoever is about to report one: the same leak need not be reported twice.
//!
//! Where a leak is lies sealed in its case. What is looked through here is coarser on purpose: the street, and a cell of
//! a grid some 250 m by 400 m wide, kept apart from the case and only for as long as it serves. Of the few cases that
//! these find the place is opened and the way measured.

pub(crate) mod routes;
mod store;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use shuiting_shared::api::{NearLeak, NearQuery};
use shuiting_shared::case::Actor;
use shuiting_shared::form::{Answer as _, FieldFlaw, Flaw};
use shuiting_shared::house::House;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::place::{NEAR_METRES, Point, Town, rounded, street_of};
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::store::Row;
use super::{answers, follow};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use store::Place;

/// A leak counts as known for so many hours; for as long a token of it is good.
const HOURS: i64 = 24;
/// More than these nobody compares.
const MOST: usize = 3;
/// What a token is sealed for.
const TOKEN: &str = "leak near by";

/// Where somebody looks.
struct Spot {
    point: Option<Point>,
    /// The town's code and the street.
    street: Option<(String, String)>,
}

impl Spot {
    fn read(query: &NearQuery, house: &House) -> Result<Self, Failure> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let point = given(&query.point)
            .map(|point| Point::parse(&point, house).map_err(|flaw| flawed("point", flaw)))
            .transpose()?;
        let town = given(&query.town)
            .map(|town| Town::parse(&town, house).map_err(|flaw| flawed("town", flaw)))
            .transpose()?;
        let (town, address) = match (town, given(&query.address)) {
            (Some(town), Some(address)) => (town, address),
            _ if point.is_some() => return Ok(Self { point, street: None }),
            _ => return Err(flawed("point", Flaw::NoPlace)),
        };
        let street = street_of(&address, house).map(|street| (town.code().to_owned(), street));
        Ok(Self { point, street })
    }
}

fn flawed(field: &str, flaw: Flaw) -> Failure {
    Failure::flawed(vec![FieldFlaw::new(field, flaw)])
}

/// Open leaks of the last day near a spot, the nearest first.
pub(super) fn leaks(app: &App, conn: &mut Conn, caller: &Caller, query: &NearQuery) -> Result<Vec<NearLeak>, Failure> {
    caller.resident()?;
    let spot = Spot::read(query, &app.house)?;
    let since = app.clock.now() - TimeDelta::hours(HOURS);
    let mut found = Vec::new();
    for (place, row) in store::around(conn, spot.point.map(Point::cell), spot.street.as_ref(), since)? {
        if let Some(metres) = way(app, &spot, &place, &row)? {
            found.push((metres, place.street, row));
        }
    }
    // What has no measure is on the same street: after what is known to be near.
    found.sort_by(|(one, _, a), (other, _, b)| {
        let key = |metres: &Option<f64>| metres.unwrap_or(NEAR_METRES);
        key(one).total_cmp(&key(other)).then_with(|| b.filed.cmp(&a.filed))
    });
    found.truncate(MOST);
    let rows: Vec<_> = found.iter().map(|(_, _, row)| row.clone()).collect();
    let counts = follow::counts(conn, &rows)?;
    let mut leaks = Vec::new();
    for (metres, street, row) in found {
        let own = follow::actor(conn, &row, caller)?;
        leaks.push(NearLeak {
            token: token(app, &row)?,
            street,
            metres: metres.map(rounded),
            since: row.filed.and_utc(),
            status: row.status()?,
            followers: counts.get(&row.id).copied().unwrap_or_default(),
            number: match own {
                Some(Actor::Filer | Actor::Follower) => Some(row.number()?),
                _ => None,
            },
        });
    }
    Ok(leaks)
}

/// How far a leak is from the spot: nothing where it is not near, and no metres where only the street tells.
#[expect(
    clippy::option_option,
    reason = "near without a measure is something else than not near"
)]
fn way(app: &App, spot: &Spot, place: &Place, row: &Row) -> Result<Option<Option<f64>>, Failure> {
    if let (Some(here), Some(there)) = (spot.point, point(app, row)?) {
        let metres = here.metres_to(there);
        return Ok((metres <= NEAR_METRES).then_some(Some(metres)));
    }
    let same = match (&spot.street, &place.street) {
        (Some((town, street)), Some(there)) => *town == place.town && street == there,
        _ => false,
    };
    Ok(same.then_some(None))
}

/// Where a leak is exactly, where its filer's phone said so.
pub(super) fn point(app: &App, row: &Row) -> Result<Option<Point>, Failure> {
    let Some(form) = row.service()?.form() else {
        return Ok(None);
    };
    let answers = answers::open(&app.keys, &row.id, form, &row.answers)?;
    Ok(answers
        .get("point")
        .and_then(|point| Point::parse(point, &app.house).ok()))
}

/// Notes where a leak is, as coarsely as it is looked for; for other cases nothing.
pub(super) fn note(app: &App, conn: &mut Conn, row: &Row) -> Result<(), Failure> {
    let (Service::Leak, Some(town)) = (row.service()?, &row.town) else {
        return Ok(());
    };
    let cell = point(app, row)?.map(Point::cell);
    let place = Place {
        case_id: row.id.clone(),
        filed: row.filed,
        town: town.clone(),
        street: row
            .address
            .as_deref()
            .and_then(|address| street_of(address, &app.house)),
        north: cell.map(|cell| cell.north),
        east: cell.map(|cell| cell.east),
    };
    Ok(store::put(conn, &place)?)
}

/// Forgets where leaks are that nobody looks for any more.
pub(super) fn forget(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    Ok(store::forget(conn, now - TimeDelta::hours(HOURS))?)
}

/// What a token holds.
#[derive(Serialize, Deserialize)]
struct Ticket {
    number: CaseNumber,
    until: Moment,
}

/// By which a stranger can follow a case without knowing its number, with which they could ask about it.
fn token(app: &App, row: &Row) -> Result<String, Failure> {
    let ticket = Ticket {
        number: row.number()?,
        until: app.clock.now() + TimeDelta::hours(HOURS),
    };
    app.keys
        .seal(TOKEN, &serde_json::to_string(&ticket)?)
        .map_err(Failure::broken)
}

/// The case that a token names, while it is good.
pub(super) fn named_by(app: &App, token: &str) -> Option<CaseNumber> {
    let ticket = app.keys.open(TOKEN, token).ok()?;
    let ticket: Ticket = serde_json::from_str(&ticket).ok()?;
    (app.clock.now() < ticket.until).then_some(ticket.number)
}
