//! Where water is off: a town, or some streets, estates or water accounts of it.

use serde::{Deserialize, Serialize};

use super::{flaw_of_line, trimmed};
use crate::form::{AccountNumber, Answer as _, FieldFlaw, Flaw};
use crate::house::House;
use crate::person::narrow;
use crate::place::street_of;

/// Streets of one area, and estates.
const STREETS: usize = 30;
/// Water accounts of one area.
const ACCOUNTS: usize = 500;

/// A part of a town that is without water. Where it names neither streets nor estates nor accounts, it is all of the town.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Area {
    /// The town's code.
    pub town: String,
    /// Where in the town, in words for residents; at most 200 characters.
    pub words: String,
    /// The streets without water, at most 30.
    #[serde(default)]
    pub streets: Vec<String>,
    /// The estates (小区) without water, at most 30.
    #[serde(default)]
    pub estates: Vec<String>,
    /// The water accounts without water, at most 500; only staff are shown them.
    #[serde(default)]
    pub accounts: Vec<String>,
}

impl Area {
    /// Every flaw at once, each beside its field below `path`.
    pub(super) fn flaws(&self, path: &str, house: &House) -> Vec<FieldFlaw> {
        let at = |field: &str| format!("{path}.{field}");
        let lines = |field: &'static str, texts: &[String]| {
            let many = texts.len() > STREETS;
            let many = many.then(|| FieldFlaw::new(at(field), Flaw::TooMany { most: STREETS }));
            let each = texts.iter().find_map(|text| flaw_of_line(&at(field), text));
            many.or(each)
        };
        let accounts = self
            .accounts
            .iter()
            .find_map(|number| AccountNumber::parse(number, house).err());
        let many = self.accounts.len() > ACCOUNTS;
        let accounts = many.then_some(Flaw::TooMany { most: ACCOUNTS }).or(accounts);
        let town = house.town(&self.town).is_none();
        town.then(|| FieldFlaw::new(at("town"), Flaw::NotATown))
            .into_iter()
            .chain(flaw_of_line(&at("words"), &self.words))
            .chain(lines("streets", &self.streets))
            .chain(lines("estates", &self.estates))
            .chain(accounts.map(|flaw| FieldFlaw::new(at("accounts"), flaw)))
            .collect()
    }

    /// The area with its texts trimmed.
    pub(super) fn trimmed(self) -> Self {
        Self {
            town: self.town,
            words: self.words.trim().to_owned(),
            streets: trimmed(self.streets),
            estates: trimmed(self.estates),
            accounts: trimmed(self.accounts),
        }
    }

    /// Whether it is all of its town.
    pub fn is_all(&self) -> bool {
        self.streets.is_empty() && self.estates.is_empty() && self.accounts.is_empty()
    }

    /// Whether an address in its town is without water.
    pub fn holds(&self, address: &str, house: &House) -> bool {
        let street = |text: &str| street_of(text, house);
        let (here, written) = (street(address), narrow(address));
        self.is_all()
            || here.is_some() && self.streets.iter().any(|named| street(named) == here)
            || self.estates.iter().any(|estate| written.contains(&narrow(estate)))
    }

    /// Whether a water account is without water: it is named, or its address is.
    pub fn holds_account(&self, number: &str, address: &str, house: &House) -> bool {
        self.accounts.iter().any(|named| named == number) || self.holds(address, house)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area() -> Area {
        Area {
            town: "nancheng".into(),
            words: "鸿福路一带".into(),
            streets: vec!["鸿福路".into()],
            estates: vec!["阳光花园".into()],
            accounts: vec!["12345678".into()],
        }
    }

    #[test]
    fn it_holds_the_streets_estates_and_accounts_that_it_names() {
        let house = House::dongguan();
        for (address, holds) in [
            ("南城街道鸿福路 100 号", true),
            ("体育路8号阳光花园3栋", true),
            ("新城大道5号", false),
            ("地王旁边", false),
        ] {
            assert_eq!(area().holds(address, &house), holds, "{address}");
        }
        assert!(area().holds_account("12345678", "新城大道5号", &house));
        assert!(!area().holds_account("12345679", "新城大道5号", &house));
    }

    #[test]
    fn one_that_names_nothing_is_all_of_the_town() {
        let all = Area {
            streets: Vec::new(),
            estates: Vec::new(),
            accounts: Vec::new(),
            ..area()
        };
        assert!(all.is_all() && all.holds("地王旁边", &House::dongguan()));
    }

    #[test]
    fn every_flaw_is_told_beside_its_field() {
        let house = House::dongguan();
        assert_eq!(area().flaws("areas.0", &house), []);
        let wrong = Area {
            town: "番禺".into(),
            words: " ".into(),
            streets: vec!["路".into(); 31],
            estates: vec!["园".repeat(201)],
            accounts: vec!["12".into()],
        };
        let told = wrong.flaws("areas.0", &house);
        let told: Vec<_> = told
            .iter()
            .map(|one| format!("{} {}", one.field, one.flaw.code()))
            .collect();
        assert_eq!(
            told,
            [
                "areas.0.town not_a_town",
                "areas.0.words missing",
                "areas.0.streets too_many",
                "areas.0.estates too_long",
                "areas.0.accounts account_length"
            ]
        );
    }
}
