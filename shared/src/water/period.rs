//! The month that a bill is for.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// A month of this century: `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: i32,
    month: u32,
}

/// A text that names no month of this century.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write the month as 2026-11")]
pub struct NotAPeriod;

impl Period {
    /// The month that holds a day.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The month so many months earlier.
    #[must_use]
    pub fn before(self, months: u32) -> Self {
        Self::counted(self.count() - months.cast_signed())
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self::counted(self.count() + 1)
    }

    /// How many months it lies after another; none where it lies before it.
    pub fn since(self, earlier: Self) -> Option<u32> {
        u32::try_from(self.count() - earlier.count()).ok()
    }

    /// Months since the year nought.
    const fn count(self) -> i32 {
        self.year * 12 + self.month.cast_signed() - 1
    }

    const fn counted(count: i32) -> Self {
        Self {
            year: count.div_euclid(12),
            month: count.rem_euclid(12).cast_unsigned() + 1,
        }
    }

    /// One of its days, counted from 1; its last one where it has fewer.
    pub fn day(self, day: u32) -> NaiveDate {
        let last = self.next().first_day() - chrono::Days::new(1);
        self.first_day().with_day(day).unwrap_or(last)
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        // Every month of this century has one.
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// As people say it: 2026年11月, Nov 2026.
    pub fn say(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}年{}月", self.year, self.month),
            Lang::En => self.first_day().format("%b %Y").to_string(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    /// Reads `2026-11`, and as spreadsheets have it: `2026/11`, `2026-1`, `202611`, `2026年11月`.
    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let text = text.trim().trim_end_matches('月');
        let (year, month) = text
            .split_once(['-', '/', '年'])
            .or_else(|| (text.len() == 6).then(|| text.split_at_checked(4)).flatten())
            .ok_or(NotAPeriod)?;
        let number = |part: &str, most: usize| {
            let digits = !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u32>().ok().filter(|_| digits).ok_or(NotAPeriod)
        };
        let (year, month) = (number(year, 4)?, number(month, 2)?);
        if (2000..2100).contains(&year) && (1..=12).contains(&month) {
            Ok(Self {
                year: year.cast_signed(),
                month,
            })
        } else {
            Err(NotAPeriod)
        }
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;

    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_read_as_spreadsheets_have_it() {
        for text in ["2026-11", " 2026/11 ", "202611", "2026年11月"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), "2026-11", "{text}");
        }
        assert_eq!("2026-1".parse::<Period>().unwrap().to_string(), "2026-01");
        for text in [
            "",
            "2026",
            "2026-13",
            "2026-0",
            "26-11",
            "1999-12",
            "2026-+1",
            "二〇二六",
        ] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn is_said_in_both_languages() {
        let period: Period = "2026-01".parse().unwrap();
        assert_eq!(period.say(Lang::Zh), "2026年1月");
        assert_eq!(period.say(Lang::En), "Jan 2026");
        assert_eq!(period.before(1).to_string(), "2025-12");
        assert_eq!(period.next().day(31).to_string(), "2026-02-28");
    }

    proptest! {
        #[test]
        fn months_are_counted_one_by_one(year in 2030..2100_i32, month in 1..=12_u32, months in 0..200_u32) {
            let period = Period { year, month };
            let one_by_one = (0..months).fold(period, |period, _| period.before(1));
            prop_assert_eq!(period.before(months), one_by_one);
            prop_assert_eq!(period.before(months) < period, months > 0);
            prop_assert_eq!(period.since(period.before(months)), Some(months));
            prop_assert_eq!(period.next().before(1), period);
            prop_assert_eq!(period.since(period.next()), None);
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC*") {
            let _ = typed.parse::<Period>();
        }
    }
}
