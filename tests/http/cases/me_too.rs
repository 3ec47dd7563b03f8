//! Following a leak that somebody else reported.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::{Following, NearLeak, Viewer};
use shuiting_shared::case::Event;
use shuiting_tests::{Answer, Heard, Person, TestApp, leak, pictures};

const FILER: &str = "13800000001";
const MINE: &str = "13800000002";
const STREET: &str = "/leaks/near?town=nancheng&address=鸿福路100号";

/// The token of the one leak near by.
async fn token(person: &Person) -> String {
    let found: Vec<NearLeak> = person.get(STREET).await.is(200).read();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].token.clone()
}

async fn says(person: &Person, token: &str, phone: Option<&str>) -> Answer {
    let mut body = json!({ "token": token });
    if let Some(phone) = phone {
        body["phone"] = json!(phone);
    }
    person.post("/leaks/me-too").json(&body).await
}

async fn follows(person: &Person, phone: Option<&str>) -> String {
    let token = token(person).await;
    let following: Following = says(person, &token, phone).await.is(200).read();
    following.number.to_string()
}

async fn leaves(person: &Person, number: &str) -> Answer {
    person.ask(Method::DELETE, &format!("/cases/{number}/follow")).await
}

/// A leak whose filer has told much, with a photo.
async fn reported(app: &TestApp) -> (Person, String) {
    let filer = app.resident(FILER).await;
    let mut filing = leak();
    filing["answers"]["name"] = json!("张三丰");
    filing["answers"]["words"] = json!("我家门口");
    filing["materials"]["photos"] = json!([filer.uploads(&pictures::jpeg(40, 30)).await]);
    let number = filer.files(&filing).await;
    (filer, number)
}

#[tokio::test]
async fn whoever_follows_finds_it_among_their_cases_and_hears_of_it() {
    let app = TestApp::new().await;
    let (filer, number) = reported(&app).await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    assert_eq!(follows(&guest, Some(MINE)).await, number);
    let told = app.messages_to(MINE).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains(&number), "{told:?}");

    let lines = guest.lists().await;
    assert_eq!((lines.len(), lines[0].followed, lines[0].followers), (1, true, 1));
    assert_eq!(
        (lines[0].address.as_deref(), lines[0].name.as_deref()),
        (Some("鸿福路"), None)
    );
    assert_eq!(filer.looks_at(&number).await.line.followers, 1);
    assert_eq!(clerk.looks_at(&number).await.line.followers, 1);

    let dispatch = json!({ "verb": "dispatch", "unit": "branch-nancheng", "words": "业主姓张" });
    clerk.acts(&number, json!({ "verb": "take" })).await;
    clerk.acts(&number, dispatch).await;
    clerk
        .acts(
            &number,
            json!({ "verb": "note", "words": "张先生请开门", "to_resident": true }),
        )
        .await;
    clerk
        .acts(&number, json!({ "verb": "finish", "result": "换了一段水管" }))
        .await;
    let told = app.messages_to(MINE).await;
    assert_eq!(told.len(), 3, "sent, dispatched, finished: {told:?}");
    assert!(told[1].contains("南城分公司") && told[2].contains("换了一段水管"));
    assert!(!told.iter().any(|text| text.contains('张')), "{told:?}");
}

