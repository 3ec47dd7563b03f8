//! What time it is.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use shuiting_shared::time::{self, Date, Moment};

const TICK: Duration = Duration::from_secs(20);

/// The moment now, by the browser's clock.
pub fn now() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 stay whole in a double for 280,000 years"
    )]
    let milliseconds = js_sys::Date::now() as i64;
    Moment::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// The day that it is in China, by the browser's clock.
pub fn today() -> Date {
    time::today(now())
}

/// A clock that ticks; it stands in the context.
#[derive(Clone, Copy)]
pub struct Clock(RwSignal<Moment>);

impl Clock {
    /// Puts a clock into the context.
    pub fn provide() -> Self {
        let moment = RwSignal::new(now());
        every(TICK, move || moment.set(now()));
        let clock = Self(moment);
        provide_context(clock);
        clock
    }

    /// The clock from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// The moment of the last tick; whoever asks is told at the next.
    pub fn get(self) -> Moment {
        self.0.get()
    }
}

/// Does something again and again for as long as the component that asks is there.
pub fn every(period: Duration, act: impl Fn() + 'static) {
    // Without a window there is nobody to do it for.
    if let Ok(handle) = set_interval_with_handle(act, period) {
        on_cleanup(move || IntervalHandle::clear(&handle));
    }
}
