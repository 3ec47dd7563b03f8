//! Nobody is woken for what can wait, and nobody is told more on a day than the house allows.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_tests::{TestApp, leak};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn what_can_wait_waits_for_the_morning() {
    let app = TestApp::new().await;
    // Half past eleven in the evening.
    app.clock.advance(TimeDelta::minutes(13 * 60 + 30));
    let number = app.guest().await.files(&leak()).await;
    let agent = app.clerk("clerk").await;
    agent
        .acts(&number, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    let told = app.messages_to(PHONE).await;
    assert!(
        told.len() == 1 && told[0].contains("已收到"),
        "who files is awake: {told:?}"
    );
    app.code(PHONE).await;
    // A minute to eight.
    app.clock.advance(TimeDelta::minutes(8 * 60 + 29));
    assert_eq!(app.messages_to(PHONE).await.len(), 2);
    app.clock.advance(TimeDelta::minutes(1));
    let told = app.messages_to(PHONE).await;
    assert!(told.len() == 3 && told[2].contains("已转"), "{told:?}");
}

#[tokio::test]
async fn what_is_one_too_many_stands_in_the_inbox_alone() {
    let app = TestApp::with(|means| means.house.letters.a_day = 2).await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    for words in ["一", "二", "三"] {
        let note = json!({ "verb": "note", "words": words, "to_resident": true });
        clerk.acts(&number, note).await;
    }
    // A code, and two of four.
    assert_eq!(app.messages_to(PHONE).await.len(), 3);
    let inbox = resident.get("/messages").await.is(200).json();
    assert_eq!(inbox["messages"].as_array().unwrap().len(), 4);

    // What must be answered leaves all the same.
    let asks = json!([{ "item": { "field": "address" }, "reason": "不全" }]);
    clerk.acts(&number, json!({ "verb": "take" })).await;
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    assert_eq!(app.messages_to(PHONE).await.len(), 4);
    app.clock.advance(TimeDelta::days(1));
    app.resident(PHONE).await.files(&leak()).await;
    assert_eq!(
        app.messages_to(PHONE).await.len(),
        6,
        "a code and a message of another day"
    );
}
