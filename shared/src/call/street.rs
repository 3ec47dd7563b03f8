//! Other reports of the same street, and when they look like one burst.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::number::CaseNumber;
use crate::order::Kind;
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
    /// What it is about.
    pub kind: Kind,
    /// The order with which it was joined.
    pub lead: Option<CaseNumber>,
}

impl Report {
    /// Whether water runs where it should not.
    const fn leaks(&self) -> bool {
        matches!(self.kind, Kind::Leak | Kind::Burst)
    }
}

/// Leaks of one street that are probably one burst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Burst {
    /// The order that leads: what is known to be a burst, or else what others have joined, or else what was reported first.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
    pub lead: CaseNumber,
    /// Whether it is known to be one already.
    pub known: bool,
    /// Those that have not joined it yet, the oldest first.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub others: Vec<CaseNumber>,
    /// How many reports of it there are in all.
    pub count: usize,
}

/// The burst that the open reports of one street make; none as long as there are too few.
pub fn burst(reports: &[Report]) -> Option<Burst> {
    let leaks: Vec<_> = reports.iter().filter(|report| report.leaks()).collect();
    if leaks.len() < LEAST {
        return None;
    }
    let joined_by = |number| leaks.iter().filter(|report| report.lead == Some(number)).count();
    let mut alone: Vec<_> = leaks.iter().filter(|report| report.lead.is_none()).collect();
    alone.sort_by_key(|report| (report.filed, report.number));
    let lead = alone
        .iter()
        .min_by_key(|report| (report.kind != Kind::Burst, Reverse(joined_by(report.number))))?;
    let others = alone.iter().filter(|report| report.number != lead.number);
    Some(Burst {
        lead: lead.number,
        known: lead.kind == Kind::Burst,
        others: others.map(|report| report.number).collect(),
        count: leaks.len(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn report(n: u32, kind: Kind) -> Report {
        Report {
            number: CaseNumber::from_index(n),
            filed: Moment::from_timestamp(1_731_253_800 + i64::from(n) * 60, 0).unwrap(),
            kind,
            lead: None,
        }
    }

    fn leak(n: u32) -> Report {
        report(n, Kind::Leak)
    }

    #[test]
    fn three_leaks_of_a_street_are_one_burst() {
        assert_eq!(burst(&[leak(1), leak(2)]), None);
        assert_eq!(
            burst(&[leak(1), leak(2), report(3, Kind::Press)]),
            None,
            "low pressure is no leak"
        );
        let three = burst(&[leak(2), leak(1), leak(3)]).unwrap();
        assert_eq!((three.lead, three.known, three.count), (leak(1).number, false, 3));
        assert_eq!(three.others, [leak(2).number, leak(3).number]);
        let known = burst(&[leak(1), leak(2), report(3, Kind::Burst)]).unwrap();
        assert_eq!(
            (known.lead, known.known),
            (leak(3).number, true),
            "what is known to be a burst leads"
        );
    }

    #[test]
    fn whoever_has_joined_is_counted_and_not_asked_again() {
        let joined = |n, lead: u32| Report {
            lead: Some(CaseNumber::from_index(lead)),
            ..leak(n)
        };
        let going = burst(&[leak(1), leak(2), joined(3, 2), joined(4, 2)]).unwrap();
        assert_eq!((going.lead, going.count), (leak(2).number, 4));
        assert_eq!(going.others, [leak(1).number]);
    }

    proptest! {
        /// Each leak that stands alone is in it once, whatever the order, and nothing else is.
        #[test]
        fn it_holds_every_leak_once(kinds in prop::collection::vec(0..Kind::ALL.len(), 0..9).prop_shuffle()) {
            let reports: Vec<_> = (0u32..).zip(kinds).map(|(n, kind)| report(n, Kind::ALL[kind])).collect();
            let mut leaks: Vec<_> = reports.iter().filter(|one| one.leaks()).map(|one| one.number).collect();
            match burst(&reports) {
                None => prop_assert!(leaks.len() < LEAST),
                Some(found) => {
                    let mut held = found.others.clone();
                    held.push(found.lead);
                    held.sort_unstable();
                    leaks.sort_unstable();
                    prop_assert_eq!(found.count, held.len());
                    prop_assert_eq!(held, leaks);
                }
            }
        }
    }
}
