//! How residents rate what was done.

use crate::words::choices;

choices! {
    /// How satisfied a resident is.
    pub enum Level {
        VeryGood "very_good" = "非常满意" / "Very satisfied";
        Good "good" = "满意" / "Satisfied";
        Fair "fair" = "一般" / "Neither";
        Bad "bad" = "不满意" / "Dissatisfied";
        VeryBad "very_bad" = "非常不满意" / "Very dissatisfied";
    }
}

impl Level {
    /// One of the two lowest: reopens the case and tells a supervisor.
    pub const fn low(self) -> bool {
        matches!(self, Self::Bad | Self::VeryBad)
    }

    /// Counts as satisfied.
    pub const fn satisfied(self) -> bool {
        matches!(self, Self::VeryGood | Self::Good)
    }
}

/// Satisfaction in hundredths of a percent: ratings of 满意 or better ÷ all ratings; none without ratings.
pub fn share_of_satisfied(satisfied: u64, rated: u64) -> Option<u32> {
    (satisfied * 10_000)
        .checked_div(rated)
        .and_then(|share| u32::try_from(share).ok())
}

/// The same of single ratings.
pub fn satisfaction(ratings: impl IntoIterator<Item = Level>) -> Option<u32> {
    let (mut good, mut all) = (0_u64, 0_u64);
    for level in ratings {
        all += 1;
        good += u64::from(level.satisfied());
    }
    share_of_satisfied(good, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn satisfaction_is_the_share_of_the_two_best() {
        assert_eq!(satisfaction([]), None);
        assert_eq!(
            satisfaction([Level::VeryGood, Level::Good, Level::Fair, Level::Bad]),
            Some(5_000)
        );
        assert_eq!(
            satisfaction((0..1250).map(|n| if n == 0 { Level::Bad } else { Level::Good })),
            Some(9_992)
        );
    }
}
