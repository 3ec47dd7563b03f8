//! Urging what is late.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_shared::api::{CaseView, Views};
use shuiting_shared::case::{Event, Status, Verb};
use shuiting_tests::{Person, TestApp, leak};

use super::finishes;

const PHONE: &str = "13800000001";

fn urge() -> Value {
    json!({ "verb": "urge" })
}

/// How many cases stand in the desk's view of urged ones, and their numbers.
async fn urged(clerk: &Person) -> (i64, Vec<String>) {
    let views: Views = clerk.get("/desk/views").await.is(200).read();
    let found = clerk.finds("feedback=urged").await;
    assert_eq!(found.total, views.urged);
    (
        views.urged,
        found.cases.iter().map(|line| line.number.to_string()).collect(),
    )
}

fn urgings(case: &CaseView) -> usize {
    case.timeline.iter().filter(|entry| entry.event == Event::Urged).count()
}

#[tokio::test]
async fn what_is_late_is_urged_once_a_day_and_the_desk_sees_it() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    resident.tries(&number, urge()).await.fails(409, "not_now");
    assert!(!resident.looks_at(&number).await.allowed.contains(&Verb::Urge));

    // A leak is to be taken on within ten minutes.
    app.clock.advance(TimeDelta::minutes(11));
    let before = resident.looks_at(&number).await;
    assert!(before.allowed.contains(&Verb::Urge));
    let case = resident.acts(&number, urge()).await;
    assert_eq!((case.line.urges, case.line.status), (1, Status::Filed));
    assert_eq!((case.line.due, case.promised), (before.line.due, before.promised));
    assert!(!case.allowed.contains(&Verb::Urge));
    resident.tries(&number, urge()).await.fails(409, "urged_today");
    assert_eq!(urged(&clerk).await, (1, vec![number.clone()]));
    assert_eq!(clerk.finds("due=late").await.cases[0].urges, 1);

    // It is ten in the morning in China: fourteen hours on, another day has begun.
    app.clock.advance(TimeDelta::hours(14));
    let case = resident.acts(&number, urge()).await;
    assert_eq!((case.line.urges, urgings(&case)), (2, 2));
    assert_eq!(urgings(&clerk.looks_at(&number).await), 2);
    assert!(app.messages_to(PHONE).await.len() <= 2, "urging sends nobody an SMS");
}

#[tokio::test]
async fn nobody_else_urges() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    app.clock.advance(TimeDelta::hours(1));
    clerk.tries(&number, urge()).await.fails(409, "not_now");
    app.guest().await.tries(&number, urge()).await.fails(404, "not_found");
    assert_eq!(resident.looks_at(&number).await.line.urges, 0);
}

#[tokio::test]
async fn what_is_done_is_urged_no_more() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    app.clock.advance(TimeDelta::hours(1));
    resident.acts(&number, urge()).await;
    finishes(&clerk, &number).await;
    let case = resident.looks_at(&number).await;
    assert_eq!(
        (case.line.urges, case.urged),
        (0, None),
        "what comes after is urged anew"
    );
    assert_eq!(urgings(&case), 1, "the timeline keeps it");
    assert_eq!(urged(&clerk).await, (0, vec![]));
    resident.tries(&number, urge()).await.fails(409, "not_now");
}

#[tokio::test]
async fn an_urging_on_an_older_version_is_refused_with_what_changed() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    app.clock.advance(TimeDelta::hours(25));
    let seen = resident.looks_at(&number).await.version;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    resident.acts_on(&number, seen, urge()).await.fails(409, "case_changed");
    resident.acts_on(&number, seen + 1, urge()).await.is(200);
}
