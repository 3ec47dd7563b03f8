//! What time alone does to an order: who is told that a clock runs out, and whoever filed that we are still at it.

use super::{Clock, Hand, Level, Order};
use crate::house::House;
use crate::time::Moment;

/// Something that time brings about, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// Somebody of the house is told that a clock runs out, or has run out.
    Tell {
        /// Which clock.
        clock: Clock,
        /// Who.
        level: Level,
        /// When it is, or was, due.
        due: Moment,
    },
    /// Whoever filed has heard nothing for as long as the house allows, and hears now that it is not forgotten.
    Interim,
}

impl Order {
    /// What is due to be told at `now`, and the order once it has been: whoever calls this again gets nothing twice.
    ///
    /// Of several levels that are due at once each is told, but for a warning of what is late already.
    #[must_use]
    pub fn ring(mut self, now: Moment, house: &House) -> (Self, Vec<Ring>) {
        let mut rings = Vec::new();
        if self.runs() {
            for hand in self
                .hands
                .iter_mut()
                .filter(|hand| runs(hand) && hand.clock != Clock::Answer)
            {
                let due: Vec<_> = levels(hand, house)
                    .filter(|(_, at)| *at <= now)
                    .map(|(level, _)| level)
                    .collect();
                let told = due.iter().filter(|level| **level != Level::Holder || due.len() == 1);
                rings.extend(told.map(|level| Ring::Tell {
                    clock: hand.clock,
                    level: *level,
                    due: hand.due,
                }));
                hand.rung = due.last().copied().or(hand.rung);
            }
        }
        // That it waits for the resident is no reason to let them hear nothing.
        let answer = self.hands.iter_mut().find(|hand| hand.clock == Clock::Answer);
        if let Some(hand) = answer.filter(|hand| runs(hand) && hand.due <= now) {
            hand.stop(now);
            rings.push(Ring::Interim);
        }
        (self, rings)
    }

    /// When something is to be told next, if nobody does anything until then.
    pub fn alarm(&self, house: &House) -> Option<Moment> {
        let rings = self
            .hands
            .iter()
            .filter(|hand| runs(hand) && self.runs() && hand.clock != Clock::Answer);
        let rings = rings.filter_map(|hand| levels(hand, house).map(|(_, at)| at).next());
        rings.chain(self.answer()).min()
    }
}

const fn runs(hand: &Hand) -> bool {
    hand.stopped.is_none()
}

/// The levels that have not been told yet, with when each is.
fn levels<'a>(hand: &'a Hand, house: &'a House) -> impl Iterator<Item = (Level, Moment)> + 'a {
    let left = house
        .orders
        .rings
        .iter()
        .filter(|(level, _)| hand.rung.is_none_or(|rung| **level > rung));
    left.map(|(level, percent)| (*level, hand.at(*percent, &house.calendar)))
}
