//! Where somebody is signed in, and all that is kept about them.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::json;
use shuiting_shared::api::{DeviceView, MyData};
use shuiting_tests::{Person, TestApp, hookup, transfer};

use super::PHONE;

async fn devices(person: &Person) -> Vec<DeviceView> {
    person.get("/me/devices").await.is(200).read()
}

/// Signs in with a browser that says what it is.
async fn signs_in_with(app: &TestApp, agent: &str) -> Person {
    let code = app.code(PHONE).await;
    let sign_in = json!({ "phone": PHONE, "code": code, "bearer": true });
    let ask = app.passer_by().post("/sessions").header("user-agent", agent);
    app.holder_of(&ask.json(&sign_in).await.is(201).json())
}

#[tokio::test]
async fn each_device_is_known_again_and_can_be_signed_out() {
    let app = TestApp::new().await;
    let tablet = signs_in_with(&app, "Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) Safari/604.1").await;
    app.clock.advance(TimeDelta::minutes(1));
    let phone = signs_in_with(&app, "Mozilla/5.0 (Linux; Android 14) Chrome/116 MicroMessenger/8.0.49").await;
    let neighbour = app.resident("13800000002").await;

    let seen = devices(&phone).await;
    let told: Vec<_> = seen
        .iter()
        .map(|device| (device.name.as_deref(), device.here))
        .collect();
    assert_eq!(told, [(Some("Android · WeChat"), true), (Some("iPad · Safari"), false)]);
    let sign_out = |who: &Person, id: &str| who.ask(Method::DELETE, &format!("/me/devices/{id}"));
    sign_out(&neighbour, &seen[1].id).await.fails(404, "not_found");
    tablet.get("/me").await.is(200);
    sign_out(&phone, &seen[1].id).await.is(204);
    tablet.get("/me").await.fails(401, "sign_in");
    sign_out(&phone, &seen[1].id).await.fails(404, "not_found");
    assert_eq!(devices(&phone).await.len(), 1);
    app.clerk("clerk")
        .await
        .get("/me/devices")
        .await
        .fails(403, "forbidden");
}

#[tokio::test]
async fn all_that_is_kept_can_be_taken_along() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&hookup()).await;
    // Of a case in which one is the other side, one sees as much as ever.
    let neighbour = app.resident("13800000002").await;
    let mut theirs = transfer();
    theirs["answers"]["phone"] = json!("13800000002");
    theirs["answers"]["old_phone"] = json!(PHONE);
    app.clock.advance(TimeDelta::minutes(1));
    neighbour.files(&theirs).await;

    let answer = resident.get("/me/export").await.is(200);
    assert!(answer.header("content-disposition").contains("attachment"));
    assert!(
        !answer.text().contains("11010519491231002X"),
        "a file is soon passed on"
    );
    let data: MyData = answer.read();
    assert_eq!(data.phone, PHONE);
    assert_eq!(data.profile.places.len(), 1);
    assert_eq!(data.devices.len(), 1);
    let cases: Vec<_> = data.cases.iter().map(|case| case.line.number.to_string()).collect();
    assert_eq!((cases.len(), &cases[1]), (2, &number));
    assert!(data.cases[0].materials.is_empty());
    app.guest().await.get("/me/export").await.fails(401, "sign_in");
    app.clerk("clerk").await.get("/me/export").await.fails(403, "forbidden");
}
