//! Who is at a case now.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::housekeeping::tidy;
use shuiting_tests::{Person, TestApp, leak};

fn presence(number: &str) -> String {
    format!("/desk/cases/{number}/presence")
}

/// Somebody says that they are at a case, and is told who else is.
async fn comes(person: &Person, number: &str, doing: &str) -> Value {
    let ask = person.ask(Method::PUT, &presence(number));
    ask.json(&json!({ "doing": doing })).await.is(200).json()
}

fn nobody() -> Value {
    json!([])
}

#[tokio::test]
async fn whoever_comes_sees_who_is_there_and_what_they_do() {
    let app = TestApp::new().await;
    let number = app.resident("13800000001").await.files(&leak()).await;
    let another = app.resident("13800000002").await.files(&leak()).await;
    let (first, second) = (app.clerk("first").await, app.clerk("second").await);
    assert_eq!(
        comes(&first, &number, "looking").await,
        nobody(),
        "one knows that oneself is here"
    );
    assert_eq!(comes(&first, &number, "looking").await, nobody());
    let looks = json!([{ "display": "first先生", "doing": "looking" }]);
    assert_eq!(comes(&second, &number, "looking").await, looks);
    assert_eq!(comes(&second, &another, "looking").await, nobody());
    comes(&first, &number, "typing").await;
    let types = json!([{ "display": "first先生", "doing": "typing" }]);
    assert_eq!(comes(&second, &number, "looking").await, types, "at once");
}

#[tokio::test]
async fn whoever_leaves_or_falls_silent_is_not_there() {
    let app = TestApp::new().await;
    let number = app.resident("13800000001").await.files(&leak()).await;
    let (first, second) = (app.clerk("first").await, app.clerk("second").await);
    comes(&first, &number, "typing").await;
    first.ask(Method::DELETE, &presence(&number)).await.is(204);
    first.ask(Method::DELETE, &presence(&number)).await.is(204);
    assert_eq!(comes(&second, &number, "looking").await, nobody());

    comes(&first, &number, "looking").await;
    // What is said again within ten seconds is not written again; later it is.
    app.clock.advance(TimeDelta::seconds(9));
    comes(&first, &number, "looking").await;
    app.clock.advance(TimeDelta::seconds(11));
    comes(&first, &number, "looking").await;
    app.clock.advance(TimeDelta::seconds(44));
    assert_ne!(comes(&second, &number, "looking").await, nobody());
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(comes(&second, &number, "looking").await, nobody());
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
    let seen = json!([{ "display": "second先生", "doing": "looking" }]);
    assert_eq!(comes(&first, &number, "looking").await, seen, "who is there stays");
}

#[tokio::test]
async fn only_the_desk_is_at_a_case() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let number = resident.files(&leak()).await;
    for person in [&resident, &app.guest().await] {
        let ask = person.ask(Method::PUT, &presence(&number));
        ask.json(&json!({ "doing": "looking" })).await.fails(403, "forbidden");
        person
            .ask(Method::DELETE, &presence(&number))
            .await
            .fails(403, "forbidden");
    }
    let clerk = app.clerk("clerk").await;
    let ask = |body: Value| clerk.ask(Method::PUT, &presence(&number)).json(&body);
    assert_eq!(
        ask(json!({ "doing": "sleeping" })).await.fails(422, "invalid").flaws(),
        ["doing wrong_type"]
    );
    assert_eq!(ask(json!({})).await.fails(422, "invalid").flaws(), ["doing missing"]);
    let nowhere = clerk.ask(Method::PUT, &presence("000-0000"));
    nowhere
        .json(&json!({ "doing": "looking" }))
        .await
        .fails(404, "not_found");
}
