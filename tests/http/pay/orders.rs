//! Asking to pay.

use serde_json::{Value, json};
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{Ordered, OwedView};
use shuiting_shared::money::Fen;
use shuiting_shared::water::BillState;
use shuiting_tests::{BILLS, TestApp, bill_line, file_of};

use super::{BOTH, Counter, NUMBER, ONE, bills, ordered};

#[tokio::test]
async fn what_is_owed_is_told_to_whoever_knows_the_number() {
    let counter = Counter::new().await;
    let stranger = counter.app.resident("13800000002").await;
    let path = format!("/water-accounts/{NUMBER}/owed");
    let owed: OwedView = stranger.get(&path).await.is(200).read();
    assert_eq!((owed.holder.as_str(), owed.payable), ("张**", true));
    let told: Vec<_> = owed
        .bills
        .iter()
        .map(|bill| (bill.period.to_string(), bill.left.0, bill.late_fee.0, bill.state))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-09".to_owned(), 5400, 81, BillState::Overdue),
            ("2026-10".to_owned(), 5400, 0, BillState::Open),
        ]
    );
    counter.app.passer_by().get(&path).await.fails(401, "sign_in");
    counter.app.guest().await.get(&path).await.fails(401, "sign_in");
}

#[tokio::test]
async fn nobody_goes_through_a_street() {
    let counter = Counter::new().await;
    let curious = counter.app.resident("13800000002").await;
    for last in 0..20 {
        let path = format!("/water-accounts/07690000{last:02}/owed");
        curious.get(&path).await.fails(404, "not_found");
    }
    let path = format!("/water-accounts/{NUMBER}/owed");
    let refused = curious.get(&path).await.fails(429, "tried_too_often");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 80_000);
    // One's own are not counted.
    for _ in 0..25 {
        counter.resident.get(&path).await.is(200);
    }
}

#[tokio::test]
async fn an_order_says_where_it_is_paid() {
    let counter = Counter::new().await;
    let mut new = bills(&["2026-09", "2026-10"], BOTH);
    new["then"] = "/services/TRANS".into();
    let answer = counter.resident.post("/pay/orders").json(&new).await.is(201);
    let Ordered { order, go } = answer.read();
    assert_eq!(go, format!("https://till.example/{}", order.id));
    assert_eq!((order.amount, order.lines.len()), (Fen(BOTH), 2));
    assert_eq!((order.lines[0].amount, order.lines[0].late_fee), (Fen(5400), Fen(81)));
    assert_eq!(order.then.as_deref(), Some("/services/TRANS"));
    assert_eq!((order.expires - order.created).num_minutes(), 30);
    let bids = counter.cashier.bids();
    assert_eq!((bids.len(), bids[0].id.len(), bids[0].amount), (1, 32, Fen(BOTH)));
    assert_eq!(bids[0].back, format!("/pay/{}", order.id));
}

#[tokio::test]
async fn a_second_tap_is_the_same_order() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    assert_eq!(counter.orders_one().await, id);
    let both = ordered(&counter.resident, &bills(&["2026-09", "2026-10"], BOTH)).await;
    assert_ne!(both, id, "other bills");
    let mut then = bills(&["2026-10"], ONE);
    then["then"] = "/services/TRANS".into();
    assert_ne!(ordered(&counter.resident, &then).await, id, "another place to go on to");
    let listed = counter.resident.get("/pay/orders").await.is(200).json();
    assert_eq!(listed.as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn what_does_not_hold_any_more_is_not_ordered() {
    let counter = Counter::new().await;
    let tries = |new: Value| counter.resident.post("/pay/orders").json(&new);
    tries(bills(&["2026-10"], ONE - 1)).await.fails(409, "amount_changed");
    tries(bills(&["2026-10", "2026-11"], ONE))
        .await
        .fails(409, "nothing_to_pay");
    let paid = bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "2026-11-20");
    counter.app.place.takes(Subject::Bills, &file_of(BILLS, &[paid]));
    tries(bills(&["2026-10"], ONE)).await.fails(409, "nothing_to_pay");
    assert!(counter.cashier.bids().is_empty());
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_by_its_field() {
    let counter = Counter::new().await;
    let refused = |new: Value, field: &'static str| {
        let ask = counter.resident.post("/pay/orders").json(&new);
        async move {
            let told = ask.await.fails(422, "invalid");
            assert_eq!(told.json()["errors"][0]["field"], field);
        }
    };
    refused(bills(&[], ONE), "what.periods").await;
    let mut strange = bills(&["2026-10"], ONE);
    strange["what"]["account"] = "12".into();
    refused(strange, "what.account").await;
    for elsewhere in ["https://elsewhere.example", "//elsewhere.example"] {
        let mut then = bills(&["2026-10"], ONE);
        then["then"] = elsewhere.into();
        refused(then, "then").await;
    }
    refused(json!({ "what": { "kind": "gold" }, "amount": 1 }), "what.kind").await;
    let bill = bills(&["2026-10"], ONE);
    refused(json!({ "what": bill["what"] }), "amount").await;
}

#[tokio::test]
async fn a_gateway_that_is_down_costs_nothing() {
    let counter = Counter::new().await;
    counter.cashier.breaks();
    let new = bills(&["2026-10"], ONE);
    counter
        .resident
        .post("/pay/orders")
        .json(&new)
        .await
        .fails(503, "pay_down");
    counter.cashier.mends();
    counter.orders_one().await;
    let listed = counter.resident.get("/pay/orders").await.is(200).json();
    assert_eq!(
        listed.as_array().unwrap().len(),
        1,
        "it is the order that was asked for before"
    );
}

#[tokio::test]
async fn without_a_gateway_paying_is_not_open() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let new = bills(&["2026-10"], ONE);
    resident.post("/pay/orders").json(&new).await.fails(409, "no_paying");
    app.passer_by()
        .post("/pay/callbacks/till")
        .await
        .fails(409, "no_paying");
}

#[tokio::test]
async fn an_order_is_nobody_else_s() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    let other = counter.app.resident("13800000002").await;
    other.get(&format!("/pay/orders/{id}")).await.fails(404, "not_found");
    other
        .post(&format!("/pay/orders/{id}/look"))
        .await
        .fails(404, "not_found");
    other
        .get(&format!("/pay/orders/{id}/receipt.pdf"))
        .await
        .fails(404, "not_found");
    counter.resident.get("/pay/orders/%00").await.fails(404, "not_found");
    assert_eq!(other.get("/pay/orders").await.is(200).json(), json!([]));
}
