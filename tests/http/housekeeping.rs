//! What is thrown away in time.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::housekeeping::tidy;
use shuiting_tests::{TestApp, leak, pictures};

async fn tidies(app: &TestApp) {
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
}

/// How many files of photos there are.
fn files(app: &TestApp) -> usize {
    app.place
        .bytes()
        .iter()
        .filter(|(path, _)| path.starts_with(app.place.files()))
        .count()
}

#[tokio::test]
async fn a_key_is_forgotten_after_thirty_days() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let first = guest.sends("key", &leak()).await.is(201).json();
    app.clock.advance(TimeDelta::days(29));
    tidies(&app).await;
    assert_eq!(guest.sends("key", &leak()).await.is(201).json(), first);
    app.clock.advance(TimeDelta::days(1) + TimeDelta::seconds(1));
    tidies(&app).await;
    assert_ne!(
        guest.sends("key", &leak()).await.is(201).json()["number"],
        first["number"]
    );
}

#[tokio::test]
async fn a_photo_that_was_never_filed_goes_after_thirty_days() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let (filed, lonely, twin) = (pictures::jpeg(40, 30), pictures::jpeg(50, 30), pictures::jpeg(40, 30));
    let mut filing = leak();
    let filed = guest.uploads(&filed).await;
    filing["materials"]["photos"] = json!([filed]);
    guest.files(&filing).await;
    let (lonely, twin) = (guest.uploads(&lonely).await, guest.uploads(&twin).await);
    assert_eq!(files(&app), 4, "equal photos lie on the disk once");

    app.clock.advance(TimeDelta::days(29));
    guest.get("/me").await.is(200);
    tidies(&app).await;
    guest.get(&format!("/attachments/{lonely}")).await.is(200);
    app.clock.advance(TimeDelta::days(1) + TimeDelta::seconds(1));
    tidies(&app).await;
    for gone in [&lonely, &twin] {
        guest.get(&format!("/attachments/{gone}")).await.fails(404, "not_found");
    }
    guest.get(&format!("/attachments/{filed}")).await.is(200);
    assert_eq!(files(&app), 2);
}

#[tokio::test]
async fn sessions_and_codes_that_have_ended_are_forgotten() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    resident.files(&leak()).await;
    app.clock.advance(TimeDelta::days(31));
    tidies(&app).await;
    let refresh = json!({ "refresh": resident.refresh() });
    app.passer_by()
        .post("/sessions/refresh")
        .json(&refresh)
        .await
        .fails(401, "sign_in");
    assert_eq!(app.resident("13800000001").await.lists().await.len(), 1, "cases stay");
}

#[tokio::test]
async fn two_servers_may_tidy_at_once() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    for n in 0..4 {
        guest.uploads(&pictures::jpeg(40 + n, 30)).await;
    }
    app.clock.advance(TimeDelta::days(31));
    tokio::join!(tidies(&app), tidies(&app), tidies(&app));
    assert_eq!(files(&app), 0);
}
