//! Calling residents back: who is drawn, what comes of a call, and whose rating it is.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_server::audit;
use shuiting_server::clock::Clock as _;
use shuiting_shared::api::{CallbackList, CallbackView, OrderReport, Revealed};
use shuiting_shared::callback::{CallbackReason, CallbackState};
use shuiting_shared::case::{Event, Level, Role, Status};
use shuiting_shared::time::today;
use shuiting_tests::{Answer, Person, TestApp, hookup, leak};

const PHONE: &str = "13800000001";

/// A house that asks about every order, or about none.
async fn house(share: u32) -> TestApp {
    TestApp::with(move |means| {
        means.house.callbacks.share = share;
        means.house.callbacks.kinds.clear();
    })
    .await
}

/// A leak that was finished.
async fn finished(resident: &Person, dispatcher: &Person) -> String {
    let number = resident.files(&leak()).await;
    for act in [
        json!({ "verb": "dispatch", "unit": "branch-nancheng" }),
        json!({ "verb": "finish", "result": "换了一段水管" }),
    ] {
        dispatcher.acts(&number, act).await;
    }
    number
}

async fn list(person: &Person, query: &str) -> Vec<CallbackView> {
    let list: CallbackList = person.get(&format!("/desk/callbacks{query}")).await.is(200).read();
    list.callbacks
}

async fn tells(person: &Person, callback: &CallbackView, answer: Value) -> Answer {
    let told = json!({ "tries": callback.tries, "answer": answer });
    person
        .post(&format!("/desk/callbacks/{}", callback.id))
        .json(&told)
        .await
}

fn reached(level: &str) -> Value {
    json!({ "outcome": "reached", "level": level, "words": "师傅来得快" })
}

#[tokio::test]
async fn what_is_said_on_the_phone_is_the_rating_and_is_marked() {
    let app = house(100).await;
    let resident = app.resident(PHONE).await;
    let agent = app.staff("agent", Role::Agent).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let number = finished(&resident, &dispatcher).await;
    let open = list(&agent, "").await;
    assert_eq!(open.len(), 1);
    let callback = &open[0];
    assert_eq!(
        (callback.reason, callback.state),
        (CallbackReason::Sample, CallbackState::Open)
    );
    assert_eq!(callback.case.number.to_string(), number);
    let refused = tells(&agent, callback, json!({ "outcome": "reached" })).await;
    assert_eq!(refused.fails(422, "invalid").flaws(), ["answer.level missing"]);

    let path = format!("/desk/callbacks/{}/phone", callback.id);
    let phone: Revealed = agent.post(&path).json(&json!({})).await.is(200).read();
    assert_eq!(phone.answer, PHONE);
    let case = callback.case.number;
    let looked = app
        .write(move |conn| {
            let id = shuiting_server::case::id(conn, case)?;
            Ok(audit::of_case(conn, &id)?)
        })
        .await;
    assert_eq!(looked.len(), 1, "every full view is on record");

    let done: CallbackView = tells(&agent, callback, reached("good")).await.is(200).read();
    assert_eq!(
        (done.state, done.level, done.rated),
        (CallbackState::Reached, Some(Level::Good), Some(Level::Good))
    );
    tells(&agent, callback, reached("bad")).await.fails(409, "not_now");
    let view = resident.looks_at(&number).await;
    let rating = view.rating.unwrap();
    assert!(rating.by_call && rating.words == "师傅来得快");
    assert_eq!(view.line.status, Status::Finished);
    let by_call = view
        .timeline
        .iter()
        .find(|entry| matches!(entry.event, Event::Rated { .. }));
    assert!(by_call.unwrap().by_call());
    assert_eq!(list(&agent, "").await, []);
    assert_eq!(list(&agent, "?over=true").await.len(), 1);

    let day = today(app.clock.now());
    let report: OrderReport = agent
        .get(&format!("/desk/reports/orders?from={day}&to={day}"))
        .await
        .is(200)
        .read();
    assert_eq!(
        (report.total.rated, report.total.by_call, report.total.called),
        (1, 1, 1)
    );

    // Whoever thinks again says so themselves, and it is theirs then.
    let view = resident.acts(&number, json!({ "verb": "rate", "level": "fair" })).await;
    assert!(!view.rating.unwrap().by_call);
}

#[tokio::test]
async fn a_low_answer_reopens_and_tells_the_supervisors_as_a_rating_does() {
    let app = house(100).await;
    app.hires("chief", Role::Supervisor, Some("13900000001")).await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let number = finished(&resident, &dispatcher).await;
    let callback = list(&dispatcher, "").await.remove(0);
    tells(&dispatcher, &callback, reached("very_bad")).await.is(200);
    let view = dispatcher.looks_at(&number).await;
    assert_eq!(view.line.status, Status::Reopened);
    assert_eq!(app.messages_to("13900000001").await.len(), 1);
    assert_eq!(list(&dispatcher, "").await, [], "they have just been called");
}

