//! What a utility sets without touching code: its name, towns, units, time limits, rules for messages,
//! holidays. Read from one TOML file at start-up; the browser gets the same as JSON.

mod letters;
mod papers;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use letters::Letters;
pub use papers::{Article, ArticleFacts, Contract, Papers};

use crate::callback::Callbacks;
use crate::case::Status;
use crate::order::Orders;
use crate::outage::OutageRules;
use crate::service::Service;
use crate::slot::{Slot, Visits};
use crate::time::{Calendar, Limit, Moment};
use crate::words::{Lang, Text};

/// The house rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct House {
    /// The city, as in 水厅 · 东莞.
    pub city: Text,
    /// The utility's own name, as it stands on paper.
    pub utility: Text,
    /// The hotline that people dial.
    pub hotline: String,
    /// The towns and sub-districts served, in the order people expect.
    pub towns: Vec<Place>,
    /// Departments and branches that a case can be dispatched to.
    pub units: Vec<Unit>,
    /// Time limits while a case waits, unless its service says otherwise.
    pub limits: Limits,
    /// Time limits of a service by its code.
    pub services: BTreeMap<String, Limits>,
    /// Days within which a finished case may be rated, and a rating changed.
    pub rating_days: u32,
    /// Sign-in codes.
    pub codes: Codes,
    /// Bills that are made from a reported reading.
    pub billing: Billing,
    /// Direct debit.
    #[serde(default)]
    pub debit: DirectDebit,
    /// Messages that leave the house.
    #[serde(default)]
    pub letters: Letters,
    /// How early an outage is announced, and from which length on water is brought.
    #[serde(default)]
    pub outages: OutageRules,
    /// Working days.
    pub calendar: Calendar,
    /// When somebody comes, where a form lets people choose.
    pub visits: Visits,
    /// Work orders: what each kind may take, and who gets it.
    #[serde(default)]
    pub orders: Orders,
    /// Call-backs: who is asked how it went.
    #[serde(default)]
    pub callbacks: Callbacks,
    /// The wording of printed papers. The browser prints none, so it is not told.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "server", schema(ignore))]
    pub papers: Papers,
}

/// A town or sub-district.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Stable code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// How the Chinese name sounds: a syllable a character, without tones.
    #[serde(default)]
    pub pinyin: String,
    /// Its communities (社区), as far as the utility has listed them.
    #[serde(default)]
    pub communities: Vec<Community>,
}

/// A community (社区), the smallest place that people name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Community {
    /// Its name without 社区.
    pub zh: String,
    /// How that sounds: a syllable a character, without tones.
    pub pinyin: String,
}

impl Community {
    /// The name as it stands in an address.
    pub fn name(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}社区", self.zh),
            Lang::En => {
                let mut name = self.pinyin.replace(' ', "");
                if let Some(initial) = name.get_mut(..1) {
                    initial.make_ascii_uppercase();
                }
                format!("{name} Community")
            }
        }
    }
}

/// A department or a town branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Unit {
    /// Stable code.
    pub code: String,
    /// Name.
    pub name: Text,
    /// The towns a branch looks after; empty for a department of the whole city.
    #[serde(default)]
    pub towns: Vec<String>,
}

/// Limits a waiting state must keep. A service may leave out what the house gives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// For the other side to confirm.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "5wd"))]
    pub confirm: Option<Limit>,
    /// For the desk to take a filing.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "5wd"))]
    pub take: Option<Limit>,
    /// For the resident to complete what was sent back.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "5wd"))]
    pub complete: Option<Limit>,
    /// From a complete filing to its end: the promise.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "5wd"))]
    pub finish: Option<Limit>,
    /// For the resident to pay what was quoted.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "30d"))]
    pub pay: Option<Limit>,
    /// For a case that a low rating reopened.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "5wd"))]
    pub reopened: Option<Limit>,
    /// For single steps of a service, by their keys; a step that is not named has until the promise runs out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "server", schema(value_type = BTreeMap<String, String>))]
    pub steps: BTreeMap<String, Limit>,
}

/// Rules for sign-in codes by SMS.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// Minutes that a code is good for.
    pub minutes: u32,
    /// Wrong tries before a code is void.
    pub tries: u32,
    /// Seconds between two codes to one phone.
    pub pause_seconds: u32,
    /// Codes to one phone within 24 hours.
    pub a_day: u32,
}

/// How bills are made from readings that residents report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Billing {
    /// The last day of a month on which readings are taken, 1 to 28.
    pub cut_off: u32,
    /// Days from a bill to the last one to pay it.
    pub due_days: u32,
    /// Days before a household or a discount runs out on which its holder is reminded.
    pub remind_days: u32,
}

/// Rules for direct debit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DirectDebit {
    /// The day of the month on which the bank pays, unless the month's file names another; 1 to 28.
    pub day: u32,
    /// Months in a row in which the bank could not pay, after which a contract ends.
    pub failures: u32,
}

impl Default for DirectDebit {
    fn default() -> Self {
        Self { day: 15, failures: 3 }
    }
}

