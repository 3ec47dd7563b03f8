//! What the hall knows of a water account, as far as filings change it.

use chrono::NaiveDate;

use super::WaterState;
use crate::form::UseType;

/// A water account as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The name that it is registered under.
    pub name: String,
    /// The registered phone.
    pub phone: Option<String>,
    /// The last four letters of the holder's identity number.
    pub id_end: Option<String>,
    /// What the water is for.
    pub use_type: UseType,
    /// Persons who are counted.
    pub persons: u32,
    /// The last day on which that many are; with none they always are.
    pub persons_until: Option<NaiveDate>,
    /// The last day of the discount for hardship, where there is one.
    pub hardship_until: Option<NaiveDate>,
    /// How it stands.
    pub state: WaterState,
    /// Since when it is suspended.
    pub suspended_from: Option<NaiveDate>,
    /// The code of its tariff.
    pub tariff: String,
}

impl Account {
    /// Persons who are counted on a day: once the last day is over, `ordinary` ones, or fewer where fewer are known.
    pub fn persons_on(&self, day: NaiveDate, ordinary: u32) -> u32 {
        if self.persons_until.is_some_and(|last| last < day) {
            self.persons.min(ordinary)
        } else {
            self.persons
        }
    }

    /// Whether the discount for hardship holds on a day.
    pub fn hardship_on(&self, day: NaiveDate) -> bool {
        self.hardship_until.is_some_and(|last| day <= last)
    }

    /// In use, of one person; for tests.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            name: "张三丰".into(),
            phone: Some("13800001234".into()),
            id_end: Some("002X".into()),
            use_type: UseType::Household,
            persons: 3,
            persons_until: None,
            hardship_until: None,
            state: WaterState::Active,
            suspended_from: None,
            tariff: "panyu".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_out_counts_on_its_last_day_and_not_after() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let account = Account {
            persons: 6,
            persons_until: Some(day("2026-11-24")),
            hardship_until: Some(day("2026-11-24")),
            ..Account::sample()
        };
        let on = |text: &str| (account.persons_on(day(text), 4), account.hardship_on(day(text)));
        assert_eq!(on("2026-11-24"), (6, true));
        assert_eq!(on("2026-11-25"), (4, false));
        assert_eq!(Account::sample().persons_on(day("2026-11-25"), 4), 3);
    }
}
