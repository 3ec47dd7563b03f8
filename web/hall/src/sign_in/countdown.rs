//! Seconds until another code may be asked for.

use std::time::Duration;

use leptos::prelude::*;
use shuiting_parts::clock;
use shuiting_shared::time::Moment;

const TICK: Duration = Duration::from_millis(500);

/// The seconds that are left. They are counted by the clock, since a phone that sleeps does not tick.
#[derive(Clone, Copy)]
pub(super) struct Countdown {
    until: RwSignal<Option<Moment>>,
    left: RwSignal<u32>,
}

impl Countdown {
    /// Nothing to wait for; it counts for as long as the component that asks is there.
    pub(super) fn new() -> Self {
        let countdown = Self {
            until: RwSignal::new(None),
            left: RwSignal::new(0),
        };
        clock::every(TICK, move || countdown.look());
        countdown
    }

    /// Begins anew.
    pub(super) fn begin(self, seconds: u32) {
        let until = clock::now() + Duration::from_secs(seconds.into());
        self.until.set(Some(until));
        self.look();
    }

    /// The seconds that are left; whoever asks is told with each.
    pub(super) fn left(self) -> u32 {
        self.left.get()
    }

    fn look(self) {
        let left = self.until.get_untracked().map_or(0, |until| left(until, clock::now()));
        if self.left.get_untracked() != left {
            self.left.set(left);
        }
    }
}

/// Whole seconds, the one that has begun included.
fn left(until: Moment, now: Moment) -> u32 {
    let milliseconds = (until - now).num_milliseconds().max(0);
    u32::try_from((milliseconds + 999) / 1000).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_counts_until_it_is_over() {
        let now = Moment::default();
        let after = |milliseconds| now + Duration::from_millis(milliseconds);
        assert_eq!(left(after(60_000), now), 60);
        assert_eq!(left(after(59_001), now), 60);
        assert_eq!(left(after(1), now), 1);
        assert_eq!(left(now, now), 0);
        assert_eq!(left(now, after(5)), 0);
    }
}
