//! Sign-in codes: six digits, five minutes, five tries, one a minute, ten a day.

use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::{Value, json};
use shuiting_tests::{Answer, TestApp};

const PHONE: &str = "13800000001";

async fn asks(app: &TestApp) -> Answer {
    app.passer_by().post("/codes").json(&json!({ "phone": PHONE })).await
}

async fn tries(app: &TestApp, code: &str) -> Answer {
    app.passer_by()
        .post("/sessions")
        .json(&json!({ "phone": PHONE, "code": code, "bearer": true }))
        .await
}

/// A code that is not this one.
fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

#[tokio::test]
async fn a_code_has_six_digits_and_lets_in_once() {
    let app = TestApp::new().await;
    let code = app.code(PHONE).await;
    assert_eq!(code.len(), 6);
    tries(&app, &code).await.is(201);
    tries(&app, &code).await.fails(422, "wrong_code");
}

#[tokio::test]
async fn a_code_is_read_with_the_spaces_people_type() {
    let app = TestApp::new().await;
    let code = app.code(PHONE).await;
    let typed = json!({ "phone": "138 0000-0001", "code": format!(" {code} "), "bearer": true });
    app.passer_by().post("/sessions").json(&typed).await.is(201);
}

#[tokio::test]
async fn a_code_is_good_for_five_minutes() {
    let app = TestApp::new().await;
    let code = app.code(PHONE).await;
    app.clock.advance(TimeDelta::seconds(5 * 60));
    let told = tries(&app, &code).await.fails(422, "wrong_code");
    assert_eq!(told.flaws(), ["code wrong_code"]);

    let code = app.code(PHONE).await;
    app.clock.advance(TimeDelta::seconds(5 * 60 - 1));
    tries(&app, &code).await.is(201);
}

#[tokio::test]
async fn five_wrong_tries_void_a_code() {
    let app = TestApp::new().await;
    let code = app.code(PHONE).await;
    for _ in 0..4 {
        tries(&app, &other_than(&code)).await.fails(422, "wrong_code");
    }
    tries(&app, &code).await.is(201);

    app.clock.advance(TimeDelta::minutes(1));
    let code = app.code(PHONE).await;
    for _ in 0..5 {
        tries(&app, &other_than(&code)).await.fails(422, "wrong_code");
    }
    tries(&app, &code).await.fails(422, "wrong_code");
}

#[tokio::test]
async fn a_new_code_voids_the_one_before() {
    let app = TestApp::new().await;
    let old = app.code(PHONE).await;
    app.clock.advance(TimeDelta::minutes(1));
    let new = app.code(PHONE).await;
    if old != new {
        tries(&app, &old).await.fails(422, "wrong_code");
    }
    tries(&app, &new).await.is(201);
}

#[tokio::test]
async fn there_is_one_code_a_minute() {
    let app = TestApp::new().await;
    let sent = asks(&app).await.is(202).json();
    assert_eq!(sent, json!({ "again_in": 60, "minutes": 5 }));
    app.clock.advance(TimeDelta::seconds(18));
    let refused = asks(&app).await.fails(429, "codes_too_often");
    assert_eq!(refused.header("retry-after"), "42");
    app.clock.advance(TimeDelta::seconds(42));
    asks(&app).await.is(202);
}

#[tokio::test]
async fn there_are_ten_codes_a_day() {
    let app = TestApp::new().await;
    for _ in 0..10 {
        asks(&app).await.is(202);
        app.clock.advance(TimeDelta::minutes(10));
    }
    let refused = asks(&app).await.fails(429, "codes_too_often");
    // The first of them was sent a hundred minutes ago.
    assert_eq!(refused.header("retry-after"), (22 * 3600 + 20 * 60).to_string());
    app.clock.advance(TimeDelta::minutes(22 * 60 + 20));
    asks(&app).await.is(202);
    asks(&app).await.fails(429, "codes_too_often");
    assert_eq!(app.messages_to(PHONE).await.len(), 11);
}

#[tokio::test]
async fn asking_twice_at_one_moment_sends_one_code() {
    let app = TestApp::new().await;
    let answers = join_all((0..12).map(|_| asks(&app))).await;
    let sent = answers.iter().filter(|answer| answer.status == 202).count();
    assert_eq!(sent, 1);
    assert!(answers.iter().all(|answer| matches!(answer.status, 202 | 429)));
    assert_eq!(app.messages_to(PHONE).await.len(), 1);
}

#[tokio::test]
async fn a_code_used_twice_at_one_moment_lets_in_once() {
    let app = TestApp::new().await;
    let code = app.code(PHONE).await;
    let answers = join_all((0..8).map(|_| tries(&app, &code))).await;
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 201).count(),
        1,
        "{answers:?}"
    );
}

#[tokio::test]
async fn nobody_learns_whether_a_phone_is_known() {
    let app = TestApp::new().await;
    app.resident(PHONE).await;
    app.clock.advance(TimeDelta::minutes(1));
    let headers = |answer: &Answer| {
        let mut headers = answer.headers.clone();
        headers.remove("x-request-id");
        headers.remove("date");
        headers
    };
    let known = asks(&app).await;
    let unknown = app
        .passer_by()
        .post("/codes")
        .json(&json!({ "phone": "13800000002" }))
        .await;
    assert_eq!(
        (known.status, known.json(), headers(&known)),
        (unknown.status, unknown.json(), headers(&unknown))
    );

    let wrong = |phone: &str| json!({ "phone": phone, "code": "000000x" });
    let known = app.passer_by().post("/sessions").json(&wrong(PHONE)).await;
    let unknown = app.passer_by().post("/sessions").json(&wrong("13800000004")).await;
    assert_eq!((known.status, known.json()), (unknown.status, unknown.json()));
}

#[tokio::test]
async fn a_code_belongs_to_its_phone() {
    let app = TestApp::new().await;
    let code = app.code(PHONE).await;
    app.code("13800000002").await;
    let sign_in = json!({ "phone": "13800000002", "code": code });
    let answer = app.passer_by().post("/sessions").json(&sign_in).await;
    // One in a million: both phones were sent the same.
    assert!(answer.status == 422 || app.messages_to("13800000002").await[0].contains(&code));
}

#[tokio::test]
async fn what_is_no_phone_gets_no_code() {
    let app = TestApp::new().await;
    for (phone, flaw) in [
        (json!(""), "phone missing"),
        (json!("1380000"), "phone phone_length"),
        (json!("23800000001"), "phone not_a_phone"),
        (json!("+1 202 555 0100"), "phone not_a_phone"),
        (json!(null), "phone wrong_type"),
    ] {
        let answer = app
            .passer_by()
            .post("/codes")
            .json(&json!({ "phone": phone }))
            .await
            .fails(422, "invalid");
        let told = answer.flaws();
        assert!(
            told == [flaw] || (told.len() == 1 && phone == "+1 202 555 0100"),
            "{phone}: {told:?}"
        );
    }
    let none: Vec<Value> = app
        .messenger
        .carried()
        .iter()
        .map(|carried| json!(carried.text))
        .collect();
    assert!(none.is_empty());
}
