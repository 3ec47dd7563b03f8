//! Volunteers at community events: turns, what they count, and help to file.

mod helping;
mod offline;
mod onsite;
mod turns;

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::clock::Clock as _;
use shuiting_shared::api::{EventView, TurnView, VolunteerView};
use shuiting_shared::case::Role;
use shuiting_shared::time::Moment;
use shuiting_tests::{Answer, Person, TestApp};

use crate::events::{plan, published};

const PHONE: &str = "13800000021";

/// Somebody who has signed in and signed up.
async fn volunteer(app: &TestApp, phone: &str) -> Person {
    let person = app.resident(phone).await;
    let new = json!({ "kind": "party", "name": "林小红" });
    person.ask(Method::PUT, "/me/volunteer").json(&new).await.is(200);
    person
}

async fn takes(person: &Person, event: &str, shift: usize) -> Answer {
    person
        .ask(Method::PUT, &format!("/events/{event}/shifts/{shift}"))
        .await
}

async fn me(person: &Person) -> VolunteerView {
    person.get("/me/volunteer").await.is(200).read()
}

/// An event that everybody sees, whoever planned it, and the planner.
async fn event(app: &TestApp) -> (Person, EventView) {
    let planner = app.staff("planner", Role::Supervisor).await;
    let event = published(&planner).await;
    (planner, event)
}

/// Another that everybody sees.
async fn another(planner: &Person, plan: &Value) -> EventView {
    let event: EventView = planner.post("/desk/events").json(plan).await.is(201).read();
    let verb = json!({ "version": event.version });
    let path = format!("/desk/events/{}/publish", event.id);
    planner.post(&path).json(&verb).await.is(200).read()
}

/// Lets time pass until then.
fn until(app: &TestApp, moment: Moment) {
    app.clock.advance(moment - app.clock.now());
}

/// The time of day on the day of the event, by a clock in China.
fn at(hour: i64, minute: i64) -> Moment {
    let midnight: Moment = "2026-11-27T16:00:00Z".parse().unwrap();
    midnight + TimeDelta::hours(hour) + TimeDelta::minutes(minute)
}
