//! A filing sent however often is one case.

use std::future::IntoFuture as _;

use futures_util::future::join_all;
use serde_json::{Value, json};
use shuiting_tests::{Answer, Person, TestApp, leak, pictures};

const PHONE: &str = "13800000001";

fn number(answer: &Answer) -> Value {
    assert_eq!(answer.status, 201, "{answer:?}");
    answer.json()["number"].clone()
}

#[tokio::test]
async fn a_filing_needs_a_key() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    guest
        .post("/cases")
        .json(&leak())
        .await
        .fails(400, "no_idempotency_key");
    for key in ["", " ", &"k".repeat(65)] {
        guest.sends(key, &leak()).await.fails(400, "no_idempotency_key");
    }
    guest.sends(&"k".repeat(64), &leak()).await.is(201);
}

#[tokio::test]
async fn the_same_key_gives_the_same_answer() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let first = resident.sends("key", &leak()).await.is(201);
    app.clock.advance(chrono::TimeDelta::days(3));
    let second = resident.sends("key", &leak()).await.is(201);
    assert_eq!(first.body, second.body);
    assert_eq!(resident.lists().await.len(), 1);
    assert_eq!(
        app.messages_to(PHONE).await.len(),
        2,
        "the code, and one word that it has come"
    );
}

#[tokio::test]
async fn a_key_is_not_used_for_something_else() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    resident.sends("key", &leak()).await.is(201);
    let mut other = leak();
    other["answers"]["address"] = json!("鸿福路2号");
    resident.sends("key", &other).await.fails(422, "idempotency_key_reused");
    assert_eq!(resident.lists().await.len(), 1);
    // Somebody else's key is none of their business.
    app.resident("13800000002").await.sends("key", &other).await.is(201);
}

#[tokio::test]
async fn what_was_refused_may_be_mended_under_its_key() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let mut filing = leak();
    filing["answers"]["phone"] = json!("138");
    guest.sends("key", &filing).await.fails(422, "invalid");
    guest.sends("key", &leak()).await.is(201);
}

#[tokio::test]
async fn twenty_sendings_at_one_moment_are_one_case() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let mut filing = leak();
    filing["materials"]["photos"] = json!([guest.uploads(&pictures::jpeg(40, 30)).await]);
    let answers = join_all((0..20).map(|_| guest.sends("key", &filing).into_future())).await;
    let first = number(&answers[0]);
    assert!(answers.iter().all(|answer| number(answer) == first));
    assert_eq!(guest.lists().await.len(), 1);
    assert_eq!(app.messages_to(PHONE).await.len(), 1);
}

#[tokio::test]
async fn many_filings_at_one_moment_are_as_many_cases() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let keys: Vec<_> = (0..30).map(|n| format!("key {n}")).collect();
    let answers = join_all(keys.iter().map(|key| guest.sends(key, &leak()).into_future())).await;
    for answer in &answers {
        number(answer);
    }
    assert_eq!(guest.lists().await.len(), 30);
}

/// Signs a guest in; the clock has moved on since the last code.
async fn becomes(app: &TestApp, guest: &Person) -> Person {
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let code = app.code(PHONE).await;
    let sign_in = json!({ "phone": PHONE, "code": code, "bearer": true });
    app.holder_of(&guest.post("/sessions").json(&sign_in).await.is(201).json())
}

/// A number that looks drawn and is the same each time.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[tokio::test]
async fn however_sending_and_signing_in_fall_it_is_one_case() {
    let app = TestApp::new().await;
    let mut state = 96968;
    for round in 0..8 {
        let key = format!("round {round}");
        let guest = app.guest().await;
        let (at, sendings) = (next(&mut state) % 6, 6);
        let mut people = vec![guest.clone()];
        let mut numbers = Vec::new();
        for sending in 0..sendings {
            if sending == at {
                // The sending and the signing in cross on the way.
                let (crossing, resident) =
                    tokio::join!(guest.sends(&key, &leak()).into_future(), becomes(&app, &guest));
                numbers.push(number(&crossing));
                people.push(resident);
            }
            let who = &people[next(&mut state) % people.len()];
            numbers.push(number(&who.sends(&key, &leak()).await));
        }
        assert!(
            numbers.iter().all(|number| *number == numbers[0]),
            "round {round}: {numbers:?}"
        );
        assert_eq!(people[1].lists().await.len(), round + 1);
    }
}
