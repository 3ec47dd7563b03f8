//! Times at which somebody comes, and the places that they have.

use futures_util::future::join_all;
use serde_json::{Value, json};
use shuiting_shared::api::SlotView;
use shuiting_shared::case::Status;
use shuiting_tests::{Person, TestApp, pdf, slots_kept, water_test};

const PHONE: &str = "13800000001";
const FIRST: &str = "2026-11-25 09:00-11:00";
const SECOND: &str = "2026-11-25 14:00-16:00";

/// A hall where each time has a single place.
async fn small_house() -> TestApp {
    TestApp::with(|means| {
        for window in &mut means.house.visits.windows {
            window.places = 1;
        }
    })
    .await
}

/// The places that a time has left in Nancheng.
async fn left(person: &Person, slot: &str) -> u32 {
    let slots: Vec<SlotView> = person.get("/slots?town=nancheng").await.is(200).read();
    let found = slots.iter().find(|one| one.slot.to_string() == slot);
    found.unwrap().left
}

fn at(slot: &str) -> Value {
    let mut filing = water_test();
    filing["answers"]["slot"] = json!(slot);
    filing
}

#[tokio::test]
async fn a_filing_takes_a_place_and_what_comes_to_nothing_gives_it_back() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    assert_eq!(left(&resident, FIRST).await, 3);
    let withdrawn = resident.files(&water_test()).await;
    let rejected = resident.files(&water_test()).await;
    assert_eq!(left(&clerk, FIRST).await, 1);
    assert_eq!(left(&resident, SECOND).await, 3);
    let elsewhere: Vec<SlotView> = resident.get("/slots?town=dongcheng").await.is(200).read();
    assert_eq!(elsewhere[0].left, 3, "each town has its own");

    resident.acts(&withdrawn, json!({ "verb": "withdraw" })).await;
    assert_eq!(left(&resident, FIRST).await, 2);
    clerk.acts(&rejected, json!({ "verb": "take" })).await;
    clerk
        .acts(&rejected, json!({ "verb": "reject", "reason": "不在供水范围" }))
        .await;
    assert_eq!(left(&resident, FIRST).await, 3);
}

#[tokio::test]
async fn the_same_filing_sent_again_takes_one_place() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    for _ in 0..3 {
        resident.sends("key", &water_test()).await.is(201);
    }
    assert_eq!(left(&resident, FIRST).await, 2);
}

#[tokio::test]
async fn of_many_who_want_the_last_place_one_gets_it() {
    let app = small_house().await;
    let phones: Vec<_> = (1..=8).map(|n| format!("1380000000{n}")).collect();
    let residents = join_all(phones.iter().map(|phone| app.resident(phone))).await;
    let filing = |slot: &str, phone: &str| {
        let mut filing = at(slot);
        filing["answers"]["phone"] = json!(phone);
        filing
    };
    let sent = residents
        .iter()
        .zip(&phones)
        .map(|(resident, phone)| async move { resident.sends(phone, &filing(FIRST, phone)).await });
    let answers = join_all(sent).await;
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 201).count(),
        1,
        "{answers:?}"
    );
    let others = residents.iter().zip(&phones).zip(answers);
    for ((resident, phone), answer) in others.filter(|(_, answer)| answer.status != 201) {
        let refused = answer.fails(422, "invalid");
        assert_eq!(refused.flaws(), ["answers.slot slot_taken"]);
        let told = refused.json()["errors"][0]["detail"].as_str().unwrap().to_owned();
        assert!(
            told.contains("最近有空的:11月25日(周三)14:00–16:00、11月26日(周四)9:00–11:00、11月26日"),
            "{told}"
        );
        assert!(resident.lists().await.is_empty(), "nothing was filed");
        // What they typed is good for the next time that is free.
        let slots: Vec<SlotView> = resident.get("/slots?town=nancheng").await.is(200).read();
        let free = slots.iter().find(|one| one.left > 0).unwrap();
        let free = free.slot.to_string();
        let again = filing(&free, phone);
        resident.sends(&format!("again-{phone}"), &again).await.is(201);
        assert_eq!(left(resident, &free).await, 0);
    }
    assert_eq!(left(&residents[0], FIRST).await, 0);
}

#[tokio::test]
async fn whoever_comes_is_told_and_promised_from_then_on() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&water_test()).await;
    let case = resident.looks_at(&number).await;
    assert_eq!(case.answers.get("slot"), Some(FIRST));
    // A day after the end of the visit, which is at 11 o'clock in China.
    assert_eq!(case.promised.unwrap().to_rfc3339(), "2026-11-26T03:00:00+00:00");
    let told = app.messages_to(PHONE).await;
    let told = told.iter().find(|text| text.contains(&number)).unwrap();
    assert!(told.contains("我们11月25日(周三)9:00–11:00上门"), "{told}");
    let slip = resident.get(&format!("/cases/{number}/print/slip.pdf")).await.is(200);
    assert!(pdf::text(&slip.body).contains("11月25日(周三)"));
}

#[tokio::test]
async fn another_time_is_picked_where_the_desk_asks_for_one() {
    let app = small_house().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&at(FIRST)).await;
    let other = resident.files(&at(SECOND)).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let asks = json!([{ "item": { "field": "slot" }, "reason": "师傅那天上午来不了" }]);
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;

    let complete = |slot: &str| json!({ "verb": "complete", "answers": { "slot": slot } });
    let refused = resident.tries(&number, complete(SECOND)).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["answers.slot slot_taken"]);
    assert_eq!(
        left(&resident, FIRST).await,
        0,
        "the old one is kept until there is a new one"
    );
    // Ten working days from now on are more than ten from the day of filing.
    app.clock.advance(chrono::TimeDelta::days(1));
    let last = "2026-12-09 14:00-16:00";
    let case = resident.acts(&number, complete(last)).await;
    assert_eq!(
        (case.line.status, case.answers.get("slot")),
        (Status::Taken, Some(last))
    );
    assert_eq!(case.promised.unwrap().to_rfc3339(), "2026-12-10T08:00:00+00:00");
    assert_eq!(case.line.due, case.promised);
    assert_eq!(left(&resident, last).await, 0);
    assert_eq!(resident.looks_at(&other).await.line.status, Status::Filed);
}

#[tokio::test]
async fn a_place_that_was_used_stays_used() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&at(SECOND)).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    app.clock.advance(chrono::TimeDelta::hours(28));
    clerk
        .acts(&number, json!({ "verb": "reject", "reason": "到了没有人在家" }))
        .await;
    assert_eq!(app.write(slots_kept).await, 1);
}

#[tokio::test]
async fn which_times_are_free_is_told_to_whoever_has_a_session() {
    let app = TestApp::new().await;
    app.passer_by().get("/slots?town=nancheng").await.fails(401, "sign_in");
    app.guest().await.get("/slots?town=nancheng").await.is(200);
    let resident = app.resident(PHONE).await;
    let refused = resident.get("/slots?town=atlantis").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["town not_a_town"]);
    let slots: Vec<SlotView> = resident.get("/slots?town=nancheng").await.is(200).read();
    assert_eq!((slots.len(), slots[0].slot.to_string()), (20, FIRST.to_owned()));
}
