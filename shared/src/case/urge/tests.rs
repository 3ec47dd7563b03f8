use chrono::TimeDelta;
use proptest::prelude::*;

use super::super::{Action, Actor, Event, Refusal, Role, Seen, Status, Verb, allowed, step};
use super::*;
use crate::house::House;
use crate::service::Service;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

/// A leak that a crew has, due at three in the afternoon in China.
fn leak() -> Stand {
    Stand {
        deadline: Some(at("2026-11-24T07:00:00Z")),
        ..Stand::sample(Service::Leak, Status::Dispatched)
    }
}

#[test]
fn it_is_open_once_it_is_late_and_once_a_day() {
    let mut leak = leak();
    assert_eq!(
        leak.urging(at("2026-11-24T07:00:00Z")),
        Urging::NotLate,
        "it may still come"
    );
    let evening = at("2026-11-24T15:50:00Z");
    assert_eq!(leak.urging(evening), Urging::Open);
    leak.urged = Some(evening);
    let midnight = at("2026-11-24T16:00:00Z");
    assert_eq!(leak.urging(evening), Urging::From(midnight), "the day ends in China");
    assert_eq!(leak.urging(midnight - TimeDelta::seconds(1)), Urging::From(midnight));
    assert_eq!(leak.urging(midnight), Urging::Open);
}

#[test]
fn it_stands_on_the_timeline_and_changes_nothing_else() {
    let (leak, house, now) = (leak(), House::dongguan(), at("2026-11-24T08:00:00Z"));
    let change = step(&leak, Actor::Filer, &Action::Urge, now, &house).unwrap();
    assert_eq!(change.events, [(Event::Urged, Seen::All)]);
    assert_eq!(change.status, leak.status);
    assert_eq!(change.promised, leak.promised);
    assert!(change.notices.is_empty(), "the desk sees it in its list");
}

#[test]
fn a_second_time_on_one_day_is_refused_by_name() {
    let (house, now) = (House::dongguan(), at("2026-11-24T08:00:00Z"));
    let urged = Stand {
        urged: Some(now),
        ..leak()
    };
    let refused = |stand: &Stand, now| step(stand, Actor::Filer, &Action::Urge, now, &house).unwrap_err();
    assert_eq!(refused(&urged, now), Refusal::UrgedToday);
    assert_eq!(refused(&leak(), at("2026-11-24T06:00:00Z")), Refusal::NotAllowed);
}

proptest! {
    /// The button is there for whoever filed and for staff who have them on the line, and only where the house is late.
    #[test]
    fn only_what_is_late_is_urged(
        status in proptest::sample::select(Status::ALL),
        due in -3000..3000i64,
        urged in proptest::option::of(0..3000i64),
    ) {
        let now = Stand::sample_now();
        let stand = Stand {
            deadline: status.waits().then(|| now + TimeDelta::minutes(due)),
            urged: urged.map(|ago| now - TimeDelta::minutes(ago)),
            ..Stand::sample(Service::Leak, status)
        };
        let can = allowed(&stand, Actor::Filer, now).contains(&Verb::Urge);
        let late = status.ours() && due < 0;
        let today = urged.is_some_and(|ago| now - TimeDelta::minutes(ago) >= day_of(now).0);
        prop_assert_eq!(can, late && !today);
        // Whoever calls the hotline is urged for by staff.
        for role in [Role::Agent, Role::Dispatcher, Role::Supervisor] {
            prop_assert_eq!(allowed(&stand, Actor::Staff(role), now).contains(&Verb::Urge), can);
        }
        let others = [Role::Clerk, Role::Crew, Role::Admin].map(Actor::Staff);
        for actor in others.into_iter().chain([Actor::Party, Actor::Follower]) {
            prop_assert!(!allowed(&stand, actor, now).contains(&Verb::Urge));
        }
    }

    /// Pressed as often as one likes, it counts once on each day of China.
    #[test]
    fn it_counts_once_a_day(presses in proptest::collection::vec(0..90i64, 1..60)) {
        let house = House::dongguan();
        let mut stand = leak();
        let mut now = at("2026-11-24T07:01:00Z");
        let mut days = Vec::new();
        for pause in presses {
            now += TimeDelta::minutes(pause * 7);
            if step(&stand, Actor::Filer, &Action::Urge, now, &house).is_ok() {
                days.push(day_of(now).0);
                stand.urged = Some(now);
            }
        }
        let mut once = days.clone();
        once.dedup();
        prop_assert_eq!(once, days);
    }
}
