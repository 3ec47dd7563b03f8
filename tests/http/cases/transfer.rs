//! A water account passes from one hand to the other.

use serde_json::json;
use shuiting_shared::case::{Item, Status};
use shuiting_tests::{TestApp, transfer};

#[tokio::test]
async fn the_other_side_agrees_on_their_own_phone() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let number = resident.files(&transfer()).await;
    let party = app.resident("13800000003").await;
    let line = &party.lists().await[0];
    assert_eq!((line.number.to_string(), line.waits_for_you), (number.clone(), true));
    app.clock.advance(chrono::TimeDelta::days(1));
    let case = party.acts(&number, json!({ "verb": "confirm" })).await;
    assert_eq!((case.line.status, case.line.waits_for_you), (Status::Filed, false));
    let case = resident.looks_at(&number).await;
    // Seven working days from the agreement, not from the filing.
    assert_eq!(case.promised.unwrap().to_rfc3339(), "2026-12-04T09:30:00+00:00");
    assert!(
        app.messages_to("13800000001")
            .await
            .last()
            .unwrap()
            .contains("对方已确认")
    );
}

#[tokio::test]
async fn declined_sent_back_completed_and_asked_again() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let number = resident.files(&transfer()).await;
    let wrong = app.resident("13800000003").await;
    let silent = wrong
        .tries(&number, json!({ "verb": "decline", "reason": "" }))
        .await
        .fails(422, "invalid");
    assert_eq!(silent.flaws(), ["reason missing"]);
    let case = wrong
        .acts(&number, json!({ "verb": "decline", "reason": "不是我的房子" }))
        .await;
    assert_eq!(
        (case.line.status, case.asks.len()),
        (Status::SentBack, 0),
        "what is asked is between others"
    );

    let case = resident.looks_at(&number).await;
    assert_eq!(case.asks[0].item, Item::Field("old_phone".into()));
    let same = json!({ "verb": "complete", "answers": { "old_phone": "13800000001" } });
    let refused = resident.tries(&number, same).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["answers.old_phone same_phone"]);
    let right = json!({ "verb": "complete", "answers": { "old_phone": "13800000004" } });
    let case = resident.acts(&number, right).await;
    assert_eq!(case.line.status, Status::Confirming);
    assert_eq!(app.messages_to("13800000004").await.len(), 1);

    wrong.get(&format!("/cases/{number}")).await.fails(404, "not_found");
    let right = app.resident("13800000004").await;
    right.acts(&number, json!({ "verb": "confirm" })).await;
    assert_eq!(resident.looks_at(&number).await.line.status, Status::Filed);
}

#[tokio::test]
async fn the_other_side_sees_only_what_it_must() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let number = resident.files(&transfer()).await;
    let party = app.resident("13800000003").await;
    let case = party.looks_at(&number).await;
    let keys: Vec<_> = case.answers.0.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "account",
            "address",
            "old_name",
            "old_phone",
            "proof",
            "reading",
            "town"
        ]
    );
    assert_eq!(case.phone, "138****0001");
    assert_eq!(case.line.name.as_deref(), Some("李*"));
    assert!(case.materials.is_empty() && case.masked.is_empty() && case.rating.is_none());
    let mine = resident.looks_at(&number).await;
    for photo in mine.materials.iter().flat_map(|material| &material.photos) {
        party
            .get(&format!("/attachments/{photo}"))
            .await
            .fails(404, "not_found");
        party
            .get(&format!("/attachments/{photo}/thumbnail"))
            .await
            .fails(404, "not_found");
    }
    let raw = party.get(&format!("/cases/{number}")).await.text();
    for secret in ["110105", "13800000001", "李四"] {
        assert!(!raw.contains(secret), "{secret}");
    }
    let asked = &app.messages_to("13800000003").await[0];
    assert!(asked.contains("李*") && !asked.contains("李四"), "{asked}");
}
