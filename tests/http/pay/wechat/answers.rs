//! What WeChat Pay answers is believed only where it has signed it.

use chrono::TimeDelta;
use shuiting_shared::pay::OrderState;
use shuiting_tests::wechat_pay::{FakeWechatPay, Mood};

use super::{Hall, eventually};

#[tokio::test]
async fn what_it_has_not_just_signed_is_not_believed() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    hall.pay.is_paid(&id);
    for mood in [Mood::Unsigned, Mood::Forged, Mood::Old] {
        hall.pay.is(mood);
        assert_eq!(hall.looks(&id).await.state, OrderState::Open, "{mood:?}");
    }
    hall.pay.is(Mood::Well);
    assert_eq!(hall.looks(&id).await.state, OrderState::Paid);
}

#[tokio::test]
async fn nor_is_it_where_certificates_sign() {
    let hall = Hall::of(FakeWechatPay::with_certificate()).await;
    let id = hall.takes_one_on().await;
    hall.pay.is_paid(&id);
    for mood in [Mood::Unsigned, Mood::Forged, Mood::Old] {
        hall.pay.is(mood);
        assert_eq!(hall.looks(&id).await.state, OrderState::Open, "{mood:?}");
    }
    hall.pay.is(Mood::Well);
    assert_eq!(hall.looks(&id).await.state, OrderState::Paid);
    assert_eq!(hall.pay.asked("/v3/certificates").len(), 1);
}

#[tokio::test]
async fn an_order_that_nobody_pays_is_closed() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    hall.app.clock.advance(TimeDelta::minutes(31));
    assert_eq!(hall.looks(&id).await.state, OrderState::Closed);
    assert_eq!(hall.pay.stands(&id), "CLOSED");
}

#[tokio::test]
async fn one_to_which_nobody_went_is_dropped() {
    let hall = Hall::new().await;
    let id = hall.orders_one().await;
    assert_eq!(hall.looks(&id).await.state, OrderState::Open);
    hall.app.clock.advance(TimeDelta::minutes(31));
    assert_eq!(hall.looks(&id).await.state, OrderState::Closed);
}

#[tokio::test]
async fn one_that_is_paid_while_it_is_closed_is_paid() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    hall.pay.is_hasty();
    hall.app.clock.advance(TimeDelta::minutes(31));
    assert_eq!(hall.looks(&id).await.state, OrderState::Open, "it could not be closed");
    assert_eq!(hall.pay.stands(&id), "SUCCESS");
    let paid = || async { (hall.looks(&id).await.state == OrderState::Paid).then_some(()) };
    eventually(paid).await;
}
