//! What is told of one case is told in its order, and nobody waits for somebody else's letter.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_tests::sms::{FakeSms, Mood, Vendor};
use shuiting_tests::{TestApp, leak};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn a_later_letter_of_a_case_waits_for_the_earlier_one() {
    let app = TestApp::new().await;
    let (guest, agent) = (app.guest().await, app.clerk("clerk").await);
    app.messenger.breaks();
    let number = guest.files(&leak()).await;
    app.carried().await;
    app.messenger.mends();
    agent
        .acts(&number, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    assert!(
        app.messages_to(PHONE).await.is_empty(),
        "the first one waits for its time"
    );
    let other = guest.files(&leak()).await;
    let told = app.messages_to(PHONE).await;
    assert!(
        told.len() == 1 && told[0].contains(&other),
        "another case does not wait: {told:?}"
    );

    app.clock.advance(TimeDelta::seconds(41));
    let told = app.messages_to(PHONE).await;
    assert!(told[1].contains("已收到") && told[1].contains(&number), "{told:?}");
    assert!(told[2].contains("已转") && told[2].contains(&number), "{told:?}");
}

#[tokio::test]
async fn a_dead_letter_holds_up_nothing() {
    let sms = FakeSms::new();
    let app = TestApp::with(|means| sms.serves(means)).await;
    let (guest, agent) = (app.guest().await, app.clerk("clerk").await);
    sms.is(Vendor::Tencent, Mood::BadNumber);
    let number = guest.files(&leak()).await;
    app.carried().await;
    sms.is(Vendor::Tencent, Mood::Well);
    agent
        .acts(&number, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    app.carried().await;
    let templates: Vec<_> = sms.asked().into_iter().map(|asked| asked.template).collect();
    assert_eq!(templates, ["T-filed", "T-dispatched"]);
}
