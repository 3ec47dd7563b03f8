use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::case::{Action, Status};
use crate::house::House;
use crate::time::{local, moment};

fn at(text: &str) -> Moment {
    moment(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

fn order(kind: Kind, town: &str, from: &str) -> Order {
    Order::open_at(kind, Some(town), at(from), &House::dongguan())
}

fn due(order: &Order, clock: Clock) -> Option<String> {
    let due = order.hand(clock).map(|hand| local(hand.due));
    due.map(|due| due.format("%Y-%m-%d %H:%M").to_string())
}

/// An act that leaves a case in a status and tells the filer nothing.
fn act(order: &Order, action: &Action, status: Status, now: Moment) -> Order {
    let became = Became {
        action,
        status,
        heard: false,
        anew: None,
        town: Some("nancheng"),
    };
    order.clone().after(&became, now, &House::dongguan())
}

fn wait() -> Action {
    Action::Wait {
        words: "约明天".into()
    }
}

fn told(rings: &[Ring]) -> Vec<(Clock, Level)> {
    let told = rings.iter().filter_map(|ring| match ring {
        Ring::Tell { clock, level, .. } => Some((*clock, *level)),
        Ring::Interim => None,
    });
    told.collect()
}

#[test]
fn each_kind_has_the_limits_of_the_trade() {
    // A Sunday night (DOMAIN.md §1); limits of §3.
    let from = "2024-11-10 23:50";
    for (kind, town, respond, arrive, secure, finish) in [
        (
            Kind::Burst,
            "nancheng",
            Some("2024-11-10 23:55"),
            Some("2024-11-11 00:20"),
            Some("2024-11-11 03:50"),
            Some("2024-11-11 23:50"),
        ),
        (
            Kind::Burst,
            "humen",
            Some("2024-11-10 23:55"),
            Some("2024-11-11 00:40"),
            Some("2024-11-11 03:50"),
            Some("2024-11-11 23:50"),
        ),
        (
            Kind::Leak,
            "nancheng",
            Some("2024-11-11 00:00"),
            Some("2024-11-11 00:50"),
            None,
            Some("2024-11-11 23:50"),
        ),
        (
            Kind::NoWater,
            "nancheng",
            Some("2024-11-11 00:00"),
            Some("2024-11-11 00:50"),
            None,
            Some("2024-11-11 03:50"),
        ),
        (
            Kind::Press,
            "nancheng",
            Some("2024-11-11 00:20"),
            Some("2024-11-11 03:50"),
            None,
            Some("2024-11-13 17:30"),
        ),
        (
            Kind::Second,
            "nancheng",
            None,
            Some("2024-11-11 01:50"),
            None,
            Some("2024-11-11 03:50"),
        ),
        (
            Kind::Cover,
            "nancheng",
            None,
            Some("2024-11-11 01:50"),
            None,
            Some("2024-11-11 07:50"),
        ),
        (
            Kind::Meter,
            "nancheng",
            Some("2024-11-11 23:50"),
            None,
            None,
            Some("2024-11-12 17:30"),
        ),
        (Kind::Fee, "nancheng", None, None, None, Some("2024-11-12 11:50")),
        (Kind::Consult, "nancheng", None, None, None, Some("2024-11-13 17:30")),
        (
            Kind::Tank,
            "nancheng",
            Some("2024-11-11 00:20"),
            Some("2024-11-11 01:50"),
            None,
            None,
        ),
    ] {
        let order = order(kind, town, from);
        let clocks = [Clock::Respond, Clock::Arrive, Clock::Secure, Clock::Finish];
        let limits = [respond, arrive, secure, finish].map(|limit| limit.map(str::to_owned));
        assert_eq!(clocks.map(|clock| due(&order, clock)), limits, "{kind:?} in {town}");
        assert_eq!(due(&order, Clock::Answer).as_deref(), Some("2024-11-11 23:50"));
    }
}

#[test]
fn what_was_said_decides_the_kind_and_the_kind_decides_who_gets_it() {
    use crate::form::Answers;
    use crate::service::Service;
    let house = House::dongguan();
    let kind = |service, key: &str, answer: &str| {
        let answers: Answers = [(key, answer)].into_iter().collect();
        house.orders.kind_of(service, &answers)
    };
    assert_eq!(kind(Service::Leak, "severity", "flood"), Some(Kind::Burst));
    assert_eq!(kind(Service::Leak, "severity", "drip"), Some(Kind::Leak));
    assert_eq!(kind(Service::Comp, "category", "bill"), Some(Kind::Fee));
    assert_eq!(kind(Service::Comp, "category", "manner"), Some(Kind::Complaint));
    assert_eq!(kind(Service::New, "severity", "flood"), None);

    let route = |kind, town| house.orders.route(kind, town, &house);
    assert_eq!(
        route(Kind::Burst, Some("songshanhu")),
        Some(("branch-songshanhu", true))
    );
    assert_eq!(route(Kind::Leak, Some("nancheng")), Some(("branch-nancheng", false)));
    assert_eq!(route(Kind::Leak, None), None, "nobody knows whose it is");
    assert_eq!(route(Kind::Fee, None), Some(("supply", false)));
}

#[test]
fn what_is_done_stops_its_clock_and_those_before_it() {
    let leak = order(Kind::Burst, "nancheng", "2024-11-10 23:50");
    let status = Status::Dispatched;
    assert_eq!(leak.next().unwrap().0, Clock::Respond);
    let there = act(&leak, &Action::Arrive { point: None }, status, at("2024-11-11 00:15"));
    assert!(!there.open(Clock::Respond), "whoever is there has responded");
    assert_eq!(there.hand(Clock::Respond).unwrap().kept(), Some(false));
    assert_eq!(there.hand(Clock::Arrive).unwrap().kept(), Some(true));
    assert_eq!(there.next().unwrap().0, Clock::Secure);
    let again = act(&there, &Action::Arrive { point: None }, status, at("2024-11-11 02:00"));
    assert_eq!(again, there, "what has happened stays as it happened");
}

#[test]
fn clocks_stand_still_while_it_waits_for_the_resident() {
    let leak = order(Kind::Leak, "nancheng", "2026-09-30 09:00");
    let waits = act(&leak, &wait(), Status::Dispatched, at("2026-09-30 10:00"));
    assert_eq!(waits.next(), None);
    let on = act(&waits, &Action::Resume, Status::Dispatched, at("2026-10-01 10:00"));
    assert_eq!(due(&on, Clock::Finish).as_deref(), Some("2026-10-02 09:00"));
    assert_eq!(
        due(&on, Clock::Answer).as_deref(),
        Some("2026-10-01 09:00"),
        "the house rule knows no pause"
    );
    let back = act(&on, &Action::Take, Status::SentBack, at("2026-10-01 11:00"));
    assert!(back.paused.is_some(), "what was sent back waits for the resident too");
}

#[test]
fn a_pause_in_working_days_gives_back_working_days() {
    // 3 working days from Wednesday before National Day: the 8th, 9th and, worked, Saturday the 10th.
    let slow = order(Kind::Press, "nancheng", "2026-09-30 09:00");
    assert_eq!(due(&slow, Clock::Finish).as_deref(), Some("2026-10-10 17:30"));
    let paused = |from: &str, to: &str| {
        let waits = act(&slow, &wait(), Status::Dispatched, at(from));
        let on = act(&waits, &Action::Resume, Status::Dispatched, at(to));
        due(&on, Clock::Finish).unwrap()
    };
    assert_eq!(
        paused("2026-10-01 09:00", "2026-10-06 09:00"),
        "2026-10-10 17:30",
        "a holiday is no time lost"
    );
    assert_eq!(
        paused("2026-10-08 09:00", "2026-10-08 15:00"),
        "2026-10-10 17:30",
        "the same day"
    );
    assert_eq!(
        paused("2026-10-08 09:00", "2026-10-09 09:00"),
        "2026-10-12 17:30",
        "one working day, over Sunday"
    );
    assert_eq!(
        paused("2026-10-10 09:00", "2026-10-11 09:00"),
        "2026-10-12 17:30",
        "on its last day"
    );
    assert_eq!(
        paused("2026-10-12 09:00", "2026-10-14 09:00"),
        "2026-10-10 17:30",
        "late stays late"
    );
}

#[test]
fn each_level_is_told_once_in_its_order() {
    let house = House::dongguan();
    let mut burst = order(Kind::Burst, "nancheng", "2024-11-10 23:50");
    let mut heard = Vec::new();
    let mut now = at("2024-11-10 23:50");
    // Until somebody responds: 5 minutes.
    for _ in 0..12 {
        let (after, rings) = burst.ring(now, &house);
        let respond = told(&rings).into_iter().filter(|(clock, _)| *clock == Clock::Respond);
        heard.extend(respond.map(|(_, level)| (local(now).format("%M:%S").to_string(), level)));
        burst = after;
        now += TimeDelta::minutes(1);
    }
    let heard: Vec<_> = heard.iter().map(|(at, level)| (at.as_str(), *level)).collect();
    assert_eq!(
        heard,
        [
            ("54:00", Level::Holder),
            ("55:00", Level::Head),
            ("58:00", Level::Supervisor),
            ("00:00", Level::Duty)
        ]
    );
}

#[test]
fn after_a_night_without_a_server_nobody_is_warned_of_what_is_late() {
    let house = House::dongguan();
    let leak = order(Kind::Leak, "nancheng", "2024-11-10 23:50");
    let (after, rings) = leak.ring(at("2024-11-11 00:06"), &house);
    let levels = |clock| {
        let told = told(&rings).into_iter().filter(move |(told, _)| *told == clock);
        told.map(|(_, level)| level).collect::<Vec<_>>()
    };
    assert_eq!(levels(Clock::Respond), [Level::Head, Level::Supervisor]);
    assert_eq!(after.ring(at("2024-11-11 00:06"), &house).1, []);
}

#[test]
fn what_counts_working_days_rings_while_the_house_works() {
    let house = House::dongguan();
    // Due on Saturday the 10th, which is worked; three quarters of the time are over on Thursday the 8th at night.
    let slow = order(Kind::Press, "nancheng", "2026-09-30 09:00");
    let arrive = act(
        &slow,
        &Action::Arrive { point: None },
        Status::Dispatched,
        at("2026-09-30 10:00"),
    );
    let ring = arrive
        .alarm(&house)
        .map(|at| local(at).format("%m-%d %H:%M").to_string());
    assert_eq!(
        ring.as_deref(),
        Some("10-01 09:00"),
        "whoever filed waits for an answer over the holidays too"
    );
    let (answered, rings) = arrive.ring(at("2026-10-01 09:00"), &house);
    assert_eq!(rings, [Ring::Interim]);
    let ring = answered
        .alarm(&house)
        .map(|at| local(at).format("%m-%d %H:%M").to_string());
    assert_eq!(ring.as_deref(), Some("10-08 08:30"));
}

#[test]
fn whoever_has_heard_needs_no_interim() {
    let house = House::dongguan();
    let leak = order(Kind::Leak, "nancheng", "2024-11-10 23:50");
    let became = Became {
        action: &Action::Resume,
        status: Status::Dispatched,
        heard: true,
        anew: None,
        town: None,
    };
    let heard = leak.clone().after(&became, at("2024-11-11 08:00"), &house);
    assert_eq!(heard.answer(), None);
    let late = at("2024-11-12 08:00");
    assert!(!heard.ring(late, &house).1.contains(&Ring::Interim));
    assert!(leak.ring(late, &house).1.contains(&Ring::Interim));
}

#[test]
fn a_hard_one_takes_longer_from_the_same_beginning() {
    let complaint = order(Kind::Complaint, "nancheng", "2026-09-28 09:00");
    let extend = Action::Extend {
        reason: "要查历史抄表".into(),
    };
    let hard = act(&complaint, &extend, Status::Dispatched, at("2026-09-29 09:00"));
    assert_eq!(due(&complaint, Clock::Finish).as_deref(), Some("2026-10-08 17:30"));
    assert_eq!(due(&hard, Clock::Finish).as_deref(), Some("2026-10-23 17:30"));
}

#[test]
fn another_kind_counts_from_the_same_filing() {
    let leak = order(Kind::Leak, "nancheng", "2024-11-10 23:50");
    let accepted = act(&leak, &Action::Accept, Status::Dispatched, at("2024-11-10 23:58"));
    let sort = Action::Sort { kind: Kind::Burst };
    let burst = act(&accepted, &sort, Status::Dispatched, at("2024-11-11 00:10"));
    assert_eq!((burst.kind, burst.priority), (Kind::Burst, 1));
    assert_eq!(due(&burst, Clock::Respond).as_deref(), Some("2024-11-10 23:55"));
    assert_eq!(burst.hand(Clock::Respond).unwrap().kept(), Some(false));
    assert_eq!(due(&burst, Clock::Secure).as_deref(), Some("2024-11-11 03:50"));
}

#[test]
fn what_was_joined_goes_by_its_lead() {
    let house = House::dongguan();
    let join = Action::Join {
        into: CaseNumber::from_index(7),
    };
    let leak = order(Kind::Leak, "nancheng", "2024-11-10 23:50");
    let joined = act(&leak, &join, Status::Dispatched, at("2024-11-10 23:52"));
    assert_eq!(joined.next(), None);
    assert_eq!(told(&joined.clone().ring(at("2024-11-12 00:00"), &house).1), []);
    let finish = Action::Finish {
        result: "修好".into(),
        before: vec![],
        after: vec![],
        parts: vec![],
    };
    let done = act(&joined, &finish, Status::Finished, at("2024-11-11 05:00"));
    assert!(done.hands.iter().all(|hand| hand.stopped.is_some()));
    let anew = act(&done, &Action::Resume, Status::Reopened, at("2024-11-11 09:00"));
    assert_eq!(
        anew.next().unwrap().0,
        Clock::Finish,
        "it is for itself when it is worked on again"
    );
}

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL)
}

