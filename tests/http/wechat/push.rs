//! What WeChat tells by itself.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_shared::case::Event;
use shuiting_tests::wechat::{ACCOUNT, FakeWechat, MINI, PUSH_TOKEN, Push, push_key};
use shuiting_tests::{TestApp, leak};

const PHONE: &str = "13800000001";

/// A hall, and the session of somebody whose WeChat is bound to their phone in both apps.
async fn open() -> (FakeWechat, TestApp, Value) {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    let session = wechat.signs_in(&app, "o-1", PHONE).await;
    (wechat, app, session)
}

fn text(openid: &str, id: u64, words: &str) -> String {
    json!({
        "ToUserName": "gh_1", "FromUserName": openid, "CreateTime": 1_714_112_445,
        "MsgType": "text", "Content": words, "MsgId": id,
    })
    .to_string()
}

#[tokio::test]
async fn the_address_is_checked() {
    let (_wechat, app, _) = open().await;
    let signature = push_key().signature("1714036504", "1514711492", None);
    let ask = |signature: &str| {
        let query = format!("signature={signature}&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249");
        app.passer_by().get(&format!("/wechat/push?{query}"))
    };
    assert_eq!(ask(&signature).await.is(200).text(), "4375120948345356249");
    ask("f464b24fc39322e44b38aa78f5edd27bd1441697")
        .await
        .fails(401, "bad_push");
    let house = TestApp::new().await;
    house.passer_by().get("/wechat/push").await.fails(409, "no_wechat");
}

#[tokio::test]
async fn words_go_to_the_newest_case() {
    let (_wechat, app, session) = open().await;
    let resident = app.holder_of(&session);
    resident.files(&leak()).await;
    app.clock.advance(TimeDelta::minutes(1));
    let newest = resident.files(&leak()).await;
    let push = Push::new(&app, MINI, &text("o-1", 22, "水已经漫到路上了"));
    assert_eq!(push.send(&app).await.is(200).text(), "success");
    let case = resident.looks_at(&newest).await;
    let said = |case: &shuiting_shared::api::CaseView| {
        let added = |event: &&Event| matches!(event, Event::Added { words, .. } if words == "水已经漫到路上了");
        case.timeline.iter().map(|entry| &entry.event).filter(added).count()
    };
    assert_eq!(said(&case), 1);

    // It is told again until it is answered; it is heard once.
    for _ in 0..3 {
        push.send(&app).await.is(200);
    }
    assert_eq!(said(&resident.looks_at(&newest).await), 1);
}

#[tokio::test]
async fn words_without_a_case_become_one() {
    let (_wechat, app, session) = open().await;
    let resident = app.holder_of(&session);
    Push::new(&app, MINI, &text("o-1", 23, "请问水费怎么算"))
        .send(&app)
        .await
        .is(200);
    let lists = resident.lists().await;
    assert_eq!(lists.len(), 1);
    assert_eq!(lists[0].service.code(), "COMP");
    let number = lists[0].number.to_string();
    let case = app.clerk("li").await.looks_at(&number).await;
    assert_eq!(case.answers.get("words"), Some("请问水费怎么算"));

    // What comes next goes along with it.
    Push::new(&app, MINI, &text("o-1", 24, "是阶梯水价吗"))
        .send(&app)
        .await
        .is(200);
    assert_eq!(resident.lists().await.len(), 1);
    assert_eq!(resident.looks_at(&number).await.timeline.len(), 2);
}

