//! Outage notices (停水公告): where water is off, from when, why, and when it is back.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::form::{FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::place::street_of;
use crate::time::Moment;
use crate::words::choices;

choices! {
    /// Why water is off.
    pub enum OutageKind {
        Planned "planned" = "计划停水" / "Planned";
        Unplanned "unplanned" = "突发停水" / "Unplanned";
    }
}

/// An outage as it is posted and told. Moments are UTC.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Outage {
    /// Whether it was planned.
    pub kind: OutageKind,
    /// The town's code.
    pub town: String,
    /// Where in the town, in words for residents; at most 200 characters.
    pub area: String,
    /// The streets without water, at most 30; none means all of the area.
    #[serde(default)]
    pub streets: Vec<String>,
    /// Why, in words for residents; at most 200 characters.
    pub reason: String,
    /// From when.
    pub starts: DateTime<Utc>,
    /// When water is expected back.
    pub ends: DateTime<Utc>,
}

/// Streets of one notice.
const MOST_STREETS: usize = 30;
/// No outage is announced for longer: a typing slip in the year would stand for ever.
const LONGEST_DAYS: i64 = 7;
/// Characters of a text of the notice.
const MOST: usize = 200;
/// Past the expected moment a notice stands for so long, unless somebody ends it: then it was forgotten.
const FORGOTTEN_HOURS: i64 = 24;

impl Outage {
    /// Every flaw at once, beside its field.
    pub fn flaws(&self, house: &House) -> Vec<FieldFlaw> {
        let text = |field: &str, text: &str| {
            let is = text.trim().chars().count();
            let long = (is > MOST).then_some(Flaw::TooLong { most: MOST, is });
            long.or_else(|| Words::read(text).err())
                .map(|flaw| FieldFlaw::new(field, flaw))
        };
        let town = house.town(&self.town).is_none();
        let many = self.streets.len() > MOST_STREETS;
        let streets = self.streets.iter().enumerate();
        let streets = streets.filter_map(|(at, street)| text(&format!("streets.{at}"), street));
        let length = self.ends - self.starts;
        let over = length <= TimeDelta::zero() || length > TimeDelta::days(LONGEST_DAYS);
        town.then(|| FieldFlaw::new("town", Flaw::NotATown))
            .into_iter()
            .chain(text("area", &self.area))
            .chain(text("reason", &self.reason))
            .chain(many.then(|| FieldFlaw::new("streets", Flaw::TooManyStreets { most: MOST_STREETS })))
            .chain(streets)
            .chain(over.then(|| FieldFlaw::new("ends", Flaw::EndsWrong { days: LONGEST_DAYS })))
            .collect()
    }

    /// The notice with its texts trimmed.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let trim = |text: String| text.trim().to_owned();
        Self {
            area: trim(self.area),
            streets: self.streets.into_iter().map(trim).collect(),
            reason: trim(self.reason),
            ..self
        }
    }

    /// Whether it is still told at `now`, as long as nobody has ended it.
    pub fn stands(&self, now: Moment) -> bool {
        now - self.ends < TimeDelta::hours(FORGOTTEN_HOURS)
    }

    /// Whether water is off at `now`.
    pub fn is_now(&self, now: Moment) -> bool {
        self.starts <= now
    }

    /// Whether an address in the same town is without water: its street is named, or all of the area is.
    pub fn concerns(&self, address: &str, house: &House) -> bool {
        let street = |text: &str| street_of(text, house);
        let here = street(address);
        self.streets.is_empty() || here.is_some() && self.streets.iter().any(|named| street(named) == here)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outage() -> Outage {
        Outage {
            kind: OutageKind::Planned,
            town: "nancheng".into(),
            area: "鸿福路一带".into(),
            streets: vec!["鸿福路".into(), "体育路".into()],
            reason: "更换阀门".into(),
            starts: "2026-11-24T14:00:00Z".parse().unwrap(),
            ends: "2026-11-24T20:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn every_flaw_is_told_beside_its_field() {
        let house = House::dongguan();
        assert_eq!(outage().flaws(&house), []);
        let wrong = Outage {
            town: "番禺".into(),
            area: " ".into(),
            reason: "水".repeat(201),
            streets: vec!["路".into(); 31],
            ends: outage().starts,
            ..outage()
        };
        let flaws = wrong.flaws(&house);
        let told: Vec<_> = flaws
            .iter()
            .map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()))
            .collect();
        assert_eq!(
            told,
            [
                "town not_a_town",
                "area missing",
                "reason too_long",
                "streets too_many_streets",
                "ends ends_wrong"
            ]
        );
    }

    #[test]
    fn it_concerns_the_streets_it_names() {
        let house = House::dongguan();
        assert!(outage().concerns("南城街道鸿福路 100 号", &house));
        assert!(!outage().concerns("新城大道5号", &house));
        assert!(
            !outage().concerns("地王旁边", &house),
            "nobody is told of what may not be theirs"
        );
        let all = Outage {
            streets: Vec::new(),
            ..outage()
        };
        assert!(all.concerns("地王旁边", &house));
    }

    #[test]
    fn it_stands_until_it_was_plainly_forgotten() {
        let outage = outage();
        assert!(!outage.is_now(outage.starts - TimeDelta::seconds(1)) && outage.is_now(outage.starts));
        assert!(
            outage.stands(outage.ends + TimeDelta::hours(23)),
            "the repair takes longer"
        );
        assert!(!outage.stands(outage.ends + TimeDelta::hours(24)));
    }
}
