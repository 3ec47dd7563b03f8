//! A notice keeps to the rules of the trade, or is refused with the field and what can be done.

use super::*;

async fn refused(person: &Person, draft: &OutageView) -> Vec<String> {
    does(person, draft, "post").await.fails(422, "invalid").flaws()
}

#[tokio::test]
async fn what_is_no_outage_is_refused_beside_its_fields() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let mut wrong = planned();
    wrong["areas"][0]["town"] = json!("番禺");
    wrong["areas"][0]["words"] = json!("");
    wrong["ends"] = wrong["starts"].clone();
    let refused = dispatcher
        .post("/desk/outages")
        .json(&wrong)
        .await
        .fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        ["areas.0.town not_a_town", "areas.0.words missing", "ends ends_wrong"]
    );
    wrong = planned();
    wrong["kind"] = json!("soon");
    let refused = dispatcher
        .post("/desk/outages")
        .json(&wrong)
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["kind wrong_type"]);
}

#[tokio::test]
async fn a_planned_one_is_posted_a_day_ahead_and_a_long_one_two() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let draft = drafts(&dispatcher, &planned()).await;
    let mut long = planned();
    long["ends"] = json!("2026-11-26T03:00:00Z");
    let long = drafts(&dispatcher, &long).await;
    assert_eq!(refused(&dispatcher, &long).await, ["starts announced_late"]);
    app.clock.advance(TimeDelta::hours(12) + TimeDelta::minutes(1));
    let answer = does(&dispatcher, &draft, "post").await.fails(422, "invalid");
    assert_eq!(answer.flaws(), ["starts announced_late"]);
    assert!(answer.text().contains("最早可以从2026-11-25 22:01开始"), "{answer:?}");
    let mut sudden = planned();
    sudden["kind"] = json!("unplanned");
    posts(&dispatcher, &sudden).await;
}

#[tokio::test]
async fn beyond_a_day_a_planned_one_needs_water_and_a_sudden_one_is_shown_to_lack_it() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let mut longer = planned();
    longer["starts"] = json!("2026-11-27T00:00:00Z");
    longer["ends"] = json!("2026-11-28T01:00:00Z");
    let draft = drafts(&dispatcher, &longer).await;
    assert_eq!(refused(&dispatcher, &draft).await, ["water no_water_planned"]);
    let truck = json!({
        "truck": "粤S12345", "litres": 8000, "unit": "branch-nancheng",
        "stops": [{ "town": "nancheng", "place": "鸿福路社区公园", "from": "2026-11-27T01:00:00Z", "until": "2026-11-27T03:00:00Z" }],
    });
    let path = format!("/desk/outages/{}/deliveries", draft.id);
    let delivery = dispatcher.post(&path).json(&truck).await.is(201).json();
    let posted: OutageView = does(&dispatcher, &draft, "post").await.is(200).read();
    assert_eq!(posted.stops.len(), 1);
    let gone = format!("/desk/deliveries/{}?version=1", delivery["id"].as_str().unwrap());
    let refused = dispatcher.ask(Method::DELETE, &gone).await.fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        ["water no_water_planned"],
        "it stays, or the notice goes"
    );

    let burst = posts(&dispatcher, &sudden()).await;
    let extended = changes(
        &dispatcher,
        &burst,
        |outage| outage["ends"] = json!("2026-11-25T02:00:00Z"),
        "管道老化",
    );
    let extended: OutageView = extended.await.is(200).read();
    assert!(extended.standing().lacks_water(&app.inside().house));
}
