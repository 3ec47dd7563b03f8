//! Those concerned are told at the posting, at the beginning, of each change and at the end, once each.

use shuiting_server::outage::ring;

use super::*;

const LI: &str = "13800000001";
const WANG: &str = "13800000002";
const CHEN: &str = "13800000003";

async fn rings(app: &TestApp) {
    ring(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
}

#[tokio::test]
async fn all_concerned_hear_each_once_in_their_language() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let (li, other) = (app.resident(LI).await, app.resident(CHEN).await);
    let wang = lives_there(&app, WANG, "0769123456").await;
    wang.ask(Method::PATCH, "/me")
        .json(&json!({ "lang": "en" }))
        .await
        .is(200);
    let street = json!([{ "town": "nancheng", "street": "鸿福路" }]);
    for person in [&li, &wang] {
        follows(person, street.clone()).await.is(200);
    }
    follows(&other, json!([{ "town": "nancheng", "street": "体育路" }]))
        .await
        .is(200);

    let posted = posts(&dispatcher, &planned()).await;
    assert_eq!(posted.told, Some(2), "whoever is concerned twice hears once");
    // Each is carried before the next, as it is where hours lie between.
    app.carried().await;
    let later = |outage: &mut Value| {
        outage["starts"] = json!("2026-11-26T00:00:00Z");
        outage["ends"] = json!("2026-11-26T06:00:00Z");
    };
    let later: OutageView = changes(&dispatcher, &posted, later, "台风").await.is(200).read();
    rings(&app).await;
    app.carried().await;
    app.clock.advance(TimeDelta::hours(46));
    rings(&app).await;
    rings(&app).await;
    app.carried().await;
    app.clock.advance(TimeDelta::hours(5));
    let ended = does(&dispatcher, &later, "end").await.is(200);
    assert_eq!(ended.read::<OutageView>().told, Some(2));
    rings(&app).await;
    let read = [told(&app, LI).await, told(&app, WANG).await].concat();
    insta::assert_snapshot!(read.join("\n"));
    assert!(told(&app, CHEN).await.is_empty());
    let inbox = li.get("/messages").await.is(200).json();
    assert_eq!(
        inbox["messages"][0]["outage"],
        json!(posted.id),
        "it leads to the notice"
    );
}

#[tokio::test]
async fn who_was_told_of_it_is_told_of_its_end_though_it_is_elsewhere_now() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let (li, chen) = (app.resident(LI).await, app.resident(CHEN).await);
    follows(&li, json!([{ "town": "nancheng", "street": "鸿福路" }]))
        .await
        .is(200);
    follows(&chen, json!([{ "town": "nancheng", "street": "体育路" }]))
        .await
        .is(200);
    let posted = posts(&dispatcher, &planned()).await;
    // Each is carried before the next, as it is where hours lie between.
    app.carried().await;
    let moved = |outage: &mut Value| outage["areas"][0]["streets"] = json!(["体育路"]);
    let moved: OutageView = changes(&dispatcher, &posted, moved, "管线查清").await.is(200).read();
    follows(&li, json!([])).await.is(200);
    app.carried().await;
    does(&dispatcher, &moved, "end").await.is(200);
    let (li, chen) = (told(&app, LI).await, told(&app, CHEN).await);
    let has = |texts: &[String], words: [&str; 3]| {
        assert_eq!(
            texts.len(),
            words.iter().filter(|word| !word.is_empty()).count(),
            "{texts:?}"
        );
        assert!(
            texts.iter().zip(words).all(|(text, word)| text.contains(word)),
            "{texts:?}"
        );
    };
    has(&li, ["停水通知", "范围或送水点有变(管线查清)", "取消了"]);
    has(&chen, ["停水通知", "取消了", ""]);
}

#[tokio::test]
async fn what_was_planned_begins_in_the_evening_before_a_night() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let li = app.resident(LI).await;
    follows(&li, json!([{ "town": "nancheng" }])).await.is(200);
    let mut night = planned();
    // 02:00 in China.
    night["starts"] = json!("2026-11-25T18:00:00Z");
    posts(&dispatcher, &night).await;
    let begins = async || {
        rings(&app).await;
        let told = told(&app, LI).await;
        told.iter().filter(|text| text.contains("按计划")).count()
    };
    app.clock.advance(TimeDelta::minutes(35 * 60 + 59));
    assert_eq!(begins().await, 0);
    app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(begins().await, 1, "22:00");
    app.clock.advance(TimeDelta::hours(5));
    assert_eq!(begins().await, 1);
}

#[tokio::test]
async fn what_is_sudden_is_told_at_night_and_what_is_planned_in_the_morning() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let li = app.resident(LI).await;
    follows(&li, json!([{ "town": "nancheng" }])).await.is(200);
    // 23:00 in China.
    app.clock.advance(TimeDelta::hours(13));
    let mut burst = planned();
    burst["kind"] = json!("unplanned");
    burst["starts"] = json!("2026-11-24T15:00:00Z");
    let mut late = planned();
    late["starts"] = json!("2026-11-27T14:00:00Z");
    late["ends"] = json!("2026-11-27T20:00:00Z");
    posts(&dispatcher, &late).await;
    posts(&dispatcher, &burst).await;
    let now = told(&app, LI).await;
    assert!(now.len() == 1 && now[0].contains("突发停水"), "{now:?}");
    app.clock.advance(TimeDelta::hours(9));
    let later = told(&app, LI).await;
    assert!(later.len() == 2 && later[1].contains("停水通知"), "{later:?}");
}

#[tokio::test]
async fn emergency_water_is_told_once_a_delivery() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let li = app.resident(LI).await;
    follows(&li, json!([{ "town": "nancheng" }])).await.is(200);
    let burst = posts(&dispatcher, &sudden()).await;
    app.carried().await;
    let stop = |place: &str, hour: u32| {
        let at = |hour| format!("2026-11-24T{hour:02}:00:00Z");
        json!({ "town": "nancheng", "place": place, "from": at(hour), "until": at(hour + 1) })
    };
    let truck = json!({
        "truck": "粤S12345", "litres": 8000, "unit": "branch-nancheng",
        "stops": [stop("社区公园北门", 3), stop("元美花园东门", 4), stop("体育路8号", 5)],
    });
    let path = format!("/desk/outages/{}/deliveries", burst.id);
    dispatcher.post(&path).json(&truck).await.is(201);
    let told = told(&app, LI).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[1].contains("社区公园北门 今天 11:00–12:00;元美花园东门 今天 12:00–13:00等3处"),
        "{told:?}"
    );
}
