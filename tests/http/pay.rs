//! Paying: bills and fees, once, whatever the gateway tells and when.

mod books;
mod callbacks;
mod demo;
mod fees;
mod late;
mod orders;
mod receipt;
mod wechat;

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{BillView, OrderView, Ordered};
use shuiting_shared::pay::OrderState;
use shuiting_tests::{ACCOUNTS, Answer, BILLS, Cashier, Person, SIGNED, TestApp, account_line, bill_line, file_of};

/// The account of 张三丰, who has the phone 13800001234: 54.00 of September, 30 days late, and 54.00 of October.
const NUMBER: &str = "0769123456";
const OWNER: &str = "13800001234";
/// Both bills, and 30 days of late fee on one.
const BOTH: i64 = 5400 + 81 + 5400;
/// The one of October.
const ONE: i64 = 5400;

/// Longest that a test waits for something that the server does by itself.
const PATIENCE: Duration = Duration::from_secs(20);

/// A hall where bills wait, and whoever takes the money.
struct Counter {
    app: TestApp,
    cashier: Arc<Cashier>,
    resident: Person,
}

impl Counter {
    async fn new() -> Self {
        let cashier = Arc::new(Cashier::default());
        let gateway = cashier.clone();
        let app = TestApp::with(|means| means.gateway = Some(gateway)).await;
        cashier.goes_by(app.clock.clone());
        let resident = bills_wait(&app).await;
        Self { app, cashier, resident }
    }

    /// Orders the bill of October.
    async fn orders_one(&self) -> String {
        ordered(&self.resident, &bills(&["2026-10"], ONE)).await
    }

    /// The gateway tells of an order.
    async fn tells(&self, order: &str) -> Answer {
        let (name, right) = SIGNED;
        let callback = self.app.passer_by().post("/pay/callbacks/till").header(name, right);
        callback.bytes(order.as_bytes()).await
    }

    /// An order as whoever pays sees it.
    async fn order(&self, id: &str) -> OrderView {
        self.resident.get(&format!("/pay/orders/{id}")).await.is(200).read()
    }

    async fn bill(&self, period: &str) -> BillView {
        let path = format!("/me/water-accounts/{NUMBER}/bills/{period}");
        self.resident.get(&path).await.is(200).read()
    }

    /// Waits until the server has, by itself, made an order such.
    async fn until(&self, id: &str, such: impl Fn(&OrderView) -> bool) -> OrderView {
        self.app.inside().till.wake();
        eventually(|| async {
            let order = self.order(id).await;
            such(&order).then_some(order)
        })
        .await
    }
}

/// Bills wait in a hall; gives whose they are.
async fn bills_wait(app: &TestApp) -> Person {
    app.place
        .takes(Subject::Accounts, &file_of(ACCOUNTS, &[account_line(NUMBER)]));
    let bills = [
        bill_line(NUMBER, "2026-09", "2026-10-01", "2026-10-25", ""),
        bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", ""),
    ];
    app.place.takes(Subject::Bills, &file_of(BILLS, &bills));
    let resident = app.resident(OWNER).await;
    let proof = json!({ "number": NUMBER, "name_end": "丰", "last_four": "1234" });
    resident.post("/me/water-accounts").json(&proof).await.is(201);
    resident
}

/// What comes of asking again and again.
async fn eventually<T, F: Future<Output = Option<T>>>(ask: impl Fn() -> F) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "it does not happen");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn bills(periods: &[&str], amount: i64) -> Value {
    json!({ "what": { "kind": "bills", "account": NUMBER, "periods": periods }, "amount": amount })
}

async fn ordered(person: &Person, new: &Value) -> String {
    let ordered: Ordered = person.post("/pay/orders").json(new).await.is(201).read();
    assert_eq!(ordered.order.state, OrderState::Open);
    ordered.order.id
}
