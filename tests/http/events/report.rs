//! What came of events: of one, and of all in a period.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::{EventOutcome, EventReport};
use shuiting_shared::case::Role;
use shuiting_shared::event::Figures;
use shuiting_tests::{TestApp, leak, pdf, pictures};

use super::{planned, published};
use crate::cases::finishes;

const NOVEMBER: &str = "from=2026-11-01&to=2026-11-30";

#[tokio::test]
async fn only_what_was_held_counts() {
    let app = TestApp::new().await;
    let (clerk, crew) = (app.clerk("clerk").await, app.staff("crew", Role::Crew).await);
    let event = published(&clerk).await;
    planned(&clerk).await;
    let cancelled = published(&clerk).await;
    super::does(
        &clerk,
        &cancelled.id,
        "cancel",
        &json!({ "version": 2, "reason": "下雨" }),
    )
    .await
    .is(200);
    let path = format!("/desk/reports/events?{NOVEMBER}");
    let before: EventReport = crew.get(&path).await.is(200).read();
    assert_eq!(
        (before.total, before.events.len()),
        (Figures::default(), 0),
        "it is still to come"
    );
    app.clock.advance(TimeDelta::days(4));
    let report: EventReport = crew.get(&path).await.is(200).read();
    assert_eq!(report.total.events, 1);
    assert_eq!(report.events[0].id, event.id);
    let december: EventReport = crew
        .get("/desk/reports/events?from=2026-12-01&to=2026-12-31")
        .await
        .is(200)
        .read();
    assert_eq!(december.total.events, 0);
}

#[tokio::test]
async fn it_is_had_as_a_table_and_on_paper() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    published(&clerk).await;
    app.clock.advance(TimeDelta::days(4));
    let table = clerk.get(&format!("/desk/reports/events.csv?{NOVEMBER}")).await.is(200);
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    let paper = clerk
        .get(&format!("/desk/reports/events.pdf?{NOVEMBER}&lang=en"))
        .await
        .is(200);
    assert!(pdf::info(&paper.body).contains("Tagged:          yes"));
    assert!(pdf::text(&paper.body).contains("Events held"));
    insta::assert_snapshot!(table.text());
}

#[tokio::test]
async fn a_period_must_be_one_and_is_for_staff() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let ask = |query: &str| clerk.get(&format!("/desk/reports/events?{query}"));
    let refused = ask("from=2026-11-02&to=2026-11-01").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["to day_past"]);
    let refused = ask("from=2026-11-02&to=2029-11-01").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["to day_too_late"]);
    let refused = ask("from=2026-11-02").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["to missing"]);
    app.resident("13800000001")
        .await
        .get(&format!("/desk/reports/events?{NOVEMBER}"))
        .await
        .fails(403, "forbidden");
}

#[tokio::test]
async fn photos_are_added_once_it_has_begun_and_seen_by_staff_alone() {
    let app = TestApp::new().await;
    let (clerk, crew) = (app.clerk("clerk").await, app.staff("crew", Role::Crew).await);
    let event = published(&clerk).await;
    let photo = clerk.uploads(&pictures::jpeg(40, 30)).await;
    let path = format!("/desk/events/{}/photos", event.id);
    let adds = |photo: &str| clerk.post(&path).json(&json!({ "photos": [photo] }));
    adds(&photo).await.fails(409, "not_now");
    app.clock.advance(TimeDelta::days(4));
    let outcome: EventOutcome = adds(&photo).await.is(200).read();
    assert_eq!(outcome.photos, std::slice::from_ref(&photo));
    crew.get(&format!("/attachments/{photo}")).await.is(200);
    app.resident("13800000001")
        .await
        .get(&format!("/attachments/{photo}"))
        .await
        .fails(404, "not_found");
    let refused = adds(&photo).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["photos no_such_photo"], "it is there already");
    let others = crew.uploads(&pictures::jpeg(50, 30)).await;
    adds(&others).await.fails(422, "invalid");

    let gone = format!("{path}/{photo}");
    let outcome: EventOutcome = clerk.ask(Method::DELETE, &gone).await.is(200).read();
    assert!(outcome.photos.is_empty());
    clerk.ask(Method::DELETE, &gone).await.fails(404, "not_found");
    crew.get(&format!("/attachments/{photo}")).await.fails(404, "not_found");
}

#[tokio::test]
async fn what_was_filed_counted_and_needed_there_stands_in_the_report() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let li = app.resident("13800000001").await;
    let event = published(&clerk).await;
    li.ask(Method::PUT, "/me/volunteer")
        .json(&json!({ "kind": "party", "name": "李明" }))
        .await
        .is(200);
    li.ask(Method::PUT, &format!("/events/{}/shifts/0", event.id))
        .await
        .is(200);
    // An hour after it has begun.
    app.clock.advance(TimeDelta::days(4));
    for (key, kind, subject, count) in [
        ("1", "served", None, 7),
        ("2", "served", None, -2),
        ("3", "shown", Some("TRANS"), 3),
        ("4", "shown", Some("BILL"), 1),
        ("5", "pipe", None, 2),
        ("6", "tap", None, 4),
        ("7", "swapped", None, 1),
    ] {
        let mut act = json!({ "kind": kind, "count": count });
        if let Some(subject) = subject {
            act["subject"] = json!(subject);
        }
        li.post(&format!("/events/{}/acts", event.id))
            .header("idempotency-key", key)
            .json(&act)
            .await
            .is(200);
    }
    let there = |mut filing: Value| {
        filing["event"] = json!(event.id);
        filing
    };
    let need = json!({ "service": "COMP", "answers": {
        "category": "supply", "words": "六楼水压小", "phone": "13800000001",
    } });
    let (leak_there, elsewhere) = (li.files(&there(leak())).await, li.files(&leak()).await);
    let need = li.files(&there(need)).await;
    for number in [&leak_there, &elsewhere] {
        finishes(&clerk, number).await;
        li.acts(number, json!({ "verb": "rate", "level": "good" })).await;
    }
    let path = format!("/desk/reports/events?{NOVEMBER}");
    let report: EventReport = clerk.get(&path).await.is(200).read();
    let told = Figures {
        events: 1,
        people: 5,
        shown: 4,
        checks: 6,
        swapped: 1,
        filed: 1,
        finished: 1,
        needs: 1,
        rated: 1,
        satisfied: 1,
        ..Figures::default()
    };
    assert_eq!(report.total, told);
    assert_eq!(report.events[0].figures, told);
    let shown: Vec<_> = report
        .shown
        .iter()
        .map(|shown| (shown.service.code(), shown.count))
        .collect();
    assert_eq!(shown, [("TRANS", 3), ("BILL", 1)]);

    finishes(&clerk, &need).await;
    let later: EventReport = clerk.get(&path).await.is(200).read();
    assert_eq!((later.total.needs, later.total.solved), (1, 1));
}
