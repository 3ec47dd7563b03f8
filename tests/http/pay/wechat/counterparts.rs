//! What we sign and believe, held against two implementations of a merchant's side that are not ours.

use serde_json::{Value, json};
use shuiting_tests::Counterpart;
use shuiting_tests::wechat_pay::{FakeWechatPay, KEY, MERCHANT, PUBLIC_KEY, SERIAL};

use super::Hall;

fn with(known: &Value, more: &Value) -> Value {
    let mut all = known.clone();
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

/// A merchant's side in Node, with the keys of a test.
fn node(pay: &FakeWechatPay) -> (Counterpart, Value) {
    let keys = pay.keys();
    let known = json!({
        "mchid": MERCHANT, "serial": SERIAL, "private_key": keys["merchant"], "platform": keys["platform"], "key": KEY,
    });
    (Counterpart::node("wechat_pay.js"), known)
}

#[tokio::test]
async fn both_sign_requests_and_pages_as_we_do() {
    let hall = Hall::new().await;
    let id = hall.orders_one().await;
    let page = hall.goes_to_pay(&id, "mini").await.is(200).json();
    hall.looks(&id).await;
    let (node, known) = node(&hall.pay);
    let query = format!("/v3/pay/transactions/out-trade-no/{id}");
    for asked in [hall.pay.asked("/v3/pay/transactions/jsapi"), hall.pay.asked(&query)].concat() {
        let signed = node.ask(&with(
            &known,
            &json!({
                "do": "request", "method": asked.method, "url": asked.url, "nonce": asked.marks["nonce_str"],
                "timestamp": asked.marks["timestamp"], "body": asked.body,
            }),
        ));
        assert_eq!(signed["signature"], asked.marks["signature"], "{}", asked.url);
        let message = [
            &asked.method,
            &asked.url,
            &asked.marks["timestamp"],
            &asked.marks["nonce_str"],
            &asked.body,
        ];
        assert_eq!(
            hall.pay.sdk_signs(&message.map(String::as_str)),
            asked.marks["signature"]
        );
    }

    let parts = ["appId", "timeStamp", "nonceStr", "package"].map(|name| page[name].as_str().unwrap());
    assert_eq!(hall.pay.sdk_signs(&parts), page["paySign"].as_str().unwrap());
    let message = parts.join("\n") + "\n";
    let signed = node.ask(&with(&known, &json!({ "do": "page", "message": message })));
    assert_eq!(signed["signature"], page["paySign"]);
}

#[tokio::test]
async fn both_believe_what_we_believe() {
    for pay in [FakeWechatPay::new(), FakeWechatPay::with_certificate()] {
        let by_public_key = pay.serial() == PUBLIC_KEY;
        let hall = Hall::of(pay).await;
        let id = hall.takes_one_on().await;
        hall.pay.is_paid(&id);
        let notice = hall.pay.tells_of(&id);
        let told = hall.pay.sdk_hears(&notice, by_public_key);
        assert_eq!(told["resource"]["out_trade_no"], json!(id), "{told}");

        let (node, known) = node(&hall.pay);
        let marks = json!({
            "timestamp": notice.header("Wechatpay-Timestamp"), "nonce": notice.header("Wechatpay-Nonce"),
            "serial": notice.header("Wechatpay-Serial"), "signature": notice.header("Wechatpay-Signature"),
            "body": notice.body,
        });
        let believed = node.ask(&with(&known, &json!({ "do": "verify", "marks": marks })));
        assert_eq!(believed["signed"], true);
        let body: Value = serde_json::from_str(&notice.body).unwrap();
        let opened = node.ask(&with(&known, &json!({ "do": "open", "sealed": body["resource"] })));
        assert_eq!(opened["about"]["out_trade_no"], json!(id));

        let mut tampered = notice.clone();
        tampered.body = tampered.body.replace("EV-2018", "EV-2019");
        assert_eq!(hall.pay.sdk_hears(&tampered, by_public_key), Value::Null);
        tampered.send(&hall.app).await.fails(401, "bad_callback");
        notice.send(&hall.app).await.is(204);
    }
}
