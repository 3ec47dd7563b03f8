//! What an agent sees of a call, and what becomes of it.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{CallerView, PastCall, StreetView};
use shuiting_shared::call::Outcome;
use shuiting_shared::call::figures::CallFigures;
use shuiting_shared::case::Role;
use shuiting_shared::order::Kind;
use shuiting_tests::{ACCOUNTS, Answer, Person, account_line, file_of, leak};

use crate::outages::{does, drafts, sudden};

use super::{connected, happens, sees};

/// The phone under which 张三丰's water account is registered.
const PHONE: &str = "13800001234";
const ACCOUNT: &str = "0769123456";

async fn concludes(person: &Person, id: &str, said: Value) -> Answer {
    person.post(&format!("/desk/calls/{id}/outcome")).json(&said).await
}

fn article(question: &str) -> Value {
    json!({
        "question": { "zh": question, "en": "How do I pay" },
        "answer": { "zh": "在水厅", "en": "In the hall" },
    })
}

/// What is known of whoever calls now.
async fn caller(person: &Person) -> CallerView {
    sees(person).await.call.unwrap().caller.unwrap()
}

#[tokio::test]
async fn who_it_may_be_is_there_before_anybody_says_hello() {
    let app = connected().await;
    let (agent, dispatcher) = (
        app.staff("agent", Role::Agent).await,
        app.staff("dispatcher", Role::Dispatcher).await,
    );
    app.place
        .takes(Subject::Accounts, &file_of(ACCOUNTS, &[account_line(ACCOUNT)]));
    let resident = app.resident(PHONE).await;
    let mut filing = leak();
    filing["answers"]["phone"] = json!(PHONE);
    let number = resident.files(&filing).await;
    happens(&app, "before", "answered", Some(PHONE)).await.is(200);
    concludes(&agent, "before", json!({ "outcome": "standing", "number": number }))
        .await
        .is(200);
    app.clock.advance(TimeDelta::minutes(1));

    happens(&app, "now", "ringing", Some(PHONE)).await.is(200);
    let known = caller(&agent).await;
    let [account] = &known.accounts[..] else {
        panic!("{known:?}")
    };
    assert_eq!((account.number.as_str(), account.holder.as_str()), (ACCOUNT, "张**"));
    assert_eq!(known.name.as_deref(), Some("张三丰"));
    assert_eq!(known.cases.len(), 1);
    assert_eq!(known.cases[0].number.to_string(), number);
    let [past] = &known.calls[..] else { panic!("{known:?}") };
    assert_eq!(
        (past.outcome, past.number.unwrap().to_string()),
        (Some(Outcome::Standing), number)
    );
    assert_eq!(known.outages, []);

    // Water is off where they live.
    let mut notice = sudden();
    notice["areas"] = json!([{ "town": account.town, "words": "一带", "streets": [account.address] }]);
    let notice = drafts(&dispatcher, &notice).await;
    does(&dispatcher, &notice, "post").await.is(200);
    assert_eq!(caller(&agent).await.outages.len(), 1);
}

#[tokio::test]
async fn a_stranger_is_one() {
    let app = connected().await;
    let agent = app.staff("agent", Role::Agent).await;
    happens(&app, "1", "ringing", Some("076922000000")).await.is(200);
    let known = caller(&agent).await;
    assert_eq!((known.phone.as_str(), known.name.as_deref()), ("076922000000", None));
    assert!(known.accounts.is_empty() && known.cases.is_empty() && known.calls.is_empty());
}

#[tokio::test]
async fn every_call_has_an_outcome_in_the_end() {
    let app = connected().await;
    let (agent, boss) = (
        app.staff("agent", Role::Agent).await,
        app.staff("boss", Role::Supervisor).await,
    );
    let article = boss
        .post("/desk/articles")
        .json(&article("水费怎么交"))
        .await
        .is(201)
        .json()["id"]
        .clone();
    happens(&app, "1", "answered", Some(PHONE)).await.is(200);
    let solved: PastCall = concludes(&agent, "1", json!({ "outcome": "solved", "article": article }))
        .await
        .is(200)
        .read();
    assert_eq!(solved.article.unwrap().zh, "水费怎么交");
    assert_eq!(sees(&agent).await.call, None, "it waits for nothing more");

    // Another agent's call is not there, and what is not there cannot have been the matter.
    happens(&app, "2", "answered", None).await.is(200);
    concludes(&boss, "2", json!({ "outcome": "nothing" }))
        .await
        .fails(404, "not_found");
    for outcome in ["order", "urged", "standing"] {
        let refused = concludes(&agent, "2", json!({ "outcome": outcome })).await;
        assert_eq!(refused.fails(422, "invalid").flaws(), ["number missing"]);
    }
    let refused = concludes(&agent, "2", json!({ "outcome": "solved", "article": "nowhere" })).await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["article not_a_choice"]);
    let none = json!({ "outcome": "order", "number": "7F2-0391" });
    assert!(concludes(&agent, "2", none).await.status >= 400);

    let number = agent.files_for(&leak()).await;
    concludes(&agent, "2", json!({ "outcome": "order", "number": number }))
        .await
        .is(200);
    // What is said later counts.
    concludes(&agent, "2", json!({ "outcome": "urged", "number": number }))
        .await
        .is(200);
    concludes(&agent, "2", json!({ "outcome": "order", "number": number }))
        .await
        .is(200);
    happens(&app, "3", "ringing", None).await.is(200);
    happens(&app, "3", "ended", None).await.is(200);
    let figures: CallFigures = agent
        .get("/desk/reports/calls?from=2026-11-24&to=2026-11-24")
        .await
        .is(200)
        .read();
    let expected = CallFigures {
        calls: 3,
        missed: 1,
        solved: 1,
        orders: 1,
        at_once: Some(50),
        ..CallFigures::default()
    };
    assert_eq!(figures, expected);
    assert_eq!(sees(&agent).await.today, expected);
    let refused = agent.get("/desk/reports/calls?from=2026-11-24&to=2026-11-23").await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["to day_past"]);
}

