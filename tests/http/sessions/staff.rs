use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::json;
use shuiting_server::staff;
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, PASSWORD, TestApp, leak};

async fn signs_in(app: &TestApp, name: &str, password: &str) -> Answer {
    app.passer_by()
        .post("/sessions/staff")
        .json(&json!({ "name": name, "password": password, "bearer": true }))
        .await
}

#[tokio::test]
async fn staff_sign_in_by_name_and_password() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let me = clerk.get("/me").await.is(200).json();
    assert_eq!(
        me,
        json!({ "kind": "staff", "name": "clerk", "display": "clerk先生", "role": "clerk" })
    );
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_told_alike() {
    let app = TestApp::new().await;
    app.hires("clerk", Role::Clerk, None).await;
    let password = signs_in(&app, "clerk", "water-and-vine")
        .await
        .fails(422, "wrong_password");
    assert_eq!(password.flaws(), ["password wrong_password"]);
    let name = signs_in(&app, "clark", PASSWORD).await.fails(422, "wrong_password");
    assert_eq!(name.json(), password.json());
}

#[tokio::test]
async fn ten_failures_lock_a_name_for_fifteen_minutes() {
    let app = TestApp::new().await;
    app.hires("clerk", Role::Clerk, None).await;
    app.hires("other", Role::Clerk, None).await;
    for _ in 0..9 {
        signs_in(&app, "clerk", "wrong").await.fails(422, "wrong_password");
    }
    signs_in(&app, "clerk", PASSWORD).await.is(201);
    for _ in 0..10 {
        signs_in(&app, "clerk", "wrong").await.fails(422, "wrong_password");
    }
    let locked = signs_in(&app, "clerk", PASSWORD).await.fails(429, "locked");
    let wait: i64 = locked.header("retry-after").parse().unwrap();
    assert!((15 * 60..=15 * 60 + 1).contains(&wait), "{wait}");
    signs_in(&app, "other", PASSWORD).await.is(201);
    app.clock.advance(TimeDelta::minutes(15));
    signs_in(&app, "clerk", PASSWORD).await.is(201);
}

#[tokio::test]
async fn failures_at_one_moment_are_all_counted() {
    let app = TestApp::new().await;
    app.hires("clerk", Role::Clerk, None).await;
    join_all((0..10).map(|_| signs_in(&app, "clerk", "wrong"))).await;
    signs_in(&app, "clerk", PASSWORD).await.fails(429, "locked");
}

#[tokio::test]
async fn a_new_password_opens_a_locked_name_and_ends_its_sessions() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    for _ in 0..10 {
        signs_in(&app, "clerk", "wrong").await;
    }
    app.write(|conn| staff::set_password(conn, "clerk", "wine-and-water"))
        .await;
    clerk.get("/me").await.fails(401, "sign_in");
    signs_in(&app, "clerk", PASSWORD).await.fails(422, "wrong_password");
    signs_in(&app, "clerk", "wine-and-water").await.is(201);
}

#[tokio::test]
async fn who_is_disabled_is_out_at_once() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    clerk.get("/desk/views").await.is(200);
    app.write(|conn| staff::disable(conn, "clerk")).await;
    clerk.get("/desk/views").await.fails(401, "sign_in");
    let refresh = json!({ "refresh": clerk.refresh() });
    app.passer_by()
        .post("/sessions/refresh")
        .json(&refresh)
        .await
        .fails(401, "sign_in");
    signs_in(&app, "clerk", PASSWORD).await.fails(422, "wrong_password");
}

#[tokio::test]
async fn a_resident_does_not_get_to_the_desk() {
    let app = TestApp::new().await;
    let number = app.guest().await.files(&leak()).await;
    let resident = app.resident("13800000009").await;
    resident.get("/me").await.is(200);
    for path in ["/desk/cases", "/desk/views"] {
        resident.get(path).await.fails(403, "forbidden");
    }
    resident.get(&format!("/cases/{number}")).await.fails(404, "not_found");
    resident
        .tries(&number, json!({ "verb": "take" }))
        .await
        .fails(404, "not_found");
    let reveal = resident
        .post(&format!("/cases/{number}/reveal"))
        .json(&json!({ "field": "phone" }))
        .await;
    reveal.fails(403, "forbidden");
}

#[tokio::test]
async fn staff_do_not_file_and_residents_do_not_work() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    clerk.sends("key", &leak()).await.fails(403, "forbidden");
    clerk.get("/cases").await.fails(403, "forbidden");
    clerk
        .ask(reqwest::Method::PATCH, "/me")
        .json(&json!({ "lang": "en" }))
        .await
        .fails(403, "forbidden");
    let resident = app.resident("13800000001").await;
    for path in ["/desk/cases", "/desk/views"] {
        resident.get(path).await.fails(403, "forbidden");
        app.guest().await.get(path).await.fails(403, "forbidden");
        app.passer_by().get(path).await.fails(401, "sign_in");
    }
}
