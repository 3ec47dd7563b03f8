//! What stands around every answer, and the probes.

use reqwest::Method;
use serde_json::json;
use shuiting_tests::{TestApp, leak};

#[tokio::test]
async fn every_answer_ties_the_browsers_hands() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let answers = [
        app.ask(Method::GET, "/healthz").await.is(200),
        app.ask(Method::GET, "/api/v1/services").await.is(200),
        app.ask(Method::GET, "/api/v1/nothing").await.is(404),
        guest.sends("key", &leak()).await.is(201),
        guest.sends("key", &json!({})).await.is(422),
        guest.get("/desk/views").await.is(403),
        app.ask(Method::GET, "/assets/nothing.js").await.is(404),
    ];
    let mut ids = std::collections::HashSet::new();
    for answer in &answers {
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{answer:?}");
        for wanted in [
            "script-src 'self' 'wasm-unsafe-eval'",
            "frame-ancestors 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(wanted), "{policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{policy}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("permissions-policy", "camera=(self), geolocation=(self), microphone=()"),
        ] {
            assert_eq!(answer.header(name), value, "{answer:?}");
        }
        assert!(answer.header("server").is_empty());
        assert!(
            ids.insert(answer.header("x-request-id").to_owned()),
            "each request has an id of its own"
        );
    }
    assert!(!ids.contains(""));
    assert_eq!(
        answers[3].header("cache-control"),
        "no-store",
        "what is about a person is not kept"
    );
}

#[tokio::test]
async fn it_says_when_it_is_well_and_ready() {
    let app = TestApp::new().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(
            app.ask(Method::GET, path).await.is(200).json(),
            json!({ "status": "ok" })
        );
        app.ask(Method::POST, path).await;
    }
}

#[tokio::test]
async fn without_demo_there_is_no_demo() {
    let app = TestApp::new().await;
    for path in ["/demo/messages", "/demo/inbox"] {
        let answer = app.ask(Method::GET, path).await;
        assert!(!answer.text().contains("演示短信"), "{answer:?}");
        assert_ne!(answer.header("content-type"), "application/json");
    }
}

#[tokio::test]
async fn it_stops_when_asked_and_keeps_what_it_took() {
    let app = TestApp::new().await;
    let number = app.guest().await.files(&leak()).await;
    app.carried().await;
    let url = app.url.clone();
    let place = app.stops();
    assert!(reqwest::get(format!("{url}/healthz")).await.is_err());
    let again = TestApp::try_in(place, |_| ()).await.unwrap();
    again.clerk("clerk").await.looks_at(&number).await;
}
