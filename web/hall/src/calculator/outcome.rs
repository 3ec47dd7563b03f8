//! What comes of what is asked.

use chrono::NaiveDate;
use shuiting_shared::form::UseType;
use shuiting_shared::house::House;
use shuiting_shared::money::Fen;
use shuiting_shared::tariff::{Charge, Tariff, Tariffs, Use};

use super::inputs::Inputs;

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// No volume is typed yet.
    Blank,
    /// Something does not read.
    Wrong,
    /// The tariff names no price for such a use.
    NoPrice,
    /// The bill.
    Bill(Bill),
}

/// A bill as it would be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bill {
    /// How it comes about.
    pub(super) charge: Charge,
    /// With a person less and with one more: how many that are, and the total; only where that is another.
    pub(super) others: Vec<(u32, Fen)>,
    /// The persons whom the tariff counts on, where there are more.
    pub(super) beyond: Option<u32>,
}

impl Outcome {
    /// What comes of it on a day.
    pub(super) fn of(inputs: &Inputs, tariffs: &Tariffs, house: &House, day: NaiveDate) -> Self {
        if inputs.volume.trim().is_empty() {
            return Self::Blank;
        }
        let Some(tariff) = inputs.tariff(tariffs, day) else {
            return Self::NoPrice;
        };
        match inputs.used(tariff, house) {
            None => Self::Wrong,
            Some(used) => Bill::of(tariff, &used).map_or(Self::NoPrice, Self::Bill),
        }
    }

    /// The bill, where there is one.
    pub(super) fn bill(&self) -> Option<&Bill> {
        match self {
            Self::Bill(bill) => Some(bill),
            Self::Blank | Self::Wrong | Self::NoPrice => None,
        }
    }
}

impl Bill {
    fn of(tariff: &Tariff, used: &Use) -> Option<Self> {
        let charge = tariff.charge(used)?;
        let household = used.kind == UseType::Household;
        let total = |persons| Some((persons, tariff.charge(&Use { persons, ..*used })?.total));
        let near = [used.persons.checked_sub(1), used.persons.checked_add(1)];
        let others = near.into_iter().flatten().filter_map(total);
        Some(Self {
            others: others.filter(|(_, total)| *total != charge.total).collect(),
            beyond: (household && used.persons > tariff.persons).then_some(tariff.persons),
            charge,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(volume: &str, persons: &str) -> Inputs {
        Inputs {
            volume: volume.into(),
            persons: Some(persons.into()),
            ..Inputs::default()
        }
    }

    fn outcome(inputs: &Inputs) -> Outcome {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Outcome::of(inputs, &Tariffs::brought_along(), &House::dongguan(), day)
    }

    #[test]
    fn a_volume_makes_a_bill() {
        let bill = |inputs: Inputs| outcome(&inputs).bill().cloned().unwrap();
        assert_eq!(bill(inputs("40", "4")).charge.total, Fen(15_128));
        assert_eq!(
            bill(inputs(" 40 ", "1")).charge.total,
            Fen(15_128),
            "wide figures and spaces"
        );
        let shenzhen = Inputs {
            tariff: Some("shenzhen".into()),
            ..inputs("40", "4")
        };
        assert_eq!(bill(shenzhen).charge.total, Fen(23_332));
        let nowhere = Inputs {
            tariff: Some("nowhere".into()),
            persons: None,
            ..inputs("20", "")
        };
        assert_eq!(
            bill(nowhere).charge.total,
            Fen(5400),
            "then it is the house's, for four"
        );
    }

    #[test]
    fn one_person_more_or_less_is_told_where_it_changes_something() {
        let others = |volume, persons| outcome(&inputs(volume, persons)).bill().unwrap().others.clone();
        assert_eq!(others("20", "4"), []);
        assert_eq!(others("40", "3"), [], "a fourth changes nothing");
        assert_eq!(others("40", "4"), [(5, Fen(12_700))]);
        assert_eq!(others("40", "5").first(), Some(&(4, Fen(15_128))));
        assert_eq!(outcome(&inputs("40", "5")).bill().unwrap().beyond, Some(4));
    }

    #[test]
    fn what_makes_no_bill_is_told_apart() {
        assert_eq!(outcome(&inputs("", "4")), Outcome::Blank);
        assert_eq!(outcome(&inputs("abc", "4")), Outcome::Wrong);
        assert_eq!(outcome(&inputs("40", "0")), Outcome::Wrong);
        let shop = Inputs {
            kind: UseType::Other,
            tariff: Some("shenzhen".into()),
            ..inputs("40", "nobody asks")
        };
        assert_eq!(outcome(&shop), Outcome::NoPrice);
    }
}
