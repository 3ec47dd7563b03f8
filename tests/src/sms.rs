//! Two SMS providers as a test has them: one server that answers as Tencent Cloud and as Aliyun do, and that can be slow,
//! down, full, or talk nonsense. Like the real ones it knows an SMS by its id, and delivers it once.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use shuiting_server::application::Means;
use shuiting_server::sms::{Account, Choice, Settings, Template};
use shuiting_shared::message::Kind;

use crate::outsider::{Door, Outsider};

/// The secret of both.
pub const SECRET: &str = "a-secret-of-SMS";
/// The key of both.
pub const KEY: &str = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3";

/// How a provider answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    #[default]
    Well,
    /// It sends, and says so too late.
    Slow,
    /// With 502, and without sending.
    Down,
    /// It sends, and says something else than it was asked.
    Nonsense,
    /// That there were too many to this phone.
    Full,
    /// That the phone is no phone.
    BadNumber,
    /// Now this and now that, by the id and by how often it was asked.
    Any,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vendor {
    /// Tencent Cloud.
    Tencent,
    /// Aliyun.
    Aliyun,
}

/// An SMS that came in.
#[derive(Clone, Debug)]
pub struct Asked {
    /// At which provider.
    pub vendor: Vendor,
    /// Its id.
    pub id: String,
    /// To whom, 11 digits.
    pub phone: String,
    /// By which template.
    pub template: String,
    /// What goes into it.
    pub blanks: Value,
    /// The headers and the body as they came, for whoever checks the signature.
    pub raw: Value,
}

#[derive(Default)]
struct State {
    moods: BTreeMap<Vendor, Mood>,
    asked: Vec<Asked>,
    tries: HashMap<String, usize>,
    delivered: BTreeMap<(Vendor, String), String>,
}

/// Both of them.
pub struct FakeSms {
    /// Where they answer.
    pub url: String,
    state: Arc<Mutex<State>>,
    _outsider: Outsider,
}

impl FakeSms {
    /// Opens them.
    pub fn new() -> Self {
        let state = Arc::new(Mutex::new(State::default()));
        let door = Door::new();
        Self {
            url: door.url.clone(),
            state: state.clone(),
            _outsider: Outsider::at(door, Data::from(state), answer),
        }
    }

    /// The settings of a house that has both: every kind of message has a template, named after it.
    pub fn settings(&self, first: Choice) -> Settings {
        let template = |kind: &Kind| {
            let blank = if *kind == Kind::Code { "code" } else { "kind" };
            let template = Template {
                id: format!("T-{}", kind.code()),
                blanks: vec![blank.to_owned()],
            };
            (kind.code().to_owned(), template)
        };
        let account = Account {
            key: KEY.to_owned(),
            secret: SECRET.into(),
            app: "1400006666".to_owned(),
            sign: "东莞水厅".to_owned(),
            region: None,
            endpoint: Some(self.url.clone()),
            templates: Kind::ALL.iter().map(template).collect(),
        };
        Settings {
            first,
            tencent: Some(account.clone()),
            aliyun: Some(account),
        }
    }