proptest! {
    #[test]
    fn nobody_is_told_twice_however_often_and_late_the_bell_is_looked_at(
        kind in kinds(),
        hours in 0..20_000i64,
        looks in proptest::collection::vec(1..5_000i64, 1..40),
    ) {
        let house = House::dongguan();
        let from = at("2024-01-01 00:00") + TimeDelta::hours(hours);
        let mut order = Order::open_at(kind, Some("nancheng"), from, &house);
        let (mut now, mut heard) = (from, Vec::new());
        for look in looks {
            now += TimeDelta::minutes(look);
            let alarm = order.alarm(&house);
            let (after, rings) = order.ring(now, &house);
            prop_assert_eq!(alarm.is_some_and(|alarm| alarm <= now), !rings.is_empty(), "the alarm is when it rings");
            order = after;
            heard.extend(rings.into_iter().map(|ring| match ring {
                Ring::Tell { clock, level, .. } => (clock, Some(level)),
                Ring::Interim => (Clock::Answer, None),
            }));
        }
        let mut once = heard.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), heard.len());
        for clock in Clock::ALL {
            let levels: Vec<_> = heard.iter().filter(|(told, _)| told == clock).collect();
            prop_assert!(levels.is_sorted());
        }
    }

    #[test]
    fn a_pause_never_takes_time_away(
        kind in kinds(),
        hours in 0..20_000i64,
        before in 0..6_000i64,
        stood in 0..20_000i64,
    ) {
        let house = House::dongguan();
        let from = at("2024-01-01 00:00") + TimeDelta::hours(hours);
        let order = Order::open_at(kind, Some("nancheng"), from, &house);
        let paused = from + TimeDelta::minutes(before);
        let waits = act(&order, &wait(), Status::Dispatched, paused);
        let on = act(&waits, &Action::Resume, Status::Dispatched, paused + TimeDelta::minutes(stood));
        for hand in &on.hands {
            let was = order.hand(hand.clock).unwrap();
            prop_assert!(hand.due >= was.due, "{:?}", hand.clock);
            prop_assert!(hand.from <= hand.due);
            if matches!(hand.limit, Limit::WorkingDays(_)) {
                prop_assert_eq!(local(hand.due).time(), house.calendar.closes);
                prop_assert!(house.calendar.works(local(hand.due).date()));
            }
        }
    }
}
