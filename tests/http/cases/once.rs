//! A filing sent however often is one case.

use std::cell::Cell;
use std::future::IntoFuture as _;

use futures_util::future::join_all;
use proptest::prelude::{any, prop_assert, prop_assert_eq};
use proptest::test_runner::{Config, TestRunner};
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
async fn becomes(app: &TestApp, guest: &Person, phone: &str) -> Person {
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let code = app.code(phone).await;
    let sign_in = json!({ "phone": phone, "code": code, "bearer": true });
    app.holder_of(&guest.post("/sessions").json(&sign_in).await.is(201).json())
}

/// Sends one filing again and again, each time as the guest or as the resident whom the guest has become meanwhile;
/// one of the sendings crosses the signing in on its way. Gives the numbers that were answered, and how many cases there are.
async fn sendings(app: &TestApp, phone: &str, signs_in_at: usize, as_resident: &[bool]) -> (Vec<Value>, usize) {
    let guest = app.guest().await;
    let mut resident = None;
    let mut numbers = Vec::new();
    for (sending, as_resident) in as_resident.iter().enumerate() {
        if sending == signs_in_at {
            let (crossing, signed_in) =
                tokio::join!(guest.sends(phone, &leak()).into_future(), becomes(app, &guest, phone));
            numbers.push(number(&crossing));
            resident = Some(signed_in);
        }
        let who = resident.as_ref().filter(|_| *as_resident).unwrap_or(&guest);
        numbers.push(number(&who.sends(phone, &leak()).await));
    }
    let cases = resident.unwrap_or(guest).lists().await.len();
    (numbers, cases)
}

#[test]
fn however_sending_and_signing_in_fall_it_is_one_case() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let app = runtime.block_on(TestApp::new());
    let ways = (0_usize..6, proptest::collection::vec(any::<bool>(), 1..6));
    let rounds = Cell::new(0);
    let config = Config {
        cases: 16,
        ..Config::default()
    };
    let property = |(signs_in_at, as_resident): (usize, Vec<bool>)| {
        let round = rounds.replace(rounds.get() + 1);
        // Nobody gets more than ten codes a day.
        let phone = format!("139{round:08}");
        let (numbers, cases) = runtime.block_on(sendings(&app, &phone, signs_in_at, &as_resident));
        prop_assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
        prop_assert_eq!(cases, 1);
        Ok(())
    };
    TestRunner::new(config).run(&ways, property).unwrap();
}
