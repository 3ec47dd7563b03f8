//! In which order whoever is out does their work.

use super::Order;
use crate::place::rounded;
use crate::time::Moment;

/// Within so many seconds it makes no difference which of two is due first.
const SPAN: i64 = 30 * 60;

/// When an order's turn is: the smaller, the sooner.
///
/// What is late comes first, all of it at once: the more urgent before the less, and of those the nearer. Then comes what is
/// due, by half hours, and within the same half hour again by priority and way. What stands still, or has nothing left to
/// count, comes last. Ways are told apart by 50 m, and one that nobody knows is the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    when: When,
    priority: u8,
    metres: u32,
    due: Option<Moment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Late,
    /// In so many half hours.
    Due(i64),
    Still,
}

impl Turn {
    /// That of an order, so many metres from whoever asks.
    pub fn of(order: &Order, metres: Option<f64>, now: Moment) -> Self {
        let due = order.next().map(|(_, due)| due);
        let when = due.map_or(When::Still, |due| {
            if due < now {
                When::Late
            } else {
                When::Due((due - now).num_seconds() / SPAN)
            }
        });
        Self {
            when,
            priority: order.priority,
            metres: metres.map_or(u32::MAX, rounded),
            due,
        }
    }

    /// Whether its next clock has run out.
    pub fn is_late(&self) -> bool {
        self.when == When::Late
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;
    use crate::case::{Action, Status};
    use crate::house::House;
    use crate::order::{Became, Kind};

    fn noon() -> Moment {
        "2026-11-28T04:00:00Z".parse().unwrap()
    }

    fn filed(kind: Kind, minutes_ago: i64) -> Order {
        let from = noon() - TimeDelta::minutes(minutes_ago);
        Order::open_at(kind, Some("nancheng"), from, &House::dongguan())
    }

    fn became(order: Order, action: &Action) -> Order {
        let became = Became {
            action,
            status: Status::Dispatched,
            heard: false,
            anew: None,
            town: Some("nancheng"),
        };
        order.after(&became, noon(), &House::dongguan())
    }

    fn sorted(orders: &[(&'static str, Order, Option<f64>)]) -> Vec<&'static str> {
        let mut all: Vec<_> = orders.iter().collect();
        all.sort_by_key(|(_, order, metres)| Turn::of(order, *metres, noon()));
        all.into_iter().map(|(name, ..)| *name).collect()
    }

    #[test]
    fn a_crew_s_day_is_in_a_sensible_order() {
        let waits = Action::Wait {
            words: "约明天".into()
        };
        let orders = [
            ("meter", filed(Kind::Meter, 0), None),
            ("waits", became(filed(Kind::Burst, 60), &waits), None),
            ("leak", became(filed(Kind::Leak, 20), &Action::Accept), None),
            ("burst", became(filed(Kind::Burst, 2), &Action::Accept), None),
            ("late leak", filed(Kind::Leak, 200), None),
            ("late burst", filed(Kind::Burst, 20), None),
        ];
        // The burst is due on site in 28 minutes, the leak in 40.
        let day = ["late burst", "late leak", "burst", "leak", "meter", "waits"];
        assert_eq!(sorted(&orders), day);
    }

    #[test]
    fn of_two_that_are_as_urgent_the_nearer_comes_first() {
        let far = ("far", became(filed(Kind::Leak, 20), &Action::Accept), Some(4000.0));
        let near = ("near", became(filed(Kind::Leak, 10), &Action::Accept), Some(300.0));
        let nowhere = ("nowhere", became(filed(Kind::Leak, 25), &Action::Accept), None);
        assert_eq!(sorted(&[far, nowhere, near]), ["near", "far", "nowhere"]);
    }

    #[test]
    fn a_short_way_is_no_reason_to_be_late_elsewhere() {
        let soon = ("soon", became(filed(Kind::Leak, 55), &Action::Accept), Some(9000.0));
        let near = ("near", became(filed(Kind::Leak, 5), &Action::Accept), Some(50.0));
        assert_eq!(sorted(&[near, soon]), ["soon", "near"]);
    }

    proptest! {
        #[test]
        fn nothing_waits_behind_what_is_due_half_an_hour_later(
            kinds in proptest::collection::vec((proptest::sample::select(Kind::ALL), 0..3000i64, proptest::option::of(0.0..50_000.0f64)), 2..12),
        ) {
            let mut turns: Vec<_> = kinds
                .into_iter()
                .map(|(kind, ago, metres)| Turn::of(&filed(kind, ago), metres, noon()))
                .collect();
            turns.sort();
            for pair in turns.windows(2) {
                let (first, second) = (pair[0], pair[1]);
                prop_assert!(first.is_late() || !second.is_late(), "what is late comes first");
                if let (false, Some(one), Some(other)) = (first.is_late(), first.due, second.due) {
                    prop_assert!(one < other + TimeDelta::seconds(SPAN));
                }
                prop_assert!(first.due.is_some() || second.due.is_none(), "what is due comes before what is not");
            }
        }
    }
}
