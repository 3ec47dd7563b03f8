//! Fetching again what has changed, however often it changes: one fetch at a time, one a second, and always one after
//! the last change.

use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::time::Moment;

use crate::clock;

/// From the beginning of one fetch to the beginning of the next.
const APART: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pace {
    /// It was never fetched.
    #[default]
    Never,
    /// It was fetched last at this moment, and nothing is wanted.
    Since(Moment),
    /// It is fetched once a second has passed.
    Waiting,
    /// It is being fetched since then, and perhaps once more after that.
    Fetching(Moment, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Nothing,
    Fetch,
    Wait(Duration),
}

impl Pace {
    /// It has changed.
    fn want(&mut self, now: Moment) -> Order {
        match *self {
            Self::Never => self.fetch(now),
            Self::Since(last) => self.after(last, now),
            Self::Waiting => Order::Nothing,
            Self::Fetching(since, _) => {
                *self = Self::Fetching(since, true);
                Order::Nothing
            }
        }
    }

    /// The second has passed.
    fn waited(&mut self, now: Moment) -> Order {
        self.fetch(now)
    }

    /// It has been fetched.
    fn fetched(&mut self, now: Moment) -> Order {
        match *self {
            Self::Fetching(since, true) => self.after(since, now),
            Self::Fetching(since, false) => {
                *self = Self::Since(since);
                Order::Nothing
            }
            Self::Never | Self::Since(_) | Self::Waiting => Order::Nothing,
        }
    }

    fn fetch(&mut self, now: Moment) -> Order {
        *self = Self::Fetching(now, false);
        Order::Fetch
    }

    fn after(&mut self, last: Moment, now: Moment) -> Order {
        // A clock that was set back makes nobody wait for longer.
        let passed = (now - last).to_std().unwrap_or_default();
        match APART.checked_sub(passed).filter(|left| !left.is_zero()) {
            Some(left) => {
                *self = Self::Waiting;
                Order::Wait(left)
            }
            None => self.fetch(now),
        }
    }
}

/// The pace at which something is fetched again.
#[derive(Clone, Copy, Debug)]
pub struct Paced(StoredValue<Pace>);

impl Default for Paced {
    fn default() -> Self {
        Self(StoredValue::new(Pace::default()))
    }
}

impl Paced {
    /// Fetches it as soon as its turn comes. Whoever wants it meanwhile shares that fetch, unless it has begun.
    pub fn want<F: Future<Output = ()> + 'static>(self, fetch: impl Fn() -> F + Copy + 'static) {
        self.carry_out(Pace::want, fetch);
    }

    fn carry_out<F: Future<Output = ()> + 'static>(
        self,
        happens: fn(&mut Pace, Moment) -> Order,
        fetch: impl Fn() -> F + Copy + 'static,
    ) {
        // The page may be gone by now.
        match self.0.try_update_value(|pace| happens(pace, clock::now())) {
            Some(Order::Fetch) => {
                let fetching = fetch();
                spawn_local(async move {
                    fetching.await;
                    self.carry_out(Pace::fetched, fetch);
                });
            }
            Some(Order::Wait(left)) => set_timeout(move || self.carry_out(Pace::waited, fetch), left),
            Some(Order::Nothing) | None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(milliseconds: i64) -> Moment {
        Moment::from_timestamp_millis(1_795_000_000_000 + milliseconds).unwrap()
    }

    fn wait(milliseconds: u64) -> Order {
        Order::Wait(Duration::from_millis(milliseconds))
    }

    #[test]
    fn many_changes_are_one_fetch() {
        let mut pace = Pace::default();
        assert_eq!(pace.want(at(0)), Order::Fetch);
        assert_eq!([pace.want(at(10)), pace.want(at(20))], [Order::Nothing; 2]);
        assert_eq!(pace.fetched(at(50)), wait(950));
        assert_eq!(pace.want(at(60)), Order::Nothing, "it shares the fetch that is to come");
        assert_eq!(pace.waited(at(1000)), Order::Fetch);
        assert_eq!(pace.fetched(at(1050)), Order::Nothing);
        assert_eq!(pace.want(at(1200)), wait(800));
    }

    #[test]
    fn what_takes_long_is_fetched_again_at_once() {
        let mut pace = Pace::default();
        pace.want(at(0));
        pace.want(at(10));
        assert_eq!(pace.fetched(at(3000)), Order::Fetch);
        assert_eq!(pace.fetched(at(3010)), Order::Nothing);
        assert_eq!(pace.want(at(-60_000)), wait(1000), "the clock was set back");
    }

    proptest! {
        /// However changes come: fetches neither overlap nor follow each other within a second, and each change is
        /// followed by a fetch that begins after it.
        #[test]
        fn no_change_is_left_unfetched(changes in prop::collection::vec(0_i64..5000, 1..60), takes in 1_i64..3000) {
            let mut changes = changes;
            changes.sort_unstable();
            let last = changes.last().copied().unwrap_or_default();
            let (mut pace, mut begun, mut ends, mut due) = (Pace::default(), Vec::new(), None, None);
            for now in 0..=last + 10_000 {
                let mut orders = Vec::new();
                if ends == Some(now) {
                    ends = None;
                    orders.push(pace.fetched(at(now)));
                }
                if due == Some(now) {
                    due = None;
                    orders.push(pace.waited(at(now)));
                }
                orders.extend(changes.iter().filter(|change| **change == now).map(|_| pace.want(at(now))));
                for order in orders {
                    match order {
                        Order::Nothing => {}
                        Order::Wait(left) => due = Some(now + i64::try_from(left.as_millis()).unwrap()),
                        Order::Fetch => {
                            prop_assert_eq!(ends, None, "one at a time");
                            ends = Some(now + takes);
                            begun.push(now);
                        }
                    }
                }
            }
            prop_assert!(begun.windows(2).all(|two| two[1] - two[0] >= 1000));
            prop_assert!(begun.last().is_some_and(|begun| *begun >= last));
        }
    }
}
