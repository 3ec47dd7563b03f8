//! The demo city's own WeChat.

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::account;
use shuiting_server::clock::Clock as _;
use shuiting_server::wechat::{AppKind, Subscribed, Trouble, identity};
use shuiting_shared::api::WeChatPage;
use shuiting_shared::words::Lang;
use shuiting_tests::{Answer, TestApp};

use super::city;

const PHONE: &str = "13800008888";

async fn posts(app: &TestApp, path: &str, body: &Value) -> Answer {
    app.ask(Method::POST, path).json(body).await
}

/// A code of the phone's.
async fn code(app: &TestApp, kind: &str) -> String {
    let answer = posts(app, "/demo/wechat/codes", &json!({ "phone": PHONE, "kind": kind })).await;
    answer.is(201).json()["code"].as_str().unwrap().to_owned()
}

async fn signs_in(app: &TestApp, shown: &Value) -> Answer {
    posts(app, "/api/v1/sessions/wechat", shown).await
}

#[tokio::test]
async fn a_newcomer_comes_in_by_the_mini_program() {
    let app = city().await;
    let login = code(&app, "login").await;
    let shown = json!({ "code": login, "bearer": true });
    assert_eq!(signs_in(&app, &shown).await.is(409).problem(), "wechat_unbound");
    assert_eq!(
        signs_in(&app, &shown).await.is(401).problem(),
        "wechat_code",
        "a code is good once"
    );
    let phone_as_login = json!({ "code": code(&app, "phone").await, "bearer": true });
    assert_eq!(signs_in(&app, &phone_as_login).await.is(401).problem(), "wechat_code");

    let shown = json!({ "code": code(&app, "login").await, "phone_code": code(&app, "phone").await, "bearer": true });
    let me = signs_in(&app, &shown).await.is(201).json();
    let resident = app.holder_of(&me);
    let ticket = resident
        .post("/tickets")
        .json(&json!({ "to": "/cases" }))
        .await
        .is(201)
        .json();
    assert_eq!(ticket["seconds"], 60);
    // From now on this WeChat is known.
    let shown = json!({ "code": code(&app, "login").await, "bearer": true });
    signs_in(&app, &shown).await.is(201);

    let old = json!({ "code": code(&app, "login").await, "bearer": true });
    app.clock.advance(chrono::TimeDelta::minutes(6));
    assert_eq!(
        signs_in(&app, &old).await.is(401).problem(),
        "wechat_code",
        "for five minutes"
    );
}

#[tokio::test]
async fn a_message_arrives_once_for_each_consent() {
    let app = city().await;
    let shown = json!({ "code": code(&app, "login").await, "phone_code": code(&app, "phone").await, "bearer": true });
    signs_in(&app, &shown).await.is(201);
    let now = app.clock.now();
    let known = app
        .write(move |conn| {
            let account = account::find_or_open(conn, PHONE, Lang::Zh, now)?;
            Ok(identity::of_account(conn, &account.id)?)
        })
        .await;
    assert_eq!(known[0].app, AppKind::Mini);
    let wechat = app.inside().wechat.clone().unwrap();
    let template = wechat.template("finished").unwrap().clone();
    let message = Subscribed {
        openid: known[0].openid.clone(),
        template: template.id.clone(),
        page: "/pages/hall/hall?to=%2Fcases".to_owned(),
        data: vec![("character_string1".to_owned(), "7F2-0391".to_owned())],
    };
    assert!(matches!(wechat.send(&message).await, Err(Trouble::NotWanted)));
    let agreed = json!({ "phone": PHONE, "templates": [template.id, "of somebody else"] });
    posts(&app, "/demo/wechat/consents", &agreed).await.is(204);
    wechat.send(&message).await.unwrap();
    assert!(
        matches!(wechat.send(&message).await, Err(Trouble::NotWanted)),
        "a consent is one message"
    );

    let path = |phone: &str| format!("/demo/wechat/messages?phone={phone}");
    let arrived = app.ask(Method::GET, &path(PHONE)).await.is(200).json();
    assert_eq!(arrived.as_array().unwrap().len(), 1);
    assert_eq!(arrived[0]["title"], "办结通知");
    assert_eq!(arrived[0]["lines"], json!([["编号", "7F2-0391"]]));
    assert_eq!(
        app.ask(Method::GET, &path("13800000001")).await.is(200).json(),
        json!([])
    );
}

#[tokio::test]
async fn its_phone_frames_the_hall_and_nobody_elses_does() {
    let app = city().await;
    for path in [
        "/demo/wechat",
        "/demo/wechat/phone.js",
        "/demo/wechat/sheets.js",
        "/demo/wechat/phone.css",
    ] {
        let answer = app.ask(Method::GET, path).await.is(200);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-src 'self'; frame-ancestors 'self'"), "{policy}");
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
    }
    let url = serde_urlencoded::to_string([("url", format!("{}/", app.url))]).unwrap();
    let page: WeChatPage = app.passer_by().get(&format!("/wechat/page?{url}")).await.is(200).read();
    app.ask(Method::GET, &page.script).await.is(200);
    assert_eq!(page.signed.unwrap().appid, "wxdemoaccount");
    let picture = app
        .inside()
        .wechat
        .as_ref()
        .unwrap()
        .code_picture("s=LEAK", "pages/hall/hall")
        .await
        .unwrap();
    assert!(picture.starts_with(b"\x89PNG"));

    // Without --demo nothing of it is there: the address is the hall's, which knows no such page.
    let real = TestApp::new().await;
    let answer = real
        .ask(Method::POST, "/demo/wechat/codes")
        .json(&json!({ "phone": PHONE, "kind": "login" }))
        .await;
    assert_eq!(answer.status, 405);
}
