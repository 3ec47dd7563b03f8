//! How a water account comes among a resident's own, and whom they let see it.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::json;
use shuiting_server::water::import::Subject;
use shuiting_shared::api::WaterAccountView;
use shuiting_shared::water::Right;
use shuiting_tests::{ACCOUNTS, TestApp, account_line, file_of};

use super::{NUMBER, OTHER, OWNER, binds, mine, proof, supplied, tries};

const READER: &str = "13800000002";

fn path(number: &str) -> String {
    format!("/me/water-accounts/{number}")
}

#[tokio::test]
async fn who_knows_whose_it_is_has_it_among_their_own() {
    let app = supplied().await;
    let resident = app.resident("13800000001").await;
    assert!(mine(&resident).await.is_empty());
    let named = json!({ "number": "0769-123456", "name_end": "张三丰", "last_four": "002x", "name": " 妈妈家 " });
    let bound: WaterAccountView = tries(&resident, &named).await.is(201).read();
    assert_eq!((bound.number.as_str(), bound.name.as_deref()), (NUMBER, Some("妈妈家")));
    assert_eq!((bound.town.as_str(), bound.right), ("nancheng", Right::Own));
    assert_eq!(mine(&resident).await, std::slice::from_ref(&bound));
    assert_eq!(
        resident.get(&path(NUMBER)).await.is(200).read::<WaterAccountView>(),
        bound
    );
    // Again is the same, and keeps the name.
    assert_eq!(binds(&resident, NUMBER).await, bound);
    assert_eq!(mine(&resident).await.len(), 1);
}

#[tokio::test]
async fn the_holder_s_name_is_told_in_full_to_their_own_phone_alone() {
    let app = supplied().await;
    let (holder, other) = (app.resident(OWNER).await, app.resident("13800000001").await);
    let details = binds(&holder, NUMBER).await.details.unwrap();
    assert_eq!((details.holder.as_str(), details.holder_in_full), ("张三丰", true));
    let answer = tries(&other, &proof(NUMBER, "丰", "1234")).await.is(201);
    assert!(
        !answer.text().contains("张三丰") && !answer.text().contains(OWNER),
        "{answer:?}"
    );
    let details = answer.read::<WaterAccountView>().details.unwrap();
    assert_eq!((details.holder.as_str(), details.holder_in_full), ("张**", false));
}

#[tokio::test]
async fn a_wrong_answer_tells_neither_what_was_wrong_nor_whether_there_is_such_an_account() {
    let app = supplied().await;
    let resident = app.resident("13800000001").await;
    let wrong = [
        proof(NUMBER, "三", "1234"),
        proof(NUMBER, "丰", "1235"),
        proof("99999999", "丰", "1234"),
    ];
    let mut said = Vec::new();
    for (left, proof) in (2..5).rev().zip(&wrong) {
        let answer = tries(&resident, proof).await.fails(422, "wrong_holder");
        assert_eq!(answer.flaws(), ["number not_the_holder"]);
        let text = answer.text();
        assert!(text.contains(&format!("{left}次")), "{text}");
        said.push(text.replace(&format!("{left}次"), ""));
    }
    assert!(said.iter().all(|text| *text == said[0]), "{said:?}");
}

#[tokio::test]
async fn five_tries_a_day_for_a_resident() {
    let app = supplied().await;
    let resident = app.resident("13800000001").await;
    for n in 0..5 {
        let proof = proof(&format!("8888888{n}"), "丰", "1234");
        tries(&resident, &proof).await.fails(422, "wrong_holder");
    }
    let answer = tries(&resident, &proof(NUMBER, "丰", "1234"))
        .await
        .fails(429, "tried_too_often");
    assert_eq!(answer.header("retry-after"), "86400");
    assert!(answer.text().contains("热线"), "{answer:?}");
    // What cannot be right at all is no try; and another resident is not held up.
    tries(&resident, &proof("1", "", "12")).await.fails(422, "invalid");
    binds(&app.resident("13800000003").await, NUMBER).await;
    app.clock.advance(TimeDelta::hours(24));
    let resident = app.resident("13800000001").await;
    binds(&resident, NUMBER).await;
}

