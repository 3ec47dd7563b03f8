//! What is allowed is just what the server accepts.

use serde_json::{Value, json};
use shuiting_shared::case::{Role, Verb};
use shuiting_shared::number::CaseNumber;
use shuiting_tests::{Person, TestApp, hookup, leak, transfer};

/// An action of this verb that has all it needs; `complete` brings nothing, which is a flaw and no refusal.
fn whole(verb: Verb) -> Value {
    match verb {
        Verb::Confirm
        | Verb::Complete
        | Verb::Withdraw
        | Verb::Take
        | Verb::Undo
        | Verb::Urge
        | Verb::Accept
        | Verb::Arrive
        | Verb::Resume => json!({ "verb": verb.code() }),
        Verb::Sort => json!({ "verb": "sort", "kind": "PRESS" }),
        Verb::Secure | Verb::Wait | Verb::Supervise => json!({ "verb": verb.code(), "words": "水已关" }),
        Verb::Split => json!({ "verb": "split", "unit": "network", "words": "恢复路面" }),
        Verb::Join => json!({ "verb": "join", "into": CaseNumber::from_index(7) }),
        Verb::Decline | Verb::Reject | Verb::Return | Verb::Extend | Verb::Reopen => {
            json!({ "verb": verb.code(), "reason": "原因" })
        }
        Verb::Add => json!({ "verb": "add", "words": "补充" }),
        Verb::Rate => json!({ "verb": "rate", "level": "good" }),
        Verb::Check => json!({ "verb": "check", "material": "nothing", "verdict": "accepted" }),
        Verb::SendBack => json!({ "verb": "send_back", "asks": [] }),
        Verb::Dispatch => json!({ "verb": "dispatch", "unit": "network" }),
        Verb::Advance => json!({ "verb": "advance", "words": "好了" }),
        Verb::Quote => json!({ "verb": "quote", "amount": 120_000, "words": "含材料" }),
        Verb::Paid => json!({ "verb": "paid", "amount": 120_000, "receipt": "A0001" }),
        Verb::Conclude => json!({ "verb": "conclude", "outcome": "within", "amount": 8000, "words": "+1.2%" }),
        Verb::Redo => json!({ "verb": "redo", "to": "survey", "reason": "漏了两户" }),
        Verb::Assign => json!({ "verb": "assign", "to": "clerk" }),
        Verb::Note => json!({ "verb": "note", "words": "备注", "to_resident": false }),
        Verb::Finish => json!({ "verb": "finish", "result": "结果" }),
    }
}

/// Tries every verb that is not allowed: each must be refused and change nothing.
async fn cannot_do_more(person: &Person, number: &str) {
    let case = person.looks_at(number).await;
    for verb in Verb::ALL.iter().filter(|verb| !case.allowed.contains(verb)) {
        let refused = person.tries(number, whole(*verb)).await.is(409);
        assert!(
            ["not_now", "rating_over"].contains(&refused.problem().as_str()),
            "{verb:?}"
        );
    }
    assert_eq!(person.looks_at(number).await.version, case.version);
}

/// Tries every verb that is allowed, each on a case of its own: none is refused as not allowed.
async fn can_do_all(app: &TestApp, person: &Person, filer: &Person, filing: &Value, before: &[(&Person, Value)]) {
    let mut verbs = vec![];
    let mut first = true;
    while first || !verbs.is_empty() {
        let number = filer.files(filing).await;
        for (who, action) in before {
            who.acts(&number, action.clone()).await;
        }
        if first {
            cannot_do_more(person, &number).await;
            verbs = person.looks_at(&number).await.allowed;
            first = false;
        }
        if let Some(verb) = verbs.pop() {
            let answer = person.tries(&number, whole(verb)).await;
            let accepted = match answer.status {
                200 => true,
                422 => answer.problem() == "invalid",
                // The verb is right; the papers come first.
                _ => answer.problem() == "materials_open",
            };
            assert!(accepted, "{verb:?}: {answer:?}");
        }
        app.clock.advance(chrono::TimeDelta::minutes(1));
    }
}

#[tokio::test]
async fn every_role_can_do_just_what_is_allowed() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let take = || (&clerk, json!({ "verb": "take" }));
    let dispatch = || (&clerk, json!({ "verb": "dispatch", "unit": "network" }));
    let finish = || (&clerk, json!({ "verb": "finish", "result": "好了" }));
    let lives: [Vec<(&Person, Value)>; 4] = [
        vec![],
        vec![take()],
        vec![take(), dispatch()],
        vec![take(), dispatch(), finish()],
    ];
    for role in [Role::Crew, Role::Agent, Role::Admin, Role::Dispatcher, Role::Supervisor] {
        let person = app.staff(role.code(), role).await;
        for life in &lives {
            can_do_all(&app, &person, &resident, &leak(), life).await;
        }
    }
    for life in &lives {
        can_do_all(&app, &resident, &resident, &leak(), life).await;
    }
}

#[tokio::test]
async fn papers_are_the_desks() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let take = || (&clerk, json!({ "verb": "take" }));
    for role in [Role::Crew, Role::Agent, Role::Admin, Role::Dispatcher] {
        let person = app.staff(role.code(), role).await;
        can_do_all(&app, &person, &resident, &hookup(), &[take()]).await;
    }
    let asks = json!([{ "item": { "field": "address" }, "reason": "不全" }]);
    let back = (&clerk, json!({ "verb": "send_back", "asks": asks }));
    can_do_all(&app, &clerk, &resident, &hookup(), &[take(), back.clone()]).await;
    can_do_all(&app, &resident, &resident, &hookup(), &[take(), back]).await;
}

#[tokio::test]
async fn only_the_other_side_confirms() {
    let app = TestApp::new().await;
    let (resident, party, clerk) = (
        app.resident("13800000001").await,
        app.resident("13800000003").await,
        app.clerk("clerk").await,
    );
    for person in [&resident, &party, &clerk] {
        can_do_all(&app, person, &resident, &transfer(), &[]).await;
    }
    let confirm = (&party, json!({ "verb": "confirm" }));
    can_do_all(&app, &party, &resident, &transfer(), &[confirm]).await;
}
