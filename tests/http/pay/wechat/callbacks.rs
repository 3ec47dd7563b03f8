//! What WeChat Pay tells, however it tells it.

use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::json;
use shuiting_server::clock::Clock as _;
use shuiting_shared::pay::OrderState;
use shuiting_tests::wechat_pay::FakeWechatPay;

use super::{Hall, ONE, OWNER};

#[tokio::test]
async fn told_a_hundred_times_it_is_settled_once() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    hall.pay.is_paid(&id);
    let notice = hall.pay.tells_of(&id);
    let told = join_all((0..100).map(|_| notice.send(&hall.app))).await;
    assert!(told.into_iter().all(|answer| answer.status == 204));
    assert_eq!(hall.bill("2026-10").await.paid.0, ONE);
    let order = hall.order(&id).await;
    assert_eq!((order.state, order.refund), (OrderState::Paid, None));
    let told = hall.app.messages_to(OWNER).await;
    let of_it = told.iter().filter(|text| text.contains("收到您缴的水费")).count();
    assert_eq!(of_it, 1, "{told:?}");
}

#[tokio::test]
async fn what_it_did_not_send_does_nothing() {
    for pay in [FakeWechatPay::new(), FakeWechatPay::with_certificate()] {
        let hall = Hall::of(pay).await;
        let id = hall.takes_one_on().await;
        hall.pay.is_paid(&id);
        let notice = hall.pay.tells_of(&id);
        let before = hall.pay.asked(&format!("/v3/pay/transactions/out-trade-no/{id}")).len();
        let at = (hall.app.clock.now().timestamp() - 301).to_string();
        let probe = format!("WECHATPAY/SIGNTEST/{}", notice.header("Wechatpay-Signature"));
        let mut tampered = notice.clone();
        tampered.body = tampered.body.replace("EV-2018", "EV-2019");
        let mut bare = notice.clone();
        bare.headers.retain(|(name, _)| *name != "Wechatpay-Signature");
        for wrong in [
            notice.with("Wechatpay-Signature", "AAAA"),
            notice.with("Wechatpay-Signature", &probe),
            notice.with("Wechatpay-Nonce", "another"),
            notice.with("Wechatpay-Serial", "7132D72A03E93CDDF8C03BBD1F37EEDF"),
            notice.with("Wechatpay-Timestamp", &at),
            tampered,
            bare,
        ] {
            wrong.send(&hall.app).await.fails(401, "bad_callback");
        }
        let after = hall.pay.asked(&format!("/v3/pay/transactions/out-trade-no/{id}")).len();
        assert_eq!((hall.order(&id).await.state, after), (OrderState::Open, before));
        notice.send(&hall.app).await.is(204);
        assert_eq!(hall.order(&id).await.state, OrderState::Paid);
    }
}

#[tokio::test]
async fn what_was_recorded_is_of_no_use_after_five_minutes() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    let recorded = hall.pay.tells_of(&id);
    hall.app.clock.advance(TimeDelta::seconds(300));
    recorded.send(&hall.app).await.is(204);
    hall.app.clock.advance(TimeDelta::seconds(1));
    recorded.send(&hall.app).await.fails(401, "bad_callback");
}

#[tokio::test]
async fn what_it_tells_is_asked_for() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    // It says that it is paid, and itself knows nothing of it.
    let about = json!({ "mchid": "1900000001", "out_trade_no": id, "trade_state": "SUCCESS" });
    hall.pay
        .tells("TRANSACTION.SUCCESS", &about)
        .send(&hall.app)
        .await
        .is(204);
    assert_eq!(hall.order(&id).await.state, OrderState::Open);
    let about = json!({ "mchid": "1900000009", "out_trade_no": id });
    let elsewhere = hall.pay.tells("TRANSACTION.SUCCESS", &about);
    elsewhere.send(&hall.app).await.fails(401, "bad_callback");
    let unknown = json!({ "mchid": "1900000001", "out_trade_no": "0".repeat(32) });
    hall.pay
        .tells("TRANSACTION.SUCCESS", &unknown)
        .send(&hall.app)
        .await
        .is(204);
}

#[tokio::test]
async fn nobody_makes_us_fetch_certificates_again_and_again() {
    let hall = Hall::of(FakeWechatPay::with_certificate()).await;
    let id = hall.takes_one_on().await;
    let notice = hall.pay.tells_of(&id);
    for serial in 0..20 {
        let stranger = notice.with("Wechatpay-Serial", &format!("{serial:X}ABCDEF"));
        stranger.send(&hall.app).await.fails(401, "bad_callback");
    }
    assert_eq!(hall.pay.asked("/v3/certificates").len(), 1);
    hall.app.clock.advance(TimeDelta::seconds(60));
    let stranger = hall.pay.tells_of(&id).with("Wechatpay-Serial", "ABCDEF");
    stranger.send(&hall.app).await.fails(401, "bad_callback");
    assert_eq!(hall.pay.asked("/v3/certificates").len(), 2);
}
