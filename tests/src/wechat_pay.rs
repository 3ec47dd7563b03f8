//! WeChat Pay as a test has it: a server that answers as its API does, whose signatures and seals are made by an
//! implementation that is not ours. It can be slow, down, and sign nothing, or with what it should not.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_server::application::Means;
use shuiting_server::clock::Clock;
use shuiting_server::wechat::pay::{PublicKey, Settings};
use tempfile::TempDir;

use crate::answer::Answer;
use crate::counterpart::Counterpart;
use crate::outsider::{Door, Outsider};
use crate::testapp::TestApp;

mod notice;
mod till;

pub use notice::Notice;
use till::{Order, Refund};

/// The merchant's number.
pub const MERCHANT: &str = "1900000001";
/// The serial number of its certificate.
pub const SERIAL: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
/// The API v3 key.
pub const KEY: &str = "a key of API v3 of 32 characters";
/// The id of its public key.
pub const PUBLIC_KEY: &str = "PUB_KEY_ID_0119000000012026112400000000000000";

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    Well,
    /// Not in time.
    Slow,
    /// With 502.
    Down,
    /// That it is asked too often.
    Busy,
    /// Without a signature.
    Unsigned,
    /// With the signature of something else.
    Forged,
    /// With a signature of ten minutes ago.
    Old,
}

/// What came in.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `GET` or `POST`.
    pub method: String,
    /// The path and the query.
    pub url: String,
    /// The body as it came.
    pub body: String,
    /// What it was signed with, by name.
    pub marks: HashMap<String, String>,
}

/// Its inside.
struct State {
    clock: Option<Arc<dyn Clock>>,
    mood: Mood,
    /// Which key signs: its public key, or the one of its certificate.
    serial: String,
    keys: Value,
    url: String,
    asked: Vec<Asked>,
    orders: BTreeMap<String, Order>,
    refunds: BTreeMap<String, Refund>,
    /// Orders that are paid at the moment at which they are closed.
    hasty: bool,
    bill: Option<String>,
}

impl State {
    fn now(&self) -> shuiting_shared::time::Moment {
        self.clock.as_ref().unwrap().now()
    }
}

struct Inside {
    state: Mutex<State>,
    crypto: Counterpart,
}

impl Inside {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// The headers under which a body leaves, signed at a time.
    fn marks(&self, serial: &str, at: i64, body: &str) -> Vec<(&'static str, String)> {
        let nonce = format!("{at}nonce");
        let signed = self
            .crypto
            .ask(&json!({ "do": "sign", "message": format!("{at}\n{nonce}\n{body}\n") }));
        vec![
            ("Wechatpay-Timestamp", at.to_string()),
            ("Wechatpay-Nonce", nonce),
            ("Wechatpay-Serial", serial.to_owned()),
            ("Wechatpay-Signature", signed["signature"].as_str().unwrap().to_owned()),
            ("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048".to_owned()),
        ]
    }
}

/// WeChat Pay as a test has it.
pub struct FakeWechatPay {
    inside: Arc<Inside>,
    files: TempDir,
    _outsider: Outsider,
}

impl FakeWechatPay {
    /// Opens one that signs with a public key.
    pub fn new() -> Self {
        let crypto = Counterpart::python("wechat_pay.py");
        let keys = crypto.ask(&json!({ "do": "keys" }));
        let door = Door::new();
        let inside = Arc::new(Inside {
            state: Mutex::new(State {
                clock: None,
                mood: Mood::Well,
                serial: PUBLIC_KEY.to_owned(),
                url: door.url.clone(),
                keys,
                asked: Vec::new(),
                orders: BTreeMap::new(),
                refunds: BTreeMap::new(),
                hasty: false,
                bill: None,
            }),
            crypto,
        });
        Self {
            inside: inside.clone(),
            files: TempDir::new().unwrap(),
            _outsider: Outsider::at(door, Data::from(inside), answer),
        }
    }

    /// Opens one that signs with a certificate, which it hands out.
    pub fn with_certificate() -> Self {
        let fake = Self::new();
        let serial = fake.keys()["serial"].as_str().unwrap().to_owned();
        fake.state().serial = serial;
        fake
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.inside.state()
    }

    /// The keys, as PEM: the merchant's private one, the platform's public one and its certificate.
    pub fn keys(&self) -> Value {
        self.state().keys.clone()
    }

    /// The serial under which it signs.
    pub fn serial(&self) -> String {
        self.state().serial.clone()
    }

