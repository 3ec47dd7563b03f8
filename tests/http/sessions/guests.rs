use serde_json::json;
use shuiting_tests::{Person, TestApp, leak, pictures};

/// Signs a guest in, in the same browser.
async fn becomes(app: &TestApp, guest: &Person, phone: &str) -> Person {
    let code = app.code(phone).await;
    let sign_in = json!({ "phone": phone, "code": code, "bearer": true });
    app.holder_of(&guest.post("/sessions").json(&sign_in).await.is(201).json())
}

#[tokio::test]
async fn a_guest_is_nobody_in_particular() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    assert_eq!(guest.get("/me").await.is(200).json(), json!({ "kind": "guest" }));
    assert!(guest.lists().await.is_empty());
}

#[tokio::test]
async fn what_a_guest_filed_goes_over_on_signing_in() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let mut filing = leak();
    // It is not their own phone that is to be told.
    filing["answers"]["phone"] = json!("13900000009");
    let filed = guest.uploads(&pictures::jpeg(40, 30)).await;
    filing["materials"]["photos"] = json!([filed]);
    let number = guest.files(&filing).await;
    let waiting = guest.uploads(&pictures::jpeg(50, 30)).await;
    assert_eq!(guest.lists().await.len(), 1);

    let resident = becomes(&app, &guest, "13800000001").await;
    let mine: Vec<_> = resident
        .lists()
        .await
        .iter()
        .map(|line| line.number.to_string())
        .collect();
    assert_eq!(mine, std::slice::from_ref(&number));
    for photo in [&filed, &waiting] {
        resident.get(&format!("/attachments/{photo}")).await.is(200);
    }
    let mut next = leak();
    next["materials"]["photos"] = json!([waiting]);
    resident.files(&next).await;
    assert_eq!(resident.lists().await.len(), 2);
}

#[tokio::test]
async fn a_filing_sent_again_after_signing_in_is_still_one() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let first = guest.sends("the key", &leak()).await.is(201).json();
    let resident = becomes(&app, &guest, "13800000001").await;
    assert_eq!(resident.sends("the key", &leak()).await.is(201).json(), first);
    // Sent before signing in, and only arriving now.
    assert_eq!(guest.sends("the key", &leak()).await.is(201).json(), first);
    assert_eq!(resident.lists().await.len(), 1);
}

#[tokio::test]
async fn a_guest_may_have_filed_what_the_account_filed_before() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let first = resident.sends("the key", &leak()).await.is(201).json();
    let guest = app.guest().await;
    assert_eq!(
        guest.sends("the key", &leak()).await.is(201).json(),
        first,
        "it is the same filing"
    );
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let again = becomes(&app, &guest, "13800000001").await;
    assert_eq!(again.lists().await.len(), 1);
}

#[tokio::test]
async fn a_resident_who_signs_in_as_another_takes_nothing_along() {
    let app = TestApp::new().await;
    let first = app.resident("13800000001").await;
    first.files(&leak()).await;
    let second = becomes(&app, &first, "13800000002").await;
    assert!(second.lists().await.is_empty());
    assert_eq!(first.lists().await.len(), 1);
}

#[tokio::test]
async fn who_proves_the_phone_finds_what_names_it() {
    let app = TestApp::new().await;
    let number = app.guest().await.files(&leak()).await;
    let stranger = app.resident("13800000002").await;
    assert!(stranger.lists().await.is_empty());
    let resident = app.resident("13800000001").await;
    assert_eq!(resident.looks_at(&number).await.phone, "13800000001");
}
