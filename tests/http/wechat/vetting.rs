//! What residents write and show is looked at before other residents see it.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::json;
use shuiting_shared::api::{CaseView, Vetted};
use shuiting_shared::case::Event;
use shuiting_tests::wechat::{FakeWechat, MINI, Mood, Push};
use shuiting_tests::{Person, TestApp, leak, transfer};

const FILER: &str = "13800000001";
const PARTY: &str = "13800000003";
const RUDE: &str = "不是我的房子,骗子";
const WORDS: &str = "/wxa/msg_sec_check";
const PHOTOS: &str = "/wxa/media_check_async";

async fn open() -> (FakeWechat, TestApp) {
    let wechat = FakeWechat::new();
    wechat.dislikes("骗子");
    let app = TestApp::with(|means| {
        wechat.serves(means);
        means.providers.patience.rest_ms = 1;
        means.providers.wechat.as_mut().unwrap().check_content = true;
        means.url = Some("https://water.example.org".to_owned());
    })
    .await;
    (wechat, app)
}

async fn by_wechat(app: &TestApp, wechat: &FakeWechat, openid: &str, phone: &str) -> Person {
    app.holder_of(&wechat.signs_in(app, openid, phone).await)
}

/// What is known of the refusal on the timeline, and its words.
fn refusal(case: &CaseView) -> (Option<Vetted>, String) {
    let found = case.timeline.iter().find_map(|entry| match &entry.event {
        Event::Declined { reason } => Some((entry.vetted, reason.clone())),
        _ => None,
    });
    found.unwrap()
}

