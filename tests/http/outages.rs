//! Outage notices: written, posted, changed and ended by the desk, read by everybody, told to those concerned once each.

mod cases;
mod change;
mod follow;
mod report;
mod rules;
mod servers;
mod told;

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::water::import::Subject;
use shuiting_shared::api::OutageView;
use shuiting_shared::case::Role;
use shuiting_shared::outage::OutageState;
use shuiting_tests::{ACCOUNTS, Answer, Person, TestApp, account_line, file_of};

/// Planned in 36 hours, for six.
pub(crate) fn planned() -> Value {
    json!({
        "kind": "planned",
        "areas": [{ "town": "nancheng", "words": " 鸿福路一带 ", "streets": ["鸿福路"] }],
        "reason": "更换阀门", "starts": "2026-11-25T14:00:00Z", "ends": "2026-11-25T20:00:00Z",
        "points": ["社区公园北门"], "households": 800,
    })
}

/// Under way since half an hour.
pub(crate) fn sudden() -> Value {
    let mut sudden = planned();
    sudden["kind"] = json!("unplanned");
    sudden["starts"] = json!("2026-11-24T01:30:00Z");
    sudden["ends"] = json!("2026-11-24T08:00:00Z");
    sudden
}

pub(crate) async fn drafts(person: &Person, outage: &Value) -> OutageView {
    person.post("/desk/outages").json(outage).await.is(201).read()
}

pub(crate) async fn does(person: &Person, notice: &OutageView, verb: &str) -> Answer {
    let path = format!("/desk/outages/{}/{verb}", notice.id);
    person.post(&path).json(&json!({ "version": notice.version })).await
}

/// Writes a notice and posts it.
pub(crate) async fn posts(person: &Person, outage: &Value) -> OutageView {
    let draft = drafts(person, outage).await;
    does(person, &draft, "post").await.is(200).read()
}

/// Changes what a notice says.
pub(crate) async fn changes(
    person: &Person,
    notice: &OutageView,
    change: impl FnOnce(&mut Value),
    why: &str,
) -> Answer {
    let mut outage = serde_json::to_value(&notice.outage).unwrap();
    change(&mut outage);
    let body = json!({ "version": notice.version, "outage": outage, "why": why });
    person
        .ask(Method::PATCH, &format!("/desk/outages/{}", notice.id))
        .json(&body)
        .await
}

/// What anybody reads of a town.
async fn reads(app: &TestApp, query: &str) -> Vec<OutageView> {
    app.passer_by().get(&format!("/outages{query}")).await.is(200).read()
}

pub(crate) async fn dispatcher(app: &TestApp) -> Person {
    app.staff("dispatcher", Role::Dispatcher).await
}

/// Says where somebody wants to hear.
pub(crate) async fn follows(person: &Person, areas: Value) -> Answer {
    person
        .ask(Method::PUT, "/me/outage-areas")
        .json(&json!({ "areas": areas }))
        .await
}

/// Whoever has a water account at Hongfu Road among their own.
async fn lives_there(app: &TestApp, phone: &str, number: &str) -> Person {
    let lines = file_of(ACCOUNTS, &[account_line(number)]);
    app.place.takes(Subject::Accounts, &lines);
    let person = app.resident(phone).await;
    let proof = json!({ "number": number, "name_end": "丰", "last_four": "1234" });
    person.post("/me/water-accounts").json(&proof).await.is(201);
    person
}

/// What has come to a phone about outages.
pub(crate) async fn told(app: &TestApp, phone: &str) -> Vec<String> {
    let mut told = app.messages_to(phone).await;
    told.retain(|text| !text.contains("验证码") && !text.contains("Your code"));
    told
}

