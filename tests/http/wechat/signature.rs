//! Pages of the hall that use WeChat's own means.

use shuiting_server::wechat::page_signature;
use shuiting_shared::api::WeChatPage;
use shuiting_tests::TestApp;
use shuiting_tests::wechat::{ACCOUNT, FakeWechat, Mood};

const HALL: &str = "https://water.example.org";

async fn open() -> (FakeWechat, TestApp) {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| {
        wechat.serves(means);
        means.url = Some(HALL.to_owned());
    })
    .await;
    (wechat, app)
}

async fn asks(app: &TestApp, url: &str) -> shuiting_tests::Answer {
    let query = serde_urlencoded::to_string([("url", url)]).unwrap();
    app.passer_by().get(&format!("/wechat/page?{query}")).await
}

#[tokio::test]
async fn the_halls_own_pages_are_signed_and_no_others() {
    let (_wechat, app) = open().await;
    let url = format!("{HALL}/file/LEAK/where?draft=k3");
    let page: WeChatPage = asks(&app, &format!("{url}#top")).await.is(200).read();
    let signed = page.signed.unwrap();
    assert_eq!(signed.appid, ACCOUNT);
    assert!(signed.nonce.len() >= 8, "{signed:?}");
    let ticket = app.inside().wechat.as_ref().unwrap().page_ticket().await.unwrap();
    let wanted = page_signature(&ticket, &signed.nonce, signed.timestamp, &url);
    assert_eq!(signed.signature, wanted, "the mark is not signed");
    let again: WeChatPage = asks(&app, &url).await.is(200).read();
    assert_ne!(again.signed.unwrap().nonce, signed.nonce);

    for foreign in [
        "https://evil.example/",
        "https://water.example.org.evil.example/",
        "/me",
        "",
    ] {
        let answer = asks(&app, foreign).await.is(422);
        assert_eq!(answer.problem(), "invalid");
        assert_eq!(answer.json()["errors"][0]["field"], "url");
    }
}

#[tokio::test]
async fn a_page_does_without_where_wechat_is_down_or_not_there() {
    let (wechat, app) = open().await;
    wechat.is(Mood::Down);
    let page: WeChatPage = asks(&app, HALL).await.is(200).read();
    assert_eq!(page.signed, None);
    assert!(!page.script.is_empty());

    let without = TestApp::with(|means| means.url = Some(HALL.to_owned())).await;
    assert_eq!(asks(&without, HALL).await.is(409).problem(), "no_wechat");
}

#[tokio::test]
async fn scripts_of_wechat_run_only_where_the_house_has_it() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| {
        let mut settings = wechat.settings();
        settings.script = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js".to_owned();
        means.providers.wechat = Some(settings);
    })
    .await;
    let policy = |app: &TestApp| {
        let asked = app.ask(reqwest::Method::GET, "/healthz");
        async move { asked.await.header("content-security-policy").to_owned() }
    };
    let with = policy(&app).await;
    assert!(
        with.contains("script-src 'self' 'wasm-unsafe-eval' https://res.wx.qq.com;"),
        "{with}"
    );
    assert!(with.contains("frame-ancestors 'none'"), "{with}");
    let without = policy(&TestApp::new().await).await;
    assert!(without.contains("script-src 'self' 'wasm-unsafe-eval';"), "{without}");
}
