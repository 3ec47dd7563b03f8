//! Fast motion: whatever is filed is done in seconds, by the same steps as ever.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::practice::{Motion, PAUSE_SECONDS};
use shuiting_shared::api::{CaseView, Ordered};
use shuiting_shared::case::{Event, Status};
use shuiting_shared::form::{Answers, sample};
use shuiting_shared::house::House;
use shuiting_shared::service::Service;
use shuiting_shared::time::today;
use shuiting_tests::{Person, START};

use super::Both;

/// What somebody may take from the thumb to the rating, seconds.
const TWO_MINUTES: i64 = 120;

/// A filing with answers that are right.
pub(super) fn filing(service: Service) -> Value {
    let (form, day) = (service.form().unwrap(), today(START.parse().unwrap()));
    let answers = sample::filled(form, &Answers::default(), &House::dongguan(), day);
    json!({ "service": service, "answers": answers })
}

/// Lets time pass until the case waits for whoever filed it, or is done.
pub(super) async fn plays_on(both: &Both, person: &Person, number: &str) -> CaseView {
    let mut motion = Motion::new(both.app.practice().clone());
    for _ in 0..40 {
        let case = person.looks_at(number).await;
        if !case.line.status.ours() && case.line.status != Status::Confirming {
            return case;
        }
        both.app.clock.advance(TimeDelta::seconds(PAUSE_SECONDS));
        motion.play().await.unwrap();
    }
    unreachable!("{number} does not go on: {:?}", person.looks_at(number).await)
}

/// Pays what a case waits for, on the gateway's own page.
async fn pays(both: &Both, person: &Person, case: &CaseView) {
    let number = case.line.number;
    let order = json!({ "what": { "kind": "case", "number": number }, "amount": case.line.work.quote.unwrap() });
    let ordered: Ordered = person.post("/pay/orders").json(&order).await.is(201).read();
    let choice = both
        .app
        .ask(Method::POST, &ordered.go)
        .header("content-type", "application/x-www-form-urlencoded");
    choice.bytes("choice=pay").await.is(200);
}

#[tokio::test]
async fn every_service_is_walked_from_the_thumb_to_the_rating_in_two_minutes() {
    let both = Both::new().await;
    let person = both.practises("13800001234").await;
    for service in Service::ALL.iter().filter(|service| service.form().is_some()) {
        let number = person.files(&filing(*service)).await;
        let mut case = plays_on(&both, &person, &number).await;
        while case.line.status == Status::Paying {
            pays(&both, &person, &case).await;
            case = plays_on(&both, &person, &number).await;
        }
        assert_eq!(case.line.status, Status::Finished, "{service:?}");
        let rated = person
            .acts(&number, json!({ "verb": "rate", "level": "very_good" }))
            .await;
        let (first, last) = (rated.timeline.last().unwrap().at, rated.timeline.first().unwrap().at);
        assert!(
            (last - first).num_seconds() <= TWO_MINUTES,
            "{service:?} takes {}",
            last - first
        );
    }
}

#[tokio::test]
async fn a_leak_shows_each_step_and_nothing_comes_before_its_time() {
    let both = Both::new().await;
    let person = both.practises("13800001234").await.in_english();
    let number = person.files(&filing(Service::Leak)).await;
    let mut motion = Motion::new(both.app.practice().clone());
    motion.play().await.unwrap();
    assert_eq!(
        person.looks_at(&number).await.line.status,
        Status::Filed,
        "it was filed just now"
    );
    let case = plays_on(&both, &person, &number).await;
    let told: Vec<_> = case.timeline.iter().rev().map(|entry| &entry.event).collect();
    assert!(
        matches!(
            told.as_slice(),
            [Event::Filed { .. }, Event::Taken, Event::Dispatched { unit, .. }, Event::Noted { .. }, Event::Finished { .. }]
                if unit.starts_with("branch-")
        ),
        "{told:?}"
    );
    for pair in case.timeline.windows(2) {
        assert!((pair[0].at - pair[1].at).num_seconds() >= PAUSE_SECONDS);
    }
}

#[tokio::test]
async fn the_same_phone_can_be_shown_forty_times_in_an_afternoon() {
    let both = Both::new().await;
    for _ in 0..40 {
        let person = both.practises("13800001234").await;
        person.get("/me").await.is(200);
    }
}
