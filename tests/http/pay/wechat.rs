//! Paying by WeChat Pay: a server that answers as its API does, and whose signatures are not ours.

mod answers;
mod books;
mod callbacks;
mod counterparts;
mod refunds;

use serde_json::{Value, json};
use shuiting_server::application::Means;
use shuiting_server::wechat::pay::Settings;
use shuiting_shared::api::{BillView, OrderView, Ordered};
use shuiting_shared::pay::OrderState;
use shuiting_tests::wechat::{FakeWechat, MINI};
use shuiting_tests::wechat_pay::{FakeWechatPay, Mood};
use shuiting_tests::{Answer, Person, Place, TestApp};

use super::{NUMBER, ONE, OWNER, bills, bills_wait, eventually, ordered};

/// A hall where bills wait, whose owner has signed in by the mini-program, and WeChat Pay.
struct Hall {
    app: TestApp,
    wechat: FakeWechat,
    pay: FakeWechatPay,
    resident: Person,
}

impl Hall {
    async fn new() -> Self {
        Self::of(FakeWechatPay::new()).await
    }

    async fn of(pay: FakeWechatPay) -> Self {
        let wechat = FakeWechat::new();
        let app = TestApp::with(|means| {
            wechat.serves(means);
            pay.serves(means);
        })
        .await;
        let resident = bills_wait(&app).await;
        wechat.signs_in(&app, "o-1", OWNER).await;
        Self {
            app,
            wechat,
            pay,
            resident,
        }
    }

    /// Orders the bill of October.
    async fn orders_one(&self) -> String {
        ordered(&self.resident, &bills(&["2026-10"], ONE)).await
    }

    /// Goes to pay an order in one of the apps.
    async fn goes_to_pay(&self, id: &str, app: &str) -> Answer {
        let path = format!("/pay/orders/{id}/wechat");
        self.resident.post(&path).json(&json!({ "app": app })).await
    }

    /// Orders it, and WeChat Pay takes it on.
    async fn takes_one_on(&self) -> String {
        let id = self.orders_one().await;
        self.goes_to_pay(&id, "mini").await.is(200);
        id
    }

    async fn order(&self, id: &str) -> OrderView {
        self.resident.get(&format!("/pay/orders/{id}")).await.is(200).read()
    }

    /// Asks WeChat Pay at once.
    async fn looks(&self, id: &str) -> OrderView {
        let path = format!("/pay/orders/{id}/look");
        self.resident.post(&path).await.is(200).read()
    }

    async fn bill(&self, period: &str) -> BillView {
        let path = format!("/me/water-accounts/{NUMBER}/bills/{period}");
        self.resident.get(&path).await.is(200).read()
    }
}

#[tokio::test]
async fn an_order_is_taken_on_once_and_signed_each_time() {
    let hall = Hall::new().await;
    let new = bills(&["2026-10"], ONE);
    let order: Ordered = hall.resident.post("/pay/orders").json(&new).await.is(201).read();
    let id = order.order.id;
    assert_eq!(order.go, format!("/wechat/pay/{id}"));
    assert_eq!(hall.pay.count(), 0, "WeChat Pay hears of it once somebody is there");

    let first = hall.goes_to_pay(&id, "mini").await.is(200).json();
    let again = hall.goes_to_pay(&id, "mini").await.is(200).json();
    assert_eq!(first["appId"], MINI);
    assert_eq!(
        (&first["signType"], &first["package"]),
        (&json!("RSA"), &json!(format!("prepay_id=wx{id}")))
    );
    assert_eq!(first["package"], again["package"]);
    assert_ne!(first["nonceStr"], again["nonceStr"]);

    let asked = hall.pay.asked("/v3/pay/transactions/jsapi");
    assert_eq!(asked.len(), 1);
    let body: Value = serde_json::from_str(&asked[0].body).unwrap();
    assert_eq!(body["payer"]["openid"], "o-1");
    assert_eq!(body["amount"]["total"], ONE);
    assert_eq!(body["description"], format!("水费 {NUMBER}"));
    assert_eq!(body["time_expire"], "2026-11-24T10:30:00+08:00");
}

