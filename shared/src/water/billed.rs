//! Bills that are made here: from a reading that was reported, and anew where a meter was wrong.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Account, Deviation, Period};
use crate::form::UseType;
use crate::money::Fen;
use crate::tariff::{Tariffs, Use};

/// A bill, without what was paid of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// The month that it is for.
    pub period: Period,
    /// When it was made.
    pub issued: NaiveDate,
    /// The last day to pay it.
    pub due: NaiveDate,
    /// What the meter showed before, m³.
    pub previous: u32,
    /// What it showed, m³.
    pub reading: u32,
    /// Whether another meter was put in meanwhile.
    pub new_meter: bool,
    /// What was used, m³.
    pub volume: u32,
    /// How many months it is for.
    pub months: u32,
    /// How many persons it counts.
    pub persons: u32,
    /// Whether the discount for hardship is in it.
    pub hardship: bool,
    /// What the water was for.
    pub use_type: UseType,
    /// The code of its tariff.
    pub tariff: String,
    /// What it comes to.
    pub total: Fen,
}

impl Bill {
    /// The bill of a reading that is taken over on a day, for all months since the one before; it counts whom the account
    /// counts on that day. None where there is no bill before it to count from, the month has its bill already, the
    /// reading is below the last one, or the tariff has no price for the use: then the billing system makes it.
    pub fn of_reading(
        reading: u32,
        account: &Account,
        last: &Self,
        tariffs: &Tariffs,
        today: NaiveDate,
        due_days: u32,
    ) -> Option<Self> {
        let period = Period::of(today);
        let months = period.since(last.period).filter(|months| *months > 0)?;
        let tariff = tariffs.at(&account.tariff, today)?;
        let bill = Self {
            period,
            issued: today,
            due: today.checked_add_days(Days::new(due_days.into()))?,
            previous: last.reading,
            reading,
            new_meter: false,
            volume: reading.checked_sub(last.reading)?,
            months,
            persons: account.persons_on(today, tariff.persons),
            hardship: account.hardship_on(today),
            use_type: account.use_type,
            tariff: account.tariff.clone(),
            total: Fen::ZERO,
        };
        bill.priced(tariffs)
    }

    /// The same bill for the water that ran through a meter which was wrong, by the tariff that held when it was made.
    /// None where that is not known any more.
    pub fn corrected(&self, deviation: Deviation, tariffs: &Tariffs) -> Option<Self> {
        // What the meter showed stays; a bill that was corrected before is not corrected on top of it.
        let shown = match self.reading.checked_sub(self.previous) {
            Some(shown) if !self.new_meter => shown,
            _ => self.volume,
        };
        let bill = Self {
            volume: deviation.right(shown),
            ..self.clone()
        };
        bill.priced(tariffs)
    }

    fn priced(self, tariffs: &Tariffs) -> Option<Self> {
        let used = Use {
            kind: self.use_type,
            volume: self.volume,
            persons: self.persons,
            months: self.months,
            hardship: self.hardship,
        };
        let charge = tariffs.at(&self.tariff, self.issued)?.charge(&used)?;
        Some(Self {
            total: charge.total,
            ..self
        })
    }

    /// 20 m³ of October 2026, 54 yuan; for tests.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        Self {
            period: Period::of(day("2026-10-01")),
            issued: day("2026-11-01"),
            due: day("2026-11-25"),
            previous: 100,
            reading: 120,
            new_meter: false,
            volume: 20,
            months: 1,
            persons: 3,
            hardship: false,
            use_type: UseType::Household,
            tariff: "panyu".into(),
            total: Fen(5400),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn made(reading: u32, account: &Account, last: &Bill) -> Option<Bill> {
        Bill::of_reading(reading, account, last, &Tariffs::brought_along(), today(), 24)
    }

    #[test]
    fn more_persons_have_wider_tiers_on_the_next_bill_until_their_last_day_is_over() {
        let family = |until: &str| Account {
            persons: 6,
            persons_until: Some(until.parse().unwrap()),
            ..Account::sample()
        };
        let of = |account: &Account| made(160, account, &Bill::sample()).map(|bill| (bill.persons, bill.total));
        // DOMAIN.md §5: 40 m³ of four persons or fewer are 151.28; six have 35 m³ in the first tier.
        assert_eq!(of(&Account::sample()), Some((3, Fen(15_128))));
        assert_eq!(of(&family("2026-11-24")), Some((6, Fen(9_450 + 1_315 + 715))));
        assert_eq!(of(&family("2026-11-23")), Some((4, Fen(15_128))));
    }

    #[test]
    fn a_bill_counts_from_the_last_one_and_for_all_months_since() {
        let bill = made(140, &Account::sample(), &Bill::sample()).unwrap();
        assert_eq!(
            (bill.previous, bill.volume, bill.months, bill.total),
            (120, 20, 1, Fen(5400))
        );
        assert_eq!(
            (bill.period.to_string(), bill.due.to_string()),
            ("2026-11".into(), "2026-12-18".into())
        );
        let august = Bill {
            period: "2026-08".parse().unwrap(),
            ..Bill::sample()
        };
        assert_eq!(made(140, &Account::sample(), &august).unwrap().months, 3);
    }

    #[test]
    fn what_cannot_be_counted_is_left_to_the_billing_system() {
        assert_eq!(
            made(119, &Account::sample(), &Bill::sample()),
            None,
            "below the last one"
        );
        let november = Bill {
            period: "2026-11".parse().unwrap(),
            ..Bill::sample()
        };
        assert_eq!(made(140, &Account::sample(), &november), None, "the month has its bill");
        let strange = Account {
            tariff: "nowhere".into(),
            ..Account::sample()
        };
        assert_eq!(made(140, &strange, &Bill::sample()), None);
    }

    #[test]
    fn a_wrong_meter_s_bill_is_worked_out_anew_by_its_own_tariff_and_only_once() {
        let tariffs = Tariffs::brought_along();
        let deviation = Deviation::read("25").unwrap();
        let right = Bill::sample().corrected(deviation, &tariffs).unwrap();
        assert_eq!((right.volume, right.total), (16, Fen(4320)));
        assert_eq!(right.corrected(deviation, &tariffs), Some(right));
    }

    proptest! {
        #[test]
        fn a_meter_that_showed_too_much_never_costs_more(hundredths in 1..=20_000_i32, volume in 0..500_u32) {
            let tariffs = Tariffs::brought_along();
            let shown = Bill { reading: 100 + volume, volume, ..Bill::sample() };
            let whole = shown.clone().priced(&tariffs).unwrap();
            let percent = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            let right = shown.corrected(Deviation::read(&percent).unwrap(), &tariffs).unwrap();
            prop_assert!(right.total <= whole.total && right.volume <= whole.volume);
        }
    }
}
