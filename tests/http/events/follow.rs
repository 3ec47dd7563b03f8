//! Following an event, and being reminded of it.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::json;
use shuiting_server::housekeeping::tidy;
use shuiting_shared::api::EventView;
use shuiting_tests::{Answer, Person, TestApp};

use super::{planned, published};

const LI: &str = "13800000001";

async fn asks(person: &Person, method: Method, id: &str) -> Answer {
    person.ask(method, &format!("/events/{id}/follow")).await
}

async fn reminders(app: &TestApp) -> Vec<String> {
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
    let mut told = app.messages_to(LI).await;
    told.retain(|text| text.contains("开始,在"));
    told
}

#[tokio::test]
async fn it_is_followed_once_and_left_again_by_who_is_signed_in() {
    let app = TestApp::new().await;
    let (clerk, li) = (app.clerk("clerk").await, app.resident(LI).await);
    let (event, draft) = (published(&clerk).await, planned(&clerk).await);
    for _ in 0..2 {
        let seen: EventView = asks(&li, Method::PUT, &event.id).await.is(200).read();
        assert_eq!((seen.followers, seen.follows), (1, true));
    }
    let mine = li.get("/me/export").await.is(200).json();
    assert_eq!(mine["events"][0]["id"], json!(event.id), "it is theirs to take along");
    let seen: EventView = asks(&li, Method::DELETE, &event.id).await.is(200).read();
    assert_eq!((seen.followers, seen.follows), (0, false));
    asks(&li, Method::PUT, &draft.id).await.fails(404, "not_found");
    asks(&app.guest().await, Method::PUT, &event.id)
        .await
        .fails(401, "sign_in");
    asks(&app.passer_by(), Method::PUT, &event.id)
        .await
        .fails(401, "sign_in");
    asks(&clerk, Method::PUT, &event.id).await.fails(403, "forbidden");
}

#[tokio::test]
async fn who_follows_is_reminded_once_on_the_day_before_and_once_more_of_another_day() {
    let app = TestApp::new().await;
    let (clerk, li) = (app.clerk("clerk").await, app.resident(LI).await);
    let event = published(&clerk).await;
    asks(&li, Method::PUT, &event.id).await.is(200);
    app.clock.advance(TimeDelta::days(2));
    assert!(
        reminders(&app).await.is_empty(),
        "the day after tomorrow is early enough"
    );
    app.clock.advance(TimeDelta::days(1));
    for _ in 0..2 {
        let told = reminders(&app).await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("明天 09:00"), "{told:?}");
    }

    let mut later = serde_json::to_value(&event.plan).unwrap();
    for field in [
        "/starts",
        "/ends",
        "/shifts/0/starts",
        "/shifts/0/ends",
        "/shifts/1/starts",
        "/shifts/1/ends",
    ] {
        let at = later.pointer_mut(field).unwrap();
        *at = json!(at.as_str().unwrap().replace("-28T", "-30T"));
    }
    let change = json!({ "version": 2, "plan": later, "reason": "下雨" });
    clerk
        .ask(Method::PATCH, &format!("/desk/events/{}", event.id))
        .json(&change)
        .await
        .is(200);
    assert_eq!(reminders(&app).await.len(), 1);
    app.clock.advance(TimeDelta::days(2));
    assert_eq!(reminders(&app).await.len(), 2);
}

#[tokio::test]
async fn nobody_is_reminded_of_what_is_cancelled() {
    let app = TestApp::new().await;
    let (clerk, li) = (app.clerk("clerk").await, app.resident(LI).await);
    let event = published(&clerk).await;
    asks(&li, Method::PUT, &event.id).await.is(200);
    super::does(&clerk, &event.id, "cancel", &json!({ "version": 2, "reason": "下雨" }))
        .await
        .is(200);
    app.clock.advance(TimeDelta::days(3));
    assert!(reminders(&app).await.is_empty());
}
