//! From a case to a contract, and to its end.

use serde_json::json;
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{ByKind, WaterBeside};
use shuiting_shared::case::{Event, Status};
use shuiting_shared::debit::ContractState;
use shuiting_shared::form::Bank;
use shuiting_tests::{ACCOUNTS, account_line, debit as filing, file_of};

use super::{NUMBER, OWNER, Town, agreed, answered, refused};

#[tokio::test]
async fn the_bank_agrees_and_the_case_is_done() {
    let town = Town::new().await;
    let number = town.comes_to_bank(&filing()).await;
    let checking = town.account(NUMBER).await.details.unwrap().debit.unwrap();
    assert_eq!((checking.state, checking.first), (ContractState::Checking, None));

    let file = town.asks_bank().await;
    let lines: Vec<_> = file.lines().collect();
    assert_eq!((lines.len(), lines[0]), (2, "合同号,户号,银行,卡号,付款人,证件号"));
    assert!(
        lines[1].ends_with(",0769123456,工商银行,6200000000000005,张三丰,11010519491231002X"),
        "{file}"
    );
    assert_eq!(town.asks_bank().await, file, "the same until the bank has answered");

    let answer = agreed(&file);
    assert_eq!(town.checks(&answer).await.begun, 1);
    let case = town.owner.looks_at(&number).await;
    assert_eq!(case.line.status, Status::Finished);
    assert_eq!(case.timeline[0].by.kind, ByKind::House);
    assert!(matches!(&case.timeline[1].event, Event::Advanced { step, .. } if step == "bank"));
    let debit = town.account(NUMBER).await.details.unwrap().debit.unwrap();
    assert_eq!(
        (debit.bank, debit.last_four.as_str(), debit.state),
        (Bank::Icbc, "0005", ContractState::Active)
    );
    assert_eq!(debit.first.map(|first| first.to_string()).as_deref(), Some("2026-12"));
    let heard = town.app.messages_to(OWNER).await;
    let told: Vec<_> = heard.iter().filter(|text| text.contains("银行核对")).collect();
    assert_eq!(told.len(), 1, "once, of how it ended: {heard:?}");
    assert!(
        told[0].contains("已办结:银行核对通过,从2026年12月出的账单起由工商银行(尾号0005)代扣"),
        "{told:?}"
    );

    // The same file again changes nothing, and nothing is left to ask.
    let again = town.checks(&answer).await;
    assert_eq!((again.begun, again.same), (0, 1));
    assert_eq!(town.asks_bank().await.lines().count(), 1);
}

#[tokio::test]
async fn the_bank_says_no_and_the_resident_hears_why() {
    let town = Town::new().await;
    let number = town.comes_to_bank(&filing()).await;
    let file = town.asks_bank().await;
    let no = |reason: &str| answered(&file, "结果,原因", &format!("不通过,{reason}"));
    assert_eq!(
        refused(town.answers_checks(&no("")).await),
        ["line 2, reason: Please fill this in"]
    );
    let answer = no("name_mismatch");
    assert_eq!(town.checks(&answer).await.refused, 1);
    let case = town.owner.looks_at(&number).await;
    assert_eq!(case.line.status, Status::Rejected);
    assert_eq!(
        case.timeline[0].event.words(),
        Some("工商银行没有同意代扣:持卡人姓名对不上。请核对持卡人资料后重新申请代扣")
    );
    assert!(town.account(NUMBER).await.details.unwrap().debit.is_none());
    assert_eq!(town.checks(&answer).await.same, 1);
    assert_eq!(
        refused(town.answers_checks(&agreed(&file)).await),
        ["line 2, result: the bank has answered otherwise before; ask it which of the two holds"]
    );
}

