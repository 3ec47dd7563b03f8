//! No log line holds a secret, a token, a phone, a code or an openid, whatever those outside answer.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::call::{Secret, Settings};
use shuiting_server::clock::Clock as _;
use shuiting_server::wechat::Template;
use shuiting_shared::case::Role;
use shuiting_tests::sms::{self, FakeSms, Vendor};
use shuiting_tests::wechat::{self, FakeWechat};
use shuiting_tests::{TestApp, leak};
use tracing_subscriber::EnvFilter;

const PHONE: &str = "13800000001";
const OPENID: &str = "oGZUI0egBJY1zhBYw2KhdUfwVJJE";
const TEMPLATE: &str = "T-progress";
const TELEPHONES: &str = "what the telephone system and we share";

/// All that was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Begins to keep all that we and those whom we use log.
    fn new() -> Self {
        let log = Self::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new("debug,shuiting_server=trace,reqwest=trace"))
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn no_log_line_holds_a_secret_or_who_it_was() {
    let log = Log::new();
    let (sms, wechat) = (FakeSms::new(), FakeWechat::new());
    let app = TestApp::with(|means| {
        sms.serves(means);
        wechat.serves(means);
        means.providers.patience.rest_ms = 1;
        means.providers.calls = Some(Settings {
            secret: TELEPHONES.to_owned().into(),
        });
        let template = Template {
            id: TEMPLATE.to_owned(),
            blanks: BTreeMap::from([("thing1".to_owned(), "service".to_owned())]),
        };
        if let Some(settings) = &mut means.providers.wechat {
            settings.templates = BTreeMap::from([("filed".to_owned(), template)]);
        }
    })
    .await;

    let (code, phone_code) = (wechat.login(OPENID), wechat.phone("86", PHONE));
    let sign_in = json!({ "code": code, "phone_code": phone_code, "bearer": true });
    let session = app.passer_by().post("/sessions/wechat").json(&sign_in).await;
    let person = app.holder_of(&session.json());
    let given = json!({ "accepted": [TEMPLATE] });
    for mood in [
        wechat::Mood::Well,
        wechat::Mood::Nonsense,
        wechat::Mood::Down,
        wechat::Mood::Slow,
        wechat::Mood::Busy,
    ] {
        wechat.agrees(OPENID, TEMPLATE);
        wechat.is(mood);
        person.post("/consents").json(&given).await.is(204);
        person.files(&leak()).await;
        app.carried().await;
    }
    let used = json!({ "code": code, "bearer": true });
    app.passer_by().post("/sessions/wechat").json(&used).await;
    for mood in [
        sms::Mood::Down,
        sms::Mood::Nonsense,
        sms::Mood::Full,
        sms::Mood::BadNumber,
        sms::Mood::Slow,
        sms::Mood::Well,
    ] {
        for vendor in [Vendor::Tencent, Vendor::Aliyun] {
            sms.is(vendor, mood);
        }
        app.clock.advance(TimeDelta::minutes(2));
        let asked = json!({ "phone": PHONE });
        app.passer_by().post("/codes").json(&asked).await.is(202);
        app.carried().await;
    }

    // Somebody calls the hotline: told as it should be, and not.
    app.hires("agent", Role::Agent, None).await;
    let (at, now) = (app.clock.now().timestamp().to_string(), app.clock.now());
    let secret = Secret::new(&Settings {
        secret: TELEPHONES.to_owned().into(),
    })
    .unwrap();
    for (seat, signed, status) in [("agent", true, 200), ("nobody", true, 422), ("agent", false, 401)] {
        let told = json!({ "id": "1", "event": "ringing", "phone": PHONE, "seat": seat, "at": now }).to_string();
        let signature = secret.sign(&at, if signed { told.as_bytes() } else { b"" });
        let ask = app.passer_by().post("/calls").header("Shuiting-Timestamp", &at);
        ask.header("Shuiting-Signature", &signature)
            .bytes(told)
            .await
            .is(status);
    }

    let text = log.text();
    assert!(text.contains("a message did not leave") && text.contains("a message is given up"));
    assert!(text.contains("an SMS goes in place of a message by WeChat"));
    let codes = sms.asked().into_iter().filter(|asked| asked.template == "T-code");
    let codes = codes.filter_map(|asked| asked.blanks.as_array()?.first()?.as_str().map(str::to_owned));
    let secrets = [
        PHONE,
        OPENID,
        sms::SECRET,
        wechat::SECRET,
        wechat::SESSION_KEY,
        wechat::PUSH_KEY,
        "token-wx",
        &code,
        &phone_code,
        &person.access(),
        &person.refresh(),
        TELEPHONES,
    ]
    .map(str::to_owned);
    for secret in secrets.into_iter().chain(codes.map(|code| format!("{code:?}"))) {
        let line = text.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret} stands in the log");
    }
}
