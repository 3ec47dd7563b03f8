use proptest::prelude::*;

use super::*;
use crate::time::{local, moment};

fn at(text: &str) -> Moment {
    moment(chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

fn open(reason: CallbackReason) -> Task {
    Task::open(reason, at("2026-09-30 16:00"), &House::dongguan())
}

fn unreached() -> CallbackAnswer {
    CallbackAnswer::Unreached { next: None }
}

fn reached(level: Option<Level>) -> CallbackAnswer {
    CallbackAnswer::Reached {
        level,
        words: String::new(),
    }
}

#[test]
fn the_share_of_each_kind_is_that_of_the_house() {
    let rules = House::dongguan().callbacks;
    for (kind, share) in [(Kind::Burst, 100), (Kind::Leak, 10)] {
        let ids = (0..10_000).map(|n| format!("0193b9c0-7a30-7{n:03x}-8f00-{n:012}"));
        let drawn = ids.filter(|id| rules.draws(kind, id)).count();
        assert!(drawn.abs_diff(share * 100) < 200, "{kind:?}: {drawn} of 10,000");
    }
    assert!(
        !Callbacks::default().draws(Kind::Burst, "any"),
        "a house that says nothing asks nobody"
    );
}

#[test]
fn a_sample_is_due_on_the_next_working_day_and_a_low_rating_soon() {
    let due = |reason| local(open(reason).due).format("%m-%d %H:%M").to_string();
    assert_eq!(due(CallbackReason::Sample), "10-08 17:30", "after National Day");
    assert_eq!(due(CallbackReason::Low), "09-30 18:00");
    let low = open(CallbackReason::Sample).now_low(at("2026-10-01 09:00"), &House::dongguan());
    assert_eq!(
        (low.reason, low.due),
        (CallbackReason::Low, at("2026-10-01 11:00")),
        "sooner"
    );
}

#[test]
fn whom_nobody_reaches_three_times_is_given_up() {
    let rules = House::dongguan().callbacks;
    let now = at("2026-10-08 09:00");
    let once = open(CallbackReason::Sample).told(&unreached(), now, &rules).unwrap();
    assert_eq!((once.state, once.tries), (CallbackState::Open, 1));
    assert_eq!(once.next, Some(at("2026-10-08 11:00")));
    let later = CallbackAnswer::Unreached {
        next: Some(at("2026-10-09 10:00")),
    };
    let twice = once.told(&later, now, &rules).unwrap();
    assert_eq!(twice.next, Some(at("2026-10-09 10:00")));
    let thrice = twice.told(&unreached(), now, &rules).unwrap();
    assert_eq!(
        (thrice.state, thrice.tries, thrice.next),
        (CallbackState::Unreached, 3, None)
    );
    for next in ["2026-10-08 09:00", "2026-10-16 09:00"] {
        let answer = CallbackAnswer::Unreached { next: Some(at(next)) };
        let flaw = FieldFlaw::new("next", Flaw::NotAChoice);
        assert_eq!(twice.told(&answer, now, &rules), Err(vec![flaw]), "{next}");
    }
}

#[test]
fn a_sample_needs_a_level_and_a_low_rating_has_one() {
    let rules = House::dongguan().callbacks;
    let now = at("2026-10-08 09:00");
    let told = |reason, level| open(reason).told(&reached(level), now, &rules);
    assert_eq!(
        told(CallbackReason::Sample, None),
        Err(vec![FieldFlaw::new("level", Flaw::Missing)])
    );
    assert_eq!(told(CallbackReason::Low, None).unwrap().state, CallbackState::Reached);
    let level = Some(Level::Good);
    assert_eq!(
        told(CallbackReason::Sample, level).unwrap().state,
        CallbackState::Reached
    );
}

#[test]
fn every_script_says_who_calls_and_has_both_languages() {
    let kinds = Kind::ALL.iter().copied().map(Some).chain([None]);
    for (reason, kind) in CallbackReason::ALL
        .iter()
        .flat_map(|reason| kinds.clone().map(|kind| (*reason, kind)))
    {
        let script = super::script(reason, kind);
        assert!(script.first().is_some_and(|line| line.zh.starts_with("您好")));
        assert!(script.iter().all(|line| !line.zh.is_empty() && !line.en.is_empty()));
    }
}

proptest! {
    #[test]
    fn the_same_case_is_always_drawn_alike_and_more_with_a_larger_share(id in ".{0,40}", less in 0..=100u32, more in 0..=100u32) {
        let (less, more) = (less.min(more), less.max(more));
        let drawn = |share| Callbacks { share, ..Callbacks::default() }.draws(Kind::Leak, &id);
        prop_assert_eq!(drawn(less), drawn(less));
        prop_assert!(!drawn(less) || drawn(more));
        prop_assert!(!drawn(0) && drawn(100));
    }

    #[test]
    fn however_calls_go_there_are_no_more_than_the_house_allows(reached in proptest::collection::vec(0..3u8, 1..20)) {
        let rules = House::dongguan().callbacks;
        let mut task = open(CallbackReason::Sample);
        let mut calls = 0;
        for call in reached {
            if task.state != CallbackState::Open {
                break;
            }
            calls += 1;
            let answer = match call {
                0 => CallbackAnswer::Declined,
                _ => unreached(),
            };
            task = task.told(&answer, at("2026-10-08 09:00"), &rules).unwrap();
        }
        prop_assert!(calls <= rules.tries);
        prop_assert_eq!(task.next.is_some(), task.state == CallbackState::Open && task.tries > 0);
    }
}
