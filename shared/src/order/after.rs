//! What an act does to the clocks of an order.

use super::{Clock, Order};
use crate::case::{Action, Status};
use crate::house::House;
use crate::time::{Limit, Moment};

/// What has become of the case, as far as its clocks care.
pub(crate) struct Became<'a> {
    /// What was done.
    pub(crate) action: &'a Action,
    /// The status afterwards.
    pub(crate) status: Status,
    /// Whether whoever filed has heard more by it than where it lies.
    pub(crate) heard: bool,
    /// The limit of a case that is worked on anew.
    pub(crate) anew: Option<Limit>,
    /// The town's code.
    pub(crate) town: Option<&'a str>,
}

impl Order {
    /// The order after an act.
    #[must_use]
    pub(crate) fn after(mut self, became: &Became<'_>, now: Moment, house: &House) -> Self {
        let over = !became.status.waits();
        match became.action {
            Action::Sort { kind } => self.sorted(*kind, became.town, house),
            Action::Accept => self.stop(&[Clock::Respond], now),
            Action::Arrive { .. } => self.stop(&[Clock::Respond, Clock::Arrive], now),
            Action::Secure { .. } => self.stop(&[Clock::Respond, Clock::Arrive, Clock::Secure], now),
            Action::Wait { .. } => self.waiting = true,
            Action::Resume => self.waiting = false,
            Action::Return { .. } => {
                self.returned = self.returned.saturating_add(1);
                (self.lead, self.waiting) = (None, false);
            }
            Action::Join { into } => self.lead = Some(*into),
            Action::Supervise { .. } => self.supervised = true,
            Action::Extend { .. } => self.extend(house),
            _ => {}
        }
        if became.heard {
            self.stop(&[Clock::Answer], now);
        }
        if over {
            self.stop(Clock::ALL, now);
            (self.waiting, self.paused) = (false, None);
        } else if self.hand(Clock::Finish).is_some_and(|hand| hand.stopped.is_some()) {
            // It had been finished: it is worked on anew, with a limit of its own.
            self.lead = None;
            self.restart(became.anew, now, house);
        }
        self.stand_still(
            self.waiting || (became.status.waits() && !became.status.ours()),
            now,
            house,
        );
        self
    }

    fn stop(&mut self, clocks: &[Clock], now: Moment) {
        for hand in self.hands.iter_mut().filter(|hand| clocks.contains(&hand.clock)) {
            hand.stop(now);
        }
    }

    /// Its clocks stand still from now on, or go on.
    fn stand_still(&mut self, still: bool, now: Moment, house: &House) {
        match (self.paused, still) {
            (None, true) => self.paused = Some(now),
            (Some(paused), false) => {
                self.paused = None;
                for hand in self.hands.iter_mut().filter(|hand| hand.clock != Clock::Answer) {
                    hand.go_on(paused, now, &house.calendar);
                }
            }
            _ => {}
        }
    }

    /// The longer limit of hard ones, from the same beginning.
    fn extend(&mut self, house: &House) {
        let finish = self.hands.iter_mut().find(|hand| hand.clock == Clock::Finish);
        if let (Some(hard), Some(hand)) = (self.hard, finish) {
            hand.limit = hard;
            hand.due = hard.due(hand.from, &house.calendar).max(hand.due);
            hand.rung = None;
            self.extended = true;
        }
    }

    fn restart(&mut self, limit: Option<Limit>, now: Moment, house: &House) {
        for hand in self.hands.iter_mut().filter(|hand| hand.clock == Clock::Finish) {
            let limit = limit.unwrap_or(hand.limit);
            *hand = super::Hand::start(Clock::Finish, limit, now, &house.calendar);
        }
    }
}