#[tokio::test]
async fn every_bad_line_is_listed_and_nothing_is_taken() {
    let town = Town::new().await;
    let number = town.comes_to_bank(&filing()).await;
    let file = agreed(&town.asks_bank().await);
    let line = file.lines().nth(1).unwrap();
    let bad = format!(
        "{file}{line}\n{}\n",
        line.replacen(line.split(',').next().unwrap(), "nobody", 1)
    );
    assert_eq!(
        refused(town.answers_checks(&bad).await),
        [
            "line 3: line 2 is about the same; leave one of them out",
            "line 4, contract: there is no contract of direct debit with this number",
        ]
    );
    assert_eq!(town.owner.looks_at(&number).await.line.status, Status::Dispatched);
    let strange = answered(&town.asks_bank().await, "结果,原因", "也许,");
    assert_eq!(
        refused(town.answers_checks(&strange).await),
        ["line 2, result: take one of 通过 (ok), 不通过 (refused)"]
    );
}

#[tokio::test]
async fn a_new_card_takes_the_place_of_the_old_one() {
    let town = Town::new().await;
    town.contracts(&filing()).await;
    let mut other = filing();
    other["answers"]["bank"] = "ccb".into();
    other["answers"]["card"] = "4111111111111111".into();
    town.contracts(&other).await;
    let debit = town.account(NUMBER).await.details.unwrap().debit.unwrap();
    assert_eq!((debit.bank, debit.last_four.as_str()), (Bank::Ccb, "1111"));
}

#[tokio::test]
async fn a_clerk_may_do_it_by_hand() {
    let town = Town::new().await;
    let number = town.owner.files(&filing()).await;
    let case = town.clerk.acts(&number, json!({ "verb": "take" })).await;
    for material in &case.materials {
        let accepted = json!({ "verb": "check", "material": material.key, "verdict": "accepted" });
        town.clerk.acts(&number, accepted).await;
    }
    town.clerk
        .acts(&number, json!({ "verb": "finish", "result": "已签约" }))
        .await;
    let look = format!("/desk/cases/{number}/water-account");
    let beside: WaterBeside = town.clerk.get(&look).await.is(200).read();
    assert_eq!(beside.debit.map(|debit| debit.state), Some(ContractState::Active));
}

#[tokio::test]
async fn the_owner_ends_it_and_hears_of_it() {
    let town = Town::new().await;
    let path = format!("/me/water-accounts/{NUMBER}/debit");
    let end = |who: &shuiting_tests::Person| who.ask(reqwest::Method::DELETE, &path);
    end(&town.owner).await.fails(404, "not_found");
    town.contracts(&filing()).await;
    // Whoever only sees the bills ends nothing, nor does a stranger.
    let share = json!({ "phone": "13800000002" });
    let shares = format!("/me/water-accounts/{NUMBER}/shares");
    town.owner.post(&shares).json(&share).await.is(201);
    let reader = town.app.resident("13800000002").await;
    end(&reader).await.fails(403, "forbidden");
    end(&town.app.resident("13800000003").await)
        .await
        .fails(404, "not_found");
    end(&town.app.passer_by()).await.fails(401, "sign_in");
    end(&town.owner).await.is(204);
    assert!(town.account(NUMBER).await.details.unwrap().debit.is_none());
    let heard = town.app.messages_to(OWNER).await;
    assert!(
        heard
            .last()
            .unwrap()
            .contains("户号尾号3456的银行代扣(工商银行 尾号0005)已停止"),
        "{heard:?}"
    );
    end(&town.owner).await.fails(404, "not_found");
}

#[tokio::test]
async fn nobody_s_card_pays_for_who_comes_after() {
    let town = Town::new().await;
    town.contracts(&filing()).await;
    let moved = |name: &str| file_of(ACCOUNTS, &[account_line(NUMBER).replace("张三丰", name)]);
    town.app.place.takes(Subject::Accounts, &moved("李四"));
    let proof = json!({ "number": NUMBER, "name_end": "四", "last_four": "1234" });
    town.owner.post("/me/water-accounts").json(&proof).await.is(201);
    assert!(town.account(NUMBER).await.details.unwrap().debit.is_none());
}

#[tokio::test]
async fn cards_lie_sealed_and_are_in_no_list() {
    let town = Town::new().await;
    town.contracts(&filing()).await;
    assert!(town.app.keeps("张三丰").await, "this looks where the contract lies");
    for sensitive in ["6200000000000005", "11010519491231002X"] {
        assert!(!town.app.keeps(sensitive).await, "{sensitive}");
    }
}
