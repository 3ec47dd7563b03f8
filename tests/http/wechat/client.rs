//! How the house asks WeChat: one token for all servers, and nobody waits for WeChat who need not.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::line::Dead;
use shuiting_server::wechat::{Subscribed, Trouble, WeChat};
use shuiting_tests::wechat::{FakeWechat, Mood};
use shuiting_tests::{Place, TestApp, leak};

const PHONE: &str = "13800000001";
const STABLE: &str = "/cgi-bin/stable_token";

fn client(app: &TestApp) -> Arc<dyn WeChat> {
    app.inside().wechat.clone().unwrap()
}

fn message(openid: &str) -> Subscribed {
    Subscribed {
        openid: openid.to_owned(),
        template: "T1".to_owned(),
        page: "pages/hall/hall".to_owned(),
        data: vec![("thing1".to_owned(), "修漏水".to_owned())],
    }
}

#[tokio::test]
async fn all_servers_share_one_token() {
    let wechat = FakeWechat::new();
    let place = Arc::new(Place::new());
    let one = TestApp::try_in(place.clone(), |means| wechat.serves(means))
        .await
        .unwrap();
    let two = TestApp::try_in(place, |means| wechat.serves(means)).await.unwrap();
    let codes: Vec<_> = (0..40).map(|_| wechat.phone("86", PHONE)).collect();
    let asks = codes.iter().enumerate().map(|(at, code)| {
        let client = client(if at % 2 == 0 { &one } else { &two });
        async move { client.phone(code).await.unwrap() }
    });
    let phones = futures_util::future::join_all(asks).await;
    assert!(phones.iter().all(|phone| phone == PHONE));
    assert_eq!(wechat.asked(STABLE).len(), 1, "it was asked for once");

    // A while before it runs out it is renewed, by one of them.
    for app in [&one, &two] {
        app.clock.advance(TimeDelta::minutes(116));
    }
    for app in [&one, &two] {
        client(app).phone(&wechat.phone("86", PHONE)).await.unwrap();
    }
    assert_eq!(wechat.asked(STABLE).len(), 2);
    assert!(!one.keeps("token-wx").await, "tokens are sealed");
}

#[tokio::test]
async fn a_void_token_is_renewed_once_and_the_question_asked_again() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    client(&app).phone(&wechat.phone("86", PHONE)).await.unwrap();
    wechat.voids_tokens();
    let codes: Vec<_> = (0..10).map(|_| wechat.phone("86", PHONE)).collect();
    let client = client(&app);
    let phones = futures_util::future::join_all(codes.iter().map(|code| client.phone(code))).await;
    assert!(phones.iter().all(Result::is_ok), "{phones:?}");
    assert_eq!(wechat.issued(), 2, "whoever found it void first renewed it for all");
    let forced = wechat.asked(STABLE).last().unwrap().body["force_refresh"].clone();
    assert_eq!(forced, json!(true));
}

#[tokio::test]
async fn what_may_be_asked_twice_is_and_what_may_not_is_not() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    let client = client(&app);
    client.phone(&wechat.phone("86", PHONE)).await.unwrap();

    wechat.is(Mood::Busy);
    let told = client.send(&message("o-1")).await.unwrap_err();
    assert!(matches!(told, Trouble::Busy) && told.passes());
    assert_eq!(wechat.asked("/cgi-bin/message/subscribe/send").len(), 1);
    let told = client.code_picture("s=LEAK", "pages/hall/hall").await.unwrap_err();
    assert!(matches!(told, Trouble::Busy), "{told}");

    wechat.is(Mood::Down);
    drop(client.page_ticket().await.unwrap_err());
    assert_eq!(wechat.asked(STABLE).len(), 1 + 3, "what only asks is asked three times");
}

#[tokio::test]
async fn nonsense_is_told_apart_from_a_refusal() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    let client = client(&app);
    let refused = client.send(&message("o-1")).await.unwrap_err();
    assert!(matches!(refused, Trouble::NotWanted) && !refused.passes());
    wechat.agrees("o-1", "T1");
    client.send(&message("o-1")).await.unwrap();
    let sent = wechat
        .asked("/cgi-bin/message/subscribe/send")
        .last()
        .unwrap()
        .body
        .clone();
    assert_eq!(sent["data"], json!({ "thing1": { "value": "修漏水" } }));
    wechat.is(Mood::Nonsense);
    let nonsense = client.send(&message("o-1")).await.unwrap_err();
    assert!(matches!(nonsense, Trouble::Nonsense(_)) && nonsense.passes());
}

#[tokio::test]
async fn while_it_is_down_nobody_waits_for_it_and_filing_goes_on() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| {
        wechat.serves(means);
        means.providers.patience.rest_ms = 60_000;
    })
    .await;
    let client = client(&app);
    client.phone(&wechat.phone("86", PHONE)).await.unwrap();
    wechat.is(Mood::Slow);
    for _ in 0..5 {
        assert!(client.send(&message("o-1")).await.is_err());
    }
    // The circuit is open: the answer is there at once, and WeChat is not asked.
    let (asked, start) = (wechat.asked("/cgi-bin/message/subscribe/send").len(), Instant::now());
    for _ in 0..100 {
        let told = client.send(&message("o-1")).await.unwrap_err();
        assert!(matches!(told, Trouble::Down(Dead::Resting(_))), "{told}");
    }
    assert!(start.elapsed() < Duration::from_millis(300), "less than one time-out");
    assert_eq!(wechat.asked("/cgi-bin/message/subscribe/send").len(), asked);
    app.guest().await.files(&leak()).await;
}

#[tokio::test]
async fn it_is_asked_again_once_it_is_back() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| {
        wechat.serves(means);
        means.providers.patience.rest_ms = 1;
    })
    .await;
    let client = client(&app);
    wechat.agrees("o-1", "T1");
    client.phone(&wechat.phone("86", PHONE)).await.unwrap();
    wechat.is(Mood::Down);
    for _ in 0..6 {
        drop(client.send(&message("o-1")).await);
    }
    wechat.is(Mood::Well);
    let start = Instant::now();
    while client.send(&message("o-1")).await.is_err() {
        assert!(start.elapsed() < Duration::from_secs(10), "it is never asked again");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn whoever_waits_for_a_token_that_cannot_be_had_hears_so_with_the_first() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    let client = client(&app);
    wechat.is(Mood::Busy);
    let told = futures_util::future::join_all((0..20).map(|_| client.phone("code"))).await;
    assert!(told.iter().all(|told| matches!(told, Err(Trouble::Busy))), "{told:?}");
    assert_eq!(
        wechat.asked(STABLE).len(),
        1 + 3,
        "one of them has asked, and again while WeChat was busy"
    );
    wechat.is(Mood::Well);
    client.phone(&wechat.phone("86", PHONE)).await.unwrap();
}
