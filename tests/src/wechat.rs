//! WeChat as a test has it: a server that answers as its API does, and that can be slow, down, busy, talk nonsense, or void
//! its tokens.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use shuiting_server::application::Means;
use shuiting_server::clock::Clock as _;
use shuiting_server::wechat::{AppSettings, PushKey, PushSettings, Settings};

use crate::answer::Answer;
use crate::outsider::{Door, Outsider};
use crate::testapp::TestApp;

/// The mini-program's appid.
pub const MINI: &str = "wx4f4bc4dec97d474b";
/// The official account's appid.
pub const ACCOUNT: &str = "wxba5fad812f8e6fb9";
/// The secret of both.
pub const SECRET: &str = "a-secret-of-WeChat";
/// The token of pushes.
pub const PUSH_TOKEN: &str = "AAAAA";
/// The key of pushes.
pub const PUSH_KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    Well,
    /// Not in time.
    Slow,
    /// With 502.
    Down,
    /// That it is busy.
    Busy,
    /// Something else than was asked for.
    Nonsense,
}

/// What came in: the address without its query, and the body.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The path.
    pub path: String,
    /// The body, where it was JSON.
    pub body: Value,
}

struct State {
    mood: Mood,
    asked: Vec<Asked>,
    /// The token of each appid that counts now.
    tokens: HashMap<String, String>,
    issued: usize,
    /// What codes stand for: openids, and phones with their country.
    logins: BTreeMap<String, Value>,
    phones: BTreeMap<String, (String, String)>,
    /// Messages that people have agreed to hear: openid and template.
    agreed: BTreeMap<(String, String), usize>,
    risky: BTreeSet<String>,
    trace: String,
}

impl State {
    fn token_of(&mut self, appid: &str, force: bool) -> String {
        if force || !self.tokens.contains_key(appid) {
            self.issued += 1;
            let token = format!("token-{appid}-{}", self.issued);
            self.tokens.insert(appid.to_owned(), token);
        }
        self.tokens[appid].clone()
    }
}

/// WeChat as a test has it.
pub struct FakeWechat {
    /// Where it answers.
    pub url: String,
    state: Arc<Mutex<State>>,
    _outsider: Outsider,
}

impl FakeWechat {
    /// Opens it.
    pub fn new() -> Self {
        let state = Arc::new(Mutex::new(State {
            mood: Mood::Well,
            asked: Vec::new(),
            tokens: HashMap::new(),
            issued: 0,
            logins: BTreeMap::new(),
            phones: BTreeMap::new(),
            agreed: BTreeMap::new(),
            risky: BTreeSet::new(),
            trace: String::new(),
        }));
        let door = Door::new();
        Self {
            url: door.url.clone(),
            state: state.clone(),
            _outsider: Outsider::at(door, Data::from(state), answer),
        }
    }

    /// The settings of a house that is there.
    pub fn settings(&self) -> Settings {
        let app = |appid: &str| AppSettings {
            appid: appid.to_owned(),
            secret: SECRET.into(),
        };
        Settings {
            mini: Some(app(MINI)),
            account: Some(app(ACCOUNT)),
            push: Some(PushSettings {
                token: PUSH_TOKEN.into(),
                aes_key: PUSH_KEY.into(),
            }),
            templates: BTreeMap::new(),
            check_content: false,
            api: self.url.clone(),
            open: "https://open.weixin.qq.com".to_owned(),
            script: "https://res.wx.qq.com/open/js/jweixin-1.6.0.js".to_owned(),
        }
    }

