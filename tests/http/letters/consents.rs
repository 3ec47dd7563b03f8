//! Residents agree to be told by WeChat, a message at a time.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::application::Means;
use shuiting_server::wechat::{AppKind, Identity, Template, identity};
use shuiting_tests::wechat::{FakeWechat, Mood};
use shuiting_tests::{Person, TestApp, consents_left, leak};

const PHONE: &str = "13800000001";
const OPENID: &str = "o-resident";
const SEND: &str = "/cgi-bin/message/subscribe/send";
const PROGRESS: &str = "T-progress";

fn serves(wechat: &FakeWechat, means: &mut Means) {
    wechat.serves(means);
    // Whoever is down is asked again at once: here it is counted, not waited.
    means.providers.patience.rest_ms = 1;
    let template = |id: &str| Template {
        id: id.to_owned(),
        blanks: BTreeMap::from([
            ("character_string1".to_owned(), "number".to_owned()),
            ("thing2".to_owned(), "service".to_owned()),
            ("thing3".to_owned(), "words".to_owned()),
        ]),
    };
    if let Some(settings) = &mut means.providers.wechat {
        settings.templates = [
            ("filed", PROGRESS),
            ("dispatched", PROGRESS),
            ("noted", PROGRESS),
            ("finished", "T-done"),
        ]
        .map(|(kind, id)| (kind.to_owned(), template(id)))
        .into();
    }
}

/// Somebody who has signed in and is known to the mini-program.
async fn resident(app: &TestApp) -> Person {
    let person = app.resident(PHONE).await;
    let now = shuiting_server::clock::Clock::now(&*app.clock);
    app.write(move |conn| {
        let lang = shuiting_shared::words::Lang::Zh;
        let account = shuiting_server::account::find_or_open(conn, PHONE, lang, now)?;
        let known = Identity {
            app: AppKind::Mini,
            openid: OPENID.to_owned(),
            unionid: None,
        };
        identity::bind(conn, &known, &account.id, false, now).map_err(anyhow::Error::from)
    })
    .await;
    person
}

async fn agrees(wechat: &FakeWechat, person: &Person, times: usize) {
    for _ in 0..times {
        wechat.agrees(OPENID, PROGRESS);
        let given = json!({ "accepted": [PROGRESS], "refused": ["T-done"] });
        person.post("/consents").json(&given).await.is(204);
    }
}

async fn left(app: &TestApp) -> i64 {
    app.write(|conn| consents_left(conn, PROGRESS)).await
}

/// How many messages have come by SMS, beside the code by which they signed in.
async fn by_sms(app: &TestApp) -> usize {
    app.messages_to(PHONE).await.len() - 1
}

#[tokio::test]
async fn one_consent_is_one_message() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| serves(&wechat, means)).await;
    let person = resident(&app).await;
    let offers = person.get("/consents").await.is(200).json();
    assert_eq!(
        offers,
        json!([
            { "kind": "finished", "template": "T-done", "left": 0 },
            { "kind": "dispatched", "template": PROGRESS, "left": 0 },
        ])
    );
    agrees(&wechat, &person, 1).await;
    let asked = person.get("/consents?kinds=filed,noted,finished").await.is(200).json();
    assert_eq!(asked[1], json!({ "kind": "filed", "template": PROGRESS, "left": 1 }));

    let number = person.files(&leak()).await;
    assert_eq!(by_sms(&app).await, 0);
    let sent = wechat.asked(SEND);
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].body["touser"], OPENID);
    assert_eq!(sent[0].body["data"]["character_string1"]["value"], number.as_str());
    assert_eq!(sent[0].body["page"], format!("pages/hall/hall?to=%2Fcases%2F{number}"));
    assert_eq!(sent[0].body["data"]["thing3"]["value"], "无", "no blank is empty");
    assert_eq!(left(&app).await, 0);

    person.files(&leak()).await;
    assert_eq!((by_sms(&app).await, wechat.asked(SEND).len()), (1, 1));
    assert_eq!(
        app.messages_to(PHONE)
            .await
            .iter()
            .filter(|text| text.contains("验证码"))
            .count(),
        1
    );
}

#[tokio::test]
async fn who_has_refused_at_wechats_end_gets_an_sms_at_once() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| serves(&wechat, means)).await;
    let person = resident(&app).await;
    // We think that there are two; WeChat knows of none.
    let given = json!({ "accepted": [PROGRESS] });
    person.post("/consents").json(&given).await.is(204);
    person.post("/consents").json(&given).await.is(204);
    person.files(&leak()).await;
    assert_eq!((by_sms(&app).await, wechat.asked(SEND).len()), (1, 1));
    assert_eq!(left(&app).await, 0);
}

#[tokio::test]
async fn while_wechat_is_down_an_sms_goes_and_the_consent_is_given_back() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| serves(&wechat, means)).await;
    let (person, clerk) = (resident(&app).await, app.clerk("clerk").await);
    agrees(&wechat, &person, 2).await;
    wechat.is(Mood::Down);
    // Who has filed is waiting for it.
    let number = person.files(&leak()).await;
    assert_eq!((by_sms(&app).await, left(&app).await), (1, 2));

    // What can wait waits a little for WeChat, and its consent with it.
    let note = json!({ "verb": "note", "words": "师傅下午三点到", "to_resident": true });
    clerk.acts(&number, note.clone()).await;
    assert_eq!((by_sms(&app).await, left(&app).await), (1, 1));
    for seconds in [41, 81] {
        app.clock.advance(TimeDelta::seconds(seconds));
        app.carried().await;
    }
    assert_eq!((by_sms(&app).await, left(&app).await), (2, 2));

    clerk.acts(&number, note).await;
    app.carried().await;
    wechat.is(Mood::Well);
    app.clock.advance(TimeDelta::seconds(41));
    app.carried().await;
    assert_eq!(
        (by_sms(&app).await, left(&app).await),
        (2, 1),
        "it is back, and is used"
    );
}

#[tokio::test]
async fn nobody_is_asked_in_vain() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| serves(&wechat, means)).await;
    let unknown = app.resident("13800000002").await;
    assert_eq!(unknown.get("/consents").await.is(200).json(), json!([]));
    assert_eq!(app.guest().await.get("/consents").await.is(200).json(), json!([]));
    let person = resident(&app).await;
    person.get("/consents?kinds=colour").await.fails(422, "invalid");
    for (field, given) in [
        ("accepted", json!({ "accepted": ["T-unknown"] })),
        ("refused", json!({ "refused": ["T-unknown"] })),
    ] {
        let refused = person.post("/consents").json(&given).await.fails(422, "invalid");
        assert!(
            refused.flaws().iter().any(|flaw| flaw.contains(field)),
            "{:?}",
            refused.flaws()
        );
    }
    let plain = TestApp::new().await;
    let somebody = plain.resident(PHONE).await;
    assert_eq!(somebody.get("/consents").await.is(200).json(), json!([]));
}
