//! What dispatch does with work orders, through HTTP: joining, splitting, sending back, watching, urging.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_shared::case::{Event, Role, Status, Verb};
use shuiting_shared::order::{Clock, Kind};
use shuiting_tests::{Person, TestApp, leak};

use super::{NANCHENG, board, complaint, leak_in, passes};

const PHONE: &str = "13800000001";

struct Office {
    app: TestApp,
    resident: Person,
    dispatcher: Person,
    supervisor: Person,
}

async fn office() -> Office {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    app.hires("chief", Role::Supervisor, Some("13900000001")).await;
    let supervisor = app.staff("boss", Role::Supervisor).await;
    Office {
        app,
        resident,
        dispatcher,
        supervisor,
    }
}

fn finish() -> serde_json::Value {
    json!({ "verb": "finish", "result": "换了一段水管", "parts": [{ "name": "PE管 DN25", "count": 2 }] })
}

#[tokio::test]
async fn joined_cases_finish_together_and_all_who_reported_hear() {
    let Office {
        app,
        resident,
        dispatcher,
        ..
    } = office().await;
    let neighbour = app.resident("13800000002").await;
    let lead = resident.files(&leak()).await;
    let other = neighbour.files(&leak_in("nancheng", "flow", "13800000002")).await;
    let join = |into: &str| json!({ "verb": "join", "into": into });
    let unknown = shuiting_shared::number::CaseNumber::from_index(7).to_string();
    for strange in [&other, &unknown] {
        let refused = dispatcher.tries(&other, join(strange)).await;
        assert_eq!(refused.fails(422, "invalid").flaws(), ["into not_a_choice"]);
    }
    let joined = dispatcher.acts(&other, join(&lead)).await;
    let order = joined.work_order.unwrap();
    assert_eq!(order.order.lead.unwrap().to_string(), lead);
    let told = neighbour.looks_at(&other).await;
    let says = told
        .timeline
        .iter()
        .any(|entry| entry.event == Event::Joined { into: None });
    assert!(
        says,
        "whoever reported is not told another's number: {:?}",
        told.timeline
    );
    let view = dispatcher.looks_at(&lead).await.work_order.unwrap();
    assert_eq!(view.joined, [told.line.number]);

    passes(&dispatcher, &lead, NANCHENG).await;
    let done = dispatcher.acts(&lead, finish()).await;
    assert_eq!(done.line.status, Status::Finished);
    let parts = done.timeline.iter().find_map(|entry| match &entry.event {
        Event::Finished { parts, .. } => Some(parts.clone()),
        _ => None,
    });
    assert_eq!(parts.unwrap()[0].count, 2);
    assert_eq!(neighbour.looks_at(&other).await.line.status, Status::Finished);
    let heard = app.messages_to("13800000002").await;
    assert!(heard.last().unwrap().contains("换了一段水管"), "{heard:?}");
}

#[tokio::test]
async fn a_part_is_an_order_of_its_own_on_which_the_whole_waits() {
    let Office {
        app: _app,
        resident,
        dispatcher,
        ..
    } = office().await;
    let whole = resident.files(&leak()).await;
    passes(&dispatcher, &whole, NANCHENG).await;
    let split = json!({ "verb": "split", "unit": "works", "words": "恢复路面" });
    let view = dispatcher.acts(&whole, split).await;
    let part = view.work_order.unwrap().parts[0].to_string();
    dispatcher.tries(&whole, finish()).await.fails(409, "parts_open");
    let of_works = board(&dispatcher, "?unit=works").await;
    assert_eq!(of_works.units[0].next[0].case.number.to_string(), part);
    let view = dispatcher.looks_at(&part).await;
    assert!(
        !view.allowed.contains(&Verb::Split) && !view.allowed.contains(&Verb::Join),
        "{:?}",
        view.allowed
    );
    dispatcher
        .acts(&part, json!({ "verb": "finish", "result": "路面已恢复" }))
        .await;

    let view = dispatcher.looks_at(&whole).await;
    let done = view
        .timeline
        .iter()
        .any(|entry| matches!(entry.event, Event::PartDone { .. }));
    assert!(done, "{:?}", view.timeline);
    dispatcher.acts(&whole, finish()).await;
    let theirs = resident.lists().await;
    assert_eq!(theirs.len(), 1, "the resident has one case");
    let view = resident.looks_at(&whole).await;
    let inside = |event: &Event| matches!(event, Event::Split { .. } | Event::PartDone { .. });
    assert!(!view.timeline.iter().any(|entry| inside(&entry.event)));
    dispatcher
        .tries(&whole, json!({ "verb": "split", "unit": "moon", "words": "看一下" }))
        .await
        .fails(409, "not_now");
}

#[tokio::test]
async fn what_units_send_back_twice_the_supervisors_hear_of() {
    let Office {
        app,
        resident,
        dispatcher,
        ..
    } = office().await;
    let crew = app.staff("crew", Role::Crew).await;
    let number = resident.files(&leak()).await;
    for times in 1..=2_usize {
        passes(&dispatcher, &number, NANCHENG).await;
        crew.tries(&number, json!({ "verb": "return", "reason": "" }))
            .await
            .fails(422, "invalid");
        let view = crew
            .acts(&number, json!({ "verb": "return", "reason": "是小区内部管道" }))
            .await;
        assert_eq!((view.line.status, view.line.unit.clone()), (Status::Filed, None));
        assert_eq!(usize::from(view.work_order.unwrap().order.returned), times);
        let heard = app.messages_to("13900000001").await;
        assert_eq!(heard.len(), times - 1, "{heard:?}");
    }
    let told = resident.looks_at(&number).await;
    assert!(
        !told
            .timeline
            .iter()
            .any(|entry| matches!(entry.event, Event::Returned { .. }))
    );
    assert_eq!(board(&dispatcher, "?unit=none").await.units[0].load.open, 1);
}

