//! Residents say where they want to hear.

use super::*;

const LI: &str = "13800000001";

#[tokio::test]
async fn areas_are_kept_as_streets_are_always_written() {
    let app = TestApp::new().await;
    let li = app.resident(LI).await;
    let areas = json!([
        { "town": "nancheng", "street": "南城街道鸿福路 100 号" },
        { "town": "nancheng", "street": "鸿福路" },
        { "town": "humen" },
    ]);
    let kept = json!({ "areas": [{ "town": "humen" }, { "town": "nancheng", "street": "鸿福路" }] });
    assert_eq!(follows(&li, areas).await.is(200).json(), kept);
    assert_eq!(li.get("/me/outage-areas").await.is(200).json(), kept);
    let mine = li.get("/me/export").await.is(200).json();
    assert_eq!(mine["outage_areas"], kept["areas"], "they are theirs to take along");
    let none = json!({ "areas": [] });
    assert_eq!(follows(&li, json!([])).await.is(200).json(), none);
}

#[tokio::test]
async fn what_is_no_area_is_refused_beside_its_field() {
    let app = TestApp::new().await;
    let li = app.resident(LI).await;
    let wrong = json!([{ "town": "番禺" }, { "town": "humen", "street": "那边" }]);
    let refused = follows(&li, wrong).await.fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        ["areas.0.town not_a_town", "areas.1.street not_a_street"]
    );
    let many: Vec<_> = (0..11)
        .map(|nth| json!({ "town": "humen", "street": format!("{nth}路") }))
        .collect();
    let refused = follows(&li, json!(many)).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["areas full"]);
    follows(&app.guest().await, json!([])).await.fails(401, "sign_in");
    let clerk = app.clerk("clerk").await;
    follows(&clerk, json!([])).await.fails(403, "forbidden");
}

#[tokio::test]
async fn who_reads_is_told_which_concern_them() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    posts(&dispatcher, &planned()).await;
    let li = app.resident(LI).await;
    let concerned = async |person: &Person| {
        let read: Vec<OutageView> = person.get("/outages").await.is(200).read();
        read[0].concerns_you
    };
    assert!(!concerned(&li).await);
    follows(&li, json!([{ "town": "nancheng", "street": "体育路" }]))
        .await
        .is(200);
    assert!(!concerned(&li).await);
    follows(&li, json!([{ "town": "nancheng" }])).await.is(200);
    assert!(concerned(&li).await);
    let wang = lives_there(&app, "13800000002", "0769123456").await;
    assert!(concerned(&wang).await, "they need not say so");
}
