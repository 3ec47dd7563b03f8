//! Times at which somebody of the house comes: which there are, how one is written as an answer, and how it is said.
//! How many places each has left, the server knows.

mod visits;

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

pub use visits::{Visits, Window};

use crate::form::{Answer, Flaw, Kind};
use crate::house::House;
use crate::time::{Moment, moment};
use crate::words::{Bi, Lang, bi};

/// How a day is written.
const DAY: &str = "%Y-%m-%d";
/// How a time of day is written.
const CLOCK: &str = "%H:%M";
/// How a time of day is said.
const SAID: &str = "%-H:%M";

/// A time at which somebody comes, in China's time. It is written `2026-12-01 09:00-11:00`, and so tells all even when the
/// house has changed its hours since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slot {
    /// The day.
    pub day: NaiveDate,
    /// From when.
    pub from: NaiveTime,
    /// Until when; later on the same day.
    pub to: NaiveTime,
}

impl Slot {
    /// So many characters are written.
    pub const LENGTH: usize = "2026-12-01 09:00-11:00".len();

    /// When it begins.
    pub fn begins(self) -> Moment {
        moment(self.day.and_time(self.from))
    }

    /// When it ends.
    pub fn ends(self) -> Moment {
        moment(self.day.and_time(self.to))
    }

    /// As people say it: 12月1日(周二)9:00–11:00; Tue 1 Dec, 9:00–11:00.
    pub fn say(self, lang: Lang) -> String {
        let hours = self.say_hours();
        match lang {
            Lang::Zh => format!("{}{hours}", self.say_day(lang)),
            Lang::En => format!("{}, {hours}", self.say_day(lang)),
        }
    }

    /// Its day: 12月1日(周二); Tue 1 Dec.
    pub fn say_day(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!(
                "{}月{}日({})",
                self.day.month(),
                self.day.day(),
                weekday(self.day).get(lang)
            ),
            Lang::En => format!("{} {}", weekday(self.day).get(lang), self.day.format("%-d %b")),
        }
    }

    /// Its hours: 9:00–11:00, in both languages.
    pub fn say_hours(self) -> String {
        format!("{}–{}", self.from.format(SAID), self.to.format(SAID))
    }
}

fn weekday(day: NaiveDate) -> Bi {
    match day.weekday() {
        chrono::Weekday::Mon => bi("周一", "Mon"),
        chrono::Weekday::Tue => bi("周二", "Tue"),
        chrono::Weekday::Wed => bi("周三", "Wed"),
        chrono::Weekday::Thu => bi("周四", "Thu"),
        chrono::Weekday::Fri => bi("周五", "Fri"),
        chrono::Weekday::Sat => bi("周六", "Sat"),
        chrono::Weekday::Sun => bi("周日", "Sun"),
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { day, from, to } = self;
        write!(f, "{} {}-{}", day.format(DAY), from.format(CLOCK), to.format(CLOCK))
    }
}

impl FromStr for Slot {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (day, hours) = text.trim().split_once(' ')?;
            let (from, to) = hours.trim().split_once('-')?;
            let clock = |text: &str| NaiveTime::parse_from_str(text, CLOCK).ok();
            let day = NaiveDate::parse_from_str(day, DAY).ok()?;
            let (from, to) = (clock(from)?, clock(to)?);
            // A year of five digits can be read, too, but not kept.
            ((2000..2100).contains(&day.year()) && from < to).then_some(Self { day, from, to })
        };
        read().ok_or_else(|| format!("{text:?} is no time to come; write 2026-12-01 09:00-11:00"))
    }
}

impl TryFrom<String> for Slot {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Slot> for String {
    fn from(slot: Slot) -> Self {
        slot.to_string()
    }
}

impl Answer for Slot {
    const KIND: Kind = Kind::Slot;

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        raw.parse().map_err(|_| Flaw::NotASlot)
    }

    fn canonical(&self) -> String {
        self.to_string()
    }
}

/// The next free times, said with a flaw; fewer where there are no more.
pub type NextSlots = [Option<Slot>; 3];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_time_is_written_and_said() {
        let slot: Slot = "2026-12-01 09:00-11:00".parse().unwrap();
        assert_eq!(slot.to_string(), "2026-12-01 09:00-11:00");
        assert_eq!(slot.to_string().len(), Slot::LENGTH);
        assert_eq!(slot.say(Lang::Zh), "12月1日(周二)9:00–11:00");
        assert_eq!(slot.say(Lang::En), "Tue 1 Dec, 9:00–11:00");
        assert_eq!(slot.begins().to_rfc3339(), "2026-12-01T01:00:00+00:00");
        assert_eq!(slot.ends().to_rfc3339(), "2026-12-01T03:00:00+00:00");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for raw in [
            "",
            "2026-12-01",
            "2026-12-01 09:00",
            "2026-02-30 09:00-11:00",
            "2026-12-01 11:00-09:00",
            "2026-12-01 09:00-09:00",
            "2026-12-01 25:00-26:00",
            "12026-12-01 09:00-11:00",
        ] {
            assert!(raw.parse::<Slot>().is_err(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC*") {
            if let Ok(slot) = typed.parse::<Slot>() {
                prop_assert_eq!(slot.to_string().parse(), Ok(slot));
            }
        }
    }
}