#[tokio::test]
async fn the_official_account_answers_in_words() {
    let (wechat, app, session) = open().await;
    let message = |id: u64, openid: &str, words: &str| {
        format!(
            "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[{openid}]]></FromUserName>\
             <CreateTime>1714112445</CreateTime><MsgType><![CDATA[text]]></MsgType>\
             <Content><![CDATA[{words}]]></Content><MsgId>{id}</MsgId></xml>"
        )
    };
    let stranger = Push::new(&app, ACCOUNT, &message(1, "p-9", "在吗"))
        .send_xml(&app)
        .await
        .is(200);
    assert!(opened(&stranger.text()).contains("请先在水厅登录一次"));

    // Bound by the page's own sign-in.
    drop((wechat, session));
    let long = "水".repeat(501);
    app.write(move |conn| {
        let who = shuiting_server::wechat::Identity {
            app: shuiting_server::wechat::AppKind::Account,
            openid: "p-1".to_owned(),
            unionid: None,
        };
        let now = "2026-11-24T02:00:00Z".parse()?;
        let account = shuiting_server::account::find_or_open(conn, PHONE, shuiting_shared::words::Lang::Zh, now)?;
        shuiting_server::wechat::identity::bind(conn, &who, &account.id, false, now)?;
        Ok(())
    })
    .await;
    let answer = Push::new(&app, ACCOUNT, &message(2, "p-1", "水压太低 & 没水"))
        .send_xml(&app)
        .await
        .is(200);
    assert!(
        opened(&answer.text()).contains("已登记为"),
        "{}",
        opened(&answer.text())
    );
    let answer = Push::new(&app, ACCOUNT, &message(3, "p-1", &long))
        .send_xml(&app)
        .await
        .is(200);
    assert!(
        opened(&answer.text()).contains("500字以内"),
        "{}",
        opened(&answer.text())
    );
    let picture = "<xml><ToUserName>gh_1</ToUserName><FromUserName>p-1</FromUserName><CreateTime>1714112445</CreateTime>\
        <MsgType>image</MsgType><PicUrl>http://example.com/1</PicUrl><MediaId>m</MediaId><MsgId>4</MsgId></xml>";
    let answer = Push::new(&app, ACCOUNT, picture).send_xml(&app).await.is(200);
    assert!(opened(&answer.text()).contains("只能读文字"));
}

/// The words of a sealed reply, once its signature is right.
fn opened(reply: &str) -> String {
    let part = |name: &str| {
        let (_, rest) = reply.split_once(&format!("<{name}>")).unwrap();
        rest.split_once(&format!("</{name}>")).unwrap().0.to_owned()
    };
    let (key, sealed) = (push_key(), part("Encrypt"));
    assert!(key.signed(&part("MsgSignature"), &part("TimeStamp"), &part("Nonce"), Some(&sealed)));
    let (words, appid) = key.open(&sealed).unwrap();
    assert_eq!(appid, ACCOUNT);
    words
}

#[tokio::test]
async fn what_wechat_did_not_seal_and_sign_is_not_heard() {
    let (_wechat, app, session) = open().await;
    let message = text("o-1", 25, "我是别人");
    let push = Push::new(&app, MINI, &message);
    let sealed = push_key().seal(&message, MINI, b"0123456789abcdef").unwrap();
    // The plain mode: its signature covers nothing of what is said.
    push.send_as(&app, "", &message).await.fails(401, "bad_push");
    push.send_as(&app, &"0".repeat(40), &json!({ "Encrypt": sealed }).to_string())
        .await
        .fails(401, "bad_push");
    push.send_as(&app, "", "<xml>").await.fails(401, "bad_push");
    Push::new(&app, "wx0000000000000000", &message)
        .send(&app)
        .await
        .fails(401, "bad_push");
    Push::new(&app, MINI, "no message")
        .send(&app)
        .await
        .fails(401, "bad_push");
    app.clock.advance(TimeDelta::minutes(6));
    push.send(&app).await.fails(401, "bad_push");
    assert!(app.holder_of(&session).lists().await.is_empty());
    assert!(!app.keeps(PUSH_TOKEN).await);
}

#[tokio::test]
async fn an_event_is_heard_and_says_nothing() {
    let (_wechat, app, _) = open().await;
    let event = json!({
        "ToUserName": "gh_1", "FromUserName": "o-1", "CreateTime": 1_714_112_445,
        "MsgType": "event", "Event": "user_enter_tempsession", "SessionFrom": "wx",
    });
    let push = Push::new(&app, MINI, &event.to_string());
    assert_eq!(push.send(&app).await.is(200).text(), "success");
}
