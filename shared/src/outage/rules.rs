//! How early a planned outage is announced, and from which length on water is brought. The figures are the house's.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Outage, OutageKind};
use crate::time::Moment;

/// Rules for notices, hours each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OutageRules {
    /// A planned outage is announced so long before it begins.
    pub ahead: u32,
    /// One that lasts longer than this is long.
    pub long: u32,
    /// A long one is announced so long before it begins.
    pub long_ahead: u32,
    /// For one that lasts longer than this emergency water is brought.
    pub water: u32,
}

impl Default for OutageRules {
    /// As the trade has it.
    fn default() -> Self {
        Self {
            ahead: 24,
            long: 12,
            long_ahead: 48,
            water: 24,
        }
    }
}

fn hours(hours: u32) -> TimeDelta {
    TimeDelta::hours(hours.into())
}

impl OutageRules {
    /// How many hours before it begins an outage must be announced; none where it was not planned.
    pub fn ahead_of(&self, outage: &Outage) -> Option<u32> {
        match outage.kind {
            OutageKind::Planned if self.is_long(outage) => Some(self.long_ahead),
            OutageKind::Planned => Some(self.ahead),
            OutageKind::Unplanned => None,
        }
    }

    /// Whether it must be announced earlier than others.
    pub fn is_long(&self, outage: &Outage) -> bool {
        outage.length() > hours(self.long)
    }

    /// Where it is too late at `now` to announce an outage: how many hours before it had to be, and when it can begin.
    pub fn too_late(&self, outage: &Outage, now: Moment) -> Option<(u32, Moment)> {
        let ahead = self.ahead_of(outage)?;
        let earliest = now + hours(ahead);
        (outage.starts < earliest).then_some((ahead, earliest))
    }

    /// Whether emergency water must be brought, planned or not.
    pub fn needs_water(&self, outage: &Outage) -> bool {
        outage.length() > hours(self.water)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::notice::tests::outage;
    use super::*;

    fn lasting(hours: i64) -> Outage {
        let outage = outage();
        Outage {
            ends: outage.starts + TimeDelta::hours(hours),
            ..outage
        }
    }

    #[test]
    fn planned_ones_are_announced_a_day_ahead_and_long_ones_two() {
        let rules = OutageRules::default();
        for (lasts, ahead) in [(6, 24), (12, 24), (13, 48), (25, 48)] {
            let outage = lasting(lasts);
            let last = outage.starts - TimeDelta::hours(ahead);
            assert_eq!(rules.too_late(&outage, last), None, "{lasts} h");
            let late = rules.too_late(&outage, last + TimeDelta::minutes(1));
            let earliest = outage.starts + TimeDelta::minutes(1);
            assert_eq!(late, Some((u32::try_from(ahead).unwrap(), earliest)), "{lasts} h");
        }
    }

    #[test]
    fn sudden_ones_are_announced_while_they_are_mended() {
        let sudden = Outage {
            kind: OutageKind::Unplanned,
            ..lasting(30)
        };
        let rules = OutageRules::default();
        assert_eq!(rules.too_late(&sudden, sudden.starts), None);
        assert!(rules.needs_water(&sudden));
    }

    #[test]
    fn beyond_a_day_water_is_brought() {
        let rules = OutageRules::default();
        assert!(!rules.needs_water(&lasting(24)));
        assert!(rules.needs_water(&lasting(25)));
    }

    proptest! {
        /// What can be announced now could have been announced at any time before.
        #[test]
        fn earlier_is_never_worse(lasts in 1..160i64, before in 0..200i64, sooner in 0..100i64) {
            let (rules, outage) = (OutageRules::default(), lasting(lasts));
            let now = outage.starts - TimeDelta::hours(before);
            prop_assume!(rules.too_late(&outage, now).is_none());
            prop_assert_eq!(rules.too_late(&outage, now - TimeDelta::hours(sooner)), None);
        }
    }
}
