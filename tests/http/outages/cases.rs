//! Cases that have to do with an outage.

use shuiting_shared::api::OutageCases;
use shuiting_shared::number::CaseNumber;
use shuiting_tests::leak;

use super::*;

const LI: &str = "13800000001";

fn leak_at(phone: &str, address: &str) -> Value {
    let mut filing = leak();
    filing["answers"]["phone"] = json!(phone);
    filing["answers"]["address"] = json!(address);
    filing
}

async fn links(person: &Person, notice: &OutageView, change: Value) -> Answer {
    person
        .post(&format!("/desk/outages/{}/cases", notice.id))
        .json(&change)
        .await
}

#[tokio::test]
async fn open_cases_where_water_is_off_are_offered_and_linked() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let li = app.resident(LI).await;
    let near = li.files(&leak_at(LI, "鸿福路100号")).await;
    let far = li.files(&leak_at(LI, "体育路8号")).await;
    let burst = posts(&dispatcher, &sudden()).await;
    let path = format!("/desk/outages/{}/cases", burst.id);
    let cases: OutageCases = dispatcher.get(&path).await.is(200).read();
    let numbers = |cases: &[shuiting_shared::api::OutageCase]| {
        let numbers = cases.iter().map(|case| case.number.to_string());
        numbers.collect::<Vec<_>>()
    };
    assert!(cases.linked.is_empty());
    assert_eq!(numbers(&cases.proposed), std::slice::from_ref(&near));

    for _ in 0..2 {
        let linked = links(&dispatcher, &burst, json!({ "link": [near] })).await.is(200);
        let linked: OutageCases = linked.read();
        assert_eq!(
            (numbers(&linked.linked), linked.proposed.len()),
            (vec![near.clone()], 0)
        );
    }
    let about: Vec<OutageView> = li.get(&format!("/cases/{near}/outages")).await.is(200).read();
    assert_eq!(about[0].id, burst.id, "on their case they see the notice");
    let about: Vec<OutageView> = li.get(&format!("/cases/{far}/outages")).await.is(200).read();
    assert!(about.is_empty());
    let other = app.resident("13800000002").await;
    other
        .get(&format!("/cases/{near}/outages"))
        .await
        .fails(404, "not_found");

    let linked = links(&dispatcher, &burst, json!({ "unlink": [near] })).await.is(200);
    assert!(linked.read::<OutageCases>().linked.is_empty());
    let strange = json!({ "link": [CaseNumber::from_index(123_456_789).to_string()] });
    links(&dispatcher, &burst, strange).await.fails(404, "not_found");
    links(&li, &burst, json!({})).await.fails(403, "forbidden");
}

#[tokio::test]
async fn who_filed_one_is_told_of_the_outage_once_and_of_its_end() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let li = app.resident(LI).await;
    let (one, other) = (
        li.files(&leak_at(LI, "鸿福路100号")).await,
        li.files(&leak_at(LI, "鸿福路102号")).await,
    );
    let burst = posts(&dispatcher, &sudden()).await;
    links(&dispatcher, &burst, json!({ "link": [one, other] }))
        .await
        .is(200);
    app.carried().await;
    does(&dispatcher, &burst, "end").await.is(200);
    let mut told = told(&app, LI).await;
    told.retain(|text| text.contains("停水") || text.contains("恢复"));
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("突发停水") && told[1].contains("已恢复供水"),
        "{told:?}"
    );
}
