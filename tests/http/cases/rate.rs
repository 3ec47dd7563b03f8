//! Rating what was done.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_shared::case::{Level, Role, Status};
use shuiting_tests::{TestApp, leak};

use super::finishes;

const PHONE: &str = "13800000001";

fn rate(level: &str) -> Value {
    json!({ "verb": "rate", "level": level, "words": "师傅很好" })
}

#[tokio::test]
async fn a_low_rating_reopens_and_tells_the_supervisors() {
    let app = TestApp::new().await;
    app.hires("boss", Role::Supervisor, Some("13900000001")).await;
    app.hires("deputy", Role::Supervisor, Some("13900000002")).await;
    app.hires("silent", Role::Supervisor, None).await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    for level in ["bad", "very_bad"] {
        let number = resident.files(&leak()).await;
        finishes(&clerk, &number).await;
        let case = resident.acts(&number, rate(level)).await;
        assert_eq!(case.line.status, Status::Reopened);
        assert!(case.line.due.is_some() && case.promised.is_some());
        for phone in ["13900000001", "13900000002"] {
            let told = app.messages_to(phone).await;
            assert!(told.last().unwrap().contains(&number), "{told:?}");
        }
    }
    assert_eq!(app.messages_to("13900000001").await.len(), 2);
}

#[tokio::test]
async fn other_ratings_leave_it_finished() {
    let app = TestApp::new().await;
    app.hires("boss", Role::Supervisor, Some("13900000001")).await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    for level in ["very_good", "good", "fair"] {
        let number = resident.files(&leak()).await;
        finishes(&clerk, &number).await;
        assert_eq!(resident.acts(&number, rate(level)).await.line.status, Status::Finished);
    }
    assert!(app.messages_to("13900000001").await.is_empty());
}

#[tokio::test]
async fn a_rating_may_be_changed_for_seven_days() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    finishes(&clerk, &number).await;
    app.clock.advance(TimeDelta::days(6));
    resident.acts(&number, rate("good")).await;
    app.clock.advance(TimeDelta::days(7));
    let case = resident.acts(&number, rate("fair")).await;
    assert_eq!(case.rating.unwrap().level, Level::Fair);
    app.clock.advance(TimeDelta::seconds(1));
    resident.tries(&number, rate("good")).await.fails(409, "rating_over");
    assert_eq!(resident.looks_at(&number).await.rating.unwrap().level, Level::Fair);
}

#[tokio::test]
async fn what_was_not_rated_in_seven_days_is_not_rated() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    resident.tries(&number, rate("good")).await.fails(409, "not_now");
    finishes(&clerk, &number).await;
    assert!(resident.lists().await[0].waits_for_you);
    app.clock.advance(TimeDelta::days(7) + TimeDelta::seconds(1));
    resident.tries(&number, rate("good")).await.fails(409, "rating_over");
    let line = &resident.lists().await[0];
    assert!(!line.waits_for_you, "nothing waits for them any more");
}

#[tokio::test]
async fn each_finish_is_rated_anew() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    finishes(&clerk, &number).await;
    resident.acts(&number, rate("bad")).await;
    app.clock.advance(TimeDelta::days(9));
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let case = clerk
        .acts(&number, json!({ "verb": "finish", "result": "又修了一次" }))
        .await;
    assert_eq!(case.line.status, Status::Finished);
    app.clock.advance(TimeDelta::days(1));
    let case = resident.acts(&number, rate("very_good")).await;
    assert_eq!(
        (case.line.status, case.rating.unwrap().level),
        (Status::Finished, Level::VeryGood)
    );
}

#[tokio::test]
async fn tags_are_the_services_own() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    finishes(&clerk, &number).await;
    let with = |tag: &str| json!({ "verb": "rate", "level": "good", "tags": [tag] });
    let refused = resident.tries(&number, with("材料要求多")).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["tags not_a_choice"]);
    resident.acts(&number, with("来得快")).await;
    clerk.tries(&number, with("来得快")).await.fails(409, "not_now");
}
