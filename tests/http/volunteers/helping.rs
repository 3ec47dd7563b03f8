//! Help to file: a volunteer fills in, the resident agrees.

use shuiting_shared::api::{Filed, Prepared, ToAgree};
use shuiting_shared::case::{Channel, Event};
use shuiting_tests::{hookup, leak};

use super::*;

const RESIDENT: &str = "13800000001";

async fn prepares(helper: &Person, key: &str, filing: &Value) -> Prepared {
    let sent = helper.post("/preparations").header("idempotency-key", key).json(filing);
    sent.await.is(201).read()
}

async fn agrees(person: &Person, token: &str, code: Option<&str>) -> Answer {
    let body = code.map_or_else(|| json!({}), |code| json!({ "code": code }));
    person
        .post(&format!("/preparations/{token}/agreement"))
        .json(&body)
        .await
}

/// A volunteer at an event, who has prepared a hookup with photos there.
async fn prepared(app: &TestApp) -> (Person, EventView, Prepared) {
    let (_, event) = event(app).await;
    let helper = volunteer(app, PHONE).await;
    takes(&helper, &event.id, 0).await.is(200);
    until(app, at(9, 30));
    let mut filing = helper.with_photos(&hookup()).await;
    filing["event"] = json!(event.id);
    let prepared = prepares(&helper, "hookup", &filing).await;
    assert_eq!(prepares(&helper, "hookup", &filing).await, prepared, "sent again");
    (helper, event, prepared)
}

/// The code in the newest SMS to the resident.
async fn code(app: &TestApp) -> String {
    let texts = app.messages_to(RESIDENT).await;
    let newest = texts.last().unwrap();
    let digits = newest.split(|c: char| !c.is_ascii_digit());
    digits.rev().find(|run| run.len() == 6).unwrap().to_owned()
}

#[tokio::test]
async fn the_resident_agrees_on_their_own_phone() {
    let app = TestApp::new().await;
    let (helper, _, prepared) = prepared(&app).await;
    let path = format!("/preparations/{}/case", prepared.token);
    assert_eq!(prepared.filed, None);
    let resident = app.resident(RESIDENT).await;
    let seen: ToAgree = resident.get(&path).await.is(200).read();
    assert_eq!((seen.helper.as_str(), seen.photos), ("林**", 2));
    assert_eq!(seen.answers.get("name"), Some("张三丰"));
    assert!(!app.keeps("张三丰").await, "what was prepared lies sealed");

    let filed: Filed = agrees(&resident, &prepared.token, None).await.is(201).read();
    assert_eq!(
        agrees(&resident, &prepared.token, None).await.is(201).read::<Filed>(),
        filed
    );
    assert_eq!(resident.lists().await.len(), 1);
    let case = resident.looks_at(&filed.number.to_string()).await;
    assert_eq!(case.line.channel, Channel::Event);
    let Event::Filed { helper: by, .. } = &case.timeline.last().unwrap().event else {
        panic!("{:?}", case.timeline)
    };
    assert_eq!(by.as_deref(), Some("林**"));

    // The volunteer learns the number, and nothing else.
    let state = helper.get(&format!("/preparations/{}", prepared.token)).await;
    assert_eq!(state.is(200).read::<Prepared>().filed, Some(filed.clone()));
    let after: ToAgree = helper.get(&path).await.is(200).read();
    assert!(after.answers.0.is_empty());
    helper
        .get(&format!("/cases/{}", filed.number))
        .await
        .fails(404, "not_found");
    assert!(helper.lists().await.is_empty());
    for photo in case.materials.iter().flat_map(|material| &material.photos) {
        helper
            .get(&format!("/attachments/{photo}"))
            .await
            .fails(404, "not_found");
    }
}