#[tokio::test]
async fn a_call_waits_for_its_outcome_until_the_shift_is_over() {
    let app = connected().await;
    let agent = app.staff("agent", Role::Agent).await;
    happens(&app, "1", "answered", None).await.is(200);
    happens(&app, "1", "ended", None).await.is(200);
    app.clock.advance(TimeDelta::hours(12));
    assert!(sees(&agent).await.call.is_some());
    app.clock.advance(TimeDelta::seconds(1));
    let agent = app.staff("agent2", Role::Agent).await;
    assert_eq!(sees(&agent).await.call, None);
}

#[tokio::test]
async fn only_who_answers_calls_sees_them() {
    let app = connected().await;
    let clerk = app.clerk("clerk").await;
    clerk.get("/desk/calls/mine").await.fails(403, "forbidden");
    clerk
        .get("/desk/calls/near?town=nancheng&address=鸿福路")
        .await
        .fails(403, "forbidden");
    concludes(&clerk, "1", json!({ "outcome": "nothing" }))
        .await
        .fails(403, "forbidden");
    let resident = app.resident(PHONE).await;
    resident.get("/desk/calls/mine").await.fails(403, "forbidden");
    app.passer_by().get("/desk/calls/mine").await.fails(401, "sign_in");
}

async fn street(person: &Person, address: &str) -> StreetView {
    let path = format!("/desk/calls/near?town=nancheng&address={address}");
    person.get(&path).await.is(200).read()
}

fn leak_at(address: &str) -> Value {
    let mut filing = leak();
    filing["answers"]["address"] = json!(address);
    filing
}

#[tokio::test]
async fn what_else_is_reported_of_a_street_is_told_while_the_address_is_typed() {
    let app = connected().await;
    let agent = app.staff("agent", Role::Agent).await;
    assert_eq!(
        street(&agent, "鸿福").await,
        StreetView::default(),
        "that is no street yet"
    );
    let old = agent.files_for(&leak_at("鸿福路1号")).await;
    app.clock.advance(TimeDelta::hours(24) + TimeDelta::seconds(1));
    let first = agent.files_for(&leak_at("鸿福路 20 号对面")).await;
    agent.files_for(&leak_at("体育路3号")).await;
    app.clock.advance(TimeDelta::minutes(1));
    let second = agent.files_for(&leak_at("南城街道鸿福路公交站")).await;
    app.clock.advance(TimeDelta::minutes(1));
    let seen = street(&agent, "鸿福路88号").await;
    assert_eq!(seen.street.as_deref(), Some("鸿福路"));
    let numbers: Vec<_> = seen.orders.iter().map(|line| line.number.to_string()).collect();
    assert_eq!(numbers, [first.clone(), second.clone()], "not {old}, which is older");
    assert_eq!(seen.burst, None);

    let third = agent.files_for(&leak_at("鸿福路90号")).await;
    let burst = street(&agent, "鸿福路88号").await.burst.unwrap();
    assert_eq!(burst.lead.to_string(), first);
    assert_eq!(burst.count, 3);
    assert_eq!(
        burst.others.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [second, third]
    );
    let refused = agent.get("/desk/calls/near?town=nowhere&address=x").await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["town not_a_town"]);
}

#[tokio::test]
async fn many_leaks_of_a_street_are_made_one_burst_at_once() {
    let app = connected().await;
    let (agent, clerk) = (app.staff("agent", Role::Agent).await, app.clerk("clerk").await);
    let mut numbers = Vec::new();
    for at in ["鸿福路20号", "鸿福路22号", "鸿福路24号"] {
        numbers.push(agent.files_for(&leak_at(at)).await);
        app.clock.advance(TimeDelta::minutes(1));
    }
    let burst = street(&agent, "鸿福路88号").await.burst.unwrap();
    assert!(!burst.known);
    let asked = json!({ "lead": burst.lead, "others": burst.others });
    clerk
        .post("/desk/calls/bursts")
        .json(&asked)
        .await
        .fails(403, "forbidden");
    agent.post("/desk/calls/bursts").json(&asked).await.is(200);
    let lead = agent.looks_at(&numbers[0]).await.work_order.unwrap();
    assert_eq!((lead.order.kind, lead.joined.len()), (Kind::Burst, 2));

    // Whoever calls next hears of one burst, which they join.
    let seen = street(&agent, "鸿福路88号").await;
    assert_eq!(seen.orders.len(), 1, "what was joined is there by its lead");
    let burst = seen.burst.unwrap();
    assert_eq!((burst.known, burst.count, burst.others.len()), (true, 3, 0));
    let fourth = agent.files_for(&leak_at("鸿福路26号")).await;
    agent.acts(&fourth, json!({ "verb": "join", "into": burst.lead })).await;
    assert_eq!(street(&agent, "鸿福路88号").await.burst.unwrap().count, 4);

    // All or none.
    let fifth = agent.files_for(&leak_at("鸿福路28号")).await;
    let wrong = json!({ "lead": fifth, "others": [numbers[0], "7F2-0391"] });
    assert!(agent.post("/desk/calls/bursts").json(&wrong).await.status >= 400);
    assert_eq!(agent.looks_at(&fifth).await.work_order.unwrap().order.kind, Kind::Leak);
}
