//! Community events: planned at the desk, read and followed in the hall.

mod calendar;
mod change;
mod follow;
mod papers;
mod report;

use serde_json::{Value, json};
use shuiting_shared::api::EventView;
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, Person, TestApp};

/// On Friday morning in four days.
pub(crate) fn plan() -> Value {
    json!({
        "title": " 供水服务进社区 ", "town": "nancheng", "community": "元美社区", "place": "广场东侧",
        "starts": "2026-11-28T01:00:00Z", "ends": "2026-11-28T04:00:00Z",
        "topics": ["quality", "hall"], "tasks": ["show", "help"],
        "shifts": [
            { "starts": "2026-11-28T01:00:00Z", "ends": "2026-11-28T03:00:00Z", "places": 5 },
            { "starts": "2026-11-28T02:00:00Z", "ends": "2026-11-28T04:00:00Z", "places": 5 },
        ],
        "words": "带上水费单,现场帮您看",
    })
}

/// An event as the desk's planner has just planned it.
async fn planned(planner: &Person) -> EventView {
    planner.post("/desk/events").json(&plan()).await.is(201).read()
}

/// The same, which everybody sees.
pub(crate) async fn published(planner: &Person) -> EventView {
    let event = planned(planner).await;
    let verb = json!({ "version": event.version });
    does(planner, &event.id, "publish", &verb).await.is(200).read()
}

/// Does something with an event.
async fn does(planner: &Person, id: &str, verb: &str, body: &Value) -> Answer {
    planner.post(&format!("/desk/events/{id}/{verb}")).json(body).await
}

/// What somebody is told of all events.
async fn lists(person: &Person, query: &str) -> Vec<EventView> {
    person.get(&format!("/events{query}")).await.is(200).read()
}

#[tokio::test]
async fn a_draft_is_for_staff_until_it_is_published() {
    let app = TestApp::new().await;
    let (clerk, crew, anybody) = (
        app.clerk("li").await,
        app.staff("crew", Role::Crew).await,
        app.passer_by(),
    );
    let draft = planned(&clerk).await;
    assert_eq!((draft.plan.title.as_str(), draft.version), ("供水服务进社区", 1));
    assert_eq!(lists(&crew, "").await, std::slice::from_ref(&draft));
    assert!(lists(&anybody, "").await.is_empty());
    let path = format!("/events/{}", draft.id);
    anybody.get(&path).await.fails(404, "not_found");
    anybody.get(&format!("{path}.ics")).await.fails(404, "not_found");

    let verb = json!({ "version": 1 });
    let event: EventView = does(&clerk, &draft.id, "publish", &verb).await.is(200).read();
    assert_eq!(event.version, 2);
    assert_eq!(lists(&anybody, "?town=nancheng").await, std::slice::from_ref(&event));
    assert!(lists(&anybody, "?town=humen").await.is_empty());
    assert_eq!(anybody.get(&path).await.is(200).read::<EventView>(), event);
    does(&clerk, &draft.id, "publish", &json!({ "version": 2 }))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn those_to_come_come_first_to_last_and_those_over_last_to_first() {
    let app = TestApp::new().await;
    let clerk = app.clerk("li").await;
    for day in ["28", "26", "27"] {
        let text = plan().to_string().replace("2026-11-28", &format!("2026-11-{day}"));
        let event: EventView = clerk
            .post("/desk/events")
            .json(&serde_json::from_str::<Value>(&text).unwrap())
            .await
            .is(201)
            .read();
        does(&clerk, &event.id, "publish", &json!({ "version": 1 }))
            .await
            .is(200);
    }
    let days = |events: Vec<EventView>| {
        let days = events.iter().map(|event| event.plan.starts.format("%d").to_string());
        days.collect::<Vec<_>>()
    };
    app.clock.advance(chrono::TimeDelta::hours(3 * 24 + 3));
    let anybody = app.passer_by();
    assert_eq!(days(lists(&anybody, "").await), ["28"]);
    assert_eq!(days(lists(&anybody, "?past=true").await), ["27", "26"]);
    assert_eq!(
        days(lists(&anybody, "?from=2026-11-27&to=2026-11-28").await),
        ["27", "28"],
        "of these days all, over or not"
    );
}

#[tokio::test]
async fn only_those_who_know_plan_them() {
    let app = TestApp::new().await;
    let clerk = app.clerk("li").await;
    let draft = planned(&clerk).await;
    let others = [
        app.staff("crew", Role::Crew).await,
        app.staff("agent", Role::Agent).await,
        app.resident("13800000001").await,
    ];
    for person in others {
        person.post("/desk/events").json(&plan()).await.fails(403, "forbidden");
        does(&person, &draft.id, "publish", &json!({ "version": 1 }))
            .await
            .fails(403, "forbidden");
        let path = format!("/desk/events/{}", draft.id);
        person.ask(reqwest::Method::DELETE, &path).await.fails(403, "forbidden");
    }
}

#[tokio::test]
async fn what_is_no_plan_is_refused_beside_its_fields() {
    let app = TestApp::new().await;
    let clerk = app.clerk("li").await;
    let mut wrong = plan();
    wrong["title"] = json!("");
    wrong["town"] = json!("番禺");
    wrong["ends"] = json!("2026-11-28T17:00:00Z");
    wrong["topics"] = json!([]);
    wrong["shifts"][1]["places"] = json!(0);
    let refused = clerk.post("/desk/events").json(&wrong).await.fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        [
            "ends not_that_day",
            "shifts.1.places too_small",
            "title missing",
            "topics missing",
            "town not_a_town"
        ]
    );
}