    /// Lets a hall ask them, Tencent Cloud first, without much patience.
    pub fn serves(&self, means: &mut Means) {
        means.providers.patience.answer_ms = 300;
        means.providers.patience.rest_ms = 200;
        means.providers.sms = Some(self.settings(Choice::Tencent));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// How one of them answers from now on.
    pub fn is(&self, vendor: Vendor, mood: Mood) {
        self.state().moods.insert(vendor, mood);
    }

    /// All that came in, in turn.
    pub fn asked(&self) -> Vec<Asked> {
        self.state().asked.clone()
    }

    /// What has reached phones: by whom, the id, and the phone.
    pub fn delivered(&self) -> Vec<(Vendor, String, String)> {
        let state = self.state();
        let each = state.delivered.iter();
        each.map(|((vendor, id), phone)| (*vendor, id.clone(), phone.clone()))
            .collect()
    }
}

impl Default for FakeSms {
    fn default() -> Self {
        Self::new()
    }
}

fn read(request: &HttpRequest, body: &[u8]) -> Asked {
    let headers = request.headers().iter();
    let headers: BTreeMap<_, _> = headers
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
        .collect();
    let raw = json!({ "headers": headers, "body": String::from_utf8(body.to_vec()).unwrap() });
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    if request.headers().contains_key("x-tc-action") {
        let asked: Value = serde_json::from_slice(body).unwrap();
        return Asked {
            vendor: Vendor::Tencent,
            id: text(&asked["SessionContext"]),
            phone: text(&asked["PhoneNumberSet"][0]).replace("+86", ""),
            template: text(&asked["TemplateId"]),
            blanks: asked["TemplateParamSet"].clone(),
            raw,
        };
    }
    let asked: HashMap<String, String> = serde_urlencoded::from_bytes(body).unwrap();
    Asked {
        vendor: Vendor::Aliyun,
        id: asked["OutId"].clone(),
        phone: asked["PhoneNumbers"].clone(),
        template: asked["TemplateCode"].clone(),
        blanks: serde_json::from_str(&asked["TemplateParam"]).unwrap(),
        raw,
    }
}

/// What a provider of any mood does with an SMS this time.
fn any(id: &str, tries: usize) -> Mood {
    let drawn = id
        .bytes()
        .fold(tries * 7, |sum, byte| sum * 31 % 65_521 + usize::from(byte))
        % 20;
    match drawn {
        0 => Mood::Slow,
        1..=3 => Mood::Down,
        4 | 5 => Mood::Nonsense,
        6 => Mood::Full,
        _ => Mood::Well,
    }
}

async fn answer(request: HttpRequest, body: Bytes, state: Data<Mutex<State>>) -> HttpResponse {
    let asked = read(&request, &body);
    let vendor = asked.vendor;
    let mood = {
        let mut state = state.lock().unwrap();
        let tries = state.tries.entry(asked.id.clone()).or_default();
        *tries += 1;
        let tries = *tries;
        let mood = match state.moods.get(&vendor).copied().unwrap_or_default() {
            Mood::Any => any(&asked.id, tries),
            mood => mood,
        };
        if matches!(mood, Mood::Well | Mood::Slow | Mood::Nonsense) {
            state.delivered.insert((vendor, asked.id.clone()), asked.phone.clone());
        }
        state.asked.push(asked);
        mood
    };
    match mood {
        Mood::Well | Mood::Any => said(vendor, "Ok", "OK"),
        Mood::Slow => {
            tokio::time::sleep(Duration::from_secs(2)).await;
            said(vendor, "Ok", "OK")
        }
        Mood::Down => HttpResponse::new(StatusCode::BAD_GATEWAY),
        Mood::Nonsense => HttpResponse::Ok().body("<html>welcome</html>"),
        Mood::Full => said(
            vendor,
            "LimitExceeded.PhoneNumberOneHourLimit",
            "isv.BUSINESS_LIMIT_CONTROL",
        ),
        Mood::BadNumber => said(
            vendor,
            "InvalidParameterValue.IncorrectPhoneNumber",
            "isv.MOBILE_NUMBER_ILLEGAL",
        ),
    }
}

fn said(vendor: Vendor, tencent: &str, aliyun: &str) -> HttpResponse {
    HttpResponse::Ok().json(match vendor {
        Vendor::Tencent => json!({
            "Response": {
                "SendStatusSet": [{ "SerialNo": "5000:1045710669157053657849499619", "Fee": 1, "Code": tencent, "Message": "said", "IsoCode": "CN" }],
                "RequestId": "a0aabda6-cf91-4f3e-a81f-9198114a2279",
            },
        }),
        Vendor::Aliyun => json!({ "Code": aliyun, "Message": "said", "BizId": "9006197469364984400", "RequestId": "F655A8D5" }),
    })
}
