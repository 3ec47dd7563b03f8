//! An event is changed, moved, cancelled, thrown away; all concerned hear of it once.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::EventView;
use shuiting_shared::event::State;
use shuiting_tests::{Answer, Person, TestApp};

use super::{does, plan, planned, published};

const LI: &str = "13800000001";
const WANG: &str = "13800000002";

async fn changes(planner: &Person, id: &str, version: i32, plan: &Value, reason: &str) -> Answer {
    let change = json!({ "version": version, "plan": plan, "reason": reason });
    planner
        .ask(Method::PATCH, &format!("/desk/events/{id}"))
        .json(&change)
        .await
}

async fn follows(person: &Person, id: &str) {
    person.ask(Method::PUT, &format!("/events/{id}/follow")).await.is(200);
}

/// What has come to a phone but codes.
async fn told(app: &TestApp, phone: &str) -> Vec<String> {
    let mut told = app.messages_to(phone).await;
    told.retain(|text| !text.contains("验证码") && !text.contains("Your code"));
    told
}

/// The plan, two hours later and elsewhere.
fn moved() -> Value {
    let text = plan().to_string();
    let text = text.replace("T04:", "T06:").replace("T03:", "T05:");
    let text = text.replace("T02:", "T04:").replace("T01:", "T03:");
    serde_json::from_str(&text.replace("广场东侧", "小区会所")).unwrap()
}

#[tokio::test]
async fn who_follows_hears_once_in_their_language_that_it_is_moved_and_then_cancelled() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let (li, wang, other) = (
        app.resident(LI).await,
        app.resident(WANG).await,
        app.resident("13800000003").await,
    );
    wang.ask(Method::PATCH, "/me")
        .json(&json!({ "lang": "en" }))
        .await
        .is(200);
    let event = published(&clerk).await;
    for person in [&li, &li, &wang] {
        follows(person, &event.id).await;
    }
    let seen: EventView = other.get(&format!("/events/{}", event.id)).await.is(200).read();
    assert_eq!((seen.followers, seen.follows), (2, false));

    let after: EventView = changes(&clerk, &event.id, 2, &moved(), "广场修路").await.is(200).read();
    assert_eq!((after.version, after.reason.as_deref()), (3, Some("广场修路")));
    does(&clerk, &event.id, "cancel", &json!({ "version": 3, "reason": "台风" }))
        .await
        .is(200);
    let read = [told(&app, LI).await, told(&app, WANG).await].concat();
    insta::assert_snapshot!(read.join("\n"));
    assert!(told(&app, "13800000003").await.is_empty());
    let inbox = li.get("/messages").await.is(200).json();
    assert_eq!(inbox["messages"][0]["event"], json!(event.id), "it leads to the event");

    let path = format!("/events/{}", event.id);
    let seen: EventView = app.passer_by().get(&path).await.is(200).read();
    assert_eq!((seen.state, seen.reason.as_deref()), (State::Cancelled, Some("台风")));
    changes(&clerk, &event.id, 4, &plan(), "").await.fails(409, "not_now");
    li.ask(Method::PUT, &format!("{path}/follow"))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn other_changes_tell_nobody_and_want_no_reason() {
    let app = TestApp::new().await;
    let (clerk, li) = (app.clerk("clerk").await, app.resident(LI).await);
    let event = published(&clerk).await;
    follows(&li, &event.id).await;
    let mut reworded = plan();
    reworded["title"] = json!("节水日");
    let after: EventView = changes(&clerk, &event.id, 2, &reworded, "").await.is(200).read();
    assert_eq!((after.plan.title.as_str(), after.reason), ("节水日", None));
    assert!(told(&app, LI).await.is_empty());
    let refused = changes(&clerk, &event.id, 3, &moved(), " ").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["reason missing"]);
    let mut wrong = moved();
    wrong["shifts"][0]["places"] = json!(0);
    let refused = changes(&clerk, &event.id, 3, &wrong, "下雨")
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["plan.shifts.0.places too_small"]);
    let refused = does(&clerk, &event.id, "cancel", &json!({ "version": 3, "reason": "" })).await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["reason missing"]);
}

#[tokio::test]
async fn nobody_changes_what_another_has_just_changed() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let event = published(&clerk).await;
    changes(&clerk, &event.id, 1, &moved(), "下雨")
        .await
        .fails(409, "event_changed");
    does(&clerk, &event.id, "cancel", &json!({ "version": 1, "reason": "下雨" }))
        .await
        .fails(409, "event_changed");
    let late = changes(&clerk, "nothing", 1, &plan(), "").await;
    late.fails(404, "not_found");
}

#[tokio::test]
async fn a_draft_is_changed_freely_and_thrown_away() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let draft = planned(&clerk).await;
    changes(&clerk, &draft.id, 1, &moved(), "").await.is(200);
    let path = format!("/desk/events/{}", draft.id);
    clerk.ask(Method::DELETE, &path).await.is(204);
    clerk.ask(Method::DELETE, &path).await.fails(404, "not_found");
    let event = published(&clerk).await;
    let path = format!("/desk/events/{}", event.id);
    clerk.ask(Method::DELETE, &path).await.fails(409, "not_now");
}

#[tokio::test]
async fn what_is_over_stays_as_it_was() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let (event, draft) = (published(&clerk).await, planned(&clerk).await);
    app.clock.advance(TimeDelta::days(5));
    changes(&clerk, &event.id, 2, &plan(), "").await.fails(409, "not_now");
    does(&clerk, &event.id, "cancel", &json!({ "version": 2, "reason": "下雨" }))
        .await
        .fails(409, "not_now");
    does(&clerk, &draft.id, "publish", &json!({ "version": 1 }))
        .await
        .fails(409, "not_now");
    let refused = changes(&clerk, &draft.id, 1, &plan(), "").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["plan.ends time_past"]);
}

#[tokio::test]
async fn who_helps_hears_of_it_once_though_they_follow_it_and_what_they_took_stays() {
    let app = TestApp::new().await;
    let (clerk, li) = (app.clerk("clerk").await, app.resident(LI).await);
    let event = published(&clerk).await;
    let me = json!({ "kind": "public", "name": "李明" });
    li.ask(Method::PUT, "/me/volunteer").json(&me).await.is(200);
    for shift in [0, 1] {
        let answer = li
            .ask(Method::PUT, &format!("/events/{}/shifts/{shift}", event.id))
            .await;
        // The two shifts overlap.
        assert_eq!(answer.status, if shift == 0 { 200 } else { 422 }, "{answer:?}");
    }
    follows(&li, &event.id).await;
    let mut fewer = plan();
    fewer["shifts"] = json!([]);
    let refused = changes(&clerk, &event.id, 2, &fewer, "").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["plan.shifts shift_taken"]);
    let mut one = plan();
    one["shifts"].as_array_mut().unwrap().pop();
    changes(&clerk, &event.id, 2, &one, "").await.is(200);
    does(&clerk, &event.id, "cancel", &json!({ "version": 3, "reason": "台风" }))
        .await
        .is(200);
    assert_eq!(told(&app, LI).await.len(), 1);
}
