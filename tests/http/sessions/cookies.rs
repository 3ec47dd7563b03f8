use chrono::TimeDelta;
use reqwest::Method;
use serde_json::json;
use shuiting_tests::{Answer, Ask, TestApp};

use super::PHONE;

async fn signs_in(app: &TestApp) -> Answer {
    let code = app.code(PHONE).await;
    app.passer_by()
        .post("/sessions")
        .json(&json!({ "phone": PHONE, "code": code }))
        .await
        .is(201)
}

/// What a browser sends back of the cookies that it was given.
fn kept(answer: &Answer) -> String {
    let pairs: Vec<_> = answer
        .cookies()
        .iter()
        .map(|cookie| cookie.split(';').next().unwrap().to_owned())
        .collect();
    pairs.join("; ")
}

fn asks(app: &TestApp, method: Method, path: &str, cookies: &str) -> Ask {
    app.ask(method, &format!("/api/v1{path}")).header("cookie", cookies)
}

#[tokio::test]
async fn a_browser_gets_cookies_that_no_script_can_read() {
    let app = TestApp::new().await;
    let answer = signs_in(&app).await;
    assert_eq!(
        answer.json().get("tokens"),
        None,
        "what scripts cannot read is not told them either"
    );
    let cookies = answer.cookies();
    assert_eq!(cookies.len(), 2);
    for (cookie, name, path) in [
        (&cookies[0], "hall_access=", "/"),
        (&cookies[1], "hall_refresh=", "/api/v1/sessions"),
    ] {
        assert!(cookie.starts_with(name), "{cookie}");
        let attributes: Vec<_> = cookie.split("; ").skip(1).collect();
        for wanted in ["HttpOnly", "SameSite=Lax", &format!("Path={path}"), "Max-Age=2592000"] {
            assert!(attributes.contains(&wanted), "{cookie} lacks {wanted}");
        }
        assert!(!attributes.contains(&"Secure"), "this hall is reached by plain http");
    }
    asks(&app, Method::GET, "/me", &kept(&answer)).await.is(200);
}

#[tokio::test]
async fn by_https_cookies_are_secure() {
    let app = TestApp::with(|means| means.https = true).await;
    for cookie in signs_in(&app).await.cookies() {
        assert!(cookie.contains("; Secure"), "{cookie}");
    }
}

#[tokio::test]
async fn another_sites_page_cannot_act_with_our_cookie() {
    let app = TestApp::new().await;
    let cookies = kept(&signs_in(&app).await);
    let change = json!({ "lang": "en" });
    let change = |origin: &str| {
        asks(&app, Method::PATCH, "/me", &cookies)
            .header("origin", origin)
            .json(&change)
    };
    for origin in [
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        &format!("{}.evil.example", app.url),
    ] {
        change(origin).await.fails(403, "cross_site");
        let refresh = asks(&app, Method::POST, "/sessions/refresh", &cookies)
            .header("origin", origin)
            .json(&json!({}));
        refresh.await.fails(403, "cross_site");
    }
    change(&app.url).await.is(200);
    let bearer = app.guest().await;
    let answer = bearer
        .post("/cases")
        .header("origin", "https://mini.example")
        .json(&shuiting_tests::leak())
        .await;
    answer.fails(400, "no_idempotency_key");
}

#[tokio::test]
async fn cookies_are_renewed_by_cookie() {
    let app = TestApp::new().await;
    let first = signs_in(&app).await;
    app.clock.advance(TimeDelta::minutes(16));
    asks(&app, Method::GET, "/me", &kept(&first))
        .await
        .fails(401, "token_expired");
    let second = asks(&app, Method::POST, "/sessions/refresh", &kept(&first))
        .json(&json!({}))
        .await
        .is(200);
    assert_eq!(second.cookies().len(), 2);
    asks(&app, Method::GET, "/me", &kept(&second)).await.is(200);
    // Another tab asked at the same time: it gets in, and leaves the newest refresh token alone.
    let tab = asks(&app, Method::POST, "/sessions/refresh", &kept(&first))
        .json(&json!({}))
        .await
        .is(200);
    assert_eq!(tab.cookies().len(), 1);
    asks(&app, Method::GET, "/me", &kept(&tab)).await.is(200);
}

#[tokio::test]
async fn hall_and_desk_are_signed_in_apart() {
    let app = TestApp::new().await;
    app.hires("clerk", shuiting_shared::case::Role::Clerk, None).await;
    let sign_in = json!({ "name": "clerk", "password": shuiting_tests::PASSWORD });
    let desk = app.passer_by().post("/sessions/staff").json(&sign_in).await.is(201);
    let both = format!("{}; {}", kept(&signs_in(&app).await), kept(&desk));
    let hall = asks(&app, Method::GET, "/me", &both).await.json();
    assert_eq!(hall["kind"], "resident");
    let desk = asks(&app, Method::GET, "/me", &both)
        .header("shuiting-side", "desk")
        .await
        .json();
    assert_eq!(desk["kind"], "staff");
    assert_eq!(
        asks(&app, Method::GET, "/me?side=desk", &both).await.json()["kind"],
        "staff"
    );
}
