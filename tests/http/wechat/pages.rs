//! Addresses that a browser is sent to: WeChat's own sign-in of pages, and tickets of the mini-program.

use std::collections::BTreeMap;
use std::sync::Mutex;

use chrono::TimeDelta;
use reqwest::{Client, Method, Response, StatusCode, redirect};
use serde_json::{Value, json};
use shuiting_tests::TestApp;
use shuiting_tests::wechat::{FakeWechat, MINI};

const PHONE: &str = "13800000001";
const WECHAT: &str = "Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.49";

async fn open() -> (FakeWechat, TestApp) {
    let wechat = FakeWechat::new();
    let app = TestApp::with(|means| {
        wechat.serves(means);
        means.url = Some("https://water.example.org".to_owned());
    })
    .await;
    (wechat, app)
}

/// A browser that keeps cookies and goes nowhere by itself.
struct Browser {
    client: Client,
    url: String,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser {
    fn new(app: &TestApp) -> Self {
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .user_agent(WECHAT)
            .build()
            .unwrap();
        Self {
            client,
            url: app.url.clone(),
            cookies: Mutex::default(),
        }
    }

    async fn asks(&self, method: Method, path: &str, body: Option<Value>) -> Response {
        let cookies: Vec<_> = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.url))
            .header("cookie", cookies.join("; "));
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        for set in answer.headers().get_all("set-cookie") {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        answer
    }

    /// Where an address leads.
    async fn leads(&self, path: &str) -> String {
        let answer = self.asks(Method::GET, path, None).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
        answer.headers()["location"].to_str().unwrap().to_owned()
    }

    async fn me(&self) -> Value {
        self.asks(Method::GET, "/api/v1/me", None).await.json().await.unwrap()
    }

    /// Goes to WeChat; gives the state that it is sent along with.
    async fn leaves(&self, next: &str) -> String {
        let address = self.leads(&format!("/wechat/sign-in?next={next}")).await;
        let query = address.split_once('?').unwrap().1.trim_end_matches("#wechat_redirect");
        let query: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap();
        let of = |name: &str| query.iter().find(|(key, _)| key == name).unwrap().1.clone();
        assert_eq!(of("scope"), "snsapi_base");
        assert_eq!(of("redirect_uri"), "https://water.example.org/wechat/back");
        of("state")
    }
}

#[tokio::test]
async fn a_page_knows_who_was_bound_before() {
    let (wechat, app) = open().await;
    let browser = Browser::new(&app);
    let state = browser.leaves("/cases").await;
    let back = format!("/wechat/back?code={}&state={state}", wechat.page_login("p-1"));
    assert_eq!(browser.leads(&back).await, "/sign-in?next=%2Fcases&why=unbound");
    assert_eq!(browser.me().await["code"], "sign_in");

    // They sign in by SMS once, and are bound by it.
    let code = app.code(PHONE).await;
    let body = json!({ "phone": PHONE, "code": code });
    let sign_in = browser.asks(Method::POST, "/api/v1/sessions", Some(body)).await;
    assert_eq!(sign_in.status(), 201);
    app.clock.advance(TimeDelta::minutes(2));
    let bound = app.resident(PHONE).await.get("/me/wechat").await.is(200).json();
    assert_eq!(bound[0]["app"], "account");

    let another = Browser::new(&app);
    let state = another.leaves("/cases").await;
    let back = format!("/wechat/back?code={}&state={state}", wechat.page_login("p-1"));
    assert_eq!(another.leads(&back).await, "/cases");
    assert_eq!(another.me().await["phone"], PHONE);
}

#[tokio::test]
async fn who_comes_back_must_have_left_in_the_same_browser() {
    let (wechat, app) = open().await;
    let (mine, theirs) = (Browser::new(&app), Browser::new(&app));
    let state = mine.leaves("/me").await;
    theirs.leaves("/me").await;
    let back = format!("/wechat/back?code={}&state={state}", wechat.page_login("p-1"));
    let astray = "/sign-in?next=%2F&why=astray";
    assert_eq!(theirs.leads(&back).await, astray);
    assert!(
        wechat.asked("/sns/oauth2/access_token").is_empty(),
        "its code is not even tried"
    );
    // A state counts once, and not for ever.
    assert_ne!(mine.leads(&back).await, astray);
    assert_eq!(mine.leads(&back).await, astray);
    let state = mine.leaves("/me").await;
    app.clock.advance(TimeDelta::minutes(11));
    let back = format!("/wechat/back?code={}&state={state}", wechat.page_login("p-1"));
    assert_eq!(mine.leads(&back).await, astray);
}

