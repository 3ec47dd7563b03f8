//! What came of events, in figures.

use std::iter::Sum;
use std::ops::Add;

use serde::{Deserialize, Serialize};

use crate::case::share_of_satisfied;

/// What came of one event, or of several together. People are counted by taps and never named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Figures {
    /// Events that were held.
    pub events: u32,
    /// Turns of volunteers who came.
    pub turns: u32,
    /// Minutes that they were there.
    pub minutes: u32,
    /// People served.
    pub people: u32,
    /// Services of the hall that were shown, once for each time.
    pub shown: u32,
    /// Pipes and taps that were checked.
    pub checks: u32,
    /// Taps that were swapped.
    pub swapped: u32,
    /// Samples of water that were tested.
    pub tests: u32,
    /// Filings begun there.
    pub filed: u32,
    /// Of these, finished since.
    pub finished: u32,
    /// Needs noted (急难愁盼).
    pub needs: u32,
    /// Of these, solved since.
    pub solved: u32,
    /// Of filings and needs, those that were rated.
    pub rated: u32,
    /// Of these, rated 满意 or better.
    pub satisfied: u32,
}

impl Figures {
    /// Satisfaction in hundredths of a percent: ratings of 满意 or better ÷ all ratings; none where nobody has rated.
    pub fn satisfaction(&self) -> Option<u32> {
        share_of_satisfied(self.satisfied.into(), self.rated.into())
    }

    /// Satisfaction as it is told: 98.5%, or nothing where nobody has rated.
    pub fn satisfaction_said(&self) -> Option<String> {
        let share = self.satisfaction()?;
        let said = format!("{}.{:02}", share / 100, share % 100);
        Some(format!("{}%", said.trim_end_matches('0').trim_end_matches('.')))
    }

    /// The hours of volunteers, to the nearest.
    pub fn hours(&self) -> u32 {
        (self.minutes + 30) / 60
    }
}

impl Add for Figures {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            events: self.events + other.events,
            turns: self.turns + other.turns,
            minutes: self.minutes + other.minutes,
            people: self.people + other.people,
            shown: self.shown + other.shown,
            checks: self.checks + other.checks,
            swapped: self.swapped + other.swapped,
            tests: self.tests + other.tests,
            filed: self.filed + other.filed,
            finished: self.finished + other.finished,
            needs: self.needs + other.needs,
            solved: self.solved + other.solved,
            rated: self.rated + other.rated,
            satisfied: self.satisfied + other.satisfied,
        }
    }
}

impl Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(figures: I) -> Self {
        figures.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn satisfaction_is_told_without_needless_places() {
        let rated = |satisfied, rated| Figures {
            rated,
            satisfied,
            ..Figures::default()
        };
        for (figures, said) in [
            (rated(0, 0), None),
            (rated(0, 3), Some("0%")),
            (rated(3, 3), Some("100%")),
            (rated(197, 200), Some("98.5%")),
            (rated(2, 3), Some("66.66%")),
        ] {
            assert_eq!(figures.satisfaction_said().as_deref(), said);
        }
    }

    #[test]
    fn the_year_of_the_utility_is_the_sum_of_its_events() {
        // DOMAIN §1: about 100 events, 2,270 turns, over 24,000 people.
        let event = Figures {
            events: 1,
            turns: 22,
            people: 240,
            ..Figures::default()
        };
        let year: Figures = std::iter::repeat_n(event, 100).sum();
        assert_eq!((year.events, year.turns, year.people), (100, 2200, 24_000));
    }
}
