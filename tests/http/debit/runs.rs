//! The months' files.

use chrono::{NaiveDate, TimeDelta};
use shuiting_shared::api::{BillView, OwedView};
use shuiting_shared::case::Role;
use shuiting_shared::debit::ItemState;
use shuiting_shared::money::Fen;
use shuiting_tests::debit as filing;

use super::{NUMBER, Town, paid};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

#[tokio::test]
async fn the_next_bill_is_asked_for_and_what_was_owed_before_is_not() {
    let town = Town::new().await;
    town.in_december().await;
    let file = town.debits("2026-12").await;
    let lines: Vec<_> = file.lines().collect();
    assert_eq!(lines[0], "月份,合同号,户号,账期,金额,扣款日期,银行,卡号,付款人");
    assert_eq!(lines.len(), 2, "{file}");
    assert!(lines[1].starts_with("2026-12,"), "{file}");
    let end = ",0769123456,2026-11,54.00,2026-12-15,工商银行,6200000000000005,张三丰";
    assert!(lines[1].ends_with(end), "{file}");

    // Nobody pays twice: the account and the bill say when the bank pays.
    assert_eq!(town.account(NUMBER).await.debit_on, Some(day(12, 15)));
    let path = format!("/me/water-accounts/{NUMBER}/bills");
    let bills: Vec<BillView> = town.owner.get(&path).await.is(200).read();
    let days: Vec<_> = bills.iter().map(|bill| bill.debit_on).collect();
    let owed: OwedView = town
        .owner
        .get(&format!("/water-accounts/{NUMBER}/owed"))
        .await
        .is(200)
        .read();
    let of_owed: Vec<_> = owed.bills.iter().rev().map(|bill| bill.debit_on).collect();
    assert_eq!(of_owed, days, "whoever wants to pay is told, too");
    assert_eq!(days, [Some(day(12, 15)), None]);

    assert_eq!(town.debits("2026-12").await, file, "the same again");
    assert_eq!(town.listed("").await.items.len(), 1);
    assert_eq!(
        town.debits("2027-01").await.lines().count(),
        1,
        "it has been asked for already"
    );
}

#[tokio::test]
async fn a_month_without_bills_can_be_asked_for_again() {
    let town = Town::new().await;
    town.contracts(&filing()).await;
    town.app.clock.advance(TimeDelta::days(8));
    assert_eq!(town.debits("2026-12").await.lines().count(), 1);
    town.bills("2026-11", "2026-12-01", "");
    assert_eq!(town.debits("2026-12").await.lines().count(), 2);
}

#[tokio::test]
async fn what_is_paid_meanwhile_is_left_out() {
    let town = Town::new().await;
    town.in_december().await;
    let file = town.debits("2026-12").await;
    town.bills("2026-11", "2026-12-01", "2026-12-03");
    assert_eq!(town.debits("2026-12").await.lines().count(), 1);
    let listed = town.listed("?state=left_out").await;
    assert_eq!(listed.items.len(), 1);
    assert_eq!(town.account(NUMBER).await.debit_on, None);
    // The bank may have had the first file: its money is not lost.
    assert_eq!(town.takes(&paid(&file, "2026-12-15")).await.double, 1);
}

#[tokio::test]
async fn whose_contract_has_ended_is_left_out() {
    let town = Town::new().await;
    town.in_december().await;
    town.debits("2026-12").await;
    let path = format!("/me/water-accounts/{NUMBER}/debit");
    town.owner.ask(reqwest::Method::DELETE, &path).await.is(204);
    assert_eq!(town.debits("2026-12").await.lines().count(), 1);
}

#[tokio::test]
async fn the_day_is_named_once_and_is_not_over() {
    let town = Town::new().await;
    town.in_december().await;
    let why = |tried: anyhow::Result<String>| tried.unwrap_err().to_string();
    let over = why(town.tries_debits("2026-12", Some(day(12, 1))).await);
    assert_eq!(
        over,
        "--due: 2026-12-01 is over; name the day on which the bank is to pay"
    );
    let named = town.tries_debits("2026-12", Some(day(12, 20))).await.unwrap();
    assert!(named.contains(",2026-12-20,"), "{named}");
    let other = why(town.tries_debits("2026-12", Some(day(12, 21))).await);
    assert_eq!(
        other,
        "--due: the file of 2026-12 was written before, with 2026-12-20 as the day"
    );
}

#[tokio::test]
async fn the_desk_sees_files_and_debits() {
    let town = Town::new().await;
    town.in_december().await;
    town.debits("2026-12").await;
    let listed = town.listed("?month=2026-12&state=sent").await;
    let [run] = &listed.runs[..] else { panic!("{listed:?}") };
    assert_eq!((run.month.to_string().as_str(), run.due), ("2026-12", day(12, 15)));
    let counts: Vec<_> = run
        .counts
        .iter()
        .map(|one| (one.state, one.count, one.amount))
        .collect();
    assert_eq!(counts, [(ItemState::Sent, 1, Fen(5400))]);
    let [item] = &listed.items[..] else {
        panic!("{listed:?}")
    };
    assert_eq!((item.account.as_str(), item.last_four.as_str()), (NUMBER, "0005"));
    assert!(town.listed("?state=failed").await.items.is_empty());
    assert!(town.listed("?month=2026-11").await.items.is_empty());
    town.clerk.get("/desk/debits?state=lost").await.fails(422, "invalid");
    town.clerk.get("/desk/debits?month=2026-13").await.fails(422, "invalid");
    town.owner.get("/desk/debits").await.fails(403, "forbidden");
    let crew = town.app.staff("crew", Role::Crew).await;
    crew.get("/desk/debits").await.fails(403, "forbidden");
    town.app.passer_by().get("/desk/debits").await.fails(401, "sign_in");
}
