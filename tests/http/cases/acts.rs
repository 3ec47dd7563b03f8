//! The life of a case, act by act.

use serde_json::json;
use shuiting_shared::case::{Status, Verb};
use shuiting_tests::{TestApp, hookup, leak, pictures};

use super::note;

const PHONE: &str = "13800000001";

#[tokio::test]
async fn a_connection_goes_the_whole_way() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let crew = app.staff("crew", shuiting_shared::case::Role::Crew).await;
    let number = resident.files(&hookup()).await;

    let case = clerk.acts(&number, json!({ "verb": "take" })).await;
    assert_eq!(
        (case.line.status, case.line.assignee.as_deref()),
        (Status::Taken, Some("clerk先生"))
    );
    let dispatch = json!({ "verb": "dispatch", "unit": "branch-guancheng", "words": "周五前" });
    clerk
        .tries(&number, dispatch.clone())
        .await
        .fails(409, "materials_open");
    let check = |material: &str| json!({ "verb": "check", "material": material, "verdict": "accepted" });
    clerk.acts(&number, check("id_card")).await;
    clerk
        .tries(&number, dispatch.clone())
        .await
        .fails(409, "materials_open");
    clerk.acts(&number, check("property")).await;
    let case = clerk.acts(&number, dispatch).await;
    assert_eq!(
        (case.line.status, case.line.unit.as_deref()),
        (Status::Dispatched, Some("branch-guancheng"))
    );

    let after = crew.uploads(&pictures::jpeg(60, 40)).await;
    let case = crew
        .acts(
            &number,
            json!({ "verb": "finish", "result": "已通水", "after": [after] }),
        )
        .await;
    assert_eq!((case.line.status, case.line.due), (Status::Finished, None));
    resident.get(&format!("/attachments/{after}")).await.is(200);

    let case = resident
        .acts(&number, json!({ "verb": "rate", "level": "good", "tags": ["办得快"] }))
        .await;
    assert_eq!(case.line.status, Status::Finished);
    assert_eq!(case.rating.unwrap().tags, ["办得快"]);
    let titles: Vec<_> = case
        .timeline
        .iter()
        .map(|entry| serde_json::to_value(&entry.event).unwrap()["event"].clone())
        .collect();
    assert_eq!(
        titles,
        ["rated", "finished", "dispatched", "taken", "filed"],
        "checking is no business of theirs"
    );
}

#[tokio::test]
async fn sent_back_for_several_things_and_completed_with_just_those() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let refused = json!({ "verb": "check", "material": "id_card", "verdict": { "refused": "反光" } });
    clerk.acts(&number, refused).await;
    let asks = json!([
        { "item": { "material": "id_card" }, "reason": "反光,看不清" },
        { "item": { "field": "address" }, "reason": "请写到门牌" },
    ]);
    let case = clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    assert_eq!(case.line.status, Status::SentBack);

    let case = resident.looks_at(&number).await;
    assert_eq!(serde_json::to_value(&case.asks).unwrap(), asks);
    assert!(case.line.waits_for_you);
    let photo = resident.uploads(&pictures::jpeg(60, 40)).await;
    let complete = |answers, materials| json!({ "verb": "complete", "answers": answers, "materials": materials });
    let nothing = resident
        .tries(&number, complete(json!({}), json!({})))
        .await
        .fails(422, "invalid");
    assert_eq!(
        nothing.flaws(),
        ["answers.address missing", "materials.id_card too_few"]
    );
    let more = complete(
        json!({ "address": "东正路2号101房", "meter": "20" }),
        json!({ "id_card": [photo], "property": [photo] }),
    );
    let more = resident.tries(&number, more).await.fails(422, "invalid");
    assert_eq!(
        more.flaws(),
        ["answers.meter not_asked", "materials.property not_asked"]
    );

    let old = resident.looks_at(&number).await.materials[0].photos.clone();
    app.clock.advance(chrono::TimeDelta::days(2));
    let case = resident
        .acts(
            &number,
            complete(json!({ "address": "东正路2号101房" }), json!({ "id_card": [photo] })),
        )
        .await;
    assert_eq!(case.line.status, Status::Taken, "it goes back to who had it");
    assert_eq!(case.line.address.as_deref(), Some("东正路2号101房"));
    assert_eq!(case.materials[0].photos, [photo.as_str()]);
    assert!(case.asks.is_empty());
    let case = clerk.looks_at(&number).await;
    assert_eq!(case.materials[0].verdict, None, "what is new has to be checked anew");
    clerk.get(&format!("/attachments/{}", old[0])).await.is(200);
}

