//! What is printed: the poster, and a volunteer's certificate.

use reqwest::Method;
use serde_json::json;
use shuiting_server::clock::Clock as _;
use shuiting_server::print::{Certificate, certificate};
use shuiting_shared::api::{EventOutcome, MinuteCode};
use shuiting_shared::house::House;
use shuiting_shared::words::Lang;
use shuiting_tests::{TestApp, pdf};

use super::{does, planned, published};

/// The text of papers, without the blanks that set it apart on the page.
fn told(papers: &[Vec<u8>]) -> String {
    let text: String = papers.iter().map(|paper| pdf::text(paper)).collect();
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn the_poster_says_what_when_and_where() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let draft = planned(&clerk).await;
    let path = format!("/desk/events/{}/poster.pdf", draft.id);
    clerk.get(&path).await.fails(409, "not_now");
    app.resident("13800000001")
        .await
        .get(&path)
        .await
        .fails(403, "forbidden");
    let event = published(&clerk).await;
    let path = format!("/desk/events/{}/poster.pdf", event.id);
    let mut papers = Vec::new();
    for lang in ["zh", "en"] {
        let paper = clerk.get(&format!("{path}?lang={lang}")).await.is(200);
        assert_eq!(paper.header("content-type"), "application/pdf");
        let info = pdf::info(&paper.body);
        assert!(info.contains("Tagged:          yes") && info.contains("(A3)"), "{info}");
        assert!(info.contains("Pages:           1"), "{info}");
        papers.push(paper.body);
    }
    insta::assert_snapshot!(told(&papers));
    does(&clerk, &event.id, "cancel", &json!({ "version": 2, "reason": "下雨" }))
        .await
        .is(200);
    clerk.get(&path).await.fails(409, "not_now");
}

#[tokio::test]
async fn a_title_of_any_length_leaves_room_for_the_code() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut plan = super::plan();
    plan["title"] = json!("水".repeat(30));
    plan["community"] = json!("区".repeat(60));
    plan["place"] = json!("位".repeat(60));
    plan["topics"] = json!(["hall", "filing", "bills", "tariff", "quality", "pipes", "saving"]);
    plan["words"] = json!("");
    let event: shuiting_shared::api::EventView = clerk.post("/desk/events").json(&plan).await.is(201).read();
    does(&clerk, &event.id, "publish", &json!({ "version": 1 }))
        .await
        .is(200);
    let paper = clerk
        .get(&format!("/desk/events/{}/poster.pdf", event.id))
        .await
        .is(200);
    assert!(pdf::info(&paper.body).contains("Pages:           1"));
}

#[test]
fn the_certificate_says_who_served_and_how_long() {
    let served = Certificate {
        number: "V2026-0001".into(),
        name: "欧阳嘉怡".into(),
        turns: 12,
        minutes: 2190,
        period: ("2026-01-01".parse().unwrap(), "2026-11-28".parse().unwrap()),
        day: "2026-11-28".parse().unwrap(),
    };
    let papers = [Lang::Zh, Lang::En].map(|lang| {
        let paper = certificate(&served, &House::dongguan(), lang).map_err(|failure| failure.to_string());
        let paper = paper.unwrap();
        let info = pdf::info(&paper);
        assert!(info.contains("841.89 x 595.276") || info.contains("(A4)"), "{info}");
        assert!(info.contains("Pages:           1"), "{info}");
        paper
    });
    insta::assert_snapshot!(told(&papers));
}

#[tokio::test]
async fn a_volunteer_has_a_certificate_once_they_have_been_to_an_event() {
    let app = TestApp::new().await;
    let (clerk, li) = (app.clerk("clerk").await, app.resident("13800000001").await);
    let path = "/me/volunteer/certificate.pdf";
    li.get(path).await.fails(403, "not_a_volunteer");
    let me = json!({ "kind": "youth", "name": "李明" });
    li.ask(Method::PUT, "/me/volunteer").json(&me).await.is(200);
    let event = published(&clerk).await;
    li.ask(Method::PUT, &format!("/events/{}/shifts/0", event.id))
        .await
        .is(200);
    li.get(path).await.fails(404, "not_found");

    for (way, until) in [("in", event.plan.shifts[0].starts), ("out", event.plan.shifts[0].ends)] {
        app.clock.advance(until - app.clock.now());
        let codes: Vec<MinuteCode> = clerk.get(&format!("/events/{}/codes", event.id)).await.is(200).read();
        let code = codes.into_iter().find(|code| code.at == until).unwrap().code;
        li.post(&format!("/events/{}/turns", event.id))
            .header("idempotency-key", way)
            .json(&json!({ "way": way, "code": code }))
            .await
            .is(200);
    }
    let paper = li.get(path).await.is(200);
    let text = told(&[paper.body]);
    for said in [
        "李明",
        "1次，共计2小时。",
        "2026年1月1日至2026年11月28日",
        "编号：20261128-",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let again = told(&[li.get(path).await.is(200).body]);
    assert_eq!(again, text, "the same turns have the same number");
    li.get(&format!("{path}?from=2026-01-01&to=2026-11-27"))
        .await
        .fails(404, "not_found");
    let refused = li.get(&format!("{path}?from=2026-12-01")).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["to day_past"]);
    clerk.get(path).await.fails(403, "forbidden");

    // The turn counts in the report of the event as well.
    let outcome: EventOutcome = clerk
        .get(&format!("/desk/events/{}/report", event.id))
        .await
        .is(200)
        .read();
    assert_eq!((outcome.figures.turns, outcome.figures.minutes), (1, 120));
}
