//! A clock that is set by hand: the city's last 60 days pass in seconds.

use std::sync::Mutex;

use shuiting_shared::time::Moment;

use crate::clock::Clock;

/// A clock that is set by hand.
pub(super) struct Past(Mutex<Moment>);

impl Past {
    pub(super) fn new(moment: Moment) -> Self {
        Self(Mutex::new(moment))
    }

    pub(super) fn set(&self, moment: Moment) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = moment;
    }
}

impl Clock for Past {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