#[tokio::test]
async fn who_looks_at_a_snapshot_is_not_signed_in() {
    let (wechat, app) = open().await;
    let browser = Browser::new(&app);
    let state = browser.leaves("/me").await;
    let back = format!("/wechat/back?code={}&state={state}", wechat.snapshot("p-1"));
    assert_eq!(browser.leads(&back).await, "/sign-in?next=%2Fme&why=snapshot");
    let state = browser.leaves("/me").await;
    let back = format!("/wechat/back?state={state}");
    assert_eq!(browser.leads(&back).await, "/sign-in?next=%2Fme&why=refused");
}

#[tokio::test]
async fn nobody_is_led_out_of_the_hall() {
    let (wechat, app) = open().await;
    let browser = Browser::new(&app);
    let state = browser.leaves("//example.com").await;
    let back = format!("/wechat/back?code={}&state={state}", wechat.page_login("p-1"));
    assert_eq!(browser.leads(&back).await, "/sign-in?next=%2F&why=unbound");
    let resident = app.resident(PHONE).await;
    for to in ["https://example.com", "//example.com", "me", ""] {
        let refused = resident.post("/tickets").json(&json!({ "to": to })).await;
        assert_eq!(refused.fails(422, "invalid").flaws(), ["to not_a_choice"]);
    }
}

async fn ticket(app: &TestApp, session: &Value, to: &str) -> String {
    let asked = app
        .holder_of(session)
        .post("/tickets")
        .header("user-agent", WECHAT)
        .json(&json!({ "to": to }))
        .await;
    let given = asked.is(201).json();
    assert_eq!(given["seconds"], 60);
    given["ticket"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_ticket_hands_the_session_over_once() {
    let (wechat, app) = open().await;
    let session = wechat.signs_in(&app, "o-1", PHONE).await;
    let enter = format!("/wechat/enter?ticket={}", ticket(&app, &session, "/cases").await);

    let browser = Browser::new(&app);
    assert_eq!(browser.leads(&enter).await, "/cases");
    assert_eq!(browser.me().await["phone"], PHONE);
    let late = "/sign-in?next=%2F&why=ticket";
    assert_eq!(Browser::new(&app).leads(&enter).await, late, "it counts once");

    let enter = format!("/wechat/enter?ticket={}", ticket(&app, &session, "/cases").await);
    app.clock.advance(TimeDelta::seconds(60));
    assert_eq!(Browser::new(&app).leads(&enter).await, late, "it counts for a minute");
    assert!(!app.keeps(MINI).await);
}

#[tokio::test]
async fn a_ticket_is_bound_to_the_device_and_the_session() {
    let (wechat, app) = open().await;
    let session = wechat.signs_in(&app, "o-1", PHONE).await;
    let enter = format!("/wechat/enter?ticket={}", ticket(&app, &session, "/me").await);
    let elsewhere = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
    let answer = elsewhere.get(format!("{}{enter}", app.url)).send().await.unwrap();
    assert_eq!(
        answer.headers()["location"],
        "/sign-in?next=%2F&why=ticket",
        "another device"
    );
    assert_eq!(
        Browser::new(&app).leads(&enter).await,
        "/sign-in?next=%2F&why=ticket",
        "and it is used up"
    );

    let enter = format!("/wechat/enter?ticket={}", ticket(&app, &session, "/me").await);
    app.holder_of(&session)
        .ask(Method::DELETE, "/sessions/current")
        .await
        .is(204);
    assert_eq!(
        Browser::new(&app).leads(&enter).await,
        "/sign-in?next=%2F&why=ticket",
        "signed out meanwhile"
    );
    app.guest()
        .await
        .post("/tickets")
        .json(&json!({ "to": "/" }))
        .await
        .is(201);
}