#[tokio::test]
async fn of_the_filer_nothing_is_seen() {
    let app = TestApp::new().await;
    let (filer, number) = reported(&app).await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    let photo = filer.looks_at(&number).await.materials[0].photos[0].clone();
    follows(&guest, Some(MINE)).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let words = json!({ "verb": "dispatch", "unit": "network", "words": "业主姓张" });
    clerk.acts(&number, words).await;
    filer
        .acts(&number, json!({ "verb": "add", "words": "我家的门铃坏了" }))
        .await;

    let answer = guest.get(&format!("/cases/{number}")).await.is(200);
    let text = answer.text();
    for secret in [FILER, "138****", "张", "我家", "鸿福路1号"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let case = guest.looks_at(&number).await;
    assert_eq!(case.you, Viewer::Follower);
    assert!(case.materials.is_empty() && case.allowed.is_empty() && case.masked.is_empty());
    let answered: Vec<_> = case.answers.0.keys().map(String::as_str).collect();
    assert_eq!(answered, ["severity", "town"]);
    assert!(matches!(case.timeline[0].event, Event::Dispatched { .. }));
    guest
        .get(&format!("/attachments/{photo}"))
        .await
        .fails(404, "not_found");
    guest
        .tries(&number, json!({ "verb": "withdraw" }))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn the_same_phone_counts_once() {
    let app = TestApp::new().await;
    let (filer, number) = reported(&app).await;
    let guest = app.guest().await;
    for _ in 0..3 {
        follows(&guest, Some(MINE)).await;
    }
    // On another browser with the same phone, and signed in with it.
    follows(&app.guest().await, Some(MINE)).await;
    let resident = app.resident(MINE).await;
    follows(&resident, None).await;
    assert_eq!(filer.looks_at(&number).await.line.followers, 1);
    let told = app.messages_to(MINE).await;
    let about = told.iter().filter(|text| text.contains(&number)).count();
    assert_eq!(about, 1, "{told:?}");
    assert_eq!(resident.lists().await.len(), 1);

    follows(&app.resident("13800000003").await, None).await;
    assert_eq!(filer.looks_at(&number).await.line.followers, 2);
    // Whoever filed it does not follow it too.
    assert_eq!(follows(&filer, None).await, number);
    follows(&app.guest().await, Some(FILER)).await;
    assert_eq!(filer.looks_at(&number).await.line.followers, 2);
}

#[tokio::test]
async fn it_can_be_left_and_goes_over_on_signing_in() {
    let app = TestApp::new().await;
    let (filer, number) = reported(&app).await;
    let guest = app.guest().await;
    follows(&guest, Some("13800000009")).await;
    let code = app.code(MINE).await;
    let sign_in = json!({ "phone": MINE, "code": code, "bearer": true });
    let session: Value = guest.post("/sessions").json(&sign_in).await.is(201).json();
    let resident = app.holder_of(&session);
    assert_eq!(resident.lists().await.len(), 1);

    leaves(&resident, &number).await.is(204);
    leaves(&resident, &number).await.fails(404, "not_found");
    assert!(resident.lists().await.is_empty());
    resident.get(&format!("/cases/{number}")).await.fails(404, "not_found");
    assert_eq!(filer.looks_at(&number).await.line.followers, 0);
    leaves(&app.guest().await, &number).await.fails(404, "not_found");
}

#[tokio::test]
async fn a_token_is_good_for_a_day_and_only_as_it_was_given() {
    let app = TestApp::new().await;
    let (_filer, number) = reported(&app).await;
    let guest = app.guest().await;
    let token = token(&guest).await;
    for forged in ["", "sealed:AAAA", number.as_str()] {
        says(&guest, forged, Some(MINE)).await.fails(404, "not_found");
    }
    let refused = says(&guest, &token, None).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["phone missing"]);
    let refused = says(&guest, &token, Some("123")).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["phone phone_length"]);
    app.clock.advance(TimeDelta::hours(24));
    let guest = app.guest().await;
    says(&guest, &token, Some(MINE)).await.fails(404, "not_found");
    let clerk = app.clerk("clerk").await;
    says(&clerk, &token, Some(MINE)).await.fails(403, "forbidden");
}

#[tokio::test]
async fn what_has_ended_is_not_followed() {
    let app = TestApp::new().await;
    let (_filer, number) = reported(&app).await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    let token = token(&guest).await;
    super::finishes(&clerk, &number).await;
    says(&guest, &token, Some(MINE)).await.fails(409, "not_now");
}

#[tokio::test]
async fn nobody_follows_a_whole_city() {
    let app = TestApp::new().await;
    let filer = app.resident(FILER).await;
    let guest = app.guest().await;
    for n in 0..11 {
        let mut filing = leak();
        filing["answers"]["address"] = json!(format!("第{n}条测试路1号"));
        filer.files(&filing).await;
        let found: Vec<NearLeak> = guest
            .get(&format!("/leaks/near?town=nancheng&address=第{n}条测试路2号"))
            .await
            .is(200)
            .read();
        let answer = says(&guest, &found[0].token, Some(MINE)).await;
        if n < 10 {
            answer.is(200);
        } else {
            answer.fails(429, "too_many_followed");
        }
    }
}

#[tokio::test]
async fn whoever_follows_is_told_as_it_happens() {
    let app = TestApp::new().await;
    let (_filer, number) = reported(&app).await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    follows(&guest, Some(MINE)).await;
    let mut mine = guest.get("/cases/events").listens().await;
    assert_eq!(mine.next().await, Some(Heard::Here));
    clerk.acts(&number, json!({ "verb": "take" })).await;
    assert_eq!(mine.change().await.number.to_string(), number);
}
