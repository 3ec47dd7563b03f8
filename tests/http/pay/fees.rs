//! The fee for a case.

use serde_json::{Value, json};
use shuiting_shared::api::{ByKind, CaseView};
use shuiting_shared::case::{Event, Role, Status};
use shuiting_shared::form::{Answers, sample};
use shuiting_shared::house::House;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{LineState, OrderState};
use shuiting_shared::service::Service;
use shuiting_shared::time::today;
use shuiting_tests::{START, pictures};

use super::{Counter, OWNER, ordered};

const PRICE: i64 = 120_000;

/// A meter that is to be moved, for which a price was named.
async fn quoted(counter: &Counter) -> String {
    let form = Service::Move.form().unwrap();
    let day = today(START.parse().unwrap());
    let mut answers = sample::filled(form, &Answers::default(), &House::dongguan(), day);
    answers.0.insert("phone".into(), OWNER.into());
    let filing = json!({ "service": Service::Move, "answers": answers });
    let number = counter.resident.files(&filing).await;
    let clerk = counter.app.clerk("clerk").await;
    let crew = counter.app.staff("crew", Role::Crew).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    for material in clerk.looks_at(&number).await.materials {
        let accepted = json!({ "verb": "check", "material": material.key, "verdict": "accepted" });
        clerk.acts(&number, accepted).await;
    }
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "works" }))
        .await;
    let photo = crew.uploads(&pictures::jpeg(40, 30)).await;
    let surveyed = json!({ "verb": "advance", "words": "可以移", "photos": [photo] });
    crew.acts(&number, surveyed).await;
    clerk
        .acts(
            &number,
            json!({ "verb": "quote", "amount": PRICE, "words": "含材料和人工" }),
        )
        .await;
    number
}

fn fee(number: &str) -> Value {
    json!({ "what": { "kind": "case", "number": number }, "amount": PRICE, "then": format!("/cases/{number}") })
}

#[tokio::test]
async fn what_was_quoted_is_paid_and_the_work_begins() {
    let counter = Counter::new().await;
    let number = quoted(&counter).await;
    let id = ordered(&counter.resident, &fee(&number)).await;
    let transaction = counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    let order = counter.order(&id).await;
    assert_eq!(
        (order.state, order.lines[0].state),
        (OrderState::Paid, LineState::Settled)
    );
    assert_eq!(order.lines[0].case.unwrap().to_string(), number);
    let case: CaseView = counter.resident.looks_at(&number).await;
    assert_eq!(
        (case.line.status, case.line.work.stage.as_deref()),
        (Status::Dispatched, Some("work"))
    );
    let paid = &case.timeline[0];
    assert_eq!(paid.by.kind, ByKind::House);
    let Event::Paid { amount, receipt, .. } = &paid.event else {
        panic!("{paid:?}")
    };
    assert_eq!((*amount, receipt), (Fen(PRICE), &transaction));
    let told = counter.app.messages_to(OWNER).await;
    assert!(told.last().unwrap().contains(&number), "{told:?}");
    counter
        .resident
        .post("/pay/orders")
        .json(&fee(&number))
        .await
        .fails(409, "nothing_to_pay");
}

#[tokio::test]
async fn who_withdraws_after_having_paid_gets_it_back() {
    let counter = Counter::new().await;
    let number = quoted(&counter).await;
    let id = ordered(&counter.resident, &fee(&number)).await;
    counter.cashier.is_paid(&id);
    // The gateway has not told yet.
    counter
        .resident
        .acts(&number, json!({ "verb": "withdraw", "reason": "不做了" }))
        .await;
    counter.tells(&id).await.is(204);
    let order = counter.order(&id).await;
    assert_eq!(
        (order.lines[0].state, order.refund.unwrap().amount),
        (LineState::Returned, Fen(PRICE))
    );
    assert_eq!(counter.resident.looks_at(&number).await.line.status, Status::Withdrawn);
}

#[tokio::test]
async fn only_who_filed_pays_and_only_what_was_named() {
    let counter = Counter::new().await;
    let number = quoted(&counter).await;
    let stranger = counter.app.resident("13800000002").await;
    stranger
        .post("/pay/orders")
        .json(&fee(&number))
        .await
        .fails(404, "not_found");
    let mut less = fee(&number);
    less["amount"] = (PRICE - 1).into();
    counter
        .resident
        .post("/pay/orders")
        .json(&less)
        .await
        .fails(409, "amount_changed");
    let other = counter.resident.files(&shuiting_tests::leak()).await;
    counter
        .resident
        .post("/pay/orders")
        .json(&fee(&other))
        .await
        .fails(409, "nothing_to_pay");
}
