//! What a notice says.

use chrono::{DateTime, DurationRound as _, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Area, OutageKind, flaw_of_line, trimmed};
use crate::form::{FieldFlaw, Flaw};
use crate::house::House;
use crate::time::Moment;

/// Areas of one notice.
const AREAS: usize = 8;
/// Water points of one notice.
const POINTS: usize = 20;
/// More households than the city has.
const HOUSEHOLDS: u32 = 5_000_000;
/// No outage is announced for longer: a typing slip in the year would stand for ever.
const LONGEST_DAYS: i64 = 7;
/// Past the expected moment a notice stands for so long, unless somebody ends it: then it was forgotten.
const FORGOTTEN_HOURS: i64 = 24;

/// An outage as it is posted and told. Moments are UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Outage {
    /// Whether it was planned.
    pub kind: OutageKind,
    /// Where; at least one, at most 8.
    pub areas: Vec<Area>,
    /// Why, in words for residents; at most 200 characters.
    pub reason: String,
    /// From when.
    pub starts: DateTime<Utc>,
    /// When water is expected back.
    pub ends: DateTime<Utc>,
    /// Where water can be had meanwhile (送水点), in words for residents; at most 20 of at most 200 characters.
    #[serde(default)]
    pub points: Vec<String>,
    /// How many households are without water; 0 where nobody has counted.
    #[serde(default)]
    pub households: u32,
}

impl Outage {
    /// Every flaw of what it says, at once, each beside its field.
    pub fn flaws(&self, house: &House) -> Vec<FieldFlaw> {
        let areas = self.areas.iter().enumerate();
        let areas = areas.flat_map(|(at, area)| area.flaws(&format!("areas.{at}"), house));
        let count = match self.areas.len() {
            0 => Some(Flaw::Missing),
            count if count > AREAS => Some(Flaw::TooMany { most: AREAS }),
            _ => None,
        };
        let length = self.length();
        let over = length <= TimeDelta::zero() || length > TimeDelta::days(LONGEST_DAYS);
        let many = (self.points.len() > POINTS).then(|| FieldFlaw::new("points", Flaw::TooMany { most: POINTS }));
        let point = self.points.iter().find_map(|point| flaw_of_line("points", point));
        let crowd = (self.households > HOUSEHOLDS).then_some(Flaw::TooBig { most: HOUSEHOLDS });
        count
            .map(|flaw| FieldFlaw::new("areas", flaw))
            .into_iter()
            .chain(areas)
            .chain(flaw_of_line("reason", &self.reason))
            .chain(over.then(|| FieldFlaw::new("ends", Flaw::EndsWrong { days: LONGEST_DAYS })))
            .chain(many.or(point))
            .chain(crowd.map(|flaw| FieldFlaw::new("households", flaw)))
            .collect()
    }

    /// The notice with its texts trimmed, and its moments to the minute, as they are told.
    #[must_use]
    pub fn trimmed(self) -> Self {
        Self {
            areas: self.areas.into_iter().map(Area::trimmed).collect(),
            reason: self.reason.trim().to_owned(),
            points: trimmed(self.points),
            starts: to_the_minute(self.starts),
            ends: to_the_minute(self.ends),
            ..self
        }
    }

    /// As everybody is shown it: whose water accounts are meant is between them and the house.
    #[must_use]
    pub fn plain(mut self) -> Self {
        for area in &mut self.areas {
            // An area of accounts alone must not read as all of its town.
            if area.streets.is_empty() && area.estates.is_empty() && !area.accounts.is_empty() {
                area.estates = vec![area.words.clone()];
            }
            area.accounts.clear();
        }
        self
    }

    /// How long it is to last.
    pub fn length(&self) -> TimeDelta {
        self.ends - self.starts
    }

    /// Whether it is still told at `now`, as long as nobody has ended it.
    pub fn stands(&self, now: Moment) -> bool {
        now - self.ends < TimeDelta::hours(FORGOTTEN_HOURS)
    }

    /// Whether water is off at `now`.
    pub fn is_now(&self, now: Moment) -> bool {
        self.starts <= now
    }

    /// Whether it is in a town.
    pub fn is_in(&self, town: &str) -> bool {
        self.areas.iter().any(|area| area.town == town)
    }

    /// Whether an address in a town is without water.
    pub fn concerns(&self, town: &str, address: &str, house: &House) -> bool {
        let here = |area: &&Area| area.town == town;
        self.areas.iter().filter(here).any(|area| area.holds(address, house))
    }

    /// Whether a water account with this address in a town is without water.
    pub fn concerns_account(&self, number: &str, town: &str, address: &str, house: &House) -> bool {
        let here = |area: &&Area| area.town == town;
        let mut here = self.areas.iter().filter(here);
        here.any(|area| area.holds_account(number, address, house))
    }
}

fn to_the_minute(moment: Moment) -> Moment {
    moment.duration_trunc(TimeDelta::minutes(1)).unwrap_or(moment)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn outage() -> Outage {
        Outage {
            kind: OutageKind::Planned,
            areas: vec![Area {
                town: "nancheng".into(),
                words: "鸿福路一带".into(),
                streets: vec!["鸿福路".into(), "体育路".into()],
                ..Area::default()
            }],
            reason: "更换阀门".into(),
            starts: "2026-11-24T14:00:00Z".parse().unwrap(),
            ends: "2026-11-24T20:00:00Z".parse().unwrap(),
            points: vec!["鸿福路社区公园北门".into()],
            households: 800,
        }
    }

    #[test]
    fn every_flaw_is_told_beside_its_field() {
        let house = House::dongguan();
        assert_eq!(outage().flaws(&house), []);
        let wrong = Outage {
            areas: Vec::new(),
            reason: "水".repeat(201),
            ends: outage().starts,
            points: vec![" ".into()],
            households: 6_000_000,
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
                "areas missing",
                "reason too_long",
                "ends ends_wrong",
                "points missing",
                "households too_big"
            ]
        );
    }

    #[test]
    fn what_is_told_to_the_minute_is_kept_to_the_minute() {
        let typed = Outage {
            starts: outage().starts + TimeDelta::seconds(42),
            reason: " 更换阀门 ".into(),
            ..outage()
        };
        assert_eq!(typed.trimmed(), outage());
    }

    #[test]
    fn it_concerns_its_areas_and_no_other_town() {
        let house = House::dongguan();
        assert!(outage().concerns("nancheng", "南城街道鸿福路 100 号", &house));
        assert!(!outage().concerns("guancheng", "鸿福路 100 号", &house));
        assert!(
            !outage().concerns("nancheng", "地王旁边", &house),
            "nobody is told of what may not be theirs"
        );
    }

    #[test]
    fn accounts_are_not_shown_and_their_area_is_not_the_town() {
        let house = House::dongguan();
        let mut one = outage();
        one.areas[0].streets.clear();
        one.areas[0].accounts = vec!["12345678".into()];
        let plain = one.plain();
        assert!(plain.areas[0].accounts.is_empty());
        assert!(!plain.concerns("nancheng", "新城大道5号", &house));
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
