//! A day held against the gateway's statement, and what the billing system is told.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::pay;
use shuiting_shared::api::PayBooks;
use shuiting_shared::case::Role;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Differs, Entry, Moved, OrderState};
use shuiting_tests::Person;

use super::{Counter, ONE, bills, ordered};

fn payment(id: &str, amount: i64) -> Entry {
    Entry {
        id: id.to_owned(),
        moved: Moved::Payment,
        amount: Fen(amount),
    }
}

async fn books(person: &Person) -> PayBooks {
    person.get("/desk/pay/books").await.is(200).read()
}

#[tokio::test]
async fn a_day_that_agrees_is_closed_once() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    counter.cashier.states(vec![payment(&id, ONE)]);
    let clerk = counter.app.clerk("clerk").await;
    pay::close_days(counter.app.inside()).await.unwrap();
    assert!(books(&clerk).await.days.is_empty(), "the day is not over");
    counter.app.clock.advance(TimeDelta::days(1));
    let clerk = counter.app.clerk("early").await;
    for _ in 0..2 {
        pay::close_days(counter.app.inside()).await.unwrap();
    }
    let books = books(&clerk).await;
    assert_eq!(books.differences, []);
    let days: Vec<_> = books
        .days
        .iter()
        .map(|day| (day.day.to_string(), day.payments, day.paid))
        .collect();
    assert_eq!(days, [("2026-11-24".to_owned(), 1, Fen(ONE))]);
}

#[tokio::test]
async fn what_differs_is_listed_and_seen_to() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    counter
        .cashier
        .states(vec![payment(&id, ONE - 1), payment("unheard-of", 700)]);
    counter.app.clock.advance(TimeDelta::days(1));
    pay::close_days(counter.app.inside()).await.unwrap();
    let clerk = counter.app.clerk("clerk").await;
    let found = books(&clerk).await.differences;
    let told: Vec<_> = found
        .iter()
        .map(|difference| {
            (
                difference.order.as_str(),
                difference.differs,
                difference.ours,
                difference.theirs,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (id.as_str(), Differs::Amount, Some(Fen(ONE)), Some(Fen(ONE - 1))),
            ("unheard-of", Differs::OnlyTheirs, None, Some(Fen(700))),
        ]
    );
    let path = format!("/desk/pay/differences/{}", found[0].id);
    let blank = clerk
        .post(&path)
        .json(&json!({ "words": " " }))
        .await
        .fails(422, "invalid");
    assert_eq!(blank.json()["errors"][0]["field"], "words");
    let seen: PayBooks = clerk
        .post(&path)
        .json(&json!({ "words": "银行少结1分,已补" }))
        .await
        .is(200)
        .read();
    // What nobody has seen to comes first.
    assert_eq!(seen.differences[0].order, "unheard-of");
    let resolved = seen.differences[1].resolved.as_ref().unwrap();
    assert_eq!(
        (resolved.by.as_deref(), resolved.words.as_str()),
        (Some("clerk先生"), "银行少结1分,已补")
    );
    clerk
        .post(&path)
        .json(&json!({ "words": "again" }))
        .await
        .fails(404, "not_found");
}

#[tokio::test]
async fn a_payment_that_was_never_told_is_caught_up_on() {
    let counter = Counter::new().await;
    let id = counter.orders_one().await;
    counter.app.clock.advance(TimeDelta::minutes(31));
    counter.until(&id, |order| order.state == OrderState::Closed).await;
    counter.cashier.is_paid(&id);
    counter.cashier.states(vec![payment(&id, ONE)]);
    counter.app.clock.advance(TimeDelta::days(1));
    pay::close_days(counter.app.inside()).await.unwrap();
    let clerk = counter.app.clerk("clerk").await;
    let books = books(&clerk).await;
    assert_eq!((books.days[0].payments, books.days[0].differences), (1, 1));
    let resolved = books.differences[0].resolved.as_ref().unwrap();
    assert_eq!((&resolved.by, resolved.words.contains("已自动入账")), (&None, true));
    let bill = counter.app.resident(super::OWNER).await;
    let bill = bill
        .get(&format!("/me/water-accounts/{}/bills/2026-10", super::NUMBER))
        .await;
    assert_eq!(bill.is(200).json()["state"], "paid");
}

#[tokio::test]
async fn a_gateway_without_a_statement_is_asked_again() {
    let counter = Counter::new().await;
    counter.orders_one().await;
    counter.app.clock.advance(TimeDelta::days(2));
    counter.cashier.breaks();
    pay::close_days(counter.app.inside()).await.unwrap();
    let clerk = counter.app.clerk("clerk").await;
    assert!(books(&clerk).await.days.is_empty());
    counter.cashier.mends();
    pay::close_days(counter.app.inside()).await.unwrap();
    assert_eq!(books(&clerk).await.days.len(), 2);
}

#[tokio::test]
async fn books_are_for_those_who_keep_them() {
    let counter = Counter::new().await;
    for role in [Role::Crew, Role::Dispatcher, Role::Agent] {
        let other = counter.app.staff(role.code(), role).await;
        other.get("/desk/pay/books").await.fails(403, "forbidden");
    }
    counter.resident.get("/desk/pay/books").await.fails(403, "forbidden");
}

#[tokio::test]
async fn the_billing_system_is_told_what_was_paid() {
    let counter = Counter::new().await;
    let id = ordered(&counter.resident, &bills(&["2026-09", "2026-10"], super::BOTH)).await;
    let transaction = counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    let (sent, file) = counter
        .app
        .write(|conn| {
            let mut file = Vec::new();
            let sent = pay::export(conn, "2026-11-24".parse()?, &mut file)?;
            let none = pay::export(conn, "2026-11-23".parse()?, std::io::sink())?;
            anyhow::ensure!(none == 0);
            Ok((sent, String::from_utf8(file)?))
        })
        .await;
    let line = |period: &str, fee: &str| {
        format!(
            "{},{period},54.00,{fee},2026-11-24 10:00,{id},{transaction}",
            super::NUMBER
        )
    };
    let head = "number,period,amount,late_fee,paid_at,order,transaction".to_owned();
    let lines = [head, line("2026-09", "0.81"), line("2026-10", "0.00")];
    assert_eq!((sent, file.trim_end()), (2, lines.join("\n").as_str()));
}
