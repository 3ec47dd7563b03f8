//! The time, injected so that tests can set it.

use chrono::{SubsecRound as _, Utc};
use shuiting_shared::time::Moment;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, to the millisecond: what is stored is what is answered.
    fn now(&self) -> Moment;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Utc::now().trunc_subsecs(3)
    }
}
