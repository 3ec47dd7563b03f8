//! Whom a notice concerns: whoever follows where it is, has a water account there among their own, or has filed a case that
//! was linked to it.

use std::collections::BTreeMap;

use shuiting_shared::api::FollowedArea;
use shuiting_shared::house::House;
use shuiting_shared::outage::Outage;
use shuiting_shared::words::Lang;

use super::store::{self, Row};
use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::water::{self, Bound};

/// Phones, each with the language in which it is told.
pub(super) type Hearers = BTreeMap<String, Lang>;

/// All whom it concerns now.
pub(super) fn concerned(app: &App, conn: &mut Conn, row: &Row) -> Result<Hearers, Failure> {
    let outage = row.outage()?;
    let towns: Vec<_> = outage.areas.iter().map(|area| area.town.as_str()).collect();
    let mut hearers = Hearers::new();
    for (phone, lang, town, street) in store::follows::within(conn, &towns)? {
        let street = Some(street).filter(|street| !street.is_empty());
        let there = reaches(&FollowedArea { town, street }, &outage, &app.house);
        if let Some(phone) = phone.filter(|_| there) {
            hearers.insert(phone, Lang::from_code(&lang));
        }
    }
    for bound in water::bound_in(conn, &towns)? {
        if is_in(&bound, &outage, &app.house) {
            hearers.extend(bound.hears());
        }
    }
    let cases = store::links::of(conn, &row.id)?;
    for case in case::briefs(conn, &cases)? {
        hearers.entry(case.phone).or_insert(case.lang);
    }
    Ok(hearers)
}

/// All who were told of it, or are to be.
pub(super) fn heard(conn: &mut Conn, row: &Row) -> Result<Hearers, Failure> {
    let heard = store::tellings::heard(conn, &row.id)?;
    let read = |(phone, lang): (String, String)| (phone, Lang::from_code(&lang));
    Ok(heard.into_iter().map(read).collect())
}

/// Whoever follows a town hears of all that is in it.
fn reaches(area: &FollowedArea, outage: &Outage, house: &House) -> bool {
    match &area.street {
        None => outage.is_in(&area.town),
        Some(street) => outage.concerns(&area.town, street, house),
    }
}

fn is_in(bound: &Bound, outage: &Outage, house: &House) -> bool {
    outage.concerns_account(&bound.number, &bound.town, &bound.address, house)
}

/// Where a resident is concerned by what happens.
pub(super) struct Places {
    follows: Vec<FollowedArea>,
    bound: Vec<Bound>,
}

impl Places {
    pub(super) fn of(conn: &mut Conn, account: &str) -> Result<Self, Failure> {
        Ok(Self {
            follows: store::follows::of(conn, account)?,
            bound: water::bound_of(conn, account)?,
        })
    }

    /// Whether any of them is without water.
    pub(super) fn lie_in(&self, outage: &Outage, house: &House) -> bool {
        self.follows.iter().any(|area| reaches(area, outage, house))
            || self.bound.iter().any(|bound| is_in(bound, outage, house))
    }
}