#[tokio::test]
async fn five_tries_a_day_for_an_account_whoever_tries() {
    let app = supplied().await;
    for n in 1..=5 {
        let resident = app.resident(&format!("1380000010{n}")).await;
        tries(&resident, &proof(NUMBER, "丰", "0000"))
            .await
            .fails(422, "wrong_holder");
    }
    let owner = app.resident(OWNER).await;
    tries(&owner, &proof(NUMBER, "丰", "1234"))
        .await
        .fails(429, "tried_too_often");
    binds(&owner, OTHER).await;
}

#[tokio::test]
async fn every_flaw_of_what_was_typed_is_told_at_once() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    let typed = json!({ "number": "1", "name_end": " ", "last_four": "12A4", "name": "长".repeat(21) });
    let answer = tries(&resident, &typed).await.fails(422, "invalid");
    assert_eq!(
        answer.flaws(),
        [
            "last_four not_digits",
            "name too_long",
            "name_end missing",
            "number account_length"
        ]
    );
}

#[tokio::test]
async fn it_is_named_and_taken_away() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, NUMBER).await;
    let rename = |name: &str| {
        resident
            .ask(Method::PATCH, &path(NUMBER))
            .json(&json!({ "name": name }))
    };
    let named: WaterAccountView = rename("老房子").await.is(200).read();
    assert_eq!(named.name.as_deref(), Some("老房子"));
    assert_eq!(rename("  ").await.is(200).read::<WaterAccountView>().name, None);
    assert_eq!(
        rename(&"长".repeat(21)).await.fails(422, "invalid").flaws(),
        ["name too_long"]
    );
    resident.ask(Method::DELETE, &path(NUMBER)).await.is(204);
    assert!(mine(&resident).await.is_empty());
    resident
        .ask(Method::DELETE, &path(NUMBER))
        .await
        .fails(404, "not_found");
    resident.get(&path(NUMBER)).await.fails(404, "not_found");
}

#[tokio::test]
async fn a_phone_that_is_let_in_sees_the_bills_and_nothing_else_and_hears_of_it_once() {
    let app = supplied().await;
    let owner = app.resident(OWNER).await;
    binds(&owner, NUMBER).await;
    let share = |phone: &str| {
        owner
            .post(&format!("{}/shares", path(NUMBER)))
            .json(&json!({ "phone": phone }))
    };
    let view: WaterAccountView = share(READER).await.is(201).read();
    let shares = view.details.unwrap().shares;
    assert_eq!(shares[0].phone, "138****0002");
    assert_eq!(
        share(READER).await.fails(422, "invalid").flaws(),
        ["phone shared_already"]
    );
    assert_eq!(share(OWNER).await.fails(422, "invalid").flaws(), ["phone own_phone"]);
    assert_eq!(share("12").await.fails(422, "invalid").flaws(), ["phone phone_length"]);
    let told = app.messages_to(READER).await;
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("138****1234") && told[0].contains("3456") && !told[0].contains(NUMBER),
        "{told:?}"
    );

    let reader = app.resident(READER).await;
    let seen = mine(&reader).await;
    assert_eq!(
        (seen.len(), seen[0].right, seen[0].details.is_none()),
        (1, Right::Read, true)
    );
    assert_eq!(seen[0].owed, view.owed);
    reader.get(&format!("{}/bills", path(NUMBER))).await.is(200);
    let passes_on = reader.post(&format!("{}/shares", path(NUMBER)));
    passes_on
        .json(&json!({ "phone": "13800000009" }))
        .await
        .fails(403, "forbidden");
    reader
        .ask(Method::PATCH, &path(NUMBER))
        .json(&json!({ "name": "妈妈家" }))
        .await
        .is(200);
    assert_eq!(mine(&owner).await[0].name, None, "a name is for whoever gives it");

    let stop = |id: &str| owner.ask(Method::DELETE, &format!("{}/shares/{id}", path(NUMBER)));
    stop("nobody").await.fails(404, "not_found");
    stop(&shares[0].id).await.is(204);
    assert!(mine(&reader).await.is_empty());
    reader
        .get(&format!("{}/bills", path(NUMBER)))
        .await
        .fails(404, "not_found");
}

