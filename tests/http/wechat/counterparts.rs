//! What WeChat pushes, held against an implementation of its crypto that is not ours.

use serde_json::json;
use shuiting_server::clock::Clock as _;
use shuiting_tests::wechat::{ACCOUNT, FakeWechat, PUSH_KEY, PUSH_TOKEN, push_key};
use shuiting_tests::{Counterpart, TestApp};

const MESSAGE: &str = "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[p-1]]></FromUserName>\
    <CreateTime>1714112445</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[水压太低]]></Content>\
    <MsgId>1</MsgId></xml>";
const NONCE: &str = "415670741";

fn part(xml: &str, name: &str) -> String {
    let (_, rest) = xml.split_once(&format!("<{name}>")).unwrap();
    let inside = rest.split_once(&format!("</{name}>")).unwrap().0;
    inside
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>")
        .to_owned()
}

#[tokio::test]
async fn what_it_seals_we_open_and_what_we_answer_it_opens() {
    let wechatpy = Counterpart::python("wechat_push.py");
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| wechat.serves(means)).await;
    let at = app.clock.now().timestamp().to_string();
    let agreed = json!({ "token": PUSH_TOKEN, "aes_key": PUSH_KEY, "appid": ACCOUNT, "timestamp": at, "nonce": NONCE });
    let asked = |what: serde_json::Value| {
        let mut asked = agreed.clone();
        asked.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        wechatpy.ask(&asked)
    };
    let sealed = asked(json!({ "do": "seal", "message": MESSAGE }));
    let xml = sealed["xml"].as_str().unwrap();
    let query = format!(
        "msg_signature={}&timestamp={at}&nonce={NONCE}&encrypt_type=aes",
        part(xml, "MsgSignature")
    );
    let answer = app
        .passer_by()
        .post(&format!("/wechat/push?{query}"))
        .bytes(xml.as_bytes())
        .await
        .is(200)
        .text();
    let opened = asked(json!({
        "do": "open", "xml": answer, "signature": part(&answer, "MsgSignature"), "nonce": part(&answer, "Nonce"),
        "timestamp": part(&answer, "TimeStamp"),
    }));
    let reply = opened["message"].as_str().unwrap();
    assert_eq!(part(reply, "ToUserName"), "p-1");
    assert_eq!(part(reply, "MsgType"), "text");
    assert!(part(reply, "Content").contains("请先在水厅登录一次"), "{reply}");

    // It takes our signature of an address too.
    let signature = push_key().signature(&at, NONCE, None);
    assert_eq!(
        asked(json!({ "do": "check", "signature": signature })),
        json!({ "signed": true })
    );
}
