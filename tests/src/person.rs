//! Whoever stands before the hall or the desk.

use std::sync::{Arc, Mutex};

use reqwest::{Client, Method};
use serde_json::{Value, json};
use shuiting_shared::api::{AttachmentView, CaseLine, CaseView, Filed, Inbox};
use shuiting_shared::form::Answers;
use shuiting_shared::service::Service;

use crate::answer::Answer;
use crate::ask::Ask;
use crate::pictures;

/// A pair of tokens that is renewed when it has run out.
#[derive(Clone)]
pub(crate) struct Tokens(Arc<Mutex<(String, String)>>);

impl Tokens {
    pub(crate) fn new(session: &Value) -> Self {
        let tokens = Self(Arc::default());
        tokens.renew(session);
        tokens
    }

    pub(crate) fn renew(&self, session: &Value) {
        let token = |name: &str| session["tokens"][name].as_str().unwrap().to_owned();
        *self.0.lock().unwrap() = (token("access"), token("refresh"));
    }

    pub(crate) fn access(&self) -> String {
        self.0.lock().unwrap().0.clone()
    }

    pub(crate) fn refresh(&self) -> String {
        self.0.lock().unwrap().1.clone()
    }
}

/// Somebody with a session, or a passer-by without.
#[derive(Clone)]
pub struct Person {
    client: Client,
    url: String,
    tokens: Option<Tokens>,
    lang: &'static str,
}

impl Person {
    pub(crate) fn new(client: &Client, url: &str, session: Option<&Value>) -> Self {
        Self {
            client: client.clone(),
            url: url.to_owned(),
            tokens: session.map(Tokens::new),
            lang: "zh-CN,zh;q=0.9",
        }
    }

    /// The same person, who wants to read English.
    #[must_use]
    pub fn in_english(mut self) -> Self {
        self.lang = "en";
        self
    }

    /// The access token.
    pub fn access(&self) -> String {
        self.tokens.as_ref().unwrap().access()
    }

    /// The refresh token.
    pub fn refresh(&self) -> String {
        self.tokens.as_ref().unwrap().refresh()
    }

    /// Asks something of the API.
    pub fn ask(&self, method: Method, path: &str) -> Ask {
        let path = format!("/api/v1{path}");
        let ask = Ask::new(&self.client, &self.url, method, &path).of_who_has(self.tokens.clone());
        ask.header("accept-language", self.lang)
    }

    /// Asks to see something.
    pub fn get(&self, path: &str) -> Ask {
        self.ask(Method::GET, path)
    }

    /// Asks to do something.
    pub fn post(&self, path: &str) -> Ask {
        self.ask(Method::POST, path)
    }

    /// Sends a filing as it is, under a key.
    pub fn sends(&self, key: &str, filing: &Value) -> Ask {
        self.post("/cases").header("idempotency-key", key).json(filing)
    }

    /// Files something that is in order; gives its number.
    pub async fn files(&self, filing: &Value) -> String {
        let filing = self.with_photos(filing).await;
        let filed: Filed = self.sends(&key(), &filing).await.is(201).read();
        filed.number.to_string()
    }

    /// A filing with a photo of each document that it needs and does not have.
    pub async fn with_photos(&self, filing: &Value) -> Value {
        let mut filing = filing.clone();
        let answers: Answers = serde_json::from_value(filing["answers"].clone()).unwrap();
        let service: Service = serde_json::from_value(filing["service"].clone()).unwrap();
        let materials = service.form().unwrap().materials(&answers);
        for material in materials.iter().filter(|material| material.least > 0) {
            if filing["materials"][material.key].is_null() {
                filing["materials"][material.key] = json!([self.uploads(&pictures::jpeg(40, 30)).await]);
            }
        }
        filing
    }

    /// Files something that is in order for a resident, as staff do; gives its number.
    pub async fn files_for(&self, filing: &Value) -> String {
        let filing = self.with_photos(filing).await;
        let filed: Filed = self.sends_for(&key(), &filing).await.is(201).read();
        filed.number.to_string()
    }

    /// Sends a filing for a resident as it is, under a key.
    pub fn sends_for(&self, key: &str, filing: &Value) -> Ask {
        self.post("/desk/cases").header("idempotency-key", key).json(filing)
    }

    /// Uploads a photo; gives its id.
    pub async fn uploads(&self, photo: &[u8]) -> String {
        self.post("/attachments")
            .bytes(photo)
            .await
            .is(201)
            .read::<AttachmentView>()
            .id
    }

    /// Looks at a case.
    pub async fn looks_at(&self, number: &str) -> CaseView {
        self.get(&format!("/cases/{number}")).await.is(200).read()
    }

    /// Lists the cases that are theirs.
    pub async fn lists(&self) -> Vec<CaseLine> {
        self.get("/cases").await.is(200).read()
    }

    /// Tries to do something with a case as it is.
    pub async fn tries(&self, number: &str, action: Value) -> Answer {
        self.post(&format!("/cases/{number}/acts"))
            .json(&json!({ "action": action }))
            .await
    }

    /// Does something with a case.
    pub async fn acts(&self, number: &str, action: Value) -> CaseView {
        self.tries(number, action).await.is(200).read()
    }

    /// Does something with a case as it was at a version.
    pub async fn acts_on(&self, number: &str, version: i32, action: Value) -> Answer {
        let act = json!({ "version": version, "action": action });
        self.post(&format!("/cases/{number}/acts")).json(&act).await
    }

    /// Looks through the desk's inbox.
    pub async fn finds(&self, filter: &str) -> Inbox {
        self.get(&format!("/desk/cases?{filter}")).await.is(200).read()
    }
}

/// A key that no other filing has.
fn key() -> String {
    static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
    format!("key-{}", NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
}
