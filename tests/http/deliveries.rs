//! Emergency water: planned for an outage, looked for by residents, ticked off by the crew.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::{CrewDelivery, DeliveryView, OutageView, StopView};
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, Person, TestApp};

use crate::outages::{dispatcher, does, drafts, posts, sudden};

fn stop(place: &str, (from, until): (u32, u32)) -> Value {
    let at = |hour| format!("2026-11-24T{hour:02}:00:00Z");
    json!({ "town": "nancheng", "place": place, "from": at(from), "until": at(until) })
}

fn truck() -> Value {
    json!({
        "truck": " 粤S12345 ", "litres": 8000, "unit": "branch-nancheng",
        "stops": [stop("鸿福路社区公园北门", (3, 4)), stop("元美路东门", (4, 6))],
    })
}

async fn plans(person: &Person, notice: &OutageView, truck: &Value) -> Answer {
    person
        .post(&format!("/desk/outages/{}/deliveries", notice.id))
        .json(truck)
        .await
}

async fn planned(person: &Person, notice: &OutageView) -> DeliveryView {
    plans(person, notice, &truck()).await.is(201).read()
}

async fn near(app: &TestApp, query: &str) -> Vec<StopView> {
    app.passer_by().get(&format!("/water/near{query}")).await.is(200).read()
}

async fn gives(person: &Person, delivery: &DeliveryView, stop: usize, key: &str, litres: u32) -> Answer {
    person
        .post(&format!("/deliveries/{}/stops/{stop}/acts", delivery.id))
        .header("idempotency-key", key)
        .header("acted-ago", "1800")
        .json(&json!({ "litres": litres }))
        .await
}

#[tokio::test]
async fn residents_find_the_nearest_stop_of_what_was_posted() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let draft = drafts(&dispatcher, &sudden()).await;
    let mut mapped = truck();
    mapped["stops"][0]["point"] = json!("23.03000,113.75000");
    mapped["stops"][1]["point"] = json!("23.02000,113.75000");
    let delivery: DeliveryView = plans(&dispatcher, &draft, &mapped).await.is(201).read();
    assert_eq!(delivery.plan.truck, "粤S12345");
    assert!(near(&app, "").await.is_empty(), "nobody outside has seen the notice");
    does(&dispatcher, &draft, "post").await.is(200);
    let places = |stops: Vec<StopView>| {
        let places = stops.into_iter().map(|view| (view.stop.place, view.metres));
        places.collect::<Vec<_>>()
    };
    let (north, east) = ("鸿福路社区公园北门".to_owned(), "元美路东门".to_owned());
    assert_eq!(
        places(near(&app, "?town=nancheng&address=%E5%85%83%E7%BE%8E%E8%B7%AF8%E5%8F%B7").await),
        [(east.clone(), None), (north.clone(), None)]
    );
    assert_eq!(
        places(near(&app, "?point=23.02000,113.75000").await),
        [(east.clone(), Some(0)), (north, Some(1111))]
    );
    assert!(near(&app, "?town=humen").await.is_empty());
    app.clock.advance(TimeDelta::hours(3));
    assert_eq!(places(near(&app, "").await), [(east, None)], "the first is over");
    let wrong = app.passer_by().get("/water/near?point=here&town=nancheng").await;
    assert_eq!(wrong.fails(422, "invalid").flaws(), ["point not_a_point"]);
}

#[tokio::test]
async fn a_truck_is_at_one_place_at_a_time() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let notice = posts(&dispatcher, &sudden()).await;
    let mut wrong = truck();
    wrong["litres"] = json!(0);
    wrong["unit"] = json!("nobody");
    wrong["stops"][1]["from"] = json!("2026-11-24T03:30:00Z");
    let refused = plans(&dispatcher, &notice, &wrong).await.fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        ["litres too_small", "stops.1.from stop_overlaps", "unit not_a_unit"]
    );
    let delivery = planned(&dispatcher, &notice).await;
    let refused = plans(&dispatcher, &notice, &truck()).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["stops.0.from truck_taken"]);
    let path = format!("/desk/deliveries/{}", delivery.id);
    let change = json!({ "version": 1, "plan": truck() });
    let same = dispatcher.ask(Method::PUT, &path).json(&change).await.is(200);
    assert_eq!(same.read::<DeliveryView>().version, 2, "it is not in its own way");
    dispatcher
        .ask(Method::PUT, &path)
        .json(&change)
        .await
        .fails(409, "outage_changed");
    let gone = format!("{path}?version=2");
    dispatcher.ask(Method::DELETE, &gone).await.is(204);
    let left = format!("/desk/outages/{}/deliveries", notice.id);
    assert_eq!(dispatcher.get(&left).await.is(200).json(), json!([]));
    for person in [app.clerk("clerk").await, app.resident("13800000001").await] {
        plans(&person, &notice, &truck()).await.fails(403, "forbidden");
    }
}

