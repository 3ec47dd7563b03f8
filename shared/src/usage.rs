//! Water used month by month: held against the year before, and a hint where it jumps.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::money::Fen;
use crate::words::Lang;

/// What was used in a month, and what it cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct MonthUse {
    /// The first day of the month.
    pub month: NaiveDate,
    /// Whole cubic metres.
    pub volume: u32,
    /// What they cost.
    pub amount: Fen,
}

/// More than one is used to, so suddenly that something may leak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// Cubic metres in the latest month.
    pub now: u32,
    /// Cubic metres in a usual month: the mean of those before it, rounded.
    pub usual: u32,
}

/// Months that the latest is held against (A).
const BEFORE: usize = 6;
/// With fewer nothing is usual yet (A).
const FEWEST: usize = 3;
/// Cubic metres that it must be more: half as much again of very little is no leak (A).
const LEAST_MORE: u64 = 5;

impl MonthUse {
    /// How the month is called: 2026年10月, Oct 2026.
    pub fn name(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}年{}月", self.month.year(), self.month.month()),
            Lang::En => self.month.format("%b %Y").to_string(),
        }
    }

    /// How it is called among months of one year: 10月, Oct.
    pub fn short_name(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}月", self.month.month()),
            Lang::En => self.month.format("%b").to_string(),
        }
    }

    /// The same month of the year before, where it is among these.
    pub fn year_before<'a>(&self, months: &'a [Self]) -> Option<&'a Self> {
        let then = self.month.checked_sub_months(Months::new(12))?;
        months.iter().find(|month| month.month == then)
    }
}

/// Whether the latest month jumps: at least half as much again as the mean of the six before it, and at least 5 m³ more
/// (A). The oldest month comes first.
pub fn jump(months: &[MonthUse]) -> Option<Jump> {
    let (latest, before) = months.split_last()?;
    let before = &before[before.len().saturating_sub(BEFORE)..];
    if before.len() < FEWEST {
        return None;
    }
    // Whole numbers: both sides of each comparison are taken as often as there are months.
    let count = before.len() as u64;
    let sum: u64 = before.iter().map(|month| u64::from(month.volume)).sum();
    let now = u64::from(latest.volume) * count;
    let jumps = 2 * now >= 3 * sum && now >= sum + LEAST_MORE * count;
    jumps.then(|| Jump {
        now: latest.volume,
        usual: u32::try_from((2 * sum + count) / (2 * count)).unwrap_or(u32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Months up to November 2026.
    fn months(volumes: &[u32]) -> Vec<MonthUse> {
        let last = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let back = |back: usize| last.checked_sub_months(Months::new(back.try_into().unwrap())).unwrap();
        let (volumes, count) = (volumes.iter().enumerate(), volumes.len());
        volumes
            .map(|(place, volume)| MonthUse {
                month: back(count - 1 - place),
                volume: *volume,
                amount: Fen(i64::from(*volume) * 270),
            })
            .collect()
    }

    fn hint(volumes: &[u32]) -> Option<(u32, u32)> {
        jump(&months(volumes)).map(|jump| (jump.now, jump.usual))
    }

    #[test]
    fn a_jump_is_half_as_much_again_and_five_more() {
        assert_eq!(hint(&[20, 20, 20, 20, 20, 20, 30]), Some((30, 20)));
        assert_eq!(hint(&[20, 20, 20, 20, 20, 20, 29]), None);
        assert_eq!(hint(&[4, 4, 4, 8]), None, "twice as much, but 4 m³ more");
        assert_eq!(hint(&[4, 4, 4, 9]), Some((9, 4)));
        assert_eq!(hint(&[0, 0, 0, 5]), Some((5, 0)));
    }

    #[test]
    fn six_months_count_and_fewer_than_three_are_no_habit() {
        assert_eq!(hint(&[90, 90, 90, 20, 20, 20, 20, 20, 20, 30]), Some((30, 20)));
        assert_eq!(hint(&[20, 20, 90]), None);
        assert_eq!(hint(&[20, 21, 20, 90]), Some((90, 20)));
        assert_eq!(hint(&[]), None);
    }

    #[test]
    fn a_month_is_held_against_the_same_of_the_year_before() {
        let months = months(&[11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
        let latest = months.last().unwrap();
        assert_eq!(latest.year_before(&months).map(|month| month.volume), Some(11));
        assert_eq!(months[0].year_before(&months), None);
        assert_eq!(
            (latest.name(Lang::Zh), latest.name(Lang::En)),
            ("2026年11月".into(), "Nov 2026".into())
        );
        assert_eq!(
            (latest.short_name(Lang::Zh), latest.short_name(Lang::En)),
            ("11月".into(), "Nov".into())
        );
    }

    proptest! {
        #[test]
        fn who_uses_no_more_than_before_is_told_of_no_leak(volumes in prop::collection::vec(0_u32..1000, 1..20)) {
            let latest = *volumes.last().unwrap();
            let least = *volumes.iter().rev().skip(1).take(BEFORE).min().unwrap_or(&latest);
            prop_assert!(latest > least || hint(&volumes).is_none());
        }
    }
}
