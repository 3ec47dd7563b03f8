//! Codes on paper that lead to the hall.

use serde_json::json;
use shuiting_tests::TestApp;
use shuiting_tests::wechat::{FakeWechat, Mood};

const PICTURE: &str = "/wxa/getwxacodeunlimit";

#[tokio::test]
async fn a_code_is_drawn_for_staff_and_leads_to_its_page() {
    let app = TestApp::with(|means| means.url = Some("https://water.example.org".to_owned())).await;
    let clerk = app.clerk("li").await;
    let svg = clerk.get("/desk/signposts/service/LEAK/svg").await.is(200);
    assert_eq!(svg.header("content-type"), "image/svg+xml");
    let png = clerk.get("/desk/signposts/service/LEAK/png").await.is(200);
    assert_eq!(png.header("content-type"), "image/png");
    let anew = clerk.get("/desk/signposts/service/TRANS/svg").await.is(200);
    assert_ne!(svg.text(), anew.text(), "each leads somewhere else");
    for nothing in [
        "service/NOPE/svg",
        "service/LEAK/gif",
        "notice/1/svg",
        "case/7F2-0391/svg",
    ] {
        clerk
            .get(&format!("/desk/signposts/{nothing}"))
            .await
            .fails(404, "not_found");
    }
    app.guest()
        .await
        .get("/desk/signposts/service/LEAK/svg")
        .await
        .fails(403, "forbidden");
    clerk
        .get("/desk/signposts/service/LEAK/wechat")
        .await
        .fails(409, "no_wechat");
}

#[tokio::test]
async fn wechat_draws_its_own_code_once() {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| {
        wechat.serves(means);
        means.providers.patience.rest_ms = 0;
    })
    .await;
    let clerk = app.clerk("li").await;
    let ask = || clerk.get("/desk/signposts/service/LEAK/wechat");
    wechat.is(Mood::Down);
    ask().await.fails(503, "wechat_down");
    wechat.is(Mood::Well);
    let drawn = ask().await.is(200);
    assert_eq!(drawn.header("content-type"), "image/png");
    let before = wechat.asked(PICTURE).len();
    assert_eq!(ask().await.is(200).text(), drawn.text());
    assert_eq!(wechat.asked(PICTURE).len(), before, "it is kept");
    let asked = wechat.asked(PICTURE).pop().unwrap().body;
    assert_eq!(
        asked,
        json!({ "scene": "s=LEAK", "page": "pages/hall/hall", "check_path": false })
    );
}
