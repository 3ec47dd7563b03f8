//! One act on many cases.

use std::future::IntoFuture as _;

use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::{Value, json};
use shuiting_shared::api::BulkDone;
use shuiting_shared::case::{Role, Status};
use shuiting_tests::{Ask, Person, TestApp, leak};

fn take() -> Value {
    json!({ "verb": "take" })
}

fn sends(person: &Person, key: &str, numbers: &[String], action: &Value) -> Ask {
    let body = json!({ "numbers": numbers, "action": action });
    person
        .post("/desk/cases/acts")
        .header("idempotency-key", key)
        .json(&body)
}

/// What became of each case: `done`, or the code of the problem.
async fn does(person: &Person, key: &str, numbers: &[String], action: &Value) -> Vec<String> {
    let done: BulkDone = sends(person, key, numbers, action).await.is(200).read();
    let told: Vec<_> = done.outcomes.iter().map(|outcome| outcome.number.to_string()).collect();
    assert_eq!(told, numbers);
    let code = |refused: Option<shuiting_shared::problem::Problem>| {
        refused.map_or("done".to_owned(), |problem| problem.code.code().to_owned())
    };
    done.outcomes.into_iter().map(|outcome| code(outcome.refused)).collect()
}

async fn files(app: &TestApp, count: usize) -> Vec<String> {
    let guest = app.guest().await;
    let mut numbers = Vec::new();
    for _ in 0..count {
        numbers.push(guest.files(&leak()).await);
    }
    numbers
}

#[tokio::test]
async fn each_case_has_an_outcome_of_its_own() {
    let app = TestApp::new().await;
    let (clerk, other) = (app.clerk("clerk").await, app.clerk("other").await);
    let mut numbers = files(&app, 3).await;
    other.acts(&numbers[1], take()).await;
    numbers.push("000-0000".into());
    assert_eq!(
        does(&clerk, "key", &numbers, &take()).await,
        ["done", "not_now", "done", "not_found"]
    );
    for (number, owner) in numbers.iter().zip(["clerk先生", "other先生", "clerk先生"]) {
        assert_eq!(clerk.looks_at(number).await.line.assignee.as_deref(), Some(owner));
    }
    let told = sends(&clerk.in_english(), "other key", &numbers[..1], &take())
        .await
        .json();
    assert_eq!(told["outcomes"][0]["refused"]["title"], "This cannot be done now");
}

#[tokio::test]
async fn under_one_key_nothing_is_done_twice() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let numbers = files(&app, 3).await;
    let note = json!({ "verb": "note", "words": "统一回访", "to_resident": false });
    let answers = join_all((0..6).map(|_| sends(&clerk, "key", &numbers, &note).into_future())).await;
    for answer in answers {
        assert!(
            answer
                .is(200)
                .read::<BulkDone>()
                .outcomes
                .iter()
                .all(|outcome| outcome.refused.is_none())
        );
    }
    for number in &numbers {
        assert_eq!(clerk.looks_at(number).await.timeline.len(), 2, "filed, noted");
    }
    sends(&clerk, "key", &numbers, &take())
        .await
        .fails(422, "idempotency_key_reused");
    // Somebody else's key is none of their business.
    assert_eq!(
        does(&app.clerk("other").await, "key", &numbers, &take()).await,
        ["done"; 3]
    );
}

#[tokio::test]
async fn what_was_refused_is_tried_again_under_its_key() {
    let app = TestApp::new().await;
    let (dispatcher, agent) = (
        app.staff("dispatcher", Role::Dispatcher).await,
        app.staff("agent", Role::Agent).await,
    );
    let numbers = files(&app, 2).await;
    let assign = json!({ "verb": "assign", "to": "late" });
    let refused = does(&dispatcher, "key", &numbers, &assign).await;
    assert_eq!(refused, ["invalid", "invalid"], "there is nobody of that name");
    app.hires("late", Role::Agent, None).await;
    assert_eq!(does(&dispatcher, "key", &numbers, &assign).await, ["done", "done"]);
    assert_eq!(does(&agent, "key", &numbers, &assign).await, ["not_now", "not_now"]);
}

#[tokio::test]
async fn only_what_fits_many_cases_is_done_to_many() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let numbers = files(&app, 1).await;
    for action in [
        json!({ "verb": "finish", "result": "好了" }),
        json!({ "verb": "note", "words": "停水", "to_resident": true }),
        json!({ "verb": "dispatch", "unit": "network" }),
        json!({ "verb": "reject", "reason": "不办" }),
    ] {
        let refused = sends(&clerk, "key", &numbers, &action).await.fails(422, "invalid");
        assert_eq!(refused.flaws(), ["action not_a_choice"]);
    }
    let refused = sends(&clerk, "key", &[], &take()).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["numbers missing"]);
    let many = vec![numbers[0].clone(); 101];
    let refused = sends(&clerk, "key", &many, &take()).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["numbers too_many_cases"]);
    let refused = sends(&clerk, "key", &["7F2".into()], &take())
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["numbers[0] wrong_type"]);
    for key in ["", " ", &"k".repeat(65)] {
        sends(&clerk, key, &numbers, &take())
            .await
            .fails(400, "no_idempotency_key");
    }
    for person in [&app.resident("13800000009").await, &app.guest().await] {
        sends(person, "key", &numbers, &take()).await.fails(403, "forbidden");
    }
    assert_eq!(clerk.looks_at(&numbers[0]).await.version, 1);
}

#[tokio::test]
async fn many_are_taken_back_at_once() {
    let app = TestApp::new().await;
    let (clerk, other) = (app.clerk("clerk").await, app.clerk("other").await);
    let numbers = files(&app, 3).await;
    does(&clerk, "key", &numbers, &take()).await;
    other.acts(&numbers[2], super::super::cases::note("我在跟进")).await;
    let undo = json!({ "verb": "undo" });
    assert_eq!(
        does(&clerk, "undo", &numbers, &undo).await,
        ["done", "done", "not_now"],
        "somebody has acted since"
    );
    let statuses = [Status::Filed, Status::Filed, Status::Taken];
    for (number, status) in numbers.iter().zip(statuses) {
        assert_eq!(clerk.looks_at(number).await.line.status, status);
    }
    app.clock.advance(TimeDelta::days(29));
    clerk.get("/me").await.is(200);
    app.clock.advance(TimeDelta::days(2));
    shuiting_server::housekeeping::tidy(app.inside())
        .await
        .map_err(|failure| failure.to_string())
        .unwrap();
    assert_eq!(
        does(&clerk, "key", &numbers[..2], &take()).await,
        ["done", "done"],
        "the key is forgotten with those of filings"
    );
}
