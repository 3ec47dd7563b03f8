//! The clock of a test.

use std::sync::Mutex;

use chrono::TimeDelta;
use shuiting_server::clock::Clock;
use shuiting_shared::time::Moment;

/// A clock that stands still until a test moves it.
pub struct HandClock(Mutex<Moment>);

impl Default for HandClock {
    fn default() -> Self {
        Self(Mutex::new(crate::START.parse().unwrap()))
    }
}

impl HandClock {
    /// Lets time pass.
    pub fn advance(&self, time: TimeDelta) {
        *self.0.lock().unwrap() += time;
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}