#[tokio::test]
async fn the_resident_agrees_by_a_code_that_only_files_this() {
    let app = TestApp::new().await;
    let (helper, _, prepared) = prepared(&app).await;
    let refused = agrees(&helper, &prepared.token, None).await.is(422);
    assert_eq!(refused.flaws(), ["code missing"], "nobody files for another just so");
    helper
        .post(&format!("/preparations/{}/code", prepared.token))
        .await
        .is(202);
    let text = app.messages_to(RESIDENT).await.pop().unwrap();
    assert!(text.contains("志愿者林**帮您填好了用水报装"), "{text}");
    let code = code(&app).await;
    let sign_in = json!({ "phone": RESIDENT, "code": code, "bearer": true });
    let misused = app.passer_by().post("/sessions").json(&sign_in).await;
    misused.fails(422, "wrong_code");
    agrees(&helper, &prepared.token, Some("000000"))
        .await
        .fails(422, "wrong_code");
    let filed: Filed = agrees(&helper, &prepared.token, Some(&code)).await.is(201).read();
    app.clock.advance(TimeDelta::minutes(1));
    let resident = app.resident(RESIDENT).await;
    assert_eq!(resident.lists().await[0].number, filed.number);
    helper
        .get(&format!("/cases/{}", filed.number))
        .await
        .fails(404, "not_found");
}

#[tokio::test]
async fn what_nobody_agrees_to_in_time_is_gone() {
    let app = TestApp::new().await;
    let (helper, _, prepared) = prepared(&app).await;
    app.clock.advance(TimeDelta::minutes(30));
    let resident = app.resident(RESIDENT).await;
    agrees(&resident, &prepared.token, None)
        .await
        .fails(409, "preparation_over");
    helper
        .post(&format!("/preparations/{}/code", prepared.token))
        .await
        .fails(409, "preparation_over");
    app.clock.advance(TimeDelta::minutes(1));
    shuiting_server::housekeeping::tidy(app.inside()).await.unwrap();
    agrees(&resident, &prepared.token, None).await.fails(404, "not_found");
}

#[tokio::test]
async fn a_need_is_filed_without_agreement_since_anyone_may_file_it() {
    let app = TestApp::new().await;
    let (_, event) = event(&app).await;
    let helper = volunteer(&app, PHONE).await;
    takes(&helper, &event.id, 0).await.is(200);
    until(&app, at(9, 30));
    let mut filing = leak();
    filing["event"] = json!(event.id);
    let prepared = prepares(&helper, "need", &filing).await;
    let filed: Filed = agrees(&helper, &prepared.token, None).await.is(201).read();
    assert_eq!(app.resident(RESIDENT).await.lists().await[0].number, filed.number);
}

#[tokio::test]
async fn only_volunteers_prepare_and_what_is_wrong_is_told_before_anybody_agrees() {
    let app = TestApp::new().await;
    let resident = app.resident(RESIDENT).await;
    let send = |person: &Person, filing: Value| {
        let sent = person
            .post("/preparations")
            .header("idempotency-key", "once")
            .json(&filing);
        async move { sent.await }
    };
    send(&resident, leak()).await.fails(403, "not_a_volunteer");
    let helper = volunteer(&app, PHONE).await;
    let mut wrong = leak();
    wrong["answers"]["phone"] = json!("1380000");
    assert_eq!(
        send(&helper, wrong).await.is(422).flaws(),
        ["answers.phone phone_length"]
    );
    helper.get("/preparations/nothing/case").await.fails(404, "not_found");
}

#[tokio::test]
async fn what_residents_file_themselves_while_they_are_there_belongs_to_the_event() {
    let app = TestApp::new().await;
    let (_, event) = event(&app).await;
    let resident = app.resident(RESIDENT).await;
    let mut filing = leak();
    filing["event"] = json!(event.id);
    let before = resident.files(&filing).await;
    assert_eq!(
        resident.looks_at(&before).await.line.channel,
        Channel::Phone,
        "it has not begun"
    );
    until(&app, at(9, 30));
    let there = resident.files(&filing).await;
    assert_eq!(resident.looks_at(&there).await.line.channel, Channel::Event);
}