#[tokio::test]
async fn a_paid_order_settles_its_bill() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    assert_eq!(hall.looks(&id).await.state, OrderState::Open);
    let transaction = hall.pay.is_paid(&id);
    hall.pay.tells_of(&id).send(&hall.app).await.is(204);
    let order = hall.order(&id).await;
    assert_eq!((order.state, order.transaction), (OrderState::Paid, Some(transaction)));
    assert_eq!(hall.bill("2026-10").await.paid.0, ONE);
    hall.goes_to_pay(&id, "mini").await.fails(409, "nothing_to_pay");
}

#[tokio::test]
async fn one_pays_as_oneself_and_where_one_began() {
    let hall = Hall::new().await;
    let id = hall.orders_one().await;
    // The account has never been seen in the official account's pages.
    hall.goes_to_pay(&id, "account").await.fails(409, "pay_in_wechat");
    let other = hall.app.resident("13800000002").await;
    let body = json!({ "app": "mini" });
    let path = format!("/pay/orders/{id}/wechat");
    other.post(&path).json(&body).await.fails(404, "not_found");
    hall.goes_to_pay(&id, "mini").await.is(200);
    hall.goes_to_pay(&id, "account").await.fails(409, "pay_begun_elsewhere");

    let his = ordered(&other, &bills(&["2026-10"], ONE)).await;
    let path = format!("/pay/orders/{his}/wechat");
    other.post(&path).json(&body).await.fails(409, "pay_in_wechat");
    let body = json!({ "code": hall.wechat.login("o-2"), "phone_code": hall.wechat.phone("86", "13800000002"), "bearer": true });
    hall.app.passer_by().post("/sessions/wechat").json(&body).await.is(201);
    other.post(&path).json(&json!({ "app": "mini" })).await.is(200);
}

#[tokio::test]
async fn a_house_without_wechat_pay_says_so() {
    let app = TestApp::new().await;
    let resident = app.resident(OWNER).await;
    let path = format!("/pay/orders/{}/wechat", "0".repeat(32));
    let asked = resident.post(&path).json(&json!({ "app": "mini" })).await;
    asked.fails(409, "no_paying");
}

/// How the means of a hall differ.
type Change = fn(&mut Means);

#[tokio::test]
async fn settings_that_cannot_work_are_told_before_anybody_pays() {
    let (wechat, pay) = (FakeWechat::new(), FakeWechatPay::new());
    let wrong: [(Change, &str); 5] = [
        (|means| means.url = None, "SHUITING_URL"),
        (|means| means.providers.wechat = None, "[wechat.mini]"),
        (
            |means| settings(means).private_key = "/nowhere/key.pem".into(),
            "private_key: /nowhere/key.pem",
        ),
        (|means| settings(means).api_v3_key = "too short".into(), "api_v3_key"),
        (
            |means| settings(means).private_key = settings(means).public_key.clone().unwrap().file,
            "private_key",
        ),
    ];
    for (change, told) in wrong {
        let opened = TestApp::try_in(Place::new(), |means| {
            wechat.serves(means);
            pay.serves(means);
            change(means);
        });
        let why = format!("{:#}", opened.await.err().unwrap());
        assert!(why.contains(told) && !why.contains("too short"), "{why}");
    }
}

fn settings(means: &mut Means) -> &mut Settings {
    means.providers.wechat_pay.as_mut().unwrap()
}

#[tokio::test]
async fn another_device_is_shown_the_way_by_a_code() {
    let hall = Hall::new().await;
    let id = hall.orders_one().await;
    let path = format!("/pay/orders/{id}/wechat.svg");
    let code = hall.resident.get(&path).await.is(200);
    assert_eq!(code.header("content-type"), "image/svg+xml");
    assert!(code.text().starts_with("<svg "));
    let other = hall.app.resident("13800000002").await;
    other.get(&path).await.fails(404, "not_found");
}

#[tokio::test]
async fn while_it_is_down_no_money_is_taken() {
    let hall = Hall::new().await;
    let id = hall.orders_one().await;
    for mood in [Mood::Down, Mood::Busy, Mood::Slow] {
        hall.pay.is(mood);
        hall.goes_to_pay(&id, "mini").await.fails(503, "pay_down");
    }
    hall.pay.is(Mood::Well);
    // It is left alone for a moment, then asked again.
    eventually(|| async { (hall.goes_to_pay(&id, "mini").await.status == 200).then_some(()) }).await;
}
