//! What residents read along the whole life of a case.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_shared::case::Role;
use shuiting_tests::{TestApp, hookup, leak, pictures, transfer};

/// All that has left the house but codes, by phone, with the case's number made the same each time.
async fn read(app: &TestApp, number: &str) -> String {
    app.carried().await;
    let mut carried = app.messenger.carried();
    carried.retain(|carried| !carried.text.contains("验证码"));
    // Each phone's messages in order; what leaves at one moment for two phones has none.
    carried.sort_by(|one, other| one.phone.cmp(&other.phone));
    let lines: Vec<_> = carried
        .iter()
        .map(|carried| format!("{} {}", carried.phone, carried.text))
        .collect();
    lines.join("\n").replace(number, "7F2-0391")
}

#[tokio::test]
async fn along_a_leak() {
    let app = TestApp::new().await;
    app.hires("boss", Role::Supervisor, Some("13900000001")).await;
    let (resident, agent, crew) = (
        app.resident("13800000001").await,
        app.staff("agent", Role::Agent).await,
        app.staff("crew", Role::Crew).await,
    );
    let number = resident.files(&leak()).await;
    agent
        .acts(&number, json!({ "verb": "dispatch", "unit": "branch-nancheng" }))
        .await;
    app.carried().await;
    let aloud = json!({ "verb": "note", "words": "师傅下午三点到", "to_resident": true });
    crew.acts(&number, aloud).await;
    app.carried().await;
    crew.acts(&number, json!({ "verb": "finish", "result": "换了一段水管" }))
        .await;
    app.carried().await;
    resident
        .acts(&number, json!({ "verb": "rate", "level": "bad", "words": "又漏了" }))
        .await;
    app.carried().await;
    // At nine on the next day: in the night nobody is told that something is done.
    app.clock.advance(TimeDelta::hours(23));
    agent
        .acts(&number, json!({ "verb": "finish", "result": "换了整条管" }))
        .await;
    insta::assert_snapshot!(read(&app, &number).await);
}

#[tokio::test]
async fn along_a_connection() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let asks = json!([
        { "item": { "material": "id_card" }, "reason": "反光" },
        { "item": { "field": "address" }, "reason": "请写到门牌" },
    ]);
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    app.carried().await;
    let photo = resident.uploads(&pictures::jpeg(40, 30)).await;
    let brought =
        json!({ "verb": "complete", "answers": { "address": "东正路2号101房" }, "materials": { "id_card": [photo] } });
    resident.acts(&number, brought).await;
    for material in ["id_card", "property"] {
        clerk
            .acts(
                &number,
                json!({ "verb": "check", "material": material, "verdict": "accepted" }),
            )
            .await;
    }
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "branch-guancheng" }))
        .await;
    app.carried().await;
    clerk
        .acts(&number, json!({ "verb": "reject", "reason": "房屋已列入拆迁" }))
        .await;
    insta::assert_snapshot!(read(&app, &number).await);
}

#[tokio::test]
async fn along_a_transfer() {
    let app = TestApp::new().await;
    let (resident, party, clerk) = (
        app.resident("13800000001").await,
        app.resident("13800000003").await,
        app.clerk("clerk").await,
    );
    let number = resident.files(&transfer()).await;
    app.carried().await;
    party
        .acts(&number, json!({ "verb": "decline", "reason": "合同还没签" }))
        .await;
    app.carried().await;
    let again = json!({ "verb": "complete", "answers": { "old_phone": "13800000003" } });
    resident.acts(&number, again).await;
    app.carried().await;
    party.acts(&number, json!({ "verb": "confirm" })).await;
    app.carried().await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    for material in ["id_card", "certificate", "reading"] {
        clerk
            .acts(
                &number,
                json!({ "verb": "check", "material": material, "verdict": "accepted" }),
            )
            .await;
    }
    clerk
        .acts(&number, json!({ "verb": "finish", "result": "已过户" }))
        .await;
    insta::assert_snapshot!(read(&app, &number).await);
}

#[tokio::test]
async fn who_files_in_english_hears_in_english() {
    let app = TestApp::new().await;
    let guest = app.guest().await.in_english();
    let number = guest.files(&leak()).await;
    app.clerk("clerk")
        .await
        .acts(&number, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    insta::assert_snapshot!(read(&app, &number).await);
}
