//! When and how often residents are told something.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::time::{Moment, local, moment};

/// Rules for messages that leave the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Letters {
    /// From when in China nothing is sent that can wait.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "22:00:00"))]
    pub quiet_from: NaiveTime,
    /// Until when; the same as the beginning where there is no such time.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "08:00:00"))]
    pub quiet_until: NaiveTime,
    /// Most messages to one phone on a day in China; codes are not counted, and what must be heard of leaves all the same.
    pub a_day: u32,
}

impl Default for Letters {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            quiet_from: hour(22),
            quiet_until: hour(8),
            a_day: 20,
        }
    }
}

impl Letters {
    /// The latest moment at which people are awake to hear of something that happens then.
    pub fn awake_before(&self, then: Moment) -> Moment {
        let Some(until) = self.quiet_at(then) else {
            return then;
        };
        let (day, clock) = (local(until).date(), local(until).time());
        let evening = u64::from(clock < self.quiet_from);
        moment((day - chrono::Days::new(evening)).and_time(self.quiet_from))
    }

    /// When the quiet ends in which `now` is; none where people may be told something now.
    pub fn quiet_at(&self, now: Moment) -> Option<Moment> {
        let (day, clock) = (local(now).date(), local(now).time());
        let (from, until) = (self.quiet_from, self.quiet_until);
        let (quiet, days) = if from <= until {
            (from <= clock && clock < until, 0)
        } else {
            (clock >= from || clock < until, i64::from(clock >= from))
        };
        quiet.then(|| moment(day.and_time(until) + TimeDelta::days(days)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn the_night_is_quiet() {
        let letters = Letters::default();
        // 21:59, 22:00, 23:30, 03:00, 07:59 and 08:00 in China.
        let morning = Some(at("2026-11-25T00:00:00Z"));
        for (now, until) in [
            ("2026-11-24T13:59:59Z", None),
            ("2026-11-24T14:00:00Z", morning),
            ("2026-11-24T15:30:00Z", morning),
            ("2026-11-24T19:00:00Z", morning),
            ("2026-11-24T23:59:59Z", morning),
            ("2026-11-25T00:00:00Z", None),
        ] {
            assert_eq!(letters.quiet_at(at(now)), until, "{now}");
        }
        let never = Letters {
            quiet_until: letters.quiet_from,
            ..letters
        };
        assert_eq!(never.quiet_at(at("2026-11-24T15:30:00Z")), None);
    }

    #[test]
    fn what_happens_at_night_is_told_in_the_evening() {
        let letters = Letters::default();
        // 21:59 and, the evening before the night, 22:00.
        for (then, told) in [
            ("2026-11-24T13:59:00Z", "2026-11-24T13:59:00Z"),
            ("2026-11-24T15:30:00Z", "2026-11-24T14:00:00Z"),
            ("2026-11-24T19:00:00Z", "2026-11-24T14:00:00Z"),
            ("2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z"),
        ] {
            assert_eq!(letters.awake_before(at(then)), at(told), "{then}");
        }
    }

    proptest! {
        #[test]
        fn quiet_ends_within_a_day_and_is_not_quiet_then(minutes in 0_i64..2_880, from in 0_u32..24, until in 0_u32..24) {
            let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            let letters = Letters { quiet_from: hour(from), quiet_until: hour(until), a_day: 20 };
            let now = at("2026-11-24T00:00:00Z") + TimeDelta::minutes(minutes);
            if let Some(end) = letters.quiet_at(now) {
                prop_assert!(end > now && end - now <= TimeDelta::days(1));
                prop_assert_eq!(letters.quiet_at(end), None);
            }
        }
    }
}
