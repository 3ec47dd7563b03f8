//! Direct debit: contracts, the files that go to banks, and their answers.

mod answers;
mod contracts;
mod runs;

use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use shuiting_server::debit::{self, Answered, Checked};
use shuiting_server::import::Outcome;
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{DebitsView, WaterAccountView};
use shuiting_shared::water::Period;
use shuiting_tests::{ACCOUNTS, BILLS, Person, TestApp, account_line, bill_line, debit as filing, file_of};

/// The account of 张三丰, who has the phone 13800001234.
const NUMBER: &str = "0769123456";
/// Another one of theirs.
const OTHER: &str = "0769123457";
const OWNER: &str = "13800001234";

/// A bank, a resident and a clerk.
struct Town {
    app: TestApp,
    owner: Person,
    clerk: Person,
}

impl Town {
    /// Two accounts; the first owes what was billed in November.
    async fn new() -> Self {
        let app = TestApp::new().await;
        let accounts = [account_line(NUMBER), account_line(OTHER)];
        app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &accounts));
        let town = Self {
            owner: app.resident(OWNER).await,
            clerk: app.clerk("clerk").await,
            app,
        };
        town.bills("2026-10", "2026-11-01", "");
        for number in [NUMBER, OTHER] {
            let proof = json!({ "number": number, "name_end": "丰", "last_four": "1234" });
            town.owner.post("/me/water-accounts").json(&proof).await.is(201);
        }
        town
    }

    /// A bill of the first account comes in, or is known to be paid.
    fn bills(&self, period: &str, issued: &str, paid_on: &str) {
        let due = format!("{}-25", issued.trim_end_matches("-01"));
        let line = bill_line(NUMBER, period, issued, &due, paid_on);
        self.app.place.takes(Subject::Bills, &file_of(BILLS, &[line]));
    }

    /// A case of direct debit that has come to the bank; gives its number.
    async fn comes_to_bank(&self, filing: &Value) -> String {
        let number = self.owner.files(filing).await;
        let case = self.clerk.acts(&number, json!({ "verb": "take" })).await;
        for material in &case.materials {
            let accepted = json!({ "verb": "check", "material": material.key, "verdict": "accepted" });
            self.clerk.acts(&number, accepted).await;
        }
        self.clerk.acts(&number, json!({ "verb": "advance" })).await;
        number
    }

    /// The same, to which the bank has agreed.
    async fn contracts(&self, filing: &Value) -> String {
        let number = self.comes_to_bank(filing).await;
        let answer = agreed(&self.asks_bank().await);
        assert_eq!(self.checks(&answer).await.begun, 1);
        number
    }

    /// The file of new contracts.
    async fn asks_bank(&self) -> String {
        debit::write_checks(self.app.inside()).await.unwrap().text
    }

    async fn answers_checks(&self, file: &str) -> Outcome<Checked> {
        debit::take_checks(self.app.inside(), file.as_bytes()).await.unwrap()
    }

    async fn checks(&self, file: &str) -> Checked {
        taken(self.answers_checks(file).await)
    }

    /// The file of a month.
    async fn debits(&self, month: &str) -> String {
        self.tries_debits(month, None).await.unwrap()
    }

    async fn tries_debits(&self, month: &str, due: Option<NaiveDate>) -> anyhow::Result<String> {
        let month: Period = month.parse().unwrap();
        Ok(debit::write_run(self.app.inside(), month, due).await?.text)
    }

    async fn answers_debits(&self, file: &str) -> Outcome<Answered> {
        debit::take_answers(self.app.inside(), file.as_bytes()).await.unwrap()
    }

    async fn takes(&self, file: &str) -> Answered {
        taken(self.answers_debits(file).await)
    }

    async fn account(&self, number: &str) -> WaterAccountView {
        let path = format!("/me/water-accounts/{number}");
        self.owner.get(&path).await.is(200).read()
    }

    async fn listed(&self, query: &str) -> DebitsView {
        self.clerk.get(&format!("/desk/debits{query}")).await.is(200).read()
    }

    /// A contract in use, and a bill of December, which it is.
    async fn in_december(&self) {
        self.contracts(&filing()).await;
        self.app.clock.advance(TimeDelta::days(8));
        self.bills("2026-11", "2026-12-01", "");
    }
}

#[track_caller]
fn taken<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Taken(taken) => taken,
        Outcome::Refused(faults) => unreachable!("{:#?}", faults.listed()),
    }
}

#[track_caller]
fn refused<T>(outcome: Outcome<T>) -> Vec<String> {
    match outcome {
        Outcome::Taken(_) => unreachable!("it was taken"),
        Outcome::Refused(faults) => faults.listed().iter().map(ToString::to_string).collect(),
    }
}

/// The bank's answer to our own file: what stands in it, and more.
fn answered(file: &str, header: &str, with: &str) -> String {
    let mut lines = file.lines();
    let header = format!("{},{header}\n", lines.next().unwrap());
    lines.fold(header, |text, line| format!("{text}{line},{with}\n"))
}

fn agreed(file: &str) -> String {
    answered(file, "结果,原因", "通过,")
}

fn paid(file: &str, on: &str) -> String {
    answered(file, "结果,实扣日期,原因", &format!("成功,{on},"))
}

fn failed(file: &str, reason: &str) -> String {
    answered(file, "结果,实扣日期,原因", &format!("失败,,{reason}"))
}
