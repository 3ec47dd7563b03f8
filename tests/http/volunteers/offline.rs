//! Phones that come back together, after two hours without a network.

use futures_util::future::join_all;
use shuiting_shared::api::{HelperView, MinuteCode, OnsiteCount};
use shuiting_shared::event::ActKind;
use shuiting_tests::leak;

use super::*;

const PHONES: usize = 50;
const WAITED: TimeDelta = TimeDelta::hours(2);

/// Something that waited on a phone, as the queue of the hall sends it.
async fn tells(person: &Person, path: &str, key: &str, body: &Value) -> Answer {
    person
        .post(path)
        .header("idempotency-key", key)
        .header("acted-ago", &WAITED.num_seconds().to_string())
        .json(body)
        .await
}

/// All that one phone has to tell: each once more before the answer to the first has come, and the next only after both.
async fn comes_back(person: &Person, event: &str, code: &str, nth: usize) -> String {
    let mut filing = leak();
    filing["answers"]["address"] = json!(format!("鸿福路{nth}号"));
    let turns = format!("/events/{event}/turns");
    let acts = format!("/events/{event}/acts");
    let (arrives, served) = (
        json!({ "way": "in", "code": code }),
        json!({ "kind": "served", "count": 1 }),
    );
    // Its sign-in has run out meanwhile, and is refreshed once.
    person.get("/me").await.is(200);
    let mut answers = Vec::new();
    for (key, path, body) in [
        ("turn", &*turns, &arrives),
        ("act", &*acts, &served),
        ("case", "/cases", &filing),
    ] {
        let (one, other) = tokio::join!(tells(person, path, key, body), tells(person, path, key, body));
        assert!(one.status < 300 && one.status == other.status, "{one:?} {other:?}");
        answers.push(one);
    }
    answers[2].json()["number"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn fifty_phones_that_come_back_at_once_are_fifty_turns_fifty_counts_and_fifty_cases() {
    let app = TestApp::new().await;
    let planner = app.staff("planner", Role::Supervisor).await;
    let mut crowded = plan();
    crowded["shifts"][0]["places"] = json!(PHONES);
    let event = another(&planner, &crowded).await;
    let mut people = Vec::new();
    for nth in 0..PHONES {
        let person = volunteer(&app, &format!("138000002{nth:02}")).await;
        takes(&person, &event.id, 0).await.is(200);
        people.push(person);
    }
    until(&app, at(9, 10));
    let codes: Vec<MinuteCode> = planner.get(&format!("/events/{}/codes", event.id)).await.is(200).read();
    let code = codes.into_iter().rfind(|code| code.at <= at(9, 10)).unwrap().code;

    until(&app, at(9, 10) + WAITED);
    let each = people.iter().enumerate();
    let numbers = join_all(each.map(|(nth, person)| comes_back(person, &event.id, &code, nth))).await;

    let mut different = numbers.clone();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), PHONES, "as many cases as phones");
    for (person, number) in people.iter().zip(&numbers) {
        let lines = person.lists().await;
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].number.to_string(), *number);
    }
    let helpers: Vec<HelperView> = planner
        .get(&format!("/events/{}/helpers", event.id))
        .await
        .is(200)
        .read();
    let came = helpers.iter().filter(|helper| helper.turn.came == Some(at(9, 10)));
    assert_eq!(came.count(), PHONES, "each once, at the moment when they came");
    let counts: Vec<OnsiteCount> = people[0]
        .get(&format!("/events/{}/acts", event.id))
        .await
        .is(200)
        .read();
    let served = counts.iter().find(|count| count.kind == ActKind::Served).unwrap();
    assert_eq!((served.count, served.mine), (50, 1));
}