#[tokio::test]
async fn the_crew_ticks_off_a_stop_once_with_its_true_time() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let crew = app.staff("crew", Role::Crew).await;
    let notice = posts(&dispatcher, &sudden()).await;
    let delivery = planned(&dispatcher, &notice).await;
    app.clock.advance(TimeDelta::hours(2));
    for _ in 0..2 {
        let view: DeliveryView = gives(&crew, &delivery, 0, "one", 3000).await.is(200).read();
        let given = view.given[0].as_ref().unwrap();
        assert_eq!(
            (given.litres, given.at.to_rfc3339().as_str()),
            (3000, "2026-11-24T03:30:00+00:00")
        );
        assert!(view.given[1].is_none());
    }
    gives(&crew, &delivery, 0, "two", 3000).await.fails(409, "not_now");
    gives(&crew, &delivery, 9, "three", 3000).await.fails(404, "not_found");
    let refused = gives(&crew, &delivery, 1, "four", 9000).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["litres too_big"]);
    gives(&app.clerk("clerk").await, &delivery, 1, "five", 1)
        .await
        .fails(403, "forbidden");
    let left = near(&app, "?town=nancheng").await;
    assert_eq!(left.len(), 1, "where water was given there is no more");

    let mut moved = truck();
    moved["stops"][0]["place"] = json!("别处");
    let change = json!({ "version": 1, "plan": moved });
    let path = format!("/desk/deliveries/{}", delivery.id);
    let refused = dispatcher.ask(Method::PUT, &path).json(&change).await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["plan.stops.0.place stop_given"]);
    dispatcher
        .ask(Method::DELETE, &format!("{path}?version=1"))
        .await
        .fails(409, "not_now");
}

async fn brings(crew: &Person) -> Vec<CrewDelivery> {
    crew.get("/crew/deliveries").await.is(200).read()
}

#[tokio::test]
async fn a_crew_sees_what_its_unit_brings_today_and_tomorrow_and_no_other_s() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let crew = app.crew("crew", "branch-nancheng").await;
    let mut named = sudden();
    named["areas"][0]["accounts"] = json!(["0769600001"]);
    let draft = drafts(&dispatcher, &named).await;
    let delivery = planned(&dispatcher, &draft).await;
    assert_eq!(brings(&crew).await, [], "its notice is not posted");
    does(&dispatcher, &draft, "post").await.is(200);
    let mut later = truck();
    later["truck"] = json!("粤S54321");
    later["stops"] = json!([{
        "town": "nancheng", "place": "体育路", "from": "2026-11-26T03:00:00Z", "until": "2026-11-26T04:00:00Z",
    }]);
    plans(&dispatcher, &draft, &later).await.is(201);

    let seen = brings(&crew).await;
    assert_eq!(seen.len(), 1, "the other comes the day after tomorrow");
    assert_eq!(seen[0].delivery, delivery);
    assert_eq!(seen[0].areas[0].words, "鸿福路一带");
    assert!(seen[0].areas[0].accounts.is_empty());
    for other in [
        app.crew("other", "network").await,
        app.staff("nowhere", Role::Crew).await,
    ] {
        assert_eq!(brings(&other).await, []);
    }
    for person in [&dispatcher, &app.guest().await] {
        person.get("/crew/deliveries").await.fails(403, "forbidden");
    }
    app.passer_by().get("/crew/deliveries").await.fails(401, "sign_in");

    app.clock.advance(TimeDelta::hours(5));
    gives(&crew, &delivery, 1, "late", 4000).await.is(200);
    let seen = brings(&crew).await;
    let given: Vec<_> = seen[0].delivery.given.iter().map(Option::is_some).collect();
    assert_eq!(given, [false, true], "it is over, and can be ticked off today");
}
