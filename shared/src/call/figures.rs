//! What became of the calls of a time.

use serde::{Deserialize, Serialize};

use super::{Outcome, State};

/// Counts of calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CallFigures {
    /// All that came.
    pub calls: u32,
    /// Nobody answered them.
    pub missed: u32,
    /// Answered in the call.
    pub solved: u32,
    /// A work order was made.
    pub orders: u32,
    /// An open case was urged for the caller.
    pub urged: u32,
    /// The caller was told where a case stands.
    pub standing: u32,
    /// There was nothing to do.
    pub nothing: u32,
    /// Answered, and nobody has said yet what became of them.
    pub open: u32,
    /// Of those in which somebody wanted something, the share that was settled in the call, in whole percent; none where there
    /// were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_once: Option<u32>,
}

/// Counts calls by how they stand and what became of them.
pub fn count(calls: impl IntoIterator<Item = (State, Option<Outcome>)>) -> CallFigures {
    let mut figures = CallFigures::default();
    let (mut settled, mut wanted) = (0u32, 0u32);
    for (state, outcome) in calls {
        figures.calls += 1;
        let count = match (outcome, state) {
            (Some(Outcome::Solved), _) => &mut figures.solved,
            (Some(Outcome::Order), _) => &mut figures.orders,
            (Some(Outcome::Urged), _) => &mut figures.urged,
            (Some(Outcome::Standing), _) => &mut figures.standing,
            (Some(Outcome::Nothing), _) => &mut figures.nothing,
            (None, State::Missed) => &mut figures.missed,
            (None, _) => &mut figures.open,
        };
        *count += 1;
        if let Some(at_once) = outcome.and_then(Outcome::at_once) {
            wanted += 1;
            settled += u32::from(at_once);
        }
    }
    // Half and more rounds up.
    figures.at_once = (settled * 100 + wanted / 2).checked_div(wanted);
    figures
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_share_is_of_those_who_wanted_something() {
        let over = |outcome| (State::Over, Some(outcome));
        let calls = [
            vec![over(Outcome::Solved); 70],
            vec![over(Outcome::Urged); 2],
            vec![over(Outcome::Standing); 4],
            vec![over(Outcome::Order); 24],
            vec![over(Outcome::Nothing); 9],
            vec![(State::Missed, None); 3],
            vec![(State::On, None); 1],
        ];
        let figures = count(calls.concat());
        assert_eq!(figures.at_once, Some(76), "as the utility counts (DOMAIN §1)");
        assert_eq!((figures.calls, figures.missed, figures.open), (113, 3, 1));
        assert_eq!(count([]).at_once, None);
    }

    proptest! {
        /// Every call is counted once, and a share is one.
        #[test]
        fn every_call_is_counted_once(calls in prop::collection::vec((0..4usize, 0..6usize), 0..80)) {
            let calls: Vec<_> = calls.into_iter().map(|(state, outcome)| (State::ALL[state], Outcome::ALL.get(outcome).copied())).collect();
            let f = count(calls.clone());
            prop_assert_eq!(f.missed + f.solved + f.orders + f.urged + f.standing + f.nothing + f.open, f.calls);
            prop_assert_eq!(f.calls as usize, calls.len());
            prop_assert!(f.at_once.is_none_or(|share| share <= 100));
        }
    }
}