impl House {
    /// Reads and checks a house file.
    #[cfg(feature = "server")]
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let house: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        house.check()?;
        Ok(house)
    }

    /// The house that the program brings along: Dongguan's, after DOMAIN.md.
    #[cfg(any(test, feature = "server", feature = "examples"))]
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "the text is compiled in and a test reads it"
    )]
    pub fn dongguan() -> Self {
        toml::from_str(include_str!("../data/dongguan.toml")).expect("the house file that is compiled in")
    }

    /// Names the first thing that does not fit together.
    pub fn check(&self) -> Result<(), String> {
        if let Some(key) = self.limits.steps.keys().next() {
            return Err(format!("limits.steps.{key}: steps belong to a service"));
        }
        for (code, limits) in &self.services {
            let service = Service::from_code(code).ok_or(format!("services.{code}: there is no such service"))?;
            if let Some(key) = limits.steps.keys().find(|key| service.step(key).is_none()) {
                return Err(format!("services.{code}.steps.{key}: there is no such step"));
            }
        }
        if !(1..=28).contains(&self.billing.cut_off) {
            return Err("billing.cut_off: every month has the days 1 to 28".into());
        }
        for unit in &self.units {
            for town in &unit.towns {
                if self.town(town).is_none() {
                    return Err(format!("units.{}: there is no town {town}", unit.code));
                }
            }
        }
        for service in Service::all() {
            for status in Status::ALL.iter().filter(|status| status.waits()) {
                if self.limit(service, *status).is_none() {
                    return Err(format!("{} has no limit while {}", service.code(), status.code()));
                }
            }
        }
        self.visits.check()?;
        self.orders.check(self)?;
        self.callbacks.check()?;
        if !(1..=28).contains(&self.debit.day) || self.debit.failures == 0 {
            return Err("debit: the day is one of 1 to 28, and there is at least one failure".to_owned());
        }
        self.papers.check()
    }

    /// The town with this code.
    pub fn town(&self, code: &str) -> Option<&Place> {
        self.towns.iter().find(|town| town.code == code)
    }

    /// The unit with this code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.code == code)
    }

    /// The branch that looks after a town.
    pub fn branch_of(&self, town: &str) -> Option<&Unit> {
        self.units
            .iter()
            .find(|unit| unit.towns.iter().any(|code| code == town))
    }

    /// How long a case of `service` may stay in `status`; none where it waits for nobody.
    pub fn limit(&self, service: Service, status: Status) -> Option<Limit> {
        let pick = |limits: &Limits| match status {
            Status::Confirming => limits.confirm,
            Status::Filed => limits.take,
            Status::SentBack => limits.complete,
            Status::Taken | Status::Dispatched => limits.finish,
            Status::Paying => limits.pay,
            Status::Reopened => limits.reopened,
            Status::Finished | Status::Rejected | Status::Withdrawn => None,
        };
        self.services
            .get(service.code())
            .and_then(pick)
            .or_else(|| pick(&self.limits))
    }

    /// How long a step of a service may take, where the house says so.
    pub fn step_limit(&self, service: Service, key: &str) -> Option<Limit> {
        self.services
            .get(service.code())
            .and_then(|limits| limits.steps.get(key))
            .copied()
    }

    /// The promise for a service: from a complete filing to its end.
    pub fn promise(&self, service: Service) -> Option<Limit> {
        self.limit(service, Status::Taken)
    }

    /// When a filing that is complete at `now` will have come to its end. Where somebody comes at a time that the resident
    /// has picked, the promise counts from the end of that.
    pub fn promised(&self, service: Service, slot: Option<Slot>, now: Moment) -> Option<Moment> {
        let from = slot.map_or(now, |slot| slot.ends().max(now));
        Some(self.promise(service)?.due(from, &self.calendar))
    }
}

#[cfg(test)]
mod tests {
    use pinyin::{Pinyin, ToPinyinMulti};

    use super::*;

    #[test]
    fn the_house_that_is_brought_along_fits_together() {
        let house = House::dongguan();
        assert_eq!(house.check(), Ok(()));
        assert_eq!(house.towns.len(), 33, "32 towns and sub-districts, and Songshan Lake");
        for town in &house.towns {
            assert!(house.branch_of(&town.code).is_some(), "{} has no branch", town.code);
        }
    }

    /// A dictionary that is not ours holds the sounds right; it knows several readings of some characters.
    #[test]
    fn places_sound_as_we_say() {
        let house = House::dongguan();
        let towns = house.towns.iter().map(|town| (&town.name.zh, &town.pinyin));
        let communities = house.towns.iter().flat_map(|town| &town.communities);
        let communities = communities.map(|community| (&community.zh, &community.pinyin));
        for (name, pinyin) in towns.chain(communities) {
            let syllables: Vec<_> = pinyin.split(' ').collect();
            assert_eq!(name.chars().count(), syllables.len(), "{name}");
            for (character, syllable) in name.chars().zip(syllables) {
                let readings: Vec<_> = character
                    .to_pinyin_multi()
                    .unwrap()
                    .into_iter()
                    .map(Pinyin::plain)
                    .collect();
                assert!(readings.contains(&syllable), "{character} in {name}: {readings:?}");
            }
        }
    }

    #[test]
    fn a_community_is_named_in_both_languages() {
        let house = House::dongguan();
        let community = &house.town("nancheng").unwrap().communities[0];
        assert_eq!(community.name(Lang::Zh), "西平社区");
        assert_eq!(community.name(Lang::En), "Xiping Community");
    }

    #[test]
    fn a_wrong_house_is_told_what_is_wrong() {
        let mut house = House::dongguan();
        house.services.insert("NOPE".into(), Limits::default());
        assert_eq!(house.check(), Err("services.NOPE: there is no such service".into()));

        let mut house = House::dongguan();
        let limits = house.services.entry("MOVE".into()).or_default();
        limits.steps.insert("nap".into(), Limit::Hours(1));
        assert_eq!(
            house.check(),
            Err("services.MOVE.steps.nap: there is no such step".into())
        );

        let mut house = House::dongguan();
        house.billing.cut_off = 31;
        assert!(house.check().unwrap_err().starts_with("billing.cut_off"));

        let mut house = House::dongguan();
        house.limits.take = None;
        assert!(house.check().unwrap_err().ends_with("has no limit while filed"));
    }
}
