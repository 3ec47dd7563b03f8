//! What the desk does with cases of water accounts.

use serde_json::{Value, json};
use shuiting_server::water;
use shuiting_shared::api::CaseView;
use shuiting_shared::form::{Answers, sample};
use shuiting_shared::house::House;
use shuiting_shared::money::Fen;
use shuiting_shared::service::Service;
use shuiting_shared::time::today;
use shuiting_tests::{Person, START, TestApp};

/// A filing of a service on an account of [`super::supplied`], with these answers among others that are right.
pub(super) fn filing(service: Service, answers: &[(&str, &str)]) -> Value {
    let form = service.form().unwrap();
    let chosen: Answers = answers.iter().copied().collect();
    let today = today(START.parse().unwrap());
    let mut filled = sample::filled(form, &chosen, &House::dongguan(), today);
    for (key, answer) in answers {
        filled.set(key, *answer);
    }
    json!({ "service": service, "answers": filled })
}

/// Takes a case and finds all that came with it in order.
pub(super) async fn takes_and_checks(clerk: &Person, number: &str) {
    let case = clerk.acts(number, json!({ "verb": "take" })).await;
    for material in &case.materials {
        let accepted = json!({ "verb": "check", "material": material.key, "verdict": "accepted" });
        clerk.acts(number, accepted).await;
    }
}

pub(super) fn ready_to_finish() -> Value {
    json!({ "verb": "finish", "result": "已办好" })
}

/// Does at once what needs nothing but doing.
pub(super) async fn finishes(clerk: &Person, number: &str) -> CaseView {
    takes_and_checks(clerk, number).await;
    clerk.acts(number, ready_to_finish()).await
}

/// Pays a bill of 54 yuan.
pub(super) async fn pays(app: &TestApp, number: &str, period: &str) {
    let (number, period) = (number.to_owned(), period.parse().unwrap());
    let on = today(START.parse().unwrap());
    let settled = app
        .write(move |conn| Ok(water::settle(conn, &number, period, Fen(5400), on)?))
        .await;
    assert!(settled);
}
