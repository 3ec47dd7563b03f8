//! What was told can be read in the hall, by whom it was told.

use serde_json::{Value, json};
use shuiting_tests::{TestApp, leak};

const PHONE: &str = "13800000001";
const OTHER: &str = "13800000002";

fn texts(inbox: &Value) -> Vec<&str> {
    let messages = inbox["messages"].as_array().unwrap().iter();
    messages.map(|message| message["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_resident_reads_what_they_were_told_in_their_language() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    let unread = resident.get("/messages/unread").await.is(200).json();
    assert_eq!(unread, json!({ "unread": 2 }));
    let inbox = resident.get("/messages").await.is(200).json();
    assert_eq!(
        (inbox["unread"].as_u64(), inbox["more"].as_bool()),
        (Some(2), Some(false))
    );
    let said = texts(&inbox);
    assert!(
        said.len() == 2 && !said.iter().any(|text| text.contains("验证码")),
        "{said:?}"
    );
    for message in inbox["messages"].as_array().unwrap() {
        assert_eq!(message["number"], number.as_str());
        assert_eq!(message["read"], false);
    }
    let english = resident.clone().in_english().get("/messages").await.is(200).json();
    assert!(texts(&english).iter().any(|text| text.contains("is now with")));

    let first = inbox["messages"][1]["id"].as_str().unwrap();
    resident
        .post("/messages/read")
        .json(&json!({ "up_to": first }))
        .await
        .is(204);
    let newest = inbox["messages"][0]["id"].as_str().unwrap();
    let read = json!({ "up_to": newest });
    resident.post("/messages/read").json(&read).await.is(204);
    let unread = resident.get("/messages/unread").await.is(200).json();
    assert_eq!(unread, json!({ "unread": 0 }));
    let older = resident.get(&format!("/messages?before={newest}")).await.is(200).json();
    assert_eq!(older["messages"].as_array().unwrap().len(), 1);
    assert!(!app.keeps("已转").await, "what was told is sealed");
}

#[tokio::test]
async fn nobody_reads_anothers_messages() {
    let app = TestApp::new().await;
    let (resident, other) = (app.resident(PHONE).await, app.resident(OTHER).await);
    resident.files(&leak()).await;
    let inbox = resident.get("/messages").await.is(200).json();
    assert!(texts(&other.get("/messages").await.is(200).json()).is_empty());
    let id = inbox["messages"][0]["id"].as_str().unwrap();
    let read = json!({ "up_to": id });
    other.post("/messages/read").json(&read).await.fails(404, "not_found");
    let before = format!("/messages?before={id}");
    other.get(&before).await.fails(404, "not_found");

    let guest = app.guest().await;
    guest.get("/messages").await.fails(401, "sign_in");
    let unread = guest.get("/messages/unread").await.is(200).json();
    assert_eq!(unread, json!({ "unread": 0 }));
    app.clerk("clerk").await.get("/messages").await.fails(403, "forbidden");
}

#[tokio::test]
async fn who_wants_no_sms_finds_all_in_the_inbox() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let wants = json!({ "told": "codes" });
    resident.ask(reqwest::Method::PATCH, "/me").json(&wants).await.is(200);
    resident.files(&leak()).await;
    assert_eq!(app.messages_to(PHONE).await.len(), 1, "the code alone");
    assert_eq!(texts(&resident.get("/messages").await.is(200).json()).len(), 1);
}
