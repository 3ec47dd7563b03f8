//! Where the steps of the picture stand. As wide as the water in a tier, as high as its price: what is paid is the area.

use shuiting_shared::tariff::{Charge, TierPart};

/// The picture's width.
pub(super) const WIDTH: i64 = 320;
/// The picture's height.
pub(super) const HEIGHT: i64 = 158;
/// The line on which the steps stand.
pub(super) const GROUND: i64 = 128;
/// The height of the highest step.
const HIGHEST: i64 = 100;
/// Narrower ones have no room for their number, and bounds that are nearer to each other none for their figures.
const ROOM: i64 = 24;
const ROOM_FIGURES: i64 = 44;

/// The steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Steps {
    /// A step a tier.
    pub(super) steps: Vec<Step>,
    /// Bounds between tiers: where, and after how many litres.
    pub(super) bounds: Vec<(i64, i64)>,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The tier's number.
    pub(super) tier: usize,
    /// Where it begins.
    pub(super) x: i64,
    /// How wide it is.
    pub(super) width: i64,
    /// How much of that is filled.
    pub(super) filled: i64,
    /// Its upper edge.
    pub(super) y: i64,
    /// Its height.
    pub(super) height: i64,
    /// Whether there is room for its number.
    pub(super) numbered: bool,
}

impl Steps {
    /// The steps of a bill; none where all water has one price.
    pub(super) fn of(charge: &Charge) -> Option<Self> {
        let last = charge.tiers.last().filter(|last| last.tier > 1)?;
        // The last tier has no end: it is shown for half as far again as all before it, and as far as there is water.
        let whole = (last.from + last.from / 2).max(charge.litres()).max(1);
        let dearest = charge.tiers.iter().map(|part| part.price.0).max()?.max(1);
        let across = |litres: i64| litres * WIDTH / whole;
        let step = |part: &TierPart| {
            let x = across(part.from);
            let width = across(part.upto.unwrap_or(whole)) - x;
            let height = part.price.0 * HIGHEST / dearest;
            Step {
                tier: part.tier,
                x,
                width,
                filled: across(part.from + part.litres) - x,
                y: GROUND - height,
                height,
                numbered: width >= ROOM,
            }
        };
        let mut bounds: Vec<(i64, i64)> = Vec::new();
        for litres in charge.tiers.iter().filter_map(|part| part.upto) {
            let (x, before) = (across(litres), bounds.last().map_or(0, |(x, _)| *x));
            if x - before >= ROOM_FIGURES {
                bounds.push((x, litres));
            }
        }
        Some(Self {
            steps: charge.tiers.iter().map(step).collect(),
            bounds,
        })
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::UseType;
    use shuiting_shared::tariff::{Tariffs, Use};

    use super::*;

    fn steps(volume: u32, persons: u32, kind: UseType) -> Option<Steps> {
        let tariffs = Tariffs::brought_along();
        let used = Use {
            kind,
            volume,
            persons,
            months: 1,
            hardship: false,
        };
        Steps::of(&tariffs.tariffs[0].charge(&used).unwrap())
    }

    #[test]
    fn a_step_is_as_wide_as_its_water_and_as_high_as_its_price() {
        let Steps { steps, bounds } = steps(30, 4, UseType::Household).unwrap();
        let [first, second, third] = steps[..] else {
            panic!("{steps:?}");
        };
        assert_eq!((first.x, first.x + first.width), (0, second.x));
        assert_eq!((second.x + second.width, third.x + third.width), (third.x, WIDTH));
        assert_eq!((first.filled, third.filled), (first.width, 0));
        assert!((second.filled * 2 - second.width).abs() <= 1, "4 of 8 m³");
        assert_eq!((third.height, third.y), (HIGHEST, GROUND - HIGHEST));
        assert_eq!(first.height, 33, "2.70 of 8.10");
        assert_eq!(bounds, [(163, 26_000), (213, 34_000)]);
    }

    #[test]
    fn it_holds_however_much_is_used() {
        for (volume, persons) in [(0, 1), (34, 4), (9_999_999, 4), (9_999_999, 30)] {
            let Steps { steps, bounds } = steps(volume, persons, UseType::Household).unwrap();
            for step in steps {
                assert!(step.x >= 0 && step.x + step.width <= WIDTH && (0..=step.width).contains(&step.filled));
            }
            assert!(bounds.windows(2).all(|pair| pair[1].0 - pair[0].0 >= ROOM_FIGURES));
        }
    }

    #[test]
    fn one_price_makes_no_steps() {
        assert_eq!(steps(10, 4, UseType::Other), None);
    }
}
