//! Other reports of the same street, and when they look like one burst.

use serde::{Deserialize, Serialize};

use crate::number::CaseNumber;
use crate::time::Moment;

/// So many hours a report of a street says something of the next one.
pub const HOURS: i64 = 24;
/// So many leaks of one street look like one burst.
pub const LEAST: usize = 3;

/// An open report of a street.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The case.
    pub number: CaseNumber,
    /// When it was filed.
    pub filed: Moment,
    /// Whether it is of water that runs where it should not.
    pub leak: bool,
    /// Whether it is known to be a burst already.
    pub burst: bool,
}

/// Leaks of one street that are probably one burst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Burst {
    /// The order that leads: what is known to be a burst, or else what was reported first.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
    pub lead: CaseNumber,
    /// The others, the oldest first.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub others: Vec<CaseNumber>,
}

impl Burst {
    /// How many reports there are of it.
    pub fn count(&self) -> usize {
        self.others.len() + 1
    }
}

/// The burst that the open reports of one street make; none as long as there are too few.
pub fn burst(reports: &[Report]) -> Option<Burst> {
    let mut leaks: Vec<_> = reports.iter().filter(|report| report.leak || report.burst).collect();
    if leaks.len() < LEAST {
        return None;
    }
    leaks.sort_by_key(|report| (!report.burst, report.filed, report.number));
    let lead = leaks.remove(0).number;
    leaks.sort_by_key(|report| (report.filed, report.number));
    Some(Burst {
        lead,
        others: leaks.into_iter().map(|report| report.number).collect(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn report(n: u32, leak: bool, burst: bool) -> Report {
        Report {
            number: CaseNumber::from_index(n),
            filed: Moment::from_timestamp(1_731_253_800 + i64::from(n) * 60, 0).unwrap(),
            leak,
            burst,
        }
    }

    #[test]
    fn three_leaks_of_a_street_are_one_burst() {
        let leak = |n| report(n, true, false);
        assert_eq!(burst(&[leak(1), leak(2)]), None);
        assert_eq!(
            burst(&[leak(1), leak(2), report(3, false, false)]),
            None,
            "a question is no leak"
        );
        let three = burst(&[leak(2), leak(1), leak(3)]).unwrap();
        assert_eq!((three.lead, three.count()), (leak(1).number, 3));
        assert_eq!(three.others, [leak(2).number, leak(3).number]);
        let known = burst(&[leak(1), leak(2), report(3, true, true)]).unwrap();
        assert_eq!(
            known.lead,
            report(3, true, true).number,
            "what is known to be a burst leads"
        );
    }

    proptest! {
        /// Each leak is in it once, whatever the order, and nothing else is.
        #[test]
        fn it_holds_every_leak_once(kinds in prop::collection::vec((any::<bool>(), any::<bool>()), 0..8)) {
            let reports: Vec<_> = (0u32..).zip(kinds).map(|(n, (leak, burst))| report(n, leak, burst)).collect();
            let mut leaks: Vec<_> = reports.iter().filter(|one| one.leak || one.burst).map(|one| one.number).collect();
            match burst(&reports) {
                None => prop_assert!(leaks.len() < LEAST),
                Some(found) => {
                    let mut held = found.others.clone();
                    held.push(found.lead);
                    held.sort_unstable();
                    leaks.sort_unstable();
                    prop_assert_eq!(held, leaks);
                }
            }
        }
    }
}
