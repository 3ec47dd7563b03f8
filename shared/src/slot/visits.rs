//! When the house comes: its hours, how many places each has in a town, and how many days ahead one may ask.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Slot;
use crate::time::Calendar;

/// When somebody of the house comes, on working days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Visits {
    /// On so many working days one may ask for a time; the first is the next one after today.
    pub days: u32,
    /// The hours of such a day, the earliest first.
    pub windows: Vec<Window>,
}

/// Hours within which somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// From when.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "09:00:00"))]
    pub from: NaiveTime,
    /// Until when.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "11:00:00"))]
    pub to: NaiveTime,
    /// To so many people of a town.
    pub places: u32,
}

impl Visits {
    /// One may ask at most so many days ahead: further on holidays are not known yet.
    const MOST_DAYS: u32 = 60;

    /// The times that somebody may ask for on `today`, the day in China, with their places; the earliest first.
    pub fn offered(&self, calendar: &Calendar, today: NaiveDate) -> Vec<(Slot, u32)> {
        let working = today.iter_days().skip(1).filter(|day| calendar.works(*day));
        let days = working.take(self.days as usize);
        days.flat_map(|day| self.windows.iter().map(move |window| window.on(day)))
            .collect()
    }

    /// How many places a time has that somebody may ask for on `today`; none where it is not one of those.
    pub fn places(&self, slot: Slot, calendar: &Calendar, today: NaiveDate) -> Option<u32> {
        let offered = self.offered(calendar, today);
        let found = offered.into_iter().find(|(known, _)| *known == slot);
        found.map(|(_, places)| places)
    }

    /// Names the first thing that does not fit together.
    pub(crate) fn check(&self) -> Result<(), String> {
        if !(1..=Self::MOST_DAYS).contains(&self.days) {
            return Err(format!("visits.days: write 1 to {}", Self::MOST_DAYS));
        }
        if self.windows.is_empty() {
            return Err("visits.windows: there are none".into());
        }
        let mut free = NaiveTime::MIN;
        for Window { from, to, places } in &self.windows {
            if *from < free || to <= from {
                return Err(format!(
                    "visits.windows: {from} to {to} begins before the one before it ends"
                ));
            }
            if *places == 0 {
                return Err(format!("visits.windows: {from} to {to} has no places"));
            }
            free = *to;
        }
        Ok(())
    }
}

impl Window {
    fn on(self, day: NaiveDate) -> (Slot, u32) {
        let Self { from, to, places } = self;
        (Slot { day, from, to }, places)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;
    use crate::house::House;

    fn offered(today: &str) -> Vec<String> {
        let house = House::dongguan();
        let offered = house.visits.offered(&house.calendar, today.parse().unwrap());
        offered.into_iter().map(|(slot, _)| slot.to_string()).collect()
    }

    #[test]
    fn times_begin_tomorrow_and_step_over_holidays() {
        // A Friday: Saturday and Sunday are off.
        assert_eq!(
            offered("2026-11-27")[..3],
            [
                "2026-11-30 09:00-11:00",
                "2026-11-30 14:00-16:00",
                "2026-12-01 09:00-11:00"
            ]
        );
        // National day: the 1st to the 7th are off, Saturday the 10th is worked.
        let autumn = offered("2026-09-30");
        assert_eq!(autumn[0], "2026-10-08 09:00-11:00");
        assert!(autumn.contains(&"2026-10-10 09:00-11:00".to_owned()));
        assert_eq!(autumn.len(), 20, "ten working days with two windows each");
    }

    #[test]
    fn hours_that_do_not_fit_are_told() {
        let told = |change: fn(&mut Visits)| {
            let mut house = House::dongguan();
            change(&mut house.visits);
            house.check().unwrap_err()
        };
        assert_eq!(told(|visits| visits.days = 61), "visits.days: write 1 to 60");
        assert_eq!(told(|visits| visits.windows.clear()), "visits.windows: there are none");
        assert!(told(|visits| visits.windows.reverse()).ends_with("begins before the one before it ends"));
        assert!(told(|visits| visits.windows[1].places = 0).ends_with("has no places"));
    }

    proptest! {
        /// Whenever one asks: nobody comes today or on a day off, each time reads back, and just what is offered has places.
        #[test]
        fn what_is_offered_can_be_kept(ahead in 0..1100_i64, days in 1..20_u32) {
            let house = House::dongguan();
            let visits = Visits { days, ..house.visits.clone() };
            let today: NaiveDate = "2024-01-01".parse().unwrap();
            let today = today + TimeDelta::days(ahead);
            let offered = visits.offered(&house.calendar, today);
            prop_assert_eq!(offered.len(), days as usize * visits.windows.len());
            prop_assert!(offered.is_sorted_by_key(|(slot, _)| *slot));
            for (slot, places) in offered {
                prop_assert!(house.calendar.works(slot.day) && slot.day > today);
                prop_assert_eq!(slot.to_string().parse(), Ok(slot));
                prop_assert_eq!(visits.places(slot, &house.calendar, today), Some(places));
                let gone = visits.places(slot, &house.calendar, slot.day);
                prop_assert_eq!(gone, None, "on the day itself it is too late to ask");
            }
        }
    }
}
