//! What the bank answers to a month's debits.

use chrono::TimeDelta;
use shuiting_server::debit::Answered;
use shuiting_shared::api::BillView;
use shuiting_shared::debit::{BankReason, ItemState};
use shuiting_shared::money::Fen;
use shuiting_shared::water::BillState;

use super::{NUMBER, OWNER, Town, failed, paid, refused};

async fn november(town: &Town) -> BillView {
    let path = format!("/me/water-accounts/{NUMBER}/bills/2026-11");
    town.owner.get(&path).await.is(200).read()
}

#[tokio::test]
async fn a_bill_is_paid_once_however_often_the_bank_says_so() {
    let town = Town::new().await;
    town.in_december().await;
    let file = town.debits("2026-12").await;
    let answer = paid(&file, "2026-12-15");
    assert_eq!(
        town.takes(&answer).await,
        Answered {
            paid: 1,
            ..Answered::default()
        }
    );
    let bill = november(&town).await;
    assert_eq!(
        (bill.state, bill.paid, bill.debit_on),
        (BillState::Paid, Fen(5400), None)
    );
    assert_eq!(bill.paid_on.map(|day| day.to_string()).as_deref(), Some("2026-12-15"));
    assert_eq!(
        town.takes(&answer).await,
        Answered {
            same: 1,
            ..Answered::default()
        }
    );
    assert_eq!(november(&town).await.paid, Fen(5400));
    let other = "line 2, result: the bank has answered otherwise before; ask it which of the two holds";
    assert_eq!(refused(town.answers_debits(&failed(&file, "余额不足")).await), [other]);
    assert_eq!(refused(town.answers_debits(&paid(&file, "2026-12-16")).await), [other]);
    assert_eq!(
        town.debits("2026-12").await.lines().count(),
        1,
        "nothing is asked for any more"
    );
}

#[tokio::test]
async fn what_was_paid_twice_is_listed_for_the_desk() {
    let town = Town::new().await;
    town.in_december().await;
    let file = town.debits("2026-12").await;
    town.bills("2026-11", "2026-12-01", "2026-12-03");
    let answer = paid(&file, "2026-12-15");
    assert_eq!(town.takes(&answer).await.double, 1);
    let bill = november(&town).await;
    assert_eq!(bill.paid_on.map(|day| day.to_string()).as_deref(), Some("2026-12-03"));
    let listed = town.listed("?state=double").await;
    assert_eq!((listed.items.len(), listed.items[0].amount), (1, Fen(5400)));
    assert_eq!(town.takes(&answer).await.same, 1);
}

#[tokio::test]
async fn what_failed_is_owed_told_once_and_asked_for_next_month() {
    let town = Town::new().await;
    town.in_december().await;
    let answer = failed(&town.debits("2026-12").await, "余额不足");
    assert_eq!(town.takes(&answer).await.failed, 1);
    assert_eq!(town.takes(&answer).await.same, 1);
    let bill = november(&town).await;
    assert_eq!(
        (bill.state, bill.paid, bill.debit_on),
        (BillState::Open, Fen::ZERO, None)
    );
    let heard = town.app.messages_to(OWNER).await;
    let told: Vec<_> = heard.iter().filter(|text| text.contains("扣款不成")).collect();
    assert_eq!(told.len(), 1, "{heard:?}");
    assert!(told[0].contains("户号尾号3456的水费¥54.00,工商银行(尾号0005)扣款不成:余额不足。请往卡里存够钱"));
    let listed = town.listed("?state=failed").await;
    assert_eq!(listed.items[0].reason, Some(BankReason::Funds));
    town.app.clock.advance(TimeDelta::days(31));
    let january = town.debits("2027-01").await;
    assert!(january.contains(",0769123456,2026-11,54.00,2027-01-15,"), "{january}");
}

#[tokio::test]
async fn three_months_in_a_row_end_the_contract() {
    let town = Town::new().await;
    town.in_december().await;
    for (month, ended) in [("2026-12", 0), ("2027-01", 0), ("2027-02", 1)] {
        let answer = failed(&town.debits(month).await, "frozen");
        assert_eq!(town.takes(&answer).await.ended, ended, "{month}");
        // Who does nothing for a month is signed out.
        town.listed("").await;
        town.app.clock.advance(TimeDelta::days(29));
    }
    let heard = town.app.messages_to(OWNER).await;
    assert!(heard.last().unwrap().contains("代扣已停止"), "{heard:?}");
    assert_eq!(town.debits("2027-03").await.lines().count(), 1);
    let listed = town.listed("").await;
    assert!(listed.items.iter().all(|item| item.state == ItemState::Failed));
}

#[tokio::test]
async fn every_bad_line_is_listed_and_nothing_is_taken() {
    let town = Town::new().await;
    town.in_december().await;
    let good = paid(&town.debits("2026-12").await, "2026-12-15");
    let line = good.lines().nth(1).unwrap();
    let lines = [
        line.to_owned(),
        line.replace("54.00", "45.00"),
        line.replace(",2026-11,", ",2026-10,"),
        line.replace(",0769123456,", ",0769123457,")
            .replace("2026-12,", "2026-11,"),
        line.replace("成功,2026-12-15", "成功,"),
        line.replace("成功,2026-12-15", "失败,"),
        line.replace("成功", "也许"),
    ];
    let file = format!("{good}{}\n", lines.join("\n"));
    let faults = refused(town.answers_debits(&file).await);
    assert_eq!(
        faults,
        [
            "line 3: line 2 is about the same; leave one of them out",
            "line 4: line 2 is about the same; leave one of them out",
            "line 5: the bank was not asked for this; hold month, contract, account and period against our file",
            "line 6: the bank was not asked for this; hold month, contract, account and period against our file",
            "line 7, paid_on: say when it was paid",
            "line 8, reason: Please fill this in",
            "line 9, result: take one of 成功 (paid), 失败 (failed)",
        ]
    );
    let amount = good.replace("54.00", "45.00");
    assert_eq!(
        refused(town.answers_debits(&amount).await),
        ["line 2, amount: the bank was asked for 54.00"]
    );
    assert_eq!(november(&town).await.paid, Fen::ZERO);
}
