//! The demo city's own gateway, by its pages.

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::{Ordered, OwedView};
use shuiting_tests::{Answer, Person, TestApp};

/// A resident of the demo city who owes something, and the order of all that.
struct Customer {
    app: TestApp,
    resident: Person,
    order: String,
}

impl Customer {
    async fn new() -> Self {
        let app = TestApp::with(|means| means.demo = true).await;
        let resident = app.resident("13800000001").await;
        let (number, owed) = owing(&resident).await;
        let amount: i64 = owed.bills.iter().map(|bill| bill.total().0).sum();
        let periods: Vec<_> = owed.bills.iter().map(|bill| bill.period).collect();
        let new = json!({ "what": { "kind": "bills", "account": number, "periods": periods }, "amount": amount });
        let ordered: Ordered = resident.post("/pay/orders").json(&new).await.is(201).read();
        assert_eq!(ordered.go, format!("/demo/pay/{}", ordered.order.id));
        Self {
            app,
            resident,
            order: ordered.order.id,
        }
    }

    async fn chooses(&self, choice: &str) -> Answer {
        let page = format!("/demo/pay/{}", self.order);
        let form = self.app.ask(Method::POST, &page);
        let form = form.header("content-type", "application/x-www-form-urlencoded");
        form.bytes(format!("choice={choice}")).await
    }

    async fn looks(&self) -> Value {
        let path = format!("/pay/orders/{}/look", self.order);
        self.resident.post(&path).await.is(200).json()
    }
}

/// An account of the demo city on which something is owed.
async fn owing(resident: &Person) -> (String, OwedView) {
    for last in 1..=15 {
        let number = format!("07696000{last:02}");
        let owed: OwedView = resident
            .get(&format!("/water-accounts/{number}/owed"))
            .await
            .is(200)
            .read();
        if !owed.bills.is_empty() {
            return (number, owed);
        }
    }
    unreachable!("nobody owes anything");
}

#[tokio::test]
async fn one_pays_refuses_or_lets_it_hang() {
    let customer = Customer::new().await;
    let page = customer
        .app
        .ask(Method::GET, &format!("/demo/pay/{}", customer.order))
        .await;
    assert!(page.is(200).text().contains("让它挂着"));
    assert_eq!(customer.looks().await["state"], "open");
    customer.chooses("hang").await.is(200);
    assert_eq!(customer.looks().await["state"], "open");
    let list = customer.app.ask(Method::GET, "/demo/pay").await.is(200);
    assert!(list.text().contains(&customer.order), "one comes back to what hangs");
    customer.chooses("pay").await.is(200);
    let order = customer.resident.get(&format!("/pay/orders/{}", customer.order)).await;
    assert_eq!(order.is(200).json()["state"], "paid", "the gateway has told by itself");
    customer.chooses("refuse").await.is(200);
    assert_eq!(customer.looks().await["state"], "paid", "what is paid stays paid");
}

#[tokio::test]
async fn what_was_refused_is_not_paid() {
    let customer = Customer::new().await;
    customer.chooses("refuse").await.is(200);
    assert_eq!(customer.looks().await["state"], "closed");
    let strange = customer.chooses("steal").await;
    assert_eq!(strange.status, 400);
    customer.app.ask(Method::GET, "/demo/pay/nothing").await.is(404);
}

#[tokio::test]
async fn a_forged_notification_is_none() {
    let customer = Customer::new().await;
    let forged = customer.app.passer_by().post("/pay/callbacks/demo");
    let body = json!({ "order": customer.order });
    forged
        .header("demo-signature", "AAAA")
        .json(&body)
        .await
        .fails(401, "bad_callback");
}
