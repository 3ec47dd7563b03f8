//! Signing in and out, by cookie and by bearer token.

mod cookies;
mod devices;
mod guests;
mod staff;

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_tests::{Answer, TestApp};

const PHONE: &str = "13800000001";

async fn refreshes(app: &TestApp, token: &str) -> Answer {
    app.passer_by()
        .post("/sessions/refresh")
        .json(&json!({ "refresh": token }))
        .await
}

async fn me(app: &TestApp, access: &str) -> Answer {
    app.passer_by().get("/me").bearer(access).await
}

fn token(session: &Value, name: &str) -> String {
    session["tokens"][name].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_resident_signs_in_and_says_in_which_language() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let me = resident.get("/me").await.is(200).json();
    let wants = json!({ "kind": "resident", "phone": PHONE, "lang": "zh", "text_size": "normal", "told": "all" });
    assert_eq!(me, wants);
    let changed = resident
        .ask(Method::PATCH, "/me")
        .json(&json!({ "lang": "en" }))
        .await
        .is(200)
        .json();
    assert_eq!(changed["lang"], "en");
    assert_eq!(resident.get("/me").await.json()["lang"], "en");
    app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(
        app.resident(PHONE).await.get("/me").await.json()["lang"],
        "en",
        "it stays with the account"
    );
}

#[tokio::test]
async fn an_access_token_is_good_for_fifteen_minutes() {
    let app = TestApp::new().await;
    let access = app.resident(PHONE).await.access();
    app.clock.advance(TimeDelta::seconds(15 * 60 - 1));
    me(&app, &access).await.is(200);
    app.clock.advance(TimeDelta::seconds(1));
    me(&app, &access).await.fails(401, "token_expired");
}

#[tokio::test]
async fn a_refresh_token_is_used_up() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let (old, access) = (resident.refresh(), resident.access());
    let renewed = refreshes(&app, &old).await.is(200).json();
    assert_ne!(token(&renewed, "refresh"), old);
    me(&app, &token(&renewed, "access")).await.is(200);

    // Long after its time the old one can only have been stolen: the session ends for both who have it.
    app.clock.advance(TimeDelta::seconds(61));
    refreshes(&app, &old).await.fails(401, "sign_in");
    refreshes(&app, &token(&renewed, "refresh")).await.fails(401, "sign_in");
    me(&app, &access).await.fails(401, "sign_in");
}

#[tokio::test]
async fn an_answer_that_was_lost_on_the_way_ends_no_session() {
    let app = TestApp::new().await;
    let old = app.resident(PHONE).await.refresh();
    let renewed = refreshes(&app, &old).await.is(200).json();
    app.clock.advance(TimeDelta::seconds(60));
    refreshes(&app, &old).await.is(200);
    refreshes(&app, &token(&renewed, "refresh")).await.is(200);
}

#[tokio::test]
async fn a_session_ends_after_thirty_days_without_use() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    app.clock.advance(TimeDelta::days(29));
    let renewed = refreshes(&app, &resident.refresh()).await.is(200).json();
    app.clock.advance(TimeDelta::days(29));
    let renewed = refreshes(&app, &token(&renewed, "refresh")).await.is(200).json();
    app.clock.advance(TimeDelta::days(30));
    refreshes(&app, &token(&renewed, "refresh")).await.fails(401, "sign_in");
}

#[tokio::test]
async fn signing_out_here_leaves_the_other_sessions() {
    let app = TestApp::new().await;
    let phone = app.resident(PHONE).await;
    app.clock.advance(TimeDelta::minutes(1));
    let tablet = app.resident(PHONE).await;
    phone.ask(Method::DELETE, "/sessions/current").await.is(204);
    phone.get("/me").await.fails(401, "sign_in");
    refreshes(&app, &phone.refresh()).await.fails(401, "sign_in");
    tablet.get("/me").await.is(200);
}

#[tokio::test]
async fn signing_out_everywhere_ends_all_at_once() {
    let app = TestApp::new().await;
    let phone = app.resident(PHONE).await;
    app.clock.advance(TimeDelta::minutes(1));
    let tablet = app.resident(PHONE).await;
    let neighbour = app.resident("13800000002").await;
    phone.ask(Method::DELETE, "/sessions").await.is(204);
    for ended in [&phone, &tablet] {
        ended.get("/me").await.fails(401, "sign_in");
        refreshes(&app, &ended.refresh()).await.fails(401, "sign_in");
    }
    neighbour.get("/me").await.is(200);
}

#[tokio::test]
async fn what_is_no_token_lets_nobody_in() {
    let app = TestApp::new().await;
    let access = app.resident(PHONE).await.access();
    let (head, signature) = access.rsplit_once('.').unwrap();
    let forged = format!("{head}.{}", signature.chars().rev().collect::<String>());
    let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJ4IiwiaWF0IjowLCJleHAiOjk5OTk5OTk5OTl9.";
    for wrong in ["", "x", &forged, unsigned] {
        me(&app, wrong).await.fails(401, "sign_in");
        refreshes(&app, wrong).await.fails(401, "sign_in");
    }
    app.passer_by().get("/me").await.fails(401, "sign_in");
    app.passer_by()
        .post("/sessions/refresh")
        .json(&json!({}))
        .await
        .fails(401, "sign_in");
}
