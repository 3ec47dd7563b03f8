//! Filing for a resident.

use serde_json::json;
use shuiting_shared::api::ByKind;
use shuiting_shared::case::{Channel, Role, Status};
use shuiting_tests::{TestApp, hookup, hookup_of_a_firm, leak, pictures, transfer};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn a_resident_at_the_counter_hears_of_it_and_finds_it() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let number = clerk.files_for(&hookup()).await;

    let told = app.messages_to(PHONE).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains(&number), "{told:?}");
    let case = clerk.looks_at(&number).await;
    assert_eq!((case.line.channel, case.line.status), (Channel::Counter, Status::Filed));
    let filed = case.timeline.last().unwrap();
    assert!(filed.helped());
    assert_eq!(filed.by.name.as_deref(), Some("clerk先生"));

    // Signed in for the first time, the resident is the filer, with all that a filer may do.
    let resident = app.resident(PHONE).await;
    assert_eq!(resident.lists().await[0].number.to_string(), number);
    let case = resident.looks_at(&number).await;
    assert_eq!(case.phone, PHONE);
    let helper = &case.timeline[0].by;
    assert_eq!((helper.kind, helper.role), (ByKind::Staff, Some(Role::Clerk)));
    assert_eq!(helper.name, None, "residents are not told who");
    let photo = &case.materials[0].photos[0];
    resident.get(&format!("/attachments/{photo}/thumbnail")).await.is(200);
    resident.acts(&number, json!({ "verb": "withdraw" })).await;
}

#[tokio::test]
async fn the_role_is_the_door() {
    let app = TestApp::new().await;
    for (name, role, channel) in [
        ("clerk", Role::Clerk, Some(Channel::Counter)),
        ("supervisor", Role::Supervisor, Some(Channel::Counter)),
        ("admin", Role::Admin, Some(Channel::Counter)),
        ("agent", Role::Agent, Some(Channel::Hotline)),
        ("dispatcher", Role::Dispatcher, None),
        ("crew", Role::Crew, None),
    ] {
        let member = app.staff(name, role).await;
        match channel {
            Some(channel) => {
                let number = member.files_for(&leak()).await;
                assert_eq!(member.looks_at(&number).await.line.channel, channel, "{name}");
            }
            None => drop(member.sends_for("key", &leak()).await.fails(403, "forbidden")),
        }
    }
    app.resident(PHONE)
        .await
        .sends_for("key", &leak())
        .await
        .fails(403, "forbidden");
    app.guest()
        .await
        .sends_for("key", &leak())
        .await
        .fails(403, "forbidden");
    app.passer_by().sends_for("key", &leak()).await.fails(401, "sign_in");
}

#[tokio::test]
async fn a_resident_comes_by_phone_whatever_they_send() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let mut filing = leak();
    filing["channel"] = json!("counter");
    filing["helper"] = json!("clerk");
    let number = resident.files(&filing).await;
    let case = resident.looks_at(&number).await;
    assert_eq!(case.line.channel, Channel::Phone);
    assert_eq!(case.timeline[0].by.kind, ByKind::Filer);
}

#[tokio::test]
async fn the_same_checks_hold_and_all_flaws_are_told_at_once() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut filing = hookup_of_a_firm();
    filing["answers"]["phone"] = json!("1380000");
    filing["answers"]["credit_code"] = json!("9144030071526726XX");
    let refused = clerk.sends_for("key", &filing).await.fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        [
            "answers.credit_code credit_check",
            "answers.phone phone_length",
            "materials.authority too_few",
            "materials.licence too_few",
            "materials.property too_few",
        ]
    );
    clerk
        .sends_for("key", &json!({ "service": "BILL" }))
        .await
        .fails(422, "no_form_yet");
    let key = clerk.post("/desk/cases").json(&leak()).await;
    key.fails(400, "no_idempotency_key");

    // A photo is filed by who took it.
    let resident = app.resident(PHONE).await;
    let mut filing = leak();
    filing["materials"]["photos"] = json!([resident.uploads(&pictures::jpeg(40, 30)).await]);
    let refused = clerk.sends_for("key", &filing).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["materials.photos no_such_photo"]);
    assert!(resident.lists().await.is_empty());
}

#[tokio::test]
async fn sent_again_it_is_the_same_case() {
    let app = TestApp::new().await;
    let (clerk, other) = (app.clerk("clerk").await, app.clerk("other").await);
    let first = clerk.sends_for("key", &leak()).await.is(201).json();
    assert_eq!(clerk.sends_for("key", &leak()).await.is(201).json(), first);

    // Another phone is another resident, but the first try has arrived: it must not become a second case.
    let mut changed = leak();
    changed["answers"]["phone"] = json!("13800000002");
    clerk
        .sends_for("key", &changed)
        .await
        .fails(422, "idempotency_key_reused");
    assert_eq!(clerk.finds("channel=counter").await.total, 1);

    // Keys are one's own.
    other.sends_for("key", &changed).await.is(201);
    app.resident(PHONE).await.sends("key", &leak()).await.is(201);
    assert_eq!(clerk.finds("sort=oldest").await.total, 3);
}

#[tokio::test]
async fn sent_twice_at_once_it_is_one_case() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let filing = leak();
    let tries = (0..6).map(|_| async { clerk.sends_for("key", &filing).await.is(201).text() });
    let answers = futures_util::future::join_all(tries).await;
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    // Two clerks file for one new phone at the same moment: one account has both cases.
    let other = app.clerk("other").await;
    let mut filing = leak();
    filing["answers"]["phone"] = json!("13800000009");
    let (one, two) = futures_util::join!(clerk.files_for(&filing), other.files_for(&filing));
    assert_ne!(one, two);
    assert_eq!(app.resident("13800000009").await.lists().await.len(), 2);
}

#[tokio::test]
async fn the_resident_hears_in_their_own_language_or_the_chosen_one() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await.in_english();
    clerk.files_for(&leak()).await;
    assert!(
        app.messages_to(PHONE).await[0].contains("已收到"),
        "Chinese, whatever the clerk reads"
    );

    let mut filing = leak();
    filing["answers"]["phone"] = json!("13800000005");
    filing["lang"] = json!("en");
    let number = clerk.files_for(&filing).await;
    assert!(app.messages_to("13800000005").await[0].contains("We have your filing"));
    assert_eq!(clerk.looks_at(&number).await.lang.code(), "en");
    // The account was opened in that language, and goes on in it.
    filing.as_object_mut().unwrap().remove("lang");
    clerk.files_for(&filing).await;
    assert!(app.messages_to("13800000005").await[1].contains("We have your filing"));
    filing["lang"] = json!("fr");
    let refused = clerk.sends_for("key", &filing).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["lang wrong_type"]);
}

#[tokio::test]
async fn the_other_side_of_a_transfer_is_asked_as_ever() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let number = clerk.files_for(&transfer()).await;
    let case = clerk.looks_at(&number).await;
    assert_eq!(case.line.status, Status::Confirming);
    assert_eq!(app.messages_to("13800000003").await.len(), 1);
    let party = app.resident("13800000003").await;
    party.acts(&number, json!({ "verb": "confirm" })).await;
    assert_eq!(clerk.looks_at(&number).await.line.status, Status::Filed);
}
