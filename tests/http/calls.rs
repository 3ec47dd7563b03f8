//! Calls to the hotline: told by the telephone system, answered by agents.

mod answered;
mod told;

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use ring::hmac;
use serde_json::{Value, json};
use shuiting_server::call::Settings;
use shuiting_server::clock::Clock as _;
use shuiting_shared::api::MyCalls;
use shuiting_tests::{Answer, Person, TestApp};

const SECRET: &str = "a secret that only the telephones know";

/// A hall to which a telephone system is connected.
async fn connected() -> TestApp {
    TestApp::with(|means| {
        means.providers.calls = Some(Settings {
            secret: SECRET.to_owned().into(),
        });
    })
    .await
}

/// As the telephone system signs: by another implementation than ours.
fn signature(timestamp: &str, body: &[u8]) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
    let mut message = format!("{timestamp}\n").into_bytes();
    message.extend_from_slice(body);
    let tag = hmac::sign(&key, &message);
    HEXLOWER.encode(tag.as_ref())
}

fn told(id: &str, event: &str, phone: Option<&str>, seat: &str, at: DateTime<Utc>) -> Value {
    json!({ "id": id, "event": event, "phone": phone, "seat": seat, "at": at })
}

/// Tells the hall something, signed now.
async fn tells(app: &TestApp, told: &Value) -> Answer {
    let (body, at) = (told.to_string(), app.clock.now().timestamp().to_string());
    let ask = app.passer_by().post("/calls").header("Shuiting-Timestamp", &at);
    ask.header("Shuiting-Signature", &signature(&at, body.as_bytes()))
        .header("Content-Type", "application/json")
        .bytes(body)
        .await
}

/// Tells of a call at the seat `agent` at this moment.
async fn happens(app: &TestApp, id: &str, event: &str, phone: Option<&str>) -> Answer {
    tells(app, &told(id, event, phone, "agent", app.clock.now())).await
}

async fn sees(person: &Person) -> MyCalls {
    person.get("/desk/calls/mine").await.is(200).read()
}
