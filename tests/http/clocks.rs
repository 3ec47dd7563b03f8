//! The clocks of work orders: who is told that one runs out, when, and how often.

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::{Value, json};
use shuiting_server::clock::Clock as _;
use shuiting_server::order;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Event, Post, Role};
use shuiting_shared::order::{Clock, Kind, Level};
use shuiting_tests::{Employee, Person, TestApp, leak, letters_to, rung};

const FILER: &str = "13800000001";
const DISPATCHER: &str = "13900000002";
const HEAD: &str = "13900000005";
const SUPERVISOR: &str = "13900000001";
const DUTY: &str = "13900000007";
const UNIT: &str = "branch-nancheng";

/// Hires whoever is told when clocks run out, and gives the dispatcher.
async fn house(app: &TestApp) -> Person {
    let employee = |name, role, phone| Employee {
        phone: Some(phone),
        ..Employee::new(name, role)
    };
    app.employs(employee("boss", Role::Supervisor, SUPERVISOR)).await;
    let head = Employee {
        unit: Some(UNIT),
        post: Some(Post::Head),
        ..employee("head", Role::Clerk, HEAD)
    };
    app.employs(head).await;
    let duty = Employee {
        post: Some(Post::Duty),
        ..employee("duty", Role::Clerk, DUTY)
    };
    app.employs(duty).await;
    app.employs(employee("dispatcher", Role::Dispatcher, DISPATCHER)).await;
    app.signs_in("dispatcher").await
}

async fn rings(app: &TestApp) -> usize {
    order::ring(app.inside()).await.unwrap()
}

/// Lets minutes pass, and the bell look.
async fn after(app: &TestApp, minutes: i64) -> usize {
    app.clock.advance(TimeDelta::minutes(minutes));
    rings(app).await
}

/// It is this moment in China.
fn is(app: &TestApp, there: &str) {
    let there = NaiveDateTime::parse_from_str(there, "%Y-%m-%d %H:%M")
        .unwrap()
        .and_utc();
    app.clock.advance(there - TimeDelta::hours(8) - app.clock.now());
}

/// Who was told of which clock, the first first.
fn told(case: &CaseView) -> Vec<(Clock, Level)> {
    let told = case.timeline.iter().rev().filter_map(|entry| match entry.event {
        Event::Rung { clock, level } => Some((clock, level)),
        _ => None,
    });
    told.collect()
}

fn interims(case: &CaseView) -> usize {
    let interims = case.timeline.iter().filter(|entry| entry.event == Event::Interim);
    interims.count()
}

fn hand(case: &CaseView, clock: Clock) -> String {
    let order = &case.work_order.as_ref().unwrap().order;
    let due = order.hand(clock).unwrap().due + TimeDelta::hours(8);
    due.format("%Y-%m-%d %H:%M").to_string()
}

/// What an agent files for somebody who calls about this.
fn call(kind: Kind) -> Value {
    json!({ "service": "COMP", "kind": kind.code(), "answers": {
        "category": "supply", "words": "水很小", "town": "nancheng", "address": "鸿福路1号", "phone": FILER,
    } })
}