#[tokio::test]
async fn a_filing_is_taken_back() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let case = resident
        .acts(&number, json!({ "verb": "withdraw", "reason": "不办了" }))
        .await;
    assert_eq!((case.line.status, case.allowed), (Status::Withdrawn, vec![]));
    clerk
        .tries(&number, json!({ "verb": "take" }))
        .await
        .fails(409, "not_now");

    let number = resident.files(&leak()).await;
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    resident
        .tries(&number, json!({ "verb": "withdraw" }))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn words_and_photos_are_added_while_it_is_open() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    let nothing = resident
        .tries(&number, json!({ "verb": "add", "words": " " }))
        .await
        .fails(422, "invalid");
    assert_eq!(nothing.flaws(), ["words missing"]);
    let photo = resident.uploads(&pictures::jpeg(60, 40)).await;
    let case = resident
        .acts(
            &number,
            json!({ "verb": "add", "words": " 越来越大 ", "photos": [photo] }),
        )
        .await;
    assert_eq!(case.timeline[0].event.words(), Some("越来越大"));
    clerk.get(&format!("/attachments/{photo}")).await.is(200);
    let again = resident
        .tries(&number, json!({ "verb": "add", "photos": [photo] }))
        .await
        .fails(422, "invalid");
    assert_eq!(again.flaws(), ["photos no_such_photo"]);
    let photos: Vec<_> = (0..10).map(|n| n.to_string()).collect();
    let many = resident
        .tries(&number, json!({ "verb": "add", "photos": photos }))
        .await
        .fails(422, "invalid");
    assert_eq!(many.flaws(), ["photos too_many"]);
    super::finishes(&clerk, &number).await;
    resident
        .tries(&number, json!({ "verb": "add", "words": "还在" }))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn what_is_rejected_never_reads_as_finished() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let silent = clerk
        .tries(&number, json!({ "verb": "reject", "reason": "" }))
        .await
        .fails(422, "invalid");
    assert_eq!(silent.flaws(), ["reason missing"]);
    clerk
        .acts(&number, json!({ "verb": "reject", "reason": "不在供水范围" }))
        .await;
    let case = resident.looks_at(&number).await;
    assert_eq!(
        (case.line.status, case.finished, case.line.due),
        (Status::Rejected, None, None)
    );
    assert!(!case.allowed.contains(&Verb::Rate));
    resident
        .tries(&number, json!({ "verb": "rate", "level": "good" }))
        .await
        .fails(409, "not_now");
    let told = app.messages_to(PHONE).await;
    let last = told.last().unwrap();
    assert!(
        last.contains("没有办理") && last.contains("不在供水范围") && !last.contains("办结"),
        "{last}"
    );
}

#[tokio::test]
async fn notes_are_for_the_staff_or_for_the_resident() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&leak()).await;
    clerk.acts(&number, note("电话没人接")).await;
    assert_eq!(resident.looks_at(&number).await.timeline.len(), 1);
    let aloud = json!({ "verb": "note", "words": "师傅下午三点到", "to_resident": true });
    let case = clerk.acts(&number, aloud).await;
    assert_eq!(case.timeline.len(), 3);
    let case = resident.looks_at(&number).await;
    assert_eq!(case.timeline.len(), 2);
    assert_eq!(
        case.timeline[0].by.name, None,
        "residents are told the role, not the name"
    );
    assert!(app.messages_to(PHONE).await.last().unwrap().contains("师傅下午三点到"));
    assert!(
        !app.messages_to(PHONE)
            .await
            .iter()
            .any(|text| text.contains("电话没人接"))
    );
}

#[tokio::test]
async fn what_does_not_fit_the_house_is_refused_beside_its_field() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    for (action, flaws) in [
        (json!({ "verb": "dispatch", "unit": "the moon" }), ["unit not_a_unit"]),
        (
            json!({ "verb": "check", "material": "licence", "verdict": "accepted" }),
            ["material not_a_choice"],
        ),
        (
            json!({ "verb": "check", "material": "id_card", "verdict": { "refused": "" } }),
            ["verdict.refused missing"],
        ),
        (json!({ "verb": "send_back", "asks": [] }), ["asks missing"]),
        (
            json!({ "verb": "finish", "result": "字".repeat(1001) }),
            ["result too_long"],
        ),
    ] {
        assert_eq!(clerk.tries(&number, action).await.fails(422, "invalid").flaws(), flaws);
    }
    clerk
        .tries(&number, json!({ "verb": "fly" }))
        .await
        .fails(422, "invalid");
    assert_eq!(
        clerk.looks_at(&number).await.version,
        2,
        "what was refused changed nothing"
    );
}