/// Looks at a case until it is as it should be.
async fn until(person: &Person, number: &str, is: impl Fn(&CaseView) -> bool) -> CaseView {
    let start = Instant::now();
    loop {
        let case = person.looks_at(number).await;
        if is(&case) {
            return case;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", case.timeline);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn rude_words_are_covered_at_the_desk_and_shown_to_no_other_resident() {
    let (wechat, app) = open().await;
    let filer = app.resident(FILER).await;
    let number = filer.files(&transfer()).await;
    let party = by_wechat(&app, &wechat, "o-3", PARTY).await;
    wechat.is(Mood::Down);
    let case = party.acts(&number, json!({ "verb": "decline", "reason": RUDE })).await;
    assert_eq!(refusal(&case), (None, RUDE.to_owned()), "who wrote it reads it");

    // WeChat is down: nothing waits for it but the other residents' eyes.
    let clerk = app.clerk("li").await;
    assert_eq!(
        refusal(&clerk.looks_at(&number).await),
        (Some(Vetted::Waiting), RUDE.to_owned())
    );
    assert_eq!(
        refusal(&filer.looks_at(&number).await),
        (Some(Vetted::Waiting), String::new())
    );

    wechat.is(Mood::Well);
    app.clock.advance(TimeDelta::minutes(10));
    let doubtful = |case: &CaseView| refusal(case).0 == Some(Vetted::Doubtful);
    until(&clerk, &number, doubtful).await;
    let shown = refusal(&filer.looks_at(&number).await);
    assert_eq!(shown, (Some(Vetted::Doubtful), String::new()));
    let asked = wechat.asked(WORDS);
    assert_eq!(asked.last().unwrap().body["content"], RUDE);
    assert_eq!(asked.last().unwrap().body["openid"], "o-3");
}

#[tokio::test]
async fn good_words_are_shown_once_they_were_looked_at() {
    let (wechat, app) = open().await;
    let filer = app.resident(FILER).await;
    let number = filer.files(&transfer()).await;
    let party = by_wechat(&app, &wechat, "o-3", PARTY).await;
    party
        .acts(&number, json!({ "verb": "decline", "reason": "不是我的房子" }))
        .await;
    let shown = until(&filer, &number, |case| refusal(case).0.is_none()).await;
    assert_eq!(refusal(&shown).1, "不是我的房子");
}

#[tokio::test]
async fn what_wechat_never_says_anything_of_is_shown_in_the_end() {
    let (wechat, app) = open().await;
    let filer = app.resident(FILER).await;
    let number = filer.files(&transfer()).await;
    let party = by_wechat(&app, &wechat, "o-3", PARTY).await;
    wechat.is(Mood::Nonsense);
    party.acts(&number, json!({ "verb": "decline", "reason": RUDE })).await;
    let start = Instant::now();
    while refusal(&filer.looks_at(&number).await).0.is_some() {
        assert!(start.elapsed() < Duration::from_secs(30));
        app.clock.advance(TimeDelta::minutes(5));
        app.inside().vetter.wake();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(!wechat.asked(WORDS).is_empty());
}

#[tokio::test]
async fn photos_are_looked_at_by_an_address_that_nobody_guesses() {
    let (wechat, app) = open().await;
    let filer = by_wechat(&app, &wechat, "o-1", FILER).await;
    let mut filing = leak();
    filing["answers"]["phone"] = json!(FILER);
    let number = filer.files(&filing).await;
    let photo = filer.uploads(&shuiting_tests::pictures::jpeg(40, 30)).await;
    filer
        .acts(&number, json!({ "verb": "add", "words": "", "photos": [photo] }))
        .await;
    let start = Instant::now();
    while wechat.asked(PHOTOS).is_empty() {
        assert!(start.elapsed() < Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let asked = wechat.asked(PHOTOS).pop().unwrap().body;
    let address = asked["media_url"].as_str().unwrap();
    let path = address.strip_prefix("https://water.example.org").unwrap();
    let picture = app.ask(Method::GET, path).await.is(200);
    assert_eq!(picture.header("content-type"), "image/jpeg");
    let mut forged = path.to_owned();
    forged.pop();
    app.ask(Method::GET, &forged).await.fails(404, "not_found");
    app.clock.advance(TimeDelta::minutes(59));
    app.ask(Method::GET, path).await.is(200);

    // The verdict comes by push.
    let clerk = app.clerk("li").await;
    assert!(clerk.looks_at(&number).await.doubtful.is_empty());
    let event = json!({
        "ToUserName": "gh_1", "FromUserName": "o-1", "CreateTime": 1_626_959_646, "MsgType": "event",
        "Event": "wxa_media_check", "appid": MINI, "trace_id": wechat.last_trace(), "version": 2, "errcode": 0,
        "errmsg": "ok", "result": { "suggest": "risky", "label": 20_001 },
    });
    Push::new(&app, MINI, &event.to_string()).send(&app).await.is(200);
    let case = until(&clerk, &number, |case| !case.doubtful.is_empty()).await;
    assert_eq!(case.doubtful, std::slice::from_ref(&photo));
    assert!(
        filer.looks_at(&number).await.doubtful.is_empty(),
        "that is for the desk"
    );
    app.clock.advance(TimeDelta::minutes(2));
    app.ask(Method::GET, path).await.fails(404, "not_found");
}

#[tokio::test]
async fn without_the_setting_nobody_is_asked() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    let filer = by_wechat(&app, &wechat, "o-1", FILER).await;
    let number = filer.files(&leak()).await;
    filer
        .acts(&number, json!({ "verb": "add", "words": RUDE, "photos": [] }))
        .await;
    let case = app.clerk("li").await.looks_at(&number).await;
    assert!(case.timeline.iter().all(|entry| entry.vetted.is_none()));
    assert!(wechat.asked(WORDS).is_empty());
}

#[tokio::test]
async fn whom_wechat_has_not_just_seen_it_does_not_judge() {
    let (wechat, app) = open().await;
    let filer = by_wechat(&app, &wechat, "o-1", FILER).await;
    app.clock.advance(TimeDelta::hours(3));
    let number = filer.files(&leak()).await;
    filer
        .acts(&number, json!({ "verb": "add", "words": RUDE, "photos": [] }))
        .await;
    let case = app.clerk("li").await.looks_at(&number).await;
    assert!(case.timeline.iter().all(|entry| entry.vetted.is_none()));
}