    /// Lets a hall ask it, without much patience, and goes by that hall's clock.
    pub fn serves(&self, means: &mut Means) {
        let keys = self.keys();
        let file = |name: &str, key: &str| {
            let path = self.files.path().join(name);
            std::fs::write(&path, keys[key].as_str().unwrap()).unwrap();
            path
        };
        let mut state = self.state();
        state.clock = Some(means.clock.clone());
        means.providers.patience.answer_ms = 500;
        means.providers.patience.rest_ms = 200;
        means.url = Some("https://hall.example".to_owned());
        means.providers.wechat_pay = Some(Settings {
            mch_id: MERCHANT.to_owned(),
            serial: SERIAL.to_owned(),
            private_key: file("apiclient_key.pem", "merchant"),
            api_v3_key: KEY.into(),
            public_key: (state.serial == PUBLIC_KEY).then(|| PublicKey {
                id: PUBLIC_KEY.to_owned(),
                file: file("pub_key.pem", "platform"),
            }),
            api: state.url.clone(),
        });
    }

    /// How it answers from now on.
    pub fn is(&self, mood: Mood) {
        self.state().mood = mood;
    }

    /// What it was asked at a path, in turn.
    pub fn asked(&self, path: &str) -> Vec<Asked> {
        let state = self.state();
        let at = state
            .asked
            .iter()
            .filter(|asked| asked.url.split('?').next() == Some(path));
        at.cloned().collect()
    }

    /// What it was asked in all.
    pub fn count(&self) -> usize {
        self.state().asked.len()
    }
}

impl Default for FakeWechatPay {
    fn default() -> Self {
        Self::new()
    }
}

async fn answer(request: HttpRequest, body: Bytes, inside: Data<Inside>) -> HttpResponse {
    let asked = Asked {
        method: request.method().to_string(),
        url: request.uri().to_string(),
        body: String::from_utf8(body.to_vec()).unwrap(),
        marks: marks(&request),
    };
    let (mood, serial, now) = {
        let mut state = inside.state();
        state.asked.push(asked.clone());
        (state.mood, state.serial.clone(), state.now())
    };
    match mood {
        Mood::Slow => tokio::time::sleep(Duration::from_secs(2)).await,
        Mood::Down => return HttpResponse::new(StatusCode::BAD_GATEWAY),
        _ => {}
    }
    let is_file = request.path().starts_with("/v3/billdownload/");
    let (status, said) = if !is_ours(&inside.crypto, &asked) {
        till::refused(401, "SIGN_ERROR")
    } else if mood == Mood::Busy {
        till::refused(429, "FREQUENCY_LIMITED")
    } else {
        till::said(&inside, &asked)
    };
    let status = StatusCode::from_u16(status).unwrap();
    let mut response = HttpResponse::build(status);
    // Files are not signed, nor what refuses us for our own signature.
    if !is_file && status != StatusCode::UNAUTHORIZED && mood != Mood::Unsigned {
        let at = if mood == Mood::Old {
            now - TimeDelta::minutes(10)
        } else {
            now
        };
        let signed = if mood == Mood::Forged { "something else" } else { &said };
        for header in inside.marks(&serial, at.timestamp(), signed) {
            response.insert_header(header);
        }
    }
    response.content_type("application/json").body(said)
}

/// The parts of the header by which a request is ours.
fn marks(request: &HttpRequest) -> HashMap<String, String> {
    let header = request
        .headers()
        .get("Authorization")
        .and_then(|value| value.to_str().ok());
    let parts = header.and_then(|header| header.strip_prefix("WECHATPAY2-SHA256-RSA2048 "));
    let parts = parts
        .unwrap_or_default()
        .split(',')
        .filter_map(|part| part.split_once('='));
    parts
        .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
        .collect()
}

fn is_ours(crypto: &Counterpart, asked: &Asked) -> bool {
    let of = |name: &str| asked.marks.get(name).cloned().unwrap_or_default();
    let (timestamp, nonce) = (of("timestamp"), of("nonce_str"));
    let message = [&asked.method, &asked.url, &timestamp, &nonce, &asked.body].map(String::as_str);
    let question = json!({ "do": "verify", "signature": of("signature"), "message": message.join("\n") + "\n" });
    of("mchid") == MERCHANT && of("serial_no") == SERIAL && crypto.tries(&question)["signed"] == true
}

/// What it sends to a hall.
pub(crate) async fn sends(app: &TestApp, headers: &[(&'static str, String)], body: &str) -> Answer {
    let mut callback = app.passer_by().post("/pay/callbacks/wechat");
    for (name, value) in headers {
        callback = callback.header(name, value);
    }
    callback.bytes(body.as_bytes()).await
}