#[tokio::test]
async fn who_takes_an_account_away_takes_it_from_those_they_let_in_and_from_nobody_else() {
    let app = supplied().await;
    let (one, two, reader) = (
        app.resident(OWNER).await,
        app.resident("13800000001").await,
        app.resident(READER).await,
    );
    binds(&one, NUMBER).await;
    binds(&two, NUMBER).await;
    let share = json!({ "phone": READER });
    one.post(&format!("{}/shares", path(NUMBER))).json(&share).await.is(201);
    // Another owner knows nothing of it, and cannot end it.
    let view: WaterAccountView = two.get(&path(NUMBER)).await.is(200).read();
    assert!(view.details.unwrap().shares.is_empty());
    // Who shows that it is theirs need not be let in any more.
    one.ask(Method::DELETE, &path(NUMBER)).await.is(204);
    assert_eq!((mine(&two).await.len(), mine(&reader).await.len()), (1, 0));
    two.post(&format!("{}/shares", path(NUMBER))).json(&share).await.is(201);
    assert_eq!(binds(&reader, NUMBER).await.right, Right::Own);
    two.ask(Method::DELETE, &path(NUMBER)).await.is(204);
    assert_eq!(mine(&reader).await.len(), 1);
}

#[tokio::test]
async fn ten_phones_a_day_are_let_in() {
    let app = supplied().await;
    let owner = app.resident(OWNER).await;
    binds(&owner, NUMBER).await;
    for n in 10..20 {
        let share = owner.post(&format!("{}/shares", path(NUMBER)));
        let view: WaterAccountView = share
            .json(&json!({ "phone": format!("138000000{n}") }))
            .await
            .is(201)
            .read();
        let id = view.details.unwrap().shares.pop().unwrap().id;
        owner
            .ask(Method::DELETE, &format!("{}/shares/{id}", path(NUMBER)))
            .await
            .is(204);
    }
    let share = owner
        .post(&format!("{}/shares", path(NUMBER)))
        .json(&json!({ "phone": READER }));
    share.await.fails(429, "tried_too_often");
}

#[tokio::test]
async fn an_account_that_passes_to_another_name_leaves_those_who_knew_the_old_one() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, NUMBER).await;
    binds(&resident, OTHER).await;
    let lines = [account_line(NUMBER).replace("张三丰", "李四光"), account_line(OTHER)];
    let taken = app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &lines));
    assert_eq!((taken.changed, taken.same, taken.unbound), (1, 1, 1));
    let left: Vec<_> = mine(&resident)
        .await
        .into_iter()
        .map(|account| account.number)
        .collect();
    assert_eq!(left, [OTHER]);
}

#[tokio::test]
async fn guests_and_staff_have_none() {
    let app = TestApp::new().await;
    let people = [
        (app.guest().await, 401, "sign_in"),
        (app.clerk("clerk").await, 403, "forbidden"),
    ];
    for (person, status, code) in &people {
        person.get("/me/water-accounts").await.fails(*status, code);
        tries(person, &proof(NUMBER, "丰", "1234")).await.fails(*status, code);
        person.get(&path(NUMBER)).await.fails(*status, code);
        person.ask(Method::DELETE, &path(NUMBER)).await.fails(*status, code);
    }
}

#[tokio::test]
async fn what_is_kept_of_a_resident_tells_of_their_accounts() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, NUMBER).await;
    let export = resident.get("/me/export").await.is(200).json();
    assert_eq!(export["water_accounts"][0]["number"], NUMBER);
}
