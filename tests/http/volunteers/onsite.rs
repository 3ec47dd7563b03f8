//! What is counted at an event.

use futures_util::future::join_all;
use shuiting_shared::api::OnsiteCount;
use shuiting_shared::event::ActKind;

use super::*;

async fn notes(person: &Person, event: &str, key: &str, act: &Value) -> Answer {
    person
        .post(&format!("/events/{event}/acts"))
        .header("idempotency-key", key)
        .header("acted-ago", "7200")
        .json(act)
        .await
}

fn count(counts: &[OnsiteCount], kind: ActKind) -> (i64, i64) {
    let found = counts.iter().find(|count| count.kind == kind);
    found.map_or((0, 0), |count| (count.count, count.mine))
}

#[tokio::test]
async fn what_is_done_is_counted_once_a_key_and_can_be_taken_back() {
    let app = TestApp::new().await;
    let (_, event) = event(&app).await;
    let (one, other) = (volunteer(&app, PHONE).await, volunteer(&app, "13800000022").await);
    takes(&one, &event.id, 0).await.is(200);
    let served = json!({ "kind": "served", "count": 1 });
    notes(&one, &event.id, "a", &served).await.fails(409, "not_now");
    until(&app, at(10, 0));
    notes(&other, &event.id, "a", &served).await.fails(409, "no_turn");
    takes(&other, &event.id, 1).await.is(200);
    for key in ["a", "a", "b"] {
        notes(&one, &event.id, key, &served).await.is(200);
    }
    // Keys are each phone's own.
    notes(&other, &event.id, "a", &json!({ "kind": "served", "count": 3 }))
        .await
        .is(200);
    let back = notes(&one, &event.id, "c", &json!({ "kind": "served", "count": -1 })).await;
    assert_eq!(count(&back.is(200).read::<Vec<OnsiteCount>>(), ActKind::Served), (4, 1));
    let shown = json!({ "kind": "shown", "subject": "TRANS", "count": 2 });
    notes(&one, &event.id, "d", &shown).await.is(200);
    let tested = json!({ "kind": "tested", "count": 1, "figures": { "turbidity": 300, "chlorine": 450, "ph": 7200 } });
    let counts: Vec<OnsiteCount> = notes(&one, &event.id, "e", &tested).await.is(200).read();
    assert_eq!(count(&counts, ActKind::Tested), (1, 1));
    let read: Vec<OnsiteCount> = other.get(&format!("/events/{}/acts", event.id)).await.is(200).read();
    assert_eq!(count(&read, ActKind::Shown), (2, 0));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_its_field() {
    let app = TestApp::new().await;
    let (_, event) = event(&app).await;
    let person = volunteer(&app, PHONE).await;
    takes(&person, &event.id, 0).await.is(200);
    until(&app, at(10, 0));
    let wrong = [
        (json!({ "kind": "served", "count": 501 }), "count too_big"),
        (json!({ "kind": "shown", "count": 1 }), "subject missing"),
        (
            json!({ "kind": "shown", "subject": "X", "count": 1 }),
            "subject not_a_choice",
        ),
        (
            json!({ "kind": "served", "subject": "LEAK", "count": 1 }),
            "subject not_asked",
        ),
        (json!({ "kind": "tested", "count": 1 }), "figures missing"),
        (
            json!({ "kind": "tap", "count": 1, "figures": { "ph": 7000 } }),
            "figures not_asked",
        ),
        (
            json!({ "kind": "tested", "count": 1, "figures": { "ph": 15000 } }),
            "figures.ph too_big",
        ),
    ];
    for (act, flaw) in wrong {
        assert_eq!(
            notes(&person, &event.id, "x", &act).await.is(422).flaws(),
            [flaw],
            "{act}"
        );
    }
}

#[tokio::test]
async fn fifty_phones_that_come_back_at_once_are_counted_once_each() {
    let app = TestApp::new().await;
    let (_, event) = event(&app).await;
    let person = volunteer(&app, PHONE).await;
    takes(&person, &event.id, 0).await.is(200);
    until(&app, at(11, 0));
    // The token has run out meanwhile; it is renewed once.
    me(&person).await;
    let served = json!({ "kind": "served", "count": 1 });
    let twice = (0..50).chain(0..50).map(|nth| {
        let (person, event, served) = (&person, &event, &served);
        async move { notes(person, &event.id, &format!("phone {nth}"), served).await.is(200) }
    });
    join_all(twice).await;
    let counts: Vec<OnsiteCount> = person.get(&format!("/events/{}/acts", event.id)).await.is(200).read();
    assert_eq!(count(&counts, ActKind::Served), (50, 50));
}
