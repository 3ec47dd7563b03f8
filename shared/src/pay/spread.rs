//! Money that has come in, over what it was for.

use crate::money::Fen;

/// What became of the money of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// For each line of the order, whether it is settled now.
    pub settled: Vec<bool>,
    /// What goes back.
    pub back: Fen,
}

/// Spreads an amount over lines in their order. `take` settles one, and says whether it did: it may have been paid
/// otherwise meanwhile. What settles nothing goes back, and so does what was too much.
///
/// # Errors
/// Those of `take`.
pub fn spread<L, E>(
    amount: Fen,
    lines: impl IntoIterator<Item = (L, Fen)>,
    mut take: impl FnMut(L) -> Result<bool, E>,
) -> Result<Spread, E> {
    let (mut settled, mut back) = (Vec::new(), amount);
    for (line, costs) in lines {
        let pays = costs <= back && take(line)?;
        if pays {
            back = back - costs;
        }
        settled.push(pays);
    }
    Ok(Spread { settled, back })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    fn spread_over(amount: i64, lines: &[(bool, i64)]) -> Spread {
        let lines = lines.iter().map(|(open, costs)| (*open, Fen(*costs)));
        let Ok(spread) = spread::<_, Infallible>(Fen(amount), lines, Ok);
        spread
    }

    #[test]
    fn what_was_paid_otherwise_goes_back() {
        let two = spread_over(10_800, &[(true, 5400), (false, 5400)]);
        assert_eq!((two.settled, two.back), (vec![true, false], Fen(5400)));
        let none = spread_over(5400, &[(false, 5400)]);
        assert_eq!((none.settled, none.back), (vec![false], Fen(5400)));
    }

    #[test]
    fn too_little_settles_what_it_can_and_too_much_goes_back() {
        let little = spread_over(6000, &[(true, 5400), (true, 5400)]);
        assert_eq!((little.settled, little.back), (vec![true, false], Fen(600)));
        assert_eq!(spread_over(6000, &[(true, 5400)]).back, Fen(600));
    }

    proptest! {
        #[test]
        fn no_fen_is_lost_or_made(amount in 1..1_000_000_i64, lines in prop::collection::vec((any::<bool>(), 1..100_000_i64), 0..12)) {
            let Spread { settled, back } = spread_over(amount, &lines);
            let paid: i64 = lines.iter().zip(&settled).filter(|(_, settled)| **settled).map(|((_, costs), _)| costs).sum();
            prop_assert_eq!(paid + back.0, amount);
            prop_assert!(back >= Fen::ZERO);
            prop_assert!(lines.iter().zip(&settled).all(|((open, _), settled)| *open || !settled));
        }
    }
}
