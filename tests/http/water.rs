//! Water accounts and bills: read in, bound, shared, looked at; what they lack for a service, and what cases make of them.

mod bills;
mod binding;
mod decided;
mod desk;
mod import;
mod ready;

use serde_json::{Value, json};
use shuiting_server::water::import::Subject;
use shuiting_shared::api::WaterAccountView;
use shuiting_tests::{ACCOUNTS, Answer, BILLS, Person, TestApp, account_line, bill_line, file_of};

/// The account of 张三丰, who has the phone 13800001234.
const NUMBER: &str = "0769123456";
/// Another one of theirs.
const OTHER: &str = "0769123457";
const OWNER: &str = "13800001234";

/// A hall whose billing system knows two accounts, and a paid, a late and an open bill of one of them.
async fn supplied() -> TestApp {
    let app = TestApp::new().await;
    let accounts = [account_line(NUMBER), account_line(OTHER)];
    app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &accounts));
    let bills = [
        bill_line(NUMBER, "2026-08", "2026-09-01", "2026-09-25", "2026-09-10"),
        bill_line(NUMBER, "2026-09", "2026-10-01", "2026-10-25", ""),
        bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", ""),
    ];
    app.place.takes(Subject::Bills, &file_of(BILLS, &bills));
    app
}

fn proof(number: &str, name_end: &str, last_four: &str) -> Value {
    json!({ "number": number, "name_end": name_end, "last_four": last_four })
}

async fn tries(person: &Person, proof: &Value) -> Answer {
    person.post("/me/water-accounts").json(proof).await
}

async fn binds(person: &Person, number: &str) -> WaterAccountView {
    tries(person, &proof(number, "丰", "1234")).await.is(201).read()
}

async fn mine(person: &Person) -> Vec<WaterAccountView> {
    person.get("/me/water-accounts").await.is(200).read()
}
