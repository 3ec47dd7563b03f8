//! Gateways that are late, silent or down.

use chrono::TimeDelta;
use shuiting_server::db::Conn;
use shuiting_server::pay;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{OrderState, RefundState, Trade};
use shuiting_tests::TestApp;

use super::{Counter, ONE, eventually};

#[tokio::test]
async fn a_lost_callback_is_found_by_looking() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    counter.app.clock.advance(TimeDelta::seconds(16));
    counter.until(&id, |order| order.state == OrderState::Paid).await;
    assert_eq!(counter.bill("2026-10").await.paid, Fen(ONE));
}

#[tokio::test]
async fn one_looks_at_once_rather_than_when_the_turn_comes() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    let looked = counter.resident.post(&format!("/pay/orders/{id}/look")).await.is(200);
    assert_eq!(looked.json()["state"], "paid");
}

#[tokio::test]
async fn an_order_that_nobody_pays_is_closed_and_money_that_comes_later_counts() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.app.clock.advance(TimeDelta::minutes(31));
    counter.until(&id, |order| order.state == OrderState::Closed).await;
    assert_eq!(
        counter.cashier.stands(&id),
        Trade::Closed,
        "the gateway takes no money for it any more"
    );
    // It took some all the same.
    counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    assert_eq!(counter.order(&id).await.state, OrderState::Paid);
    assert_eq!(counter.bill("2026-10").await.paid, Fen(ONE));
}

#[tokio::test]
async fn one_that_hangs_is_waited_for() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.hangs(&id);
    counter.app.clock.advance(TimeDelta::minutes(31));
    let before = counter.cashier.asked();
    counter.app.inside().till.wake();
    eventually(|| async { (counter.cashier.asked() > before).then_some(()) }).await;
    assert_eq!(counter.order(&id).await.state, OrderState::Open);
    counter.cashier.is_paid(&id);
    counter.app.clock.advance(TimeDelta::minutes(11));
    counter.until(&id, |order| order.state == OrderState::Paid).await;
}

#[tokio::test]
async fn a_gateway_that_comes_back_is_asked_again() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    counter.cashier.breaks();
    counter.tells(&id).await.is(204);
    assert_eq!(
        counter.order(&id).await.state,
        OrderState::Open,
        "nothing is believed that nobody says"
    );
    counter.cashier.mends();
    counter.app.clock.advance(TimeDelta::minutes(1));
    counter.until(&id, |order| order.state == OrderState::Paid).await;
}

#[tokio::test]
async fn a_refund_is_asked_for_until_it_is_taken_and_then_once() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid_with(&id, Fen(1));
    counter.tells(&id).await.is(204);
    let accepted = |order: &shuiting_shared::api::OrderView| {
        order
            .refund
            .as_ref()
            .is_some_and(|refund| refund.state == RefundState::Accepted)
    };
    counter.until(&id, accepted).await;
    counter.cashier.breaks();
    counter.app.clock.advance(TimeDelta::minutes(1));
    counter.resident.post(&format!("/pay/orders/{id}/look")).await.is(200);
    assert!(accepted(&counter.order(&id).await));
    counter.cashier.mends();
    counter.cashier.gives_back();
    counter.app.clock.advance(TimeDelta::minutes(11));
    let done = counter.until(&id, |order| {
        order
            .refund
            .as_ref()
            .is_some_and(|refund| refund.state == RefundState::Done)
    });
    assert_eq!(done.await.refund.unwrap().amount, Fen(1));
    assert_eq!(counter.cashier.refunds().len(), 1);
}

#[tokio::test]
async fn a_server_that_was_down_goes_on_where_it_was() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    let (cashier, place) = (counter.cashier.clone(), counter.app.stops());
    let gateway = cashier.clone();
    let app = TestApp::try_in(place, |means| means.gateway = Some(gateway))
        .await
        .unwrap();
    cashier.goes_by(app.clock.clone());
    app.clock.advance(TimeDelta::minutes(40));
    app.inside().till.wake();
    let settled = |conn: &mut Conn| pay::export(conn, "2026-11-24".parse()?, std::io::sink());
    eventually(|| async { (app.write(settled).await == 1).then_some(()) }).await;
}
