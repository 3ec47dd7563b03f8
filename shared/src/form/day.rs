//! A day, and the days that an answer may name. What day it is today is told from outside.

use chrono::{Datelike, Days as Span, Months, NaiveDate};

use super::{Answer, Answers, Flaw, Kind};
use crate::house::House;
use crate::person;

/// How a day is written.
const WRITTEN: &str = "%Y-%m-%d";

/// A day in China, written `2026-11-24`, in the years 2000 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(NaiveDate);

impl Day {
    /// Reads a day as people type it: `2026-11-24`, `2026/11/24`, `2026.11.24`, `2026年11月24日`.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let text = person::narrow(raw).replace(['/', '.', '年', '月'], "-");
        let day = NaiveDate::parse_from_str(text.trim_end_matches('日'), WRITTEN).map_err(|_| Flaw::NotADay)?;
        if (2000..2100).contains(&day.year()) {
            Ok(Self(day))
        } else {
            Err(Flaw::NotADay)
        }
    }

    /// The date.
    pub const fn date(self) -> NaiveDate {
        self.0
    }
}

impl Answer for Day {
    const KIND: Kind = Kind::Date;

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        Self::read(raw)
    }

    fn canonical(&self) -> String {
        self.0.format(WRITTEN).to_string()
    }
}

/// From which day the days that may be named are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The day of filing.
    Today,
    /// The day that the earlier field with this key names.
    Field(&'static str),
}

/// The days that an answer may name. It is data, so that the API can tell it and the calendar shows no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// From when they are counted.
    pub since: Since,
    /// At least so many days later.
    pub least: u32,
    /// At most so many years later.
    pub years: Option<u32>,
}

impl Days {
    /// Today or later; with `ahead` days, that many days from today or later.
    pub const fn ahead(ahead: u32) -> Self {
        Self {
            since: Since::Today,
            least: ahead,
            years: None,
        }
    }

    /// At least so many days after the day that an earlier field names.
    pub const fn after(field: &'static str, least: u32) -> Self {
        Self {
            since: Since::Field(field),
            least,
            years: None,
        }
    }

    /// And at most so many years later.
    #[must_use]
    pub const fn within(self, years: u32) -> Self {
        Self {
            years: Some(years),
            ..self
        }
    }

    /// The first and the last day that may be named; none as long as it is not known from when to count.
    pub fn range(self, answers: &Answers, today: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let since = match self.since {
            Since::Today => today,
            Since::Field(key) => Day::read(answers.get(key)?).ok()?.date(),
        };
        let earliest = since.checked_add_days(Span::new(self.least.into()))?;
        let latest = self
            .years
            .and_then(|years| since.checked_add_months(Months::new(years * 12)));
        Some((earliest, latest))
    }

    /// Whether a day, as it is stored, is one of them.
    pub(super) fn check(self, day: &str, answers: &Answers, today: NaiveDate) -> Result<(), Flaw> {
        let day = Day::read(day)?.date();
        let Some((earliest, latest)) = self.range(answers, today) else {
            return Ok(());
        };
        if day < earliest {
            let days = self.least;
            return Err(match self.since {
                Since::Today if days == 0 => Flaw::DayPast { earliest },
                Since::Today => Flaw::DayTooSoon { days, earliest },
                Since::Field(_) => Flaw::DaysTooFew { days, earliest },
            });
        }
        match (latest, self.years) {
            (Some(latest), Some(years)) if day > latest => Err(Flaw::DayTooLate { years, latest }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_however_it_is_typed() {
        for raw in [
            "2026-11-24",
            " 2026/11/24",
            "2026.11.24",
            "2026年11月24日",
            "２０２６-11-24",
        ] {
            assert_eq!(Day::read(raw).map(Day::date), Ok(date("2026-11-24")), "{raw}");
        }
        for raw in [
            "2026-02-29",
            "24-11-2026",
            "1999-12-31",
            "2100-01-01",
            "tomorrow",
            "2026-11",
            "",
        ] {
            assert_eq!(Day::read(raw), Err(Flaw::NotADay), "{raw}");
        }
        assert!(Day::read("2000-01-01").is_ok() && Day::read("2099-12-31").is_ok());
    }

    #[test]
    fn days_are_counted_from_today_or_from_another_answer() {
        let today = date("2027-03-01");
        let from: Answers = [("from", "2027-03-06")].into_iter().collect();
        let check = |days: Days, day: &str| days.check(day, &from, today);
        let soon = Flaw::DayTooSoon {
            days: 5,
            earliest: date("2027-03-06"),
        };
        assert_eq!(check(Days::ahead(5), "2027-03-05"), Err(soon));
        assert_eq!(check(Days::ahead(5), "2027-03-06"), Ok(()));
        let past = Flaw::DayPast { earliest: today };
        assert_eq!(check(Days::ahead(0), "2027-02-28"), Err(past));
        assert_eq!(check(Days::ahead(0), "2027-03-01"), Ok(()));
        let few = Flaw::DaysTooFew {
            days: 30,
            earliest: date("2027-04-05"),
        };
        assert_eq!(check(Days::after("from", 30), "2027-04-04"), Err(few));
        assert_eq!(check(Days::after("from", 30), "2027-04-05"), Ok(()));
        let year = Days::after("from", 1).within(1);
        let late = Flaw::DayTooLate {
            years: 1,
            latest: date("2028-03-06"),
        };
        assert_eq!(check(year, "2028-03-06"), Ok(()), "a leap year is a year");
        assert_eq!(check(year, "2028-03-07"), Err(late));
        let unknown = Days::after("to", 30);
        assert_eq!(
            check(unknown, "2027-03-01"),
            Ok(()),
            "what is missing is told beside it"
        );
    }

    proptest! {
        /// A day passes just where it lies in the range that the calendar shows.
        #[test]
        fn the_range_says_what_is_right(offset in -800..1500i64, least in 0..400u32, years in proptest::option::of(1..4u32)) {
            let today = date("2026-11-24");
            let days = Days { since: Since::Today, least, years };
            let day = today + chrono::TimeDelta::days(offset);
            let (earliest, latest) = days.range(&Answers::default(), today).unwrap();
            let inside = day >= earliest && latest.is_none_or(|latest| day <= latest);
            let right = days.check(&Day(day).canonical(), &Answers::default(), today).is_ok();
            prop_assert_eq!(right, inside);
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC*") {
            if let Ok(day) = Day::read(&typed) {
                prop_assert_eq!(Day::read(&day.canonical()), Ok(day));
            }
        }
    }
}
