use serde_json::{Value, json};
use shuiting_shared::api::Filed;
use shuiting_shared::case::Status;
use shuiting_tests::{TestApp, hookup, hookup_of_a_firm, leak, pictures, transfer};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn a_guest_reports_a_leak() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let filed = guest.sends("key", &leak()).await.is(201);
    assert_eq!(filed.header("content-type"), "application/json");
    let filed: Filed = filed.read();
    assert_eq!(filed.status, Status::Filed);
    // A leak is done within a day.
    assert_eq!(filed.promised.unwrap().to_rfc3339(), "2026-11-25T02:00:00+00:00");
    let case = guest.looks_at(&filed.number.to_string()).await;
    assert_eq!(case.line.town.as_deref(), Some("nancheng"));
    assert_eq!(case.phone, PHONE);
    assert_eq!(case.version, 1);
    assert!(!case.line.urgent);
}

#[tokio::test]
async fn a_leak_that_sprays_is_urgent() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let mut filing = leak();
    filing["answers"]["severity"] = json!("spray");
    filing["answers"]["point"] = json!("22.907812, 113.8765");
    let number = guest.files(&filing).await;
    let case = guest.looks_at(&number).await;
    assert!(case.line.urgent);
    assert_eq!(
        case.answers.get("point"),
        Some("22.9****,113.*****"),
        "whereabouts are sensitive"
    );
}

#[tokio::test]
async fn a_person_asks_for_a_connection() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&hookup()).await;
    let case = resident.looks_at(&number).await;
    assert_eq!(case.line.name.as_deref(), Some("张**"));
    assert_eq!(case.answers.get("id_number"), Some("110***********002X"));
    assert_eq!(case.masked, ["id_number"]);
    let materials: Vec<_> = case.materials.iter().map(|material| material.key.as_str()).collect();
    assert_eq!(materials, ["id_card", "property"]);
}

#[tokio::test]
async fn a_firm_asks_for_a_connection() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let mut filing = hookup_of_a_firm();
    let number = resident.files(&filing).await;
    let case = resident.looks_at(&number).await;
    assert_eq!(
        case.line.name.as_deref(),
        Some("莞水餐饮有限公司"),
        "a firm's name is nobody's secret"
    );
    assert_eq!(case.answers.get("id_number"), None);

    // A large meter needs drawings.
    filing["answers"]["meter"] = json!("80");
    filing["materials"] = json!({});
    for material in ["licence", "authority", "property"] {
        filing["materials"][material] = json!([resident.uploads(&pictures::jpeg(40, 30)).await]);
    }
    let refused = resident.sends("large", &filing).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["materials.drawings too_few"]);
    filing["materials"]["drawings"] = json!([resident.uploads(&pictures::jpeg(40, 30)).await]);
    resident.sends("large", &filing).await.is(201);
}

#[tokio::test]
async fn a_transfer_waits_for_the_other_side() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&transfer()).await;
    let case = resident.looks_at(&number).await;
    assert_eq!(case.line.status, Status::Confirming);
    assert_eq!(case.promised, None, "nothing is promised until they have agreed");
    assert!(case.line.due.is_some());
    assert_eq!(app.messages_to("13800000003").await.len(), 1);
}

#[tokio::test]
async fn all_flaws_are_told_at_once() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let mut filing = hookup();
    filing["answers"]["id_number"] = json!("110105194912310021");
    filing["answers"]["phone"] = json!("1380000");
    filing["answers"]["town"] = json!("panyu");
    filing["answers"]["meter"] = json!("huge");
    filing["answers"]["extra"] = json!("?");
    filing["answers"].as_object_mut().unwrap().remove("address");
    filing["materials"]["licence"] = json!(["x"]);
    let refused = resident.sends("key", &filing).await.fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        [
            "answers.address missing",
            "answers.extra not_asked",
            "answers.id_number id_check",
            "answers.meter not_a_choice",
            "answers.phone phone_length",
            "answers.town not_a_town",
            "materials.id_card too_few",
            "materials.licence not_asked",
            "materials.property too_few",
        ]
    );
    assert!(resident.lists().await.is_empty());
    let english = resident.clone().in_english().sends("key", &filing).await;
    let details = |problem: &Value| problem["errors"].as_array().unwrap().len();
    assert_eq!(details(&english.json()), 9);
    assert!(english.text().contains("Please fill this in"));
}

#[tokio::test]
async fn a_guest_applies_for_nothing_that_needs_a_person() {
    let app = TestApp::new().await;
    app.guest().await.sends("key", &hookup()).await.fails(401, "sign_in");
    app.passer_by().sends("key", &leak()).await.fails(401, "sign_in");
}

#[tokio::test]
async fn a_service_that_leads_elsewhere_is_not_filed() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    for service in ["BILL", "RATE", "OUT"] {
        resident
            .sends("key", &json!({ "service": service }))
            .await
            .fails(422, "no_form_yet");
    }
    let refused = resident
        .sends("key", &json!({ "service": "NOPE" }))
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["service wrong_type"]);
}

#[tokio::test]
async fn a_photo_is_filed_once_and_by_who_took_it() {
    let app = TestApp::new().await;
    let (resident, stranger) = (app.resident(PHONE).await, app.guest().await);
    let with = |photos: Value| {
        let mut filing = leak();
        filing["materials"]["photos"] = photos;
        filing
    };
    let (theirs, mine) = (
        stranger.uploads(&pictures::jpeg(40, 30)).await,
        resident.uploads(&pictures::jpeg(40, 30)).await,
    );
    for photos in [json!([theirs]), json!([mine, mine]), json!([mine, "nothing"])] {
        let refused = resident.sends("key", &with(photos)).await.fails(422, "invalid");
        assert_eq!(refused.flaws(), ["materials.photos no_such_photo"]);
    }
    resident.sends("key", &with(json!([mine]))).await.is(201);
    let again = resident
        .sends("other", &with(json!([mine])))
        .await
        .fails(422, "invalid");
    assert_eq!(again.flaws(), ["materials.photos no_such_photo"]);
    assert_eq!(resident.lists().await.len(), 1, "what was refused left nothing behind");
}

#[tokio::test]
async fn numbers_are_drawn_not_counted() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let mut numbers = Vec::new();
    for _ in 0..5 {
        numbers.push(guest.files(&leak()).await);
    }
    let mut sorted = numbers.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), 5);
    let starts: std::collections::HashSet<_> = numbers.iter().map(|number| number[..3].to_owned()).collect();
    assert!(starts.len() > 1, "{numbers:?}");
    // However it is said.
    let said = numbers[0].to_lowercase().replace('-', "%20");
    assert_eq!(guest.looks_at(&said).await.line.number.to_string(), numbers[0]);
}
