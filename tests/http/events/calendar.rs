//! The calendar file, read by a parser that is not ours.

use icalendar::{Calendar, Component as _, DatePerhapsTime, Event, EventLike as _};
use reqwest::Method;
use serde_json::json;
use shuiting_tests::TestApp;

use super::{does, published};

/// The file as it came, and the one event in it.
async fn file(app: &TestApp, id: &str) -> (Calendar, Event) {
    let answer = app.passer_by().get(&format!("/events/{id}.ics")).await.is(200);
    assert!(answer.header("content-type").starts_with("text/calendar"), "{answer:?}");
    let text = answer.text();
    // RFC 5545: lines end in CRLF and have at most 75 bytes.
    assert!(
        text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')),
        "{text}"
    );
    let calendar: Calendar = text.parse().unwrap();
    let event = calendar.events().next().unwrap().clone();
    assert_eq!(calendar.events().count(), 1);
    (calendar, event)
}

fn said(event: &Event, key: &str) -> String {
    event.property_value(key).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn it_reads_back_grows_with_each_move_and_says_when_it_is_cancelled() {
    let app = TestApp::with(|means| means.url = Some("https://water.example.org".to_owned())).await;
    let clerk = app.clerk("clerk").await;
    let event = published(&clerk).await;
    let (calendar, first) = file(&app, &event.id).await;
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    assert_eq!(first.get_summary(), Some("供水服务进社区"));
    assert_eq!(first.get_location(), Some("南城元美社区 广场东侧"));
    assert_eq!(
        first.get_url(),
        Some(format!("https://water.example.org/events/{}", event.id).as_str())
    );
    assert_eq!(
        first.get_start(),
        Some(DatePerhapsTime::from(event.plan.starts)),
        "a moment, whatever the zone"
    );
    assert_eq!(first.get_end(), Some(DatePerhapsTime::from(event.plan.ends)));
    assert!(first.get_description().unwrap().contains("水质检测"));

    let mut plan = serde_json::to_value(&event.plan).unwrap();
    plan["place"] = json!("会所;二楼,左转");
    let change = json!({ "version": 2, "plan": plan, "reason": "下雨" });
    let path = format!("/desk/events/{}", event.id);
    clerk.ask(Method::PATCH, &path).json(&change).await.is(200);
    let (_, moved) = file(&app, &event.id).await;
    assert_eq!(moved.get_location(), Some("南城元美社区 会所;二楼,左转"));

    does(&clerk, &event.id, "cancel", &json!({ "version": 3, "reason": "台风" }))
        .await
        .is(200);
    let (calendar, cancelled) = file(&app, &event.id).await;
    assert_eq!(calendar.property_value("METHOD"), Some("CANCEL"));
    let all = [first, moved, cancelled];
    let sequences = all.each_ref().map(|event| event.get_sequence().unwrap());
    assert!(sequences.is_sorted_by(|one, next| one < next), "{sequences:?}");
    assert_eq!(
        all.each_ref().map(|event| said(event, "STATUS")),
        ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    );
    let uids = all.each_ref().map(|event| event.get_uid().unwrap().to_owned());
    assert_eq!(uids, [0; 3].map(|_| format!("{}@shuiting", event.id)));
}
