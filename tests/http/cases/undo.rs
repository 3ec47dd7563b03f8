//! Taking back what has just been done.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Event, Role, Status, Verb};
use shuiting_tests::{TestApp, hookup, leak};

use super::note;

const PHONE: &str = "13800000001";

fn undo() -> Value {
    json!({ "verb": "undo" })
}

/// A case but for its version, its timeline and what can be taken back in it.
fn paper(case: &CaseView) -> Value {
    let mut paper = serde_json::to_value(case).unwrap();
    for member in ["version", "timeline", "allowed"] {
        paper.as_object_mut().unwrap().remove(member);
    }
    paper
}

#[tokio::test]
async fn the_case_is_as_it_was() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let (boss, clerk) = (app.staff("boss", Role::Supervisor).await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    app.clock.advance(TimeDelta::hours(3));
    let check = |verdict: Value| json!({ "verb": "check", "material": "id_card", "verdict": verdict });
    let steps = [
        (json!({ "verb": "assign", "to": "clerk" }), Verb::Assign),
        (json!({ "verb": "take" }), Verb::Take),
        (check(json!("accepted")), Verb::Check),
        (check(json!({ "refused": "反光" })), Verb::Check),
        (note("电话没人接"), Verb::Note),
    ];
    for (step, verb) in steps {
        let before = boss.looks_at(&number).await;
        assert!(!before.allowed.contains(&Verb::Undo) || before.timeline.len() > 1);
        let done = boss.acts(&number, step.clone()).await;
        assert!(done.allowed.contains(&Verb::Undo), "{verb:?}");
        app.clock.advance(TimeDelta::seconds(10));
        let undone = boss.acts(&number, undo()).await;
        assert_eq!(paper(&undone), paper(&before), "{verb:?}");
        assert_eq!(undone.version, before.version + 2, "the timeline only grows");
        assert_eq!(undone.timeline[0].event, Event::Undone { verb });
        assert!(undone.timeline[1].undone && !undone.timeline[0].undone);
        boss.tries(&number, undo()).await.fails(409, "not_now");
        // For good, so that the next step finds something.
        boss.acts(&number, step).await;
        app.clock.advance(TimeDelta::minutes(1));
    }
    clerk.tries(&number, undo()).await.fails(409, "not_now");
}

#[tokio::test]
async fn the_resident_sees_neither() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    assert_eq!(resident.looks_at(&number).await.timeline.len(), 2);
    clerk.acts(&number, undo()).await;
    let case = resident.looks_at(&number).await;
    assert_eq!((case.timeline.len(), case.line.status), (1, Status::Filed));
    assert!(!app.messages_to(PHONE).await.iter().any(|text| text.contains("撤销")));
}

#[tokio::test]
async fn after_ten_seconds_and_a_little_it_stands() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let number = app.guest().await.files(&leak()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    app.clock.advance(TimeDelta::seconds(13));
    assert!(clerk.looks_at(&number).await.allowed.contains(&Verb::Undo));
    app.clock.advance(TimeDelta::seconds(1));
    assert!(!clerk.looks_at(&number).await.allowed.contains(&Verb::Undo));
    clerk.tries(&number, undo()).await.fails(409, "not_now");
}

#[tokio::test]
async fn only_ones_own_latest_act_is_taken_back() {
    let app = TestApp::new().await;
    let (resident, clerk, other) = (
        app.resident(PHONE).await,
        app.clerk("clerk").await,
        app.clerk("other").await,
    );
    let number = resident.files(&leak()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    other.tries(&number, undo()).await.fails(409, "not_now");
    resident.tries(&number, undo()).await.fails(409, "not_now");
    resident
        .acts(&number, json!({ "verb": "add", "words": "越来越大" }))
        .await;
    clerk.tries(&number, undo()).await.fails(409, "not_now");

    // What a resident hears of has left the house.
    let aloud = json!({ "verb": "note", "words": "师傅下午三点到", "to_resident": true });
    clerk.acts(&number, aloud).await;
    clerk.tries(&number, undo()).await.fails(409, "not_now");
    assert_eq!(clerk.looks_at(&number).await.line.status, Status::Taken);
}

#[tokio::test]
async fn an_answer_to_what_was_sent_back_stays_one_when_taking_is_taken_back() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let (clerk, other) = (app.clerk("clerk").await, app.clerk("other").await);
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let asks = json!([{ "item": { "field": "address" }, "reason": "请写到门牌" }]);
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    let brought = json!({ "verb": "complete", "answers": { "address": "东正路2号101房" } });
    resident.acts(&number, brought).await;
    other.acts(&number, note("我来看")).await;
    other.acts(&number, undo()).await;
    assert_eq!(clerk.finds("feedback=answered").await.total, 1);
}