    /// Lets a hall ask it, without much patience.
    pub fn serves(&self, means: &mut Means) {
        means.providers.patience.answer_ms = 300;
        means.providers.patience.rest_ms = 200;
        means.providers.wechat = Some(self.settings());
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// How it answers from now on.
    pub fn is(&self, mood: Mood) {
        self.state().mood = mood;
    }

    /// `wx.login` on the phone of whoever has this openid gives a code.
    pub fn login(&self, openid: &str) -> String {
        self.knows(json!({ "openid": openid, "session_key": SESSION_KEY }))
    }

    /// A page's sign-in gives a code.
    pub fn page_login(&self, openid: &str) -> String {
        self.knows(json!({ "openid": openid, "access_token": "of-the-page" }))
    }

    /// Somebody who only looks at a snapshot of the page gives a code too.
    pub fn snapshot(&self, openid: &str) -> String {
        self.knows(json!({ "openid": openid, "access_token": "of-the-page", "is_snapshotuser": 1 }))
    }

    fn knows(&self, who: Value) -> String {
        let mut state = self.state();
        let code = format!("code-{}", state.logins.len() + state.asked.len() + 1);
        state.logins.insert(code.clone(), who);
        code
    }

    /// The phone button gives a code.
    pub fn phone(&self, country: &str, phone: &str) -> String {
        let mut state = self.state();
        let code = format!("phone-code-{}", state.phones.len() + state.asked.len() + 1);
        state
            .phones
            .insert(code.clone(), (country.to_owned(), phone.to_owned()));
        code
    }

    /// Somebody signs in by the mini-program with the phone that WeChat gives; the session that is opened.
    pub async fn signs_in(&self, app: &TestApp, openid: &str, phone: &str) -> Value {
        let body = json!({ "code": self.login(openid), "phone_code": self.phone("86", phone), "bearer": true });
        let answer = app.passer_by().post("/sessions/wechat").json(&body).await;
        answer.is(201).json()
    }

    /// Somebody agrees to one message.
    pub fn agrees(&self, openid: &str, template: &str) {
        *self
            .state()
            .agreed
            .entry((openid.to_owned(), template.to_owned()))
            .or_default() += 1;
    }

    /// Words that it would not have.
    pub fn dislikes(&self, words: &str) {
        self.state().risky.insert(words.to_owned());
    }

    /// All tokens are void from now on.
    pub fn voids_tokens(&self) {
        self.state().tokens.clear();
    }

    /// How many tokens it has given out.
    pub fn issued(&self) -> usize {
        self.state().issued
    }

    /// The number under which it was last asked about a picture.
    pub fn last_trace(&self) -> String {
        self.state().trace.clone()
    }

    /// What it was asked at a path, in turn.
    pub fn asked(&self, path: &str) -> Vec<Asked> {
        let state = self.state();
        state.asked.iter().filter(|asked| asked.path == path).cloned().collect()
    }
}

/// The key of every session.
pub const SESSION_KEY: &str = "tiihtNczf5v6AKRyjwEUhQ==";

impl Default for FakeWechat {
    fn default() -> Self {
        Self::new()
    }
}

fn refused(code: i64, words: &str) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "errcode": code, "errmsg": words }))
}

async fn answer(request: HttpRequest, body: Bytes, state: Data<Mutex<State>>) -> HttpResponse {
    let mood = {
        let mut state = state.lock().unwrap();
        state.asked.push(Asked {
            path: request.path().to_owned(),
            body: serde_json::from_slice(&body).unwrap_or_default(),
        });
        state.mood
    };
    match mood {
        Mood::Well => said(&request, &body, &mut state.lock().unwrap()),
        Mood::Slow => {
            tokio::time::sleep(Duration::from_secs(2)).await;
            said(&request, &body, &mut state.lock().unwrap())
        }
        Mood::Down => HttpResponse::new(StatusCode::BAD_GATEWAY),
        Mood::Busy => refused(-1, "system error"),
        Mood::Nonsense => HttpResponse::Ok().body("<html>502 Bad Gateway</html>"),
    }
}

