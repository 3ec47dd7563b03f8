//! What is kept of a resident so that they need not type it again.

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::ProfileView;
use shuiting_tests::{Engine, Person, TestApp, hookup, leak, transfer};

const PHONE: &str = "13800000001";
const ID: &str = "11010519491231002X";

/// The same resident on another phone, which gets its code a minute later.
async fn elsewhere(app: &TestApp) -> Person {
    app.clock.advance(chrono::TimeDelta::minutes(1));
    app.resident(PHONE).await
}

async fn profile(person: &Person) -> ProfileView {
    person.get("/me/profile").await.is(200).read()
}

async fn changes(person: &Person, change: &Value) -> ProfileView {
    let ask = person.ask(Method::PATCH, "/me/profile");
    ask.json(change).await.is(200).read()
}

fn addresses(profile: &ProfileView) -> Vec<&str> {
    profile.places.iter().map(|place| place.address.as_str()).collect()
}

#[tokio::test]
async fn what_one_has_filed_is_offered_the_latest_first() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    assert_eq!(addresses(&profile(&resident).await), [""; 0]);
    resident.files(&transfer()).await;
    resident.files(&leak()).await;
    let kept = profile(&resident).await;
    assert_eq!(kept.name.as_deref(), Some("李四"));
    assert_eq!(addresses(&kept), ["鸿福路1号", "万江路3号"]);
    assert_eq!(kept.places[1].account.as_deref(), Some("0769123456"));
    assert!(kept.remembers && !kept.keeps_id_number && kept.id_number.is_none());
    // On another phone of theirs it is the same; to others it is nothing.
    assert_eq!(profile(&elsewhere(&app).await).await, kept);
    assert_eq!(addresses(&profile(&app.resident("13800000002").await).await), [""; 0]);
}

#[tokio::test]
async fn an_identity_number_is_kept_with_consent_and_handed_to_its_owner_alone() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    resident.files(&hookup()).await;
    let own = || resident.post("/me/profile/id-number");
    own().await.fails(404, "not_found");
    assert!(
        changes(&resident, &json!({ "keeps_id_number": true }))
            .await
            .keeps_id_number
    );
    resident.files(&hookup()).await;
    let shown = resident.get("/me/profile").await.is(200);
    assert!(!shown.text().contains(ID));
    assert_eq!(shown.json()["id_number"], "110***********002X");
    let full = own().await.is(200);
    assert_eq!(full.json(), json!({ "id_number": ID }));
    assert_eq!(full.header("cache-control"), "no-store");
    let neighbour = app.resident("13800000002").await;
    neighbour.post("/me/profile/id-number").await.fails(404, "not_found");

    if Engine::tested() == Engine::Sqlite {
        let files = app.place.bytes();
        let holds = |text: &str| {
            let text = text.as_bytes();
            files
                .iter()
                .any(|(_, bytes)| bytes.windows(text.len()).any(|at| at == text))
        };
        assert!(!holds(ID), "it is sealed");
    }

    let gone = changes(&resident, &json!({ "keeps_id_number": false })).await;
    assert!(gone.id_number.is_none() && gone.name.is_some());
    own().await.fails(404, "not_found");
    resident.files(&hookup()).await;
    own().await.fails(404, "not_found");
}

#[tokio::test]
async fn erased_is_erased_and_the_cases_stay() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&transfer()).await;
    let erase = || resident.ask(Method::DELETE, "/me/profile");
    erase().await.is(204);
    erase().await.is(204);
    let kept = profile(&resident).await;
    assert!(kept.name.is_none() && kept.places.is_empty() && kept.remembers);
    assert_eq!(resident.looks_at(&number).await.answers.get("name"), Some("李四"));
    resident.files(&leak()).await;
    assert_eq!(addresses(&profile(&resident).await), ["鸿福路1号"]);

    let off = changes(&resident, &json!({ "remembers": false, "keeps_id_number": true })).await;
    assert!(!off.remembers && !off.keeps_id_number && off.places.is_empty());
    resident.files(&leak()).await;
    assert!(profile(&resident).await.places.is_empty());
    assert!(!profile(&elsewhere(&app).await).await.remembers);
}

#[tokio::test]
async fn guests_and_staff_have_none() {
    let app = TestApp::new().await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    guest.files(&leak()).await;
    for (method, path) in [
        (Method::GET, "/me/profile"),
        (Method::PATCH, "/me/profile"),
        (Method::DELETE, "/me/profile"),
        (Method::POST, "/me/profile/id-number"),
    ] {
        let ask = |person: &Person| person.ask(method.clone(), path).json(&json!({}));
        ask(&guest).await.fails(401, "sign_in");
        ask(&clerk).await.fails(403, "forbidden");
    }
    // What staff file for somebody is theirs to check, and is not learned.
    clerk.files_for(&hookup()).await;
    assert!(profile(&app.resident(PHONE).await).await.places.is_empty());
}
