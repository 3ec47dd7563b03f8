//! The periods for which events are reported.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::form::{FieldFlaw, Flaw};
use crate::time::Date;
use crate::words::choices;

choices! {
    /// How long a period is that is reported on.
    pub enum Span {
        Month "month" = "月" / "Month";
        Quarter "quarter" = "季度" / "Quarter";
        Year "year" = "年" / "Year";
    }
}

/// Years of the longest period.
const LONGEST: u32 = 2;

impl Span {
    /// The months that it has.
    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The first and the last day of the month, quarter or year that holds a day.
    pub fn of(self, day: Date) -> (Date, Date) {
        let month = day.month0() / self.months() * self.months();
        let first = NaiveDate::from_ymd_opt(day.year(), month + 1, 1).unwrap_or(day);
        (first, self.last(first))
    }

    /// The one before.
    pub fn before(self, day: Date) -> (Date, Date) {
        let (first, _) = self.of(day);
        self.of(first - Days::new(1))
    }

    /// The one after.
    pub fn after(self, day: Date) -> (Date, Date) {
        let (_, last) = self.of(day);
        self.of(last + Days::new(1))
    }

    fn last(self, first: Date) -> Date {
        let next = first.checked_add_months(Months::new(self.months()));
        next.and_then(|next| next.pred_opt()).unwrap_or(first)
    }
}

/// What is wrong with the first and last day of a period: it ends before it begins, or is longer than two years.
pub fn flaw_of_period(from: Date, to: Date) -> Option<FieldFlaw> {
    let latest = from.checked_add_months(Months::new(12 * LONGEST)).unwrap_or(from);
    let flaw = if to < from {
        Flaw::DayPast { earliest: from }
    } else if to > latest {
        Flaw::DayTooLate { years: LONGEST, latest }
    } else {
        return None;
    };
    Some(FieldFlaw::new("to", flaw))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(said: &str) -> Date {
        said.parse().unwrap()
    }

    #[test]
    fn a_period_holds_its_day() {
        for (span, of, first, last) in [
            (Span::Month, "2024-02-11", "2024-02-01", "2024-02-29"),
            (Span::Quarter, "2026-11-28", "2026-10-01", "2026-12-31"),
            (Span::Quarter, "2026-01-01", "2026-01-01", "2026-03-31"),
            (Span::Year, "2026-11-28", "2026-01-01", "2026-12-31"),
        ] {
            assert_eq!(span.of(day(of)), (day(first), day(last)), "{span:?} {of}");
        }
        assert_eq!(
            Span::Month.before(day("2026-01-15")),
            (day("2025-12-01"), day("2025-12-31"))
        );
        assert_eq!(
            Span::Quarter.after(day("2026-11-28")),
            (day("2027-01-01"), day("2027-03-31"))
        );
    }

    #[test]
    fn a_period_is_no_longer_than_two_years() {
        assert_eq!(flaw_of_period(day("2026-01-01"), day("2026-12-31")), None);
        assert_eq!(flaw_of_period(day("2026-01-01"), day("2026-01-01")), None);
        assert!(flaw_of_period(day("2026-01-02"), day("2026-01-01")).is_some());
        assert!(flaw_of_period(day("2026-01-01"), day("2028-01-02")).is_some());
    }

    proptest! {
        #[test]
        fn periods_follow_each_other_without_a_gap(days in 0_u64..20_000, which in 0_usize..3) {
            let (span, day) = (Span::ALL[which], day("2000-01-01") + Days::new(days));
            let (first, last) = span.of(day);
            prop_assert!(first <= day && day <= last);
            prop_assert_eq!(span.after(day).0, last + Days::new(1));
            prop_assert_eq!(span.before(day).1, first - Days::new(1));
        }
    }
}
