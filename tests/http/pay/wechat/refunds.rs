//! What was paid otherwise goes back by WeChat Pay.

use shuiting_server::water::import::Subject;
use shuiting_shared::pay::{OrderState, RefundState};
use shuiting_tests::{BILLS, bill_line, file_of};

use super::{Hall, NUMBER, ONE};

/// Somebody pays at the counter what is paid by WeChat too; gives the order.
async fn paid_twice(hall: &Hall) -> String {
    let id = hall.takes_one_on().await;
    let paid = bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "2026-11-24");
    hall.app.place.takes(Subject::Bills, &file_of(BILLS, &[paid]));
    hall.pay.is_paid(&id);
    hall.pay.tells_of(&id).send(&hall.app).await.is(204);
    id
}

async fn stands(hall: &Hall, id: &str) -> RefundState {
    hall.order(id).await.refund.unwrap().state
}

#[tokio::test]
async fn a_refund_that_is_accepted_is_not_yet_back() {
    let hall = Hall::new().await;
    let id = paid_twice(&hall).await;
    hall.looks(&id).await;
    assert_eq!(stands(&hall, &id).await, RefundState::Accepted);
    for notice in hall.pay.tells_of_refunds() {
        notice.send(&hall.app).await.is(204);
    }
    assert_eq!(stands(&hall, &id).await, RefundState::Accepted, "it is still under way");

    hall.pay.ends_refunds("SUCCESS");
    for notice in hall.pay.tells_of_refunds() {
        for _ in 0..3 {
            notice.send(&hall.app).await.is(204);
        }
    }
    let order = hall.order(&id).await;
    let refund = order.refund.unwrap();
    assert_eq!(
        (order.state, refund.state, refund.amount.0),
        (OrderState::Paid, RefundState::Done, ONE)
    );
    assert!(refund.done.is_some());
    let asked = hall.pay.refunds();
    assert_eq!((asked.len(), &asked[0]["amount"]["refund"]), (1, &ONE.into()));
}

#[tokio::test]
async fn one_that_fails_needs_somebody() {
    let hall = Hall::new().await;
    let id = paid_twice(&hall).await;
    hall.looks(&id).await;
    hall.pay.ends_refunds("ABNORMAL");
    hall.looks(&id).await;
    assert_eq!(stands(&hall, &id).await, RefundState::Failed);
}