#[tokio::test]
async fn each_level_hears_once_that_nobody_responds() {
    let app = TestApp::new().await;
    let dispatcher = house(&app).await;
    let number = app.resident(FILER).await.files(&leak()).await;
    dispatcher.acts(&number, json!({ "verb": "take" })).await;
    dispatcher
        .acts(&number, json!({ "verb": "dispatch", "unit": UNIT }))
        .await;

    // A leak is responded to within ten minutes: warned at three quarters, then told upwards.
    assert_eq!(after(&app, 7).await, 0);
    for (minutes, clock, level) in [
        (1, Clock::Respond, Level::Holder),
        (2, Clock::Respond, Level::Head),
        (5, Clock::Respond, Level::Supervisor),
        (5, Clock::Respond, Level::Duty),
        (25, Clock::Arrive, Level::Holder),
    ] {
        assert_eq!(after(&app, minutes).await, 1, "{clock:?} {level:?}");
        assert_eq!(rings(&app).await, 0, "nobody is told twice");
        assert_eq!(told(&dispatcher.looks_at(&number).await).pop(), Some((clock, level)));
    }
    let says = |messages: Vec<String>| messages.iter().filter(|text| text.contains(&number)).count();
    assert_eq!(
        says(app.messages_to(HEAD).await),
        3,
        "warned twice, since nobody has it, and told once"
    );
    assert_eq!(says(app.messages_to(SUPERVISOR).await), 1);
    assert_eq!(says(app.messages_to(DUTY).await), 1);

    // Whoever is there stops both clocks; the last one is the repair.
    let crew = app.staff("crew", Role::Crew).await;
    crew.acts(&number, json!({ "verb": "arrive" })).await;
    assert_eq!(after(&app, 600).await, 0);
    let case = dispatcher.looks_at(&number).await;
    assert_eq!(case.line.order.unwrap().clock, Some(Clock::Finish));
}

#[tokio::test]
async fn a_holiday_is_no_time_to_be_late_in() {
    let app = TestApp::new().await;
    is(&app, "2026-09-30 09:00");
    let dispatcher = house(&app).await;
    let agent = app.staff("agent", Role::Agent).await;
    let number = agent.files_for(&call(Kind::Meter)).await;
    let look = || dispatcher.looks_at(&number);
    // Two working days after National Day: the 8th and the 9th. Somebody has responded.
    assert_eq!(hand(&look().await, Clock::Finish), "2026-10-09 17:30");
    dispatcher
        .acts(&number, json!({ "verb": "dispatch", "unit": UNIT }))
        .await;
    let crew = app.staff("crew", Role::Crew).await;
    crew.acts(&number, json!({ "verb": "accept" })).await;

    is(&app, "2026-10-07 23:00");
    assert_eq!(rings(&app).await, 1);
    let case = look().await;
    assert_eq!(
        (told(&case), interims(&case)),
        (vec![], 1),
        "only whoever filed has heard"
    );
    is(&app, "2026-10-08 08:30");
    assert_eq!(rings(&app).await, 1);
    assert_eq!(told(&look().await), [(Clock::Finish, Level::Holder)]);
    is(&app, "2026-10-09 17:29");
    assert_eq!(rings(&app).await, 0);
    is(&app, "2026-10-09 17:30");
    assert_eq!(rings(&app).await, 1);
    // Half as long again.
    is(&app, "2026-10-14 09:44");
    assert_eq!(rings(&app).await, 0);
    is(&app, "2026-10-14 09:45");
    assert_eq!(rings(&app).await, 1);
    // Twice as long ends on Monday before the house opens.
    is(&app, "2026-10-19 08:29");
    assert_eq!(rings(&app).await, 0);
    is(&app, "2026-10-19 08:30");
    assert_eq!(rings(&app).await, 1);
    let levels = Level::ALL.iter().map(|level| (Clock::Finish, *level));
    assert_eq!(told(&look().await), levels.collect::<Vec<_>>());
}

#[tokio::test]
async fn while_it_waits_for_the_resident_nobody_is_late() {
    let app = TestApp::new().await;
    let dispatcher = house(&app).await;
    let number = app.resident(FILER).await.files(&leak()).await;
    dispatcher
        .acts(&number, json!({ "verb": "dispatch", "unit": UNIT }))
        .await;
    let crew = app.staff("crew", Role::Crew).await;
    crew.acts(&number, json!({ "verb": "arrive" })).await;
    let before = hand(&dispatcher.looks_at(&number).await, Clock::Finish);

    let waits = crew
        .acts(&number, json!({ "verb": "wait", "words": "约好明天上门" }))
        .await;
    assert_eq!(waits.line.due, None);
    assert!(waits.line.order.unwrap().paused);
    assert_eq!(
        after(&app, 3 * 24 * 60).await,
        0,
        "they have heard, and the clocks stand still"
    );
    let on = crew.acts(&number, json!({ "verb": "resume" })).await;
    assert_eq!(
        (before.as_str(), hand(&on, Clock::Finish).as_str()),
        ("2026-11-25 10:00", "2026-11-28 10:00")
    );
    assert_eq!(after(&app, 18 * 60 - 1).await, 0);
    assert_eq!(after(&app, 1).await, 1);
    assert_eq!(
        told(&dispatcher.looks_at(&number).await),
        [(Clock::Finish, Level::Holder)]
    );
}

