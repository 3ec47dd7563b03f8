//! Outage notices: posted by the desk, read by everybody.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::OutageView;
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, Person, TestApp};

fn planned() -> Value {
    json!({
        "kind": "planned", "town": "nancheng", "area": " 鸿福路一带 ", "streets": ["鸿福路"], "reason": "更换阀门",
        "starts": "2026-11-25T14:00:00Z", "ends": "2026-11-25T20:00:00Z",
    })
}

async fn posts(person: &Person, outage: &Value) -> OutageView {
    person.post("/desk/outages").json(outage).await.is(201).read()
}

async fn changes(person: &Person, id: &str, change: Value) -> Answer {
    person
        .ask(Method::PATCH, &format!("/desk/outages/{id}"))
        .json(&change)
        .await
}

/// What anybody reads of a town.
async fn reads(app: &TestApp, query: &str) -> Vec<OutageView> {
    app.passer_by().get(&format!("/outages{query}")).await.is(200).read()
}

#[tokio::test]
async fn an_outage_is_posted_read_put_off_and_ended() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let posted = posts(&dispatcher, &planned()).await;
    assert_eq!(posted.outage.area, "鸿福路一带");
    assert_eq!(reads(&app, "?town=nancheng").await, std::slice::from_ref(&posted));
    assert!(reads(&app, "?town=guancheng").await.is_empty());

    let later = changes(&dispatcher, &posted.id, json!({ "ends": "2026-11-25T23:00:00Z" })).await;
    let later: OutageView = later.is(200).read();
    assert_eq!(later.outage.starts, posted.outage.starts);
    assert_eq!(reads(&app, "").await, [later]);

    let ended = changes(&dispatcher, &posted.id, json!({ "end": true })).await;
    assert!(ended.is(200).read::<OutageView>().ended.is_some());
    assert!(reads(&app, "").await.is_empty());
    changes(&dispatcher, &posted.id, json!({ "reason": "…" }))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn what_nobody_ended_is_forgotten_a_day_after_its_time() {
    let app = TestApp::new().await;
    let admin = app.staff("admin", Role::Admin).await;
    posts(&admin, &planned()).await;
    app.clock.advance(TimeDelta::hours(42 + 23));
    assert_eq!(reads(&app, "").await.len(), 1, "the repair takes longer");
    app.clock.advance(TimeDelta::hours(1));
    assert!(reads(&app, "").await.is_empty());
}

#[tokio::test]
async fn the_first_comes_first() {
    let app = TestApp::new().await;
    let boss = app.staff("boss", Role::Supervisor).await;
    for day in ["27", "26", "28"] {
        let mut outage = planned();
        outage["starts"] = json!(format!("2026-11-{day}T14:00:00Z"));
        outage["ends"] = json!(format!("2026-11-{day}T20:00:00Z"));
        posts(&boss, &outage).await;
    }
    let days: Vec<_> = reads(&app, "?town=nancheng")
        .await
        .iter()
        .map(|view| view.outage.starts.format("%d").to_string())
        .collect();
    assert_eq!(days, ["26", "27", "28"]);
}

#[tokio::test]
async fn only_those_who_know_post_them() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let posted = posts(&dispatcher, &planned()).await;
    let others = [
        app.clerk("clerk").await,
        app.staff("crew", Role::Crew).await,
        app.staff("agent", Role::Agent).await,
        app.resident("13800000001").await,
    ];
    for person in others {
        person
            .post("/desk/outages")
            .json(&planned())
            .await
            .fails(403, "forbidden");
        changes(&person, &posted.id, json!({ "end": true }))
            .await
            .fails(403, "forbidden");
    }
    changes(&dispatcher, "nothing", json!({ "end": true }))
        .await
        .fails(404, "not_found");
}

#[tokio::test]
async fn what_is_no_outage_is_refused_beside_its_fields() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let mut wrong = planned();
    wrong["town"] = json!("番禺");
    wrong["area"] = json!("");
    wrong["ends"] = wrong["starts"].clone();
    let refused = dispatcher
        .post("/desk/outages")
        .json(&wrong)
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["area missing", "ends ends_wrong", "town not_a_town"]);
    wrong = planned();
    wrong["kind"] = json!("soon");
    let refused = dispatcher
        .post("/desk/outages")
        .json(&wrong)
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["kind wrong_type"]);
    let posted = posts(&dispatcher, &planned()).await;
    let refused = changes(&dispatcher, &posted.id, json!({ "ends": "2027-11-25T20:00:00Z" })).await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["ends ends_wrong"]);
}
