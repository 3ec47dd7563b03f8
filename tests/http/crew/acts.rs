//! Acts that have waited on a phone.

use chrono::TimeDelta;
use futures_util::future::join_all;
use shuiting_server::clock::Clock as _;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Event, Status};
use shuiting_shared::order::Hand;
use shuiting_tests::{Answer, pictures};

use super::*;

/// Tells of an act that was done so many minutes ago, under a key.
async fn tells(person: &Person, number: &str, key: &str, minutes: i64, action: &Value) -> Answer {
    person
        .post(&format!("/cases/{number}/acts"))
        .header("idempotency-key", key)
        .header("acted-ago", &(minutes * 60).to_string())
        .json(&json!({ "action": action }))
        .await
}

fn hand(case: &CaseView, clock: Clock) -> &Hand {
    case.work_order.as_ref().unwrap().order.hand(clock).unwrap()
}

#[tokio::test]
async fn a_whole_job_is_told_later_with_its_true_times() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let number = passed_on(&app, &burst("23.02,113.75"), NANCHENG, "").await;
    // Two hours under ground; a burst wants an answer in 5 minutes and somebody there in 30.
    app.clock.advance(TimeDelta::hours(2));
    let now = app.clock.now();
    let ago = |minutes| now - TimeDelta::minutes(minutes);
    let photo = crew.uploads(&pictures::jpeg(40, 30)).await;
    let job = [
        ("a", 117, json!({ "verb": "accept" })),
        ("b", 95, json!({ "verb": "arrive", "point": "23.02000,113.75010" })),
        ("c", 60, json!({ "verb": "secure", "words": "阀门已关" })),
        (
            "d",
            5,
            json!({ "verb": "finish", "result": "换管", "after": [photo], "parts": [{ "name": "DN100 哈夫节", "count": 1 }] }),
        ),
    ];
    for (key, minutes, action) in &job {
        tells(&crew, &number, key, *minutes, action).await.is(200);
    }
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let case = dispatcher.looks_at(&number).await;
    assert_eq!(case.line.status, Status::Finished);
    for (clock, minutes) in [
        (Clock::Respond, 117),
        (Clock::Arrive, 95),
        (Clock::Secure, 60),
        (Clock::Finish, 5),
    ] {
        let hand = hand(&case, clock);
        assert_eq!(
            (hand.stopped, hand.kept()),
            (Some(ago(minutes)), Some(true)),
            "{clock:?}"
        );
    }
    assert_eq!(case.finished, Some(ago(5)));
    assert!(
        case.timeline
            .iter()
            .any(|entry| matches!(&entry.event, Event::Arrived { away: Some(50) }))
    );
    assert!(case.timeline.iter().any(|entry| entry.at == ago(95)));
}

#[tokio::test]
async fn late_is_late_however_it_was_told() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let number = passed_on(&app, &burst("23.02,113.75"), NANCHENG, "").await;
    app.clock.advance(TimeDelta::hours(2));
    tells(&crew, &number, "a", 100, &json!({ "verb": "accept" }))
        .await
        .is(200);
    let case = crew.looks_at(&number).await;
    assert_eq!(
        hand(&case, Clock::Respond).kept(),
        Some(false),
        "20 minutes, and 5 were allowed"
    );
}

#[tokio::test]
async fn what_is_sent_twice_counts_once() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let number = passed_on(&app, &burst("23.02,113.75"), NANCHENG, "").await;
    let before = crew.looks_at(&number).await.version;
    let arrive = json!({ "verb": "arrive" });
    let answers = join_all((0..6).map(|_| tells(&crew, &number, "key", 1, &arrive))).await;
    for answer in answers {
        assert_eq!(answer.is(200).read::<CaseView>().version, before + 1);
    }
    tells(&crew, &number, "key", 1, &json!({ "verb": "accept" }))
        .await
        .fails(422, "idempotency_key_reused");
    let other = tells(&crew, &number, "another", 1, &arrive).await;
    other.fails(409, "not_now");
}

#[tokio::test]
async fn an_old_act_after_a_newer_one_keeps_its_time() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let number = passed_on(&app, &burst("23.02,113.75"), NANCHENG, "").await;
    app.clock.advance(TimeDelta::minutes(40));
    let supervisor = app.staff("supervisor", Role::Supervisor).await;
    let watch = json!({ "verb": "supervise", "words": "盯紧" });
    let watched = supervisor.acts(&number, watch).await;
    let case = tells(&crew, &number, "a", 15, &json!({ "verb": "arrive" })).await;
    let case: CaseView = case.is(200).read();
    let arrived = app.clock.now() - TimeDelta::minutes(15);
    assert_eq!(
        case.version,
        watched.version + 1,
        "it stands after what was known first"
    );
    assert_eq!(case.timeline[0].at, arrived);
    assert!(case.timeline[1].at > arrived);
    assert_eq!(hand(&case, Clock::Arrive).kept(), Some(true));
    assert!(case.work_order.unwrap().order.supervised, "and undoes nothing of it");
}

#[tokio::test]
async fn what_went_to_another_unit_meanwhile_is_refused() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let number = passed_on(&app, &burst("23.02,113.75"), NANCHENG, "").await;
    tells(&crew, &number, "a", 9, &json!({ "verb": "accept" }))
        .await
        .is(200);
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let on = json!({ "verb": "dispatch", "unit": "network" });
    let version = dispatcher.acts(&number, on).await.version;
    assert_eq!(numbers(&crew).await, Vec::<String>::new(), "though they had it");
    for (key, action) in [("b", "arrive"), ("c", "accept")] {
        let told = tells(&crew, &number, key, 5, &json!({ "verb": action })).await;
        told.fails(409, "not_now");
    }
    // What had arrived before is answered as it was.
    tells(&crew, &number, "a", 9, &json!({ "verb": "accept" }))
        .await
        .is(200);
    assert_eq!(dispatcher.looks_at(&number).await.version, version);
    let back = json!({ "verb": "return", "reason": "不归管网" });
    dispatcher.acts(&number, back).await;
    tells(&crew, &number, "d", 1, &json!({ "verb": "arrive" }))
        .await
        .fails(409, "not_now");
}