#[tokio::test]
async fn a_draft_is_for_staff_until_it_is_posted() {
    let app = TestApp::new().await;
    let (dispatcher, crew) = (dispatcher(&app).await, app.staff("crew", Role::Crew).await);
    let draft = drafts(&dispatcher, &planned()).await;
    assert_eq!((draft.state, draft.version), (OutageState::Draft, 1));
    assert_eq!(draft.outage.areas[0].words, "鸿福路一带");
    assert!(reads(&app, "").await.is_empty());
    let path = format!("/outages/{}", draft.id);
    app.passer_by().get(&path).await.fails(404, "not_found");
    let at_desk: Vec<OutageView> = crew.get("/desk/outages").await.is(200).read();
    assert_eq!(at_desk, std::slice::from_ref(&draft));

    let posted: OutageView = does(&dispatcher, &draft, "post").await.is(200).read();
    assert_eq!(
        (posted.state, posted.version, posted.told),
        (OutageState::Posted, 2, Some(0))
    );
    let read = reads(&app, "?town=nancheng").await;
    assert_eq!(
        (read.len(), read[0].told),
        (1, None),
        "how many were told is the house's"
    );
    assert!(reads(&app, "?town=guancheng").await.is_empty());
    assert_eq!(app.passer_by().get(&path).await.is(200).read::<OutageView>(), read[0]);
    does(&dispatcher, &posted, "post").await.fails(409, "not_now");
}

#[tokio::test]
async fn a_notice_has_several_towns_and_shows_nobody_whose_accounts_are_meant() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let mut wide = planned();
    let accounts = json!({ "town": "dongcheng", "words": "东正路20号", "accounts": ["12345678"] });
    wide["areas"].as_array_mut().unwrap().push(accounts);
    let posted = posts(&dispatcher, &wide).await;
    assert_eq!(posted.outage.areas[1].accounts, ["12345678"]);
    let read = app.passer_by().get("/outages?town=dongcheng").await.is(200);
    assert!(!read.text().contains("12345678"));
    let read: Vec<OutageView> = read.read();
    assert!(!read[0].outage.areas[1].is_all(), "nor are they all of the town");
}

#[tokio::test]
async fn what_nobody_ended_is_forgotten_a_day_after_its_time() {
    let app = TestApp::new().await;
    let admin = app.staff("admin", Role::Admin).await;
    posts(&admin, &planned()).await;
    app.clock.advance(TimeDelta::hours(42 + 23));
    assert_eq!(reads(&app, "").await.len(), 1, "the repair takes longer");
    app.clock.advance(TimeDelta::hours(1));
    assert!(reads(&app, "").await.is_empty());
}

#[tokio::test]
async fn the_first_comes_first() {
    let app = TestApp::new().await;
    let boss = app.staff("boss", Role::Supervisor).await;
    for day in ["27", "26", "28"] {
        let mut outage = planned();
        outage["starts"] = json!(format!("2026-11-{day}T14:00:00Z"));
        outage["ends"] = json!(format!("2026-11-{day}T20:00:00Z"));
        posts(&boss, &outage).await;
    }
    let days: Vec<_> = reads(&app, "?town=nancheng")
        .await
        .iter()
        .map(|view| view.outage.starts.format("%d").to_string())
        .collect();
    assert_eq!(days, ["26", "27", "28"]);
}

#[tokio::test]
async fn only_those_who_know_write_them() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let posted = posts(&dispatcher, &planned()).await;
    let others = [
        app.clerk("clerk").await,
        app.staff("crew", Role::Crew).await,
        app.staff("agent", Role::Agent).await,
        app.resident("13800000001").await,
    ];
    for person in others {
        person
            .post("/desk/outages")
            .json(&planned())
            .await
            .fails(403, "forbidden");
        does(&person, &posted, "end").await.fails(403, "forbidden");
        changes(&person, &posted, |_| (), "").await.fails(403, "forbidden");
    }
    let mut nothing = posted.clone();
    nothing.id = "nothing".into();
    does(&dispatcher, &nothing, "end").await.fails(404, "not_found");
}
