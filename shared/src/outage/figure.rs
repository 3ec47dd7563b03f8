//! How long the households of a period were without water: Σ(hours × households) ÷ households.

use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// That some households had no water for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// From when.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// How many households.
    pub households: u32,
}

impl Spell {
    /// Whole minutes; none where it ended before it began.
    pub fn minutes(&self) -> u64 {
        u64::try_from((self.until - self.from).num_minutes()).unwrap_or_default()
    }
}

/// The figure of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Figure {
    /// How many outages.
    pub outages: u32,
    /// Of these, how many have nobody's households counted: they are not in the figure.
    pub uncounted: u32,
    /// The households without water, over all outages: who was twice without counts twice.
    pub households: u64,
    /// How long a household was without water, minutes, on average; 0 where there was none.
    pub minutes: u64,
}

impl Figure {
    /// Of these outages.
    pub fn of(spells: &[Spell]) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let households: u64 = spells.iter().map(|spell| u64::from(spell.households)).sum();
        let lost: u128 = spells
            .iter()
            .map(|spell| u128::from(spell.minutes()) * u128::from(spell.households))
            .sum();
        // Rounded to the next minute.
        let minutes = match u128::from(households) {
            0 => 0,
            all => (lost + all / 2) / all,
        };
        Self {
            outages: count(spells.len()),
            uncounted: count(spells.iter().filter(|spell| spell.households == 0).count()),
            households,
            minutes: u64::try_from(minutes).unwrap_or(u64::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn spell(minutes: i64, households: u32) -> Spell {
        let from: Moment = "2026-11-24T14:00:00Z".parse().unwrap();
        Spell {
            from,
            until: from + TimeDelta::minutes(minutes),
            households,
        }
    }

    #[test]
    fn hours_are_weighed_by_households() {
        // (12 h × 400 + 2 h × 1,200) ÷ 1,600 = 4.5 h.
        let figure = Figure::of(&[spell(720, 400), spell(120, 1200), spell(60, 0)]);
        let told = Figure {
            outages: 3,
            uncounted: 1,
            households: 1600,
            minutes: 270,
        };
        assert_eq!(figure, told);
        assert_eq!(Figure::of(&[]), Figure::default());
    }

    proptest! {
        #[test]
        fn it_lies_between_the_shortest_and_the_longest(
            spells in prop::collection::vec((0..10_000i64, 1..2_000_000u32), 1..20),
        ) {
            let spells: Vec<_> = spells.into_iter().map(|(minutes, households)| spell(minutes, households)).collect();
            let minutes = || spells.iter().map(Spell::minutes);
            let figure = Figure::of(&spells);
            prop_assert!(minutes().min() <= Some(figure.minutes) && Some(figure.minutes) <= minutes().max());
        }

        #[test]
        fn the_order_does_not_matter(
            spells in prop::collection::vec((0..10_000i64, 0..2_000_000u32), 0..20),
            turn in 0..20usize,
        ) {
            let mut spells: Vec<_> = spells.into_iter().map(|(minutes, households)| spell(minutes, households)).collect();
            let before = Figure::of(&spells);
            let turn = turn % spells.len().max(1);
            spells.rotate_left(turn);
            spells.reverse();
            prop_assert_eq!(Figure::of(&spells), before);
        }
    }
}
