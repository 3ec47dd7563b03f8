//! What is asked, as it is typed and as it stands in the address.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use shuiting_shared::form::{Answer, Answers, Field, Flaw, HouseholdSize, UseType, Volume};
use shuiting_shared::house::House;
use shuiting_shared::tariff::{Tariff, Tariffs, Use};

use super::words;

/// How much water.
pub(super) static VOLUME: Field = Field::alone::<Volume>("volume", words::VOLUME, Some(words::VOLUME_HELP));
/// How many persons.
pub(super) static PERSONS: Field = Field::alone::<HouseholdSize>("persons", words::PERSONS, Some(words::PERSONS_HELP));
/// What for.
pub(super) static KIND: Field = Field::alone::<UseType>("use", words::KIND, None);

/// What is asked. What is typed stays as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Inputs {
    /// The volume.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) volume: String,
    /// The persons; until somebody says, those whom the tariff counts on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) persons: Option<String>,
    /// What the water is for.
    #[serde(rename = "use", skip_serializing_if = "is_household")]
    pub(super) kind: UseType,
    /// Whether the household is in hardship.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) hardship: bool,
    /// The tariff's code; until somebody says, the house's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tariff: Option<String>,
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            volume: String::new(),
            persons: None,
            kind: UseType::Household,
            hardship: false,
            tariff: None,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_household(kind: &UseType) -> bool {
    *kind == UseType::Household
}

impl Inputs {
    /// Reads an address's query; one that does not read asks nothing.
    pub(super) fn read(search: &str) -> Self {
        serde_urlencoded::from_str(search.trim_start_matches('?')).unwrap_or_default()
    }

    /// The address that asks this.
    pub(super) fn address(&self) -> String {
        match serde_urlencoded::to_string(self) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", super::PATH),
            _ => super::PATH.to_owned(),
        }
    }

    /// Whether something is asked beside volume and persons.
    pub(super) fn special(&self) -> bool {
        Self {
            volume: String::new(),
            persons: None,
            ..self.clone()
        } != Self::default()
    }

    /// The tariff that is asked for, as it holds on a day; the house's where there is none such.
    pub(super) fn tariff<'a>(&self, tariffs: &'a Tariffs, day: NaiveDate) -> Option<&'a Tariff> {
        let asked = self.tariff.as_deref().and_then(|code| tariffs.at(code, day));
        asked.or_else(|| tariffs.at(&tariffs.default, day))
    }

    /// The persons as they are shown.
    pub(super) fn shown_persons(&self, tariff: &Tariff) -> String {
        self.persons.clone().unwrap_or_else(|| tariff.persons.to_string())
    }

    /// What is wrong with what was typed for a question; a blank is not wrong yet.
    pub(super) fn flaw(field: &Field, typed: &str, house: &House, day: NaiveDate) -> Option<Flaw> {
        let answers: Answers = [(field.key, typed)].into_iter().collect();
        field.flaw(&answers, house, day).filter(|flaw| *flaw != Flaw::Missing)
    }

    /// What is used for a month, where all of it reads.
    pub(super) fn used(&self, tariff: &Tariff, house: &House) -> Option<Use> {
        let persons = self.shown_persons(tariff);
        Some(Use {
            kind: self.kind,
            volume: Volume::parse(&self.volume, house).ok()?.get(),
            persons: match self.kind {
                UseType::Household => HouseholdSize::parse(&persons, house).ok()?.get(),
                UseType::Other | UseType::Special => tariff.persons,
            },
            months: 1,
            hardship: self.hardship,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_survives_the_address_bar() {
        let inputs = Inputs {
            volume: "30".into(),
            persons: Some("5".into()),
            kind: UseType::Other,
            hardship: true,
            tariff: Some("shenzhen".into()),
        };
        let address = inputs.address();
        assert_eq!(
            address,
            "/calculator?volume=30&persons=5&use=other&hardship=true&tariff=shenzhen"
        );
        assert_eq!(Inputs::read(&address["/calculator".len()..]), inputs);
        assert!(inputs.special());
    }

    #[test]
    fn what_nobody_says_does_not_stand_in_the_address() {
        assert_eq!(Inputs::default().address(), "/calculator");
        let typed = Inputs {
            volume: "3 x&".into(),
            ..Inputs::default()
        };
        assert_eq!(typed.address(), "/calculator?volume=3+x%26");
        assert_eq!(Inputs::read("?volume=3+x%26"), typed);
        assert!(!typed.special());
        assert_eq!(Inputs::read("?use=garden"), Inputs::default());
    }
}
