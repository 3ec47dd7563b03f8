//! What time it is: by the browser's clock, put right by the server's where that is known. A phone's clock may be wrong by
//! days, and a form must not offer yesterday for that.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use shuiting_shared::time::{self, Date, Moment};

use crate::store;

const TICK: Duration = Duration::from_secs(20);
/// Under which name it is kept by how much the browser's clock is wrong.
const KEPT: &str = "shuiting-clock";
/// Being wrong by so many milliseconds does no harm to days and limits; what is less may be the way of the answer.
const HARMLESS: i64 = 10 * 60 * 1000;

thread_local! {
    /// By how many milliseconds the server is ahead of the browser; none as long as nobody has looked.
    static AHEAD: Cell<Option<i64>> = const { Cell::new(None) };
    /// Whether the server has told its time since the program came.
    static HEARD: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// The moment now.
pub fn now() -> Moment {
    Moment::from_timestamp_millis(browser() + ahead()).unwrap_or_default()
}

/// Whether it is certain what time it is, since the server has told it; whoever asks is told when it has.
pub fn is_certain() -> bool {
    HEARD.with(ArcRwSignal::clone).get()
}

/// The server has told its time, in the words of the header `Date`.
pub(crate) fn hear(date: &str) {
    let server = js_sys::Date::parse(date);
    if server.is_nan() {
        return;
    }
    let wrong = wrong(whole(server), browser());
    if ahead() != wrong {
        AHEAD.set(Some(wrong));
        store::put(KEPT, &wrong.to_string());
    }
    let heard = HEARD.with(ArcRwSignal::clone);
    if !heard.get_untracked() {
        heard.set(true);
    }
}

fn browser() -> i64 {
    whole(js_sys::Date::now())
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 stay whole in a double for 280,000 years"
)]
fn whole(milliseconds: f64) -> i64 {
    milliseconds as i64
}

fn ahead() -> i64 {
    AHEAD.get().unwrap_or_else(|| {
        let kept = store::get(KEPT).and_then(|kept| kept.parse().ok()).unwrap_or_default();
        AHEAD.set(Some(kept));
        kept
    })
}

/// By how much a browser's clock is to be put right, where the server's shows this.
fn wrong(server: i64, browser: i64) -> i64 {
    let by = server - browser;
    if by.abs() < HARMLESS { 0 } else { by }
}

/// The day that it is in China.
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
        // What a page says of today must not wait for the next tick where the browser's clock is wrong.
        Effect::new(move |_| {
            if is_certain() {
                moment.set(now());
            }
        });
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

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60 * 1000;

    #[test]
    fn a_clock_is_put_right_where_it_is_wrong_enough_to_matter() {
        let server = 1_795_000_000_000;
        assert_eq!(wrong(server, server + 400), 0, "so long took the answer");
        assert_eq!(wrong(server, server - HARMLESS + 1), 0);
        for by in [-DAY, DAY, HARMLESS] {
            assert_eq!(server - by + wrong(server, server - by), server);
        }
    }
}
