//! What gateways tell, however they tell it.

use std::future::IntoFuture as _;

use futures_util::future::join_all;
use shuiting_server::water::import::Subject;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{LineState, OrderState, RefundState};
use shuiting_shared::water::BillState;
use shuiting_tests::{BILLS, bill_line, file_of};

use super::{BOTH, Counter, NUMBER, ONE, OWNER, bills, ordered};

#[tokio::test]
async fn a_paid_order_settles_its_bills() {
    let counter = Counter::new().await;
    let id = ordered(&counter.resident, &bills(&["2026-09", "2026-10"], BOTH)).await;
    let transaction = counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    let order = counter.order(&id).await;
    assert_eq!((order.state, order.transaction), (OrderState::Paid, Some(transaction)));
    assert!(order.lines.iter().all(|line| line.state == LineState::Settled));
    assert_eq!(order.refund, None);
    for period in ["2026-09", "2026-10"] {
        let bill = counter.bill(period).await;
        assert_eq!(
            (bill.state, bill.paid, bill.late_fee),
            (BillState::Paid, Fen(5400), Fen(0))
        );
        assert_eq!(bill.paid_on.unwrap().to_string(), "2026-11-24");
    }
    let told = counter.app.messages_to(OWNER).await;
    assert!(
        told.last().unwrap().contains("收到您缴的水费108.81元(户号尾号3456)"),
        "{told:?}"
    );
}

#[tokio::test]
async fn told_a_hundred_times_it_is_settled_once() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.dawdles();
    counter.cashier.is_paid(&id);
    let looks = (0..10).map(|_| counter.resident.post(&format!("/pay/orders/{id}/look")).into_future());
    let (told, looked) = futures_util::join!(join_all((0..100).map(|_| counter.tells(&id))), join_all(looks));
    assert!(told.into_iter().all(|answer| answer.status == 204));
    assert!(looked.into_iter().all(|answer| answer.status == 200));
    assert_eq!(counter.bill("2026-10").await.paid, Fen(ONE));
    assert_eq!(counter.order(&id).await.refund, None);
    let told = counter.app.messages_to(OWNER).await;
    let of_it = told.iter().filter(|text| text.contains("收到您缴的水费")).count();
    assert_eq!(of_it, 1, "{told:?}");
}

#[tokio::test]
async fn a_stranger_tells_nothing() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    let asked = counter.cashier.asked();
    let unsigned = counter.app.passer_by().post("/pay/callbacks/till");
    unsigned.bytes(id.as_bytes()).await.fails(401, "bad_callback");
    let elsewhere = counter.app.passer_by().post("/pay/callbacks/other");
    elsewhere.bytes(id.as_bytes()).await.fails(404, "not_found");
    assert_eq!(
        (counter.order(&id).await.state, counter.cashier.asked()),
        (OrderState::Open, asked)
    );
}

#[tokio::test]
async fn what_is_told_counts_only_once_the_gateway_says_so_itself() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.tells(&id).await.is(204);
    assert_eq!(counter.order(&id).await.state, OrderState::Open, "nobody has paid");
    counter.tells("an order that there never was").await.is(204);
}

#[tokio::test]
async fn what_was_paid_otherwise_goes_back() {
    let counter = Counter::new().await;
    let id = ordered(&counter.resident, &bills(&["2026-09", "2026-10"], BOTH)).await;
    // Somebody has paid one of them at the counter meanwhile.
    let paid = bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "2026-11-24");
    counter.app.place.takes(Subject::Bills, &file_of(BILLS, &[paid]));
    counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    let order = counter.order(&id).await;
    let states: Vec<_> = order.lines.iter().map(|line| line.state).collect();
    assert_eq!(states, [LineState::Settled, LineState::Returned]);
    let asked = counter.until(&id, |order| {
        order
            .refund
            .as_ref()
            .is_some_and(|refund| refund.state == RefundState::Accepted)
    });
    assert_eq!(asked.await.refund.unwrap().amount, Fen(ONE));
    counter.cashier.gives_back();
    counter.tells(&id).await.is(204);
    let refund = counter.order(&id).await.refund.unwrap();
    assert_eq!((refund.state, refund.done.is_some()), (RefundState::Done, true));
    let refunds = counter.cashier.refunds();
    assert_eq!(
        (refunds.len(), refunds[0].amount, refunds[0].paid),
        (1, Fen(ONE), Fen(BOTH))
    );
    let told = counter.app.messages_to(OWNER).await;
    let said = |words: &str| told.iter().any(|text| text.contains(words));
    assert!(said("收到您缴的水费54.81元") && said("您付的款里有54.00元"), "{told:?}");
}

#[tokio::test]
async fn of_two_who_pay_the_same_bill_one_gets_the_money_back() {
    let counter = Counter::new().await;
    let son = counter.app.resident("13800000002").await;
    let hers = counter.orders_one().await;
    let his = ordered(&son, &bills(&["2026-10"], ONE)).await;
    counter.cashier.is_paid(&hers);
    counter.cashier.is_paid(&his);
    let (first, second) = futures_util::join!(counter.tells(&hers), counter.tells(&his));
    first.is(204);
    second.is(204);
    assert_eq!(counter.bill("2026-10").await.paid, Fen(ONE));
    let back = |order: &serde_json::Value| order["refund"]["amount"].as_i64().unwrap_or_default();
    let hers = counter
        .resident
        .get(&format!("/pay/orders/{hers}"))
        .await
        .is(200)
        .json();
    let his = son.get(&format!("/pay/orders/{his}")).await.is(200).json();
    assert_eq!(back(&hers) + back(&his), ONE, "{hers} {his}");
}

#[tokio::test]
async fn another_amount_settles_what_it_can() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid_with(&id, Fen(ONE - 1));
    counter.tells(&id).await.is(204);
    let order = counter.order(&id).await;
    assert_eq!(
        (order.lines[0].state, order.refund.unwrap().amount),
        (LineState::Returned, Fen(ONE - 1))
    );
    assert_eq!(counter.bill("2026-10").await.paid, Fen(0));
}

#[tokio::test]
async fn an_import_does_not_take_back_what_was_paid_here() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    // The billing system has not heard of it yet.
    let unpaid = bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "");
    let behind = counter.app.place.takes(Subject::Bills, &file_of(BILLS, &[unpaid]));
    assert_eq!((behind.changed, behind.same), (0, 1));
    let bill = counter.bill("2026-10").await;
    assert_eq!(
        (bill.state, bill.paid_on.unwrap().to_string()),
        (BillState::Paid, "2026-11-24".into())
    );
    // Now it has, and books it a day later.
    let heard = bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "2026-11-25");
    counter.app.place.takes(Subject::Bills, &file_of(BILLS, &[heard]));
    assert_eq!(counter.bill("2026-10").await.paid_on.unwrap().to_string(), "2026-11-25");
}