#[tokio::test]
async fn whoever_has_heard_nothing_for_a_day_hears_once_that_it_goes_on() {
    let app = TestApp::new().await;
    let dispatcher = house(&app).await;
    let resident = app.resident(FILER).await;
    let (silent, told) = (resident.files(&leak()).await, resident.files(&leak()).await);
    dispatcher
        .acts(
            &told,
            json!({ "verb": "note", "words": "师傅明早到", "to_resident": true }),
        )
        .await;
    after(&app, 24 * 60 - 1).await;
    assert_eq!(interims(&resident.looks_at(&silent).await), 0);
    after(&app, 1).await;
    after(&app, 24 * 60).await;
    assert_eq!(interims(&resident.looks_at(&silent).await), 1);
    assert_eq!(interims(&resident.looks_at(&told).await), 0);
    let heard = app.messages_to(FILER).await;
    assert_eq!(heard.iter().filter(|text| text.contains("还在处理")).count(), 1);
}

#[tokio::test]
async fn a_restart_in_the_middle_tells_nobody_again() {
    let app = TestApp::new().await;
    let dispatcher = house(&app).await;
    let number = app.resident(FILER).await.files(&leak()).await;
    let before = async {
        assert_eq!(after(&app, 10).await, 1);
        told(&dispatcher.looks_at(&number).await)
    };
    assert_eq!(
        before.await,
        [(Clock::Respond, Level::Head)],
        "what is late needs no warning"
    );

    let app = TestApp::try_in(app.stops(), |_| {}).await.unwrap();
    let dispatcher = app.signs_in("dispatcher").await;
    app.clock.advance(TimeDelta::minutes(12));
    assert_eq!(rings(&app).await, 0);
    assert_eq!(after(&app, 10).await, 1);
    let levels = [Level::Head, Level::Supervisor, Level::Duty].map(|level| (Clock::Respond, level));
    assert_eq!(told(&dispatcher.looks_at(&number).await), levels);
}

/// Two servers look at the same clocks at the same time, again and again, and each of a thousand orders is told of once a
/// level.
#[tokio::test]
async fn two_servers_tell_of_a_thousand_orders_once() {
    const ORDERS: usize = 1000;
    let one = TestApp::new().await;
    house(&one).await;
    let resident = one.resident(FILER).await;
    for _ in 0..ORDERS {
        resident.files(&leak()).await;
    }
    let other = TestApp::try_in(one.place.clone(), |_| {}).await.unwrap();
    other.clock.advance(one.clock.now() - other.clock.now());
    for (minutes, levels) in [(10, 1), (5, 2), (5, 3)] {
        one.clock.advance(TimeDelta::minutes(minutes));
        other.clock.advance(TimeDelta::minutes(minutes));
        let (here, there) = tokio::join!(rings(&one), rings(&other));
        assert_eq!(here + there, ORDERS, "one of both tells of each");
        let counts = one.write(rung).await;
        assert_eq!(counts.len(), ORDERS);
        assert!(
            counts.iter().all(|count| *count == levels),
            "{levels} levels of each, and once"
        );
    }
    let told = one.write(|conn| letters_to(conn, DUTY)).await;
    assert_eq!(told, i64::try_from(ORDERS).unwrap());
}
