//! Acting for a water account by a letter of authority (授权委托书): an organisation's account has several people.

use chrono::{Datelike as _, NaiveDate};

use crate::form::Flaw;
use crate::words::choices;

choices! {
    /// How a letter of authority stands.
    pub enum AuthorityState {
        /// The desk has not looked at it yet.
        Asked "asked" = "等窗口核对" / "Waiting for the desk";
        /// Whoever brought it acts for the account.
        Granted "granted" = "已授权" / "Granted";
        /// The desk has said no.
        Refused "refused" = "没有通过" / "Refused";
        /// It holds no more.
        Ended "ended" = "已结束" / "Ended";
    }
}

/// Years that a letter of authority holds at most; after that there is to be a new one.
const YEARS: u32 = 2;

/// Holds the last day of a letter of authority, that day included, against the day on which it is granted.
pub fn authority_until(until: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Flaw> {
    if until < today {
        return Err(Flaw::DayPast { earliest: today });
    }
    let year = today.year() + YEARS.cast_signed();
    // The 29th of February has no like in most years.
    let latest = today.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28));
    match latest {
        Some(latest) if until > latest => Err(Flaw::DayTooLate { years: YEARS, latest }),
        _ => Ok(until),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn it_holds_two_years_at_most() {
        let today = day(2026, 11, 28);
        assert_eq!(authority_until(today, today), Ok(today));
        assert_eq!(authority_until(day(2028, 11, 28), today), Ok(day(2028, 11, 28)));
        let latest = day(2028, 11, 28);
        assert_eq!(
            authority_until(day(2028, 11, 29), today),
            Err(Flaw::DayTooLate { years: 2, latest })
        );
        assert_eq!(
            authority_until(day(2026, 11, 27), today),
            Err(Flaw::DayPast { earliest: today })
        );
        let leap = day(2028, 2, 29);
        assert_eq!(authority_until(day(2030, 2, 28), leap), Ok(day(2030, 2, 28)));
        assert!(authority_until(day(2030, 3, 1), leap).is_err());
    }
}
