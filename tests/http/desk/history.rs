//! Other cases that have to do with one.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_shared::api::{Bond, RelatedCase};
use shuiting_shared::case::Status;
use shuiting_tests::{Person, TestApp, leak, transfer};

fn with(mut filing: Value, answers: &Value) -> Value {
    for (key, answer) in answers.as_object().unwrap() {
        filing["answers"][key] = answer.clone();
    }
    filing
}

async fn related(person: &Person, number: &str) -> Vec<RelatedCase> {
    person
        .get(&format!("/desk/cases/{number}/history"))
        .await
        .is(200)
        .read()
}

/// The numbers, and what each shares.
async fn shares(person: &Person, number: &str) -> Vec<(String, Vec<Bond>)> {
    let related = related(person, number).await;
    related
        .into_iter()
        .map(|related| (related.number.to_string(), related.shares))
        .collect()
}

#[tokio::test]
async fn cases_are_bound_by_person_account_and_place() {
    let app = TestApp::new().await;
    let (one, other) = (app.resident("13800000001").await, app.resident("13800000002").await);
    let clerk = app.clerk("clerk").await;
    let mut numbers = Vec::new();
    for (who, filing) in [
        (&one, transfer()),
        // The same place written another way, of somebody else.
        (
            &other,
            with(
                leak(),
                &json!({ "town": "wanjiang", "address": "万江路 ３ 号", "phone": "13800000002" }),
            ),
        ),
        // The same account and place, of somebody else.
        (
            &other,
            with(
                transfer(),
                &json!({ "phone": "13800000002", "old_phone": "13800000004" }),
            ),
        ),
        // The same person, elsewhere.
        (&one, leak()),
        // The same phone, filed by somebody else.
        (&other, with(leak(), &json!({ "address": "体育路8号" }))),
        // The same road in another town, of a stranger.
        (
            &other,
            with(
                leak(),
                &json!({ "town": "humen", "address": "万江路3号", "phone": "13800000002" }),
            ),
        ),
    ] {
        numbers.push(who.files(&filing).await);
        app.clock.advance(TimeDelta::minutes(1));
    }
    let bound = |place: usize, bonds: &[Bond]| (numbers[place].clone(), bonds.to_vec());
    assert_eq!(
        shares(&clerk, &numbers[0]).await,
        [
            bound(4, &[Bond::Person]),
            bound(3, &[Bond::Person]),
            bound(2, &[Bond::Account, Bond::Place]),
            bound(1, &[Bond::Place]),
        ]
    );
    assert_eq!(
        shares(&clerk, &numbers[5]).await,
        [
            bound(4, &[Bond::Person]),
            bound(2, &[Bond::Person]),
            bound(1, &[Bond::Person]),
        ]
    );
    let newest = related(&clerk, &numbers[3]).await.remove(0);
    let told = (newest.number.to_string(), newest.service.code(), newest.status);
    assert_eq!(told, (numbers[4].clone(), "LEAK", Status::Filed));
}

#[tokio::test]
async fn what_is_completed_moves_along() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let clerk = app.clerk("clerk").await;
    let neighbour = app.resident("13800000002").await;
    let theirs = with(leak(), &json!({ "address": "鸿福路9号", "phone": "13800000002" }));
    let theirs = neighbour.files(&theirs).await;
    let filing = with(
        transfer(),
        &json!({ "town": "nancheng", "address": "鸿福路8号", "proof": "certificate" }),
    );
    let number = resident.files(&filing).await;
    app.resident("13800000003")
        .await
        .acts(&number, json!({ "verb": "confirm" }))
        .await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let asks = json!([{ "item": { "field": "address" }, "reason": "门牌写错了" }]);
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    assert!(related(&clerk, &number).await.is_empty());
    let brought = json!({ "verb": "complete", "answers": { "address": "鸿福路9号" }, "materials": {} });
    resident.acts(&number, brought).await;
    assert_eq!(shares(&clerk, &number).await, [(theirs, vec![Bond::Place])]);
}

#[tokio::test]
async fn at_most_twenty_of_each_kind_are_told() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let clerk = app.clerk("clerk").await;
    let mut numbers = Vec::new();
    for house in 0..23 {
        let filing = with(leak(), &json!({ "address": format!("鸿福路{house}号") }));
        numbers.push(resident.files(&filing).await);
        app.clock.advance(TimeDelta::seconds(1));
    }
    let told: Vec<_> = shares(&clerk, &numbers[22])
        .await
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    let newest: Vec<_> = numbers[2..22].iter().rev().cloned().collect();
    assert_eq!(told, newest);
}

#[tokio::test]
async fn only_the_desk_asks() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let number = resident.files(&leak()).await;
    let path = format!("/desk/cases/{number}/history");
    resident.get(&path).await.fails(403, "forbidden");
    let clerk = app.clerk("clerk").await;
    clerk.get("/desk/cases/000-0000/history").await.fails(404, "not_found");
    assert!(related(&clerk, &number).await.is_empty());
}
