//! Residents hear as much by SMS as they want to.

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_tests::{Person, TestApp, leak, transfer};

const PHONE: &str = "13800000001";
const OTHER: &str = "13800000003";

async fn wants(person: &Person, change: &Value) -> Value {
    person.ask(Method::PATCH, "/me").json(change).await.is(200).json()
}

/// How many messages a phone has got that are no codes.
async fn heard(app: &TestApp, phone: &str) -> usize {
    let told = app.messages_to(phone).await;
    told.iter().filter(|text| !text.contains("验证码")).count()
}

#[tokio::test]
async fn who_wants_to_hear_only_what_they_must_answer_hears_that() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    assert_eq!(wants(&resident, &json!({ "told": "must" })).await["told"], "must");
    let number = resident.files(&leak()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    assert_eq!(heard(&app, PHONE).await, 0);
    let asks = json!([{ "item": { "field": "address" }, "reason": "不全" }]);
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    assert_eq!(heard(&app, PHONE).await, 1);

    wants(&resident, &json!({ "told": "all" })).await;
    resident.files(&leak()).await;
    assert_eq!(heard(&app, PHONE).await, 2);
}

#[tokio::test]
async fn who_wants_to_hear_nothing_still_gets_the_codes_they_ask_for() {
    let app = TestApp::new().await;
    let (resident, other) = (app.resident(PHONE).await, app.resident(OTHER).await);
    for person in [&resident, &other] {
        wants(person, &json!({ "told": "codes" })).await;
    }
    let number = resident.files(&transfer()).await;
    other.acts(&number, json!({ "verb": "confirm" })).await;
    assert_eq!((heard(&app, PHONE).await, heard(&app, OTHER).await), (0, 0));
    assert_eq!(other.lists().await.len(), 1, "it waits in the hall all the same");
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let again = app.resident(PHONE).await;
    assert_eq!(
        again.get("/me").await.json()["told"],
        "codes",
        "it stays with the account"
    );
}

#[tokio::test]
async fn what_a_change_leaves_out_stays() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    wants(&resident, &json!({ "text_size": "largest", "told": "must" })).await;
    let me = wants(&resident, &json!({ "lang": "en" })).await;
    assert_eq!(
        (&me["text_size"], &me["told"], &me["lang"]),
        (&json!("largest"), &json!("must"), &json!("en"))
    );
    assert_eq!(wants(&resident, &json!({})).await, me);
    let wrong = resident.ask(Method::PATCH, "/me").json(&json!({ "told": "louder" }));
    assert_eq!(wrong.await.fails(422, "invalid").flaws(), ["told wrong_type"]);
}