#[tokio::test]
async fn a_supervisor_watches_and_whoever_has_it_hears() {
    let Office {
        app,
        resident,
        dispatcher,
        supervisor,
        ..
    } = office().await;
    let number = resident.files(&leak()).await;
    passes(&dispatcher, &number, NANCHENG).await;
    app.hires("master", Role::Crew, Some("13900000005")).await;
    dispatcher
        .acts(&number, json!({ "verb": "assign", "to": "master" }))
        .await;
    let watch = json!({ "verb": "supervise", "words": "今天务必修好" });
    dispatcher.tries(&number, watch.clone()).await.fails(409, "not_now");
    let view = supervisor.acts(&number, watch).await;
    assert!(view.work_order.unwrap().order.supervised);
    let heard = app.messages_to("13900000005").await;
    assert!(heard.last().unwrap().contains("今天务必修好"), "{heard:?}");
}

#[tokio::test]
async fn a_hard_one_takes_longer_once_and_the_resident_hears_why() {
    let Office {
        app,
        resident,
        dispatcher,
        ..
    } = office().await;
    let number = resident.files(&complaint("quality")).await;
    dispatcher.acts(&number, json!({ "verb": "take" })).await;
    let finish = |view: &shuiting_shared::api::CaseView| {
        let order = view.work_order.as_ref().unwrap();
        assert_eq!(order.order.kind, Kind::Qual);
        order.order.hand(Clock::Finish).unwrap().due
    };
    let before = finish(&dispatcher.looks_at(&number).await);
    let extend = json!({ "verb": "extend", "reason": "要送检化验" });
    let view = dispatcher.acts(&number, extend.clone()).await;
    assert_eq!(
        finish(&view) - before,
        TimeDelta::days(6),
        "a week in place of 24 hours"
    );
    assert_eq!(view.promised, Some(finish(&view)));
    let heard = app.messages_to(PHONE).await;
    assert!(heard.last().unwrap().contains("要送检化验"), "{heard:?}");
    dispatcher.tries(&number, extend).await.fails(409, "not_now");
    let leak = resident.files(&leak()).await;
    let view = dispatcher.looks_at(&leak).await;
    assert!(!view.allowed.contains(&Verb::Extend), "a leak has no longer limit");
}

#[tokio::test]
async fn a_supervisor_reopens_what_is_not_done() {
    let Office {
        app: _app,
        resident,
        dispatcher,
        supervisor,
    } = office().await;
    let number = resident.files(&leak()).await;
    passes(&dispatcher, &number, NANCHENG).await;
    dispatcher.acts(&number, finish()).await;
    let reopen = json!({ "verb": "reopen", "reason": "住户说还在漏" });
    dispatcher.tries(&number, reopen.clone()).await.fails(409, "not_now");
    let view = supervisor.acts(&number, reopen).await;
    assert_eq!(view.line.status, Status::Reopened);
    let order = view.work_order.unwrap().order;
    assert_eq!(order.next().unwrap().0, Clock::Finish, "it has a limit anew");
    assert_eq!(board(&dispatcher, "").await.units[0].load.open, 1);
}

#[tokio::test]
async fn staff_urge_for_a_caller_what_is_late() {
    let Office {
        app,
        resident,
        dispatcher,
        supervisor,
    } = office().await;
    let agent = app.staff("agent", Role::Agent).await;
    let number = resident.files(&leak()).await;
    agent
        .tries(&number, json!({ "verb": "urge" }))
        .await
        .fails(409, "not_now");
    app.clock.advance(TimeDelta::hours(1));
    let view = agent.acts(&number, json!({ "verb": "urge" })).await;
    assert_eq!(view.line.urges, 1);
    for person in [&agent, &dispatcher, &supervisor, &resident] {
        person
            .tries(&number, json!({ "verb": "urge" }))
            .await
            .fails(409, "urged_today");
    }
}

#[tokio::test]
async fn another_kind_has_another_priority_and_another_unit() {
    let Office {
        app: _app,
        resident,
        dispatcher,
        ..
    } = office().await;
    let number = resident.files(&complaint("other")).await;
    let before = dispatcher.looks_at(&number).await.work_order.unwrap();
    assert_eq!(
        (before.order.kind, before.proposed.as_deref()),
        (Kind::Consult, Some("supply"))
    );
    let view = dispatcher
        .acts(&number, json!({ "verb": "sort", "kind": "SECOND" }))
        .await;
    let after = view.work_order.unwrap();
    assert_eq!((after.order.kind, after.order.priority), (Kind::Second, 2));
    assert_eq!(after.proposed.as_deref(), Some("enterprises"));
    assert_eq!(board(&dispatcher, "?kind=SECOND").await.units[0].load.open, 1);
    resident
        .tries(&number, json!({ "verb": "sort", "kind": "BURST" }))
        .await
        .fails(409, "not_now");
}
