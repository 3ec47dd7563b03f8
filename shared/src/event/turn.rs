//! A volunteer's turn at an event: when one may check in and out, and what of it counts.

use chrono::{TimeDelta, Timelike as _};

use super::{Plan, Shift};
use crate::time::Moment;

/// Digits of the code that changes each minute.
pub const CODE_DIGITS: usize = 6;
/// So long before and after an event there are codes: tables are carried there and back.
const AROUND: TimeDelta = TimeDelta::hours(1);
/// So long before and after a shift the time counts.
const COUNTED: TimeDelta = TimeDelta::minutes(30);

/// The minutes of an event that have a code, the first first.
pub fn open_minutes(plan: &Plan) -> impl Iterator<Item = Moment> + use<> {
    let first = plan.starts - AROUND;
    let first = first
        .with_second(0)
        .and_then(|first| first.with_nanosecond(0))
        .unwrap_or(first);
    let last = plan.ends + AROUND;
    std::iter::successors(Some(first), |minute| Some(*minute + TimeDelta::minutes(1)))
        .take_while(move |minute| *minute <= last)
}

/// Whole minutes that count of a turn: what lies within half an hour of the shift. Who has not checked out has none.
pub fn counted_minutes(shift: &Shift, came: Option<Moment>, went: Option<Moment>) -> u32 {
    let (Some(came), Some(went)) = (came, went) else {
        return 0;
    };
    let counts = went.min(shift.ends + COUNTED) - came.max(shift.starts - COUNTED);
    u32::try_from(counts.num_minutes()).unwrap_or_default()
}

impl Shift {
    /// Whether nobody can do both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts < other.ends && other.starts < self.ends
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> Moment {
        let day: Moment = "2026-11-28T00:00:00Z".parse().unwrap();
        day + TimeDelta::minutes(minutes)
    }

    fn shift(from: i64, until: i64) -> Shift {
        Shift {
            starts: at(from),
            ends: at(until),
            places: 1,
        }
    }

    #[test]
    fn what_lies_far_off_the_shift_does_not_count() {
        let morning = shift(60, 180);
        let counted = |came, went| counted_minutes(&morning, Some(at(came)), Some(at(went)));
        assert_eq!(counted(60, 180), 120);
        assert_eq!(counted(0, 300), 180, "half an hour on either side");
        assert_eq!(counted(200, 220), 10);
        assert_eq!(counted(300, 400), 0, "after it was over");
        assert_eq!(counted_minutes(&morning, Some(at(60)), None), 0);
    }

    #[test]
    fn shifts_that_meet_do_not_overlap() {
        assert!(!shift(0, 60).overlaps(&shift(60, 120)));
        assert!(shift(0, 61).overlaps(&shift(60, 120)));
        assert!(shift(0, 120).overlaps(&shift(30, 60)));
    }

    proptest! {
        #[test]
        fn overlapping_is_mutual_and_counts_stay_within_reach(a in 0..600_i64, b in 1..300_i64, c in 0..600_i64, d in 1..300_i64) {
            let (one, other) = (shift(a, a + b), shift(c, c + d));
            prop_assert_eq!(one.overlaps(&other), other.overlaps(&one));
            let counted = counted_minutes(&one, Some(at(c)), Some(at(c + d)));
            prop_assert!(i64::from(counted) <= d.min(b + 60));
        }
    }
}
