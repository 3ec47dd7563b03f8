//! A day in our books held against the gateway's.

use std::collections::BTreeMap;

use crate::money::Fen;
use crate::words::choices;

choices! {
    /// What has moved.
    pub enum Moved {
        /// Money that came in.
        Payment "payment" = "收款" / "Payment";
        /// Money that went back.
        Refund "refund" = "退款" / "Refund";
    }
}

choices! {
    /// How both books differ over one movement.
    pub enum Differs {
        /// The gateway has it, we have not.
        OnlyTheirs "only_theirs" = "对方有,我们没有" / "Only in the gateway's books";
        /// We have it, the gateway has not.
        OnlyOurs "only_ours" = "我们有,对方没有" / "Only in our books";
        /// The amounts differ.
        Amount "amount" = "金额不一致" / "The amounts differ";
    }
}

/// One movement in a gateway's statement, by our number of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Our number: that of the order, or of the refund.
    pub id: String,
    /// What has moved.
    pub moved: Moved,
    /// How much.
    pub amount: Fen,
}

/// A difference between both books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    /// Our number: that of the order, or of the refund.
    pub id: String,
    /// What has moved.
    pub moved: Moved,
    /// How they differ.
    pub differs: Differs,
    /// What our books say.
    pub ours: Option<Fen>,
    /// What theirs say.
    pub theirs: Option<Fen>,
}

/// What one side says of a movement.
#[derive(Default)]
struct Side(Option<Fen>);

impl Side {
    fn add(&mut self, amount: Fen) {
        self.0 = Some(self.0.unwrap_or_default() + amount);
    }
}

#[derive(Default)]
struct Sides {
    ours: Side,
    theirs: Side,
}

/// Where the books differ. The same movement is told once in each; told more often, its amounts are added up, so that a
/// payment booked twice shows as a difference.
pub fn differences(ours: &[Entry], theirs: &[Entry]) -> Vec<Booked> {
    let mut both = BTreeMap::<_, Sides>::new();
    for entry in ours {
        both.entry((entry.moved, &entry.id)).or_default().ours.add(entry.amount);
    }
    for entry in theirs {
        both.entry((entry.moved, &entry.id))
            .or_default()
            .theirs
            .add(entry.amount);
    }
    let differing = both.into_iter().filter_map(|((moved, id), Sides { ours, theirs })| {
        let (ours, theirs) = (ours.0, theirs.0);
        let differs = match (ours, theirs) {
            (Some(ours), Some(theirs)) if ours == theirs => return None,
            (Some(_), Some(_)) => Differs::Amount,
            (Some(_), None) => Differs::OnlyOurs,
            _ => Differs::OnlyTheirs,
        };
        Some(Booked {
            id: id.to_owned(),
            moved,
            differs,
            ours,
            theirs,
        })
    });
    differing.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(id: &str, moved: Moved, amount: i64) -> Entry {
        Entry {
            id: id.into(),
            moved,
            amount: Fen(amount),
        }
    }

    #[test]
    fn each_difference_is_told_once_and_by_its_kind() {
        let ours = [
            entry("a", Moved::Payment, 5400),
            entry("b", Moved::Payment, 100),
            entry("c", Moved::Payment, 7),
            entry("r", Moved::Refund, 5400),
        ];
        let theirs = [
            entry("a", Moved::Payment, 5400),
            entry("b", Moved::Payment, 99),
            entry("d", Moved::Payment, 1),
            entry("r", Moved::Refund, 2700),
            entry("r", Moved::Refund, 2700),
        ];
        let told: Vec<_> = differences(&ours, &theirs)
            .into_iter()
            .map(|booked| (booked.id, booked.differs))
            .collect();
        let expected = [
            ("b", Differs::Amount),
            ("c", Differs::OnlyOurs),
            ("d", Differs::OnlyTheirs),
        ];
        assert_eq!(told, expected.map(|(id, differs)| (id.to_owned(), differs)));
    }

    #[test]
    fn a_payment_booked_twice_shows() {
        let one = entry("a", Moved::Payment, 5400);
        let found = differences(std::slice::from_ref(&one), &[one.clone(), one.clone()]);
        assert_eq!((found[0].ours, found[0].theirs), (Some(Fen(5400)), Some(Fen(10_800))));
    }

    proptest! {
        #[test]
        fn what_differs_does_not_hang_on_the_order(mut entries in prop::collection::vec((0..9_u8, any::<bool>(), 1..9_i64), 0..30), seed: u64) {
            entries.sort_unstable();
            entries.dedup_by_key(|(id, refund, _)| (*id, *refund));
            let all: Vec<_> = entries
                .iter()
                .map(|(id, refund, amount)| entry(&id.to_string(), if *refund { Moved::Refund } else { Moved::Payment }, *amount))
                .collect();
            let mut shuffled = all.clone();
            let turn = if all.is_empty() { 0 } else { usize::try_from(seed % all.len() as u64).unwrap() };
            shuffled.rotate_left(turn);
            prop_assert!(differences(&all, &shuffled).is_empty());
            prop_assert_eq!(differences(&all, &[]).len(), all.len());
        }
    }
}