fn said(request: &HttpRequest, body: &[u8], state: &mut State) -> HttpResponse {
    let query: HashMap<String, String> = serde_urlencoded::from_str(request.query_string()).unwrap();
    let asked: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
    let of = |name: &str| query.get(name).cloned().unwrap_or_default();
    match request.path() {
        "/cgi-bin/stable_token" => {
            if text("secret") != SECRET || text("grant_type") != "client_credential" {
                return refused(40_125, "invalid appsecret");
            }
            let token = state.token_of(&text("appid"), asked["force_refresh"] == true);
            return HttpResponse::Ok().json(json!({ "access_token": token, "expires_in": 7200 }));
        }
        "/sns/jscode2session" if of("appid") == MINI && of("secret") == SECRET => {
            let known = state.logins.remove(&of("js_code"));
            return known.map_or_else(|| refused(40_029, "invalid code"), |who| HttpResponse::Ok().json(who));
        }
        "/sns/oauth2/access_token" if of("appid") == ACCOUNT && of("secret") == SECRET => {
            let known = state.logins.remove(&of("code"));
            return known.map_or_else(|| refused(40_163, "code been used"), |who| HttpResponse::Ok().json(who));
        }
        _ => {}
    }
    // All else wants the token of the app that it is of.
    let app = if request.path() == "/cgi-bin/ticket/getticket" {
        ACCOUNT
    } else {
        MINI
    };
    if state.tokens.get(app) != Some(&of("access_token")) {
        return refused(40_001, "invalid credential, access_token is invalid or not latest");
    }
    match request.path() {
        "/wxa/business/getuserphonenumber" => match state.phones.remove(&text("code")) {
            Some((country, phone)) => HttpResponse::Ok().json(json!({
                "errcode": 0,
                "errmsg": "ok",
                "phone_info": {
                    "phoneNumber": format!("+{country} {phone}"),
                    "purePhoneNumber": phone,
                    "countryCode": country,
                    "watermark": { "timestamp": 1_637_744_274, "appid": MINI },
                },
            })),
            None => refused(40_029, "invalid code"),
        },
        "/cgi-bin/ticket/getticket" => {
            HttpResponse::Ok().json(json!({ "errcode": 0, "errmsg": "ok", "ticket": "ticket-1", "expires_in": 7200 }))
        }
        "/cgi-bin/message/subscribe/send" => {
            let agreed = state.agreed.get_mut(&(text("touser"), text("template_id")));
            match agreed {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    HttpResponse::Ok().json(json!({ "errcode": 0, "errmsg": "ok" }))
                }
                _ => refused(43_101, "user refuse to accept the msg"),
            }
        }
        "/wxa/msg_sec_check" => {
            let risky = state.risky.iter().any(|words| text("content").contains(words));
            let suggest = if risky { "risky" } else { "pass" };
            HttpResponse::Ok().json(json!({
                "errcode": 0,
                "errmsg": "ok",
                "result": { "suggest": suggest, "label": 100 },
                "trace_id": "trace",
            }))
        }
        "/wxa/media_check_async" => {
            let trace = format!("trace-{}", state.asked.len());
            state.trace.clone_from(&trace);
            HttpResponse::Ok().json(json!({ "errcode": 0, "errmsg": "ok", "trace_id": trace }))
        }
        "/wxa/getwxacodeunlimit" => HttpResponse::Ok().content_type("image/png").body(PNG),
        _ => refused(48_001, "api unauthorized"),
    }
}

/// Something that WeChat pushes, sealed and signed as it does.
pub struct Push {
    timestamp: i64,
    sealed: String,
    signature: String,
}

/// The nonce of every push.
const NONCE: &str = "415670741";

impl Push {
    /// Seals a message for one of the apps.
    pub fn new(app: &TestApp, appid: &str, message: &str) -> Self {
        let key = push_key();
        let timestamp = app.clock.now().timestamp();
        let sealed = key.seal(message, appid, b"0123456789abcdef").unwrap();
        let signature = key.signature(&timestamp.to_string(), NONCE, Some(&sealed));
        Self {
            timestamp,
            sealed,
            signature,
        }
    }

    /// Sends it, as JSON or as XML like the message; it may be sent again.
    pub async fn send(&self, app: &TestApp) -> Answer {
        self.send_as(app, &self.signature, &json!({ "Encrypt": self.sealed }).to_string())
            .await
    }

    /// Sends it as XML.
    pub async fn send_xml(&self, app: &TestApp) -> Answer {
        let body = format!(
            "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{}]]></Encrypt></xml>",
            self.sealed
        );
        self.send_as(app, &self.signature, &body).await
    }

    /// Sends something else under its name.
    pub async fn send_as(&self, app: &TestApp, signature: &str, body: &str) -> Answer {
        let at = self.timestamp;
        let query = format!("msg_signature={signature}&timestamp={at}&nonce={NONCE}&encrypt_type=aes");
        app.passer_by()
            .post(&format!("/wechat/push?{query}"))
            .bytes(body.as_bytes())
            .await
    }
}

/// The key of pushes.
pub fn push_key() -> PushKey {
    PushKey::new(&PushSettings {
        token: PUSH_TOKEN.into(),
        aes_key: PUSH_KEY.into(),
    })
    .unwrap()
}

/// The smallest picture there is.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0,
    1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];