#[tokio::test]
async fn whoever_rates_low_is_called_at_once_and_their_rating_stands() {
    let app = house(0).await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let number = finished(&resident, &dispatcher).await;
    assert_eq!(list(&dispatcher, "").await, [], "nobody is drawn");
    resident.acts(&number, json!({ "verb": "rate", "level": "bad" })).await;
    resident
        .acts(&number, json!({ "verb": "rate", "level": "very_bad" }))
        .await;
    let open = list(&dispatcher, "").await;
    assert_eq!(open.len(), 1, "once, however often they change it");
    assert_eq!(open[0].reason, CallbackReason::Low);
    assert_eq!(open[0].due, app.clock.now() + TimeDelta::hours(2));
    let done: CallbackView = tells(&dispatcher, &open[0], reached("very_good")).await.is(200).read();
    assert_eq!((done.level, done.rated), (Some(Level::VeryGood), Some(Level::VeryBad)));
    let view = resident.looks_at(&number).await;
    let rating = view.rating.unwrap();
    assert_eq!(
        (rating.level, rating.by_call),
        (Level::VeryBad, false),
        "what they said themselves stands"
    );
}

#[tokio::test]
async fn a_low_rating_of_any_service_is_called_about() {
    let app = house(100).await;
    let resident = app.resident(PHONE).await;
    let clerk = app.clerk("clerk").await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let number = resident.files(&hookup()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    for material in ["id_card", "property"] {
        let check = json!({ "verb": "check", "material": material, "verdict": "accepted" });
        clerk.acts(&number, check).await;
    }
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "works" }))
        .await;
    clerk
        .acts(&number, json!({ "verb": "finish", "result": "已通水" }))
        .await;
    assert_eq!(list(&dispatcher, "").await, [], "a share is drawn of work orders alone");
    resident.acts(&number, json!({ "verb": "rate", "level": "bad" })).await;
    assert_eq!(list(&dispatcher, "").await[0].kind, None);
}

#[tokio::test]
async fn whom_nobody_reaches_three_times_is_given_up_and_the_same_call_counts_once() {
    let app = house(100).await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    finished(&resident, &dispatcher).await;
    let unreached = json!({ "outcome": "unreached" });
    let mut callback = list(&dispatcher, "").await.remove(0);
    for tries in 1..=3 {
        let after: CallbackView = tells(&dispatcher, &callback, unreached.clone()).await.is(200).read();
        tells(&dispatcher, &callback, unreached.clone())
            .await
            .fails(409, "not_now");
        assert_eq!(after.tries, tries);
        callback = after;
    }
    assert_eq!(callback.state, CallbackState::Unreached);
    let other = finished(&resident, &dispatcher).await;
    let callback = list(&dispatcher, "").await.remove(0);
    let after: CallbackView = tells(&dispatcher, &callback, json!({ "outcome": "declined" }))
        .await
        .is(200)
        .read();
    assert_eq!(after.state, CallbackState::Declined);
    assert!(resident.looks_at(&other).await.rating.is_none());
}

#[tokio::test]
async fn nobody_is_asked_about_what_they_have_rated_or_what_is_done_anew() {
    let app = house(100).await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let supervisor = app.staff("boss", Role::Supervisor).await;
    let (rated, anew) = (
        finished(&resident, &dispatcher).await,
        finished(&resident, &dispatcher).await,
    );
    assert_eq!(list(&dispatcher, "").await.len(), 2);
    resident.acts(&rated, json!({ "verb": "rate", "level": "good" })).await;
    supervisor
        .acts(&anew, json!({ "verb": "reopen", "reason": "还在漏" }))
        .await;
    assert_eq!(list(&dispatcher, "").await, []);
    dispatcher
        .acts(&anew, json!({ "verb": "finish", "result": "再修好了" }))
        .await;
    assert_eq!(list(&dispatcher, "").await.len(), 1, "it has come to its end again");
}

#[tokio::test]
async fn staff_rate_for_nobody_but_by_a_call_back() {
    let app = house(100).await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let number = finished(&resident, &dispatcher).await;
    dispatcher
        .tries(&number, json!({ "verb": "rate", "level": "very_good" }))
        .await
        .fails(409, "not_now");
    let callback = list(&dispatcher, "").await.remove(0);
    for person in [app.clerk("clerk").await, app.staff("crew", Role::Crew).await, resident] {
        person.get("/desk/callbacks").await.fails(403, "forbidden");
        let path = format!("/desk/callbacks/{}/phone", callback.id);
        person.post(&path).json(&json!({})).await.fails(403, "forbidden");
        tells(&person, &callback, reached("very_good"))
            .await
            .fails(403, "forbidden");
    }
    dispatcher
        .post("/desk/callbacks/none/phone")
        .json(&json!({}))
        .await
        .fails(404, "not_found");
}
