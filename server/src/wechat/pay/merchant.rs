//! Asking WeChat Pay something: each request is signed with the merchant's key, and its answer verified.

use std::sync::Arc;

use anyhow::Context as _;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Method, Url};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answer;
use super::keys::{MerchantKey, PlatformKey};
use super::platform::{Handed, Platform};
use super::seal::ApiKey;
use super::settings::Settings;
use super::signed::Marks;
use crate::clock::Clock;
use crate::ids;
use crate::line::{Dead, Line, Patience, Repeat, Reply};
use crate::pay::Trouble;

/// The merchant, as WeChat Pay knows it.
pub(super) struct Merchant {
    pub(super) id: String,
    serial: String,
    key: MerchantKey,
    pub(super) api_key: ApiKey,
    platform: Platform,
    api: String,
    line: Line,
    pub(super) clock: Arc<dyn Clock>,
}

/// It is not known what became of it; it may be asked again.
pub(super) fn down(why: impl Into<anyhow::Error>) -> Trouble {
    Trouble::Down(why.into())
}

impl From<Dead> for Trouble {
    fn from(dead: Dead) -> Self {
        down(dead)
    }
}

fn read_file(setting: &str, path: &std::path::Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("[wechat_pay] {setting}: {}", path.display()))
}

impl Merchant {
    /// Reads the keys that the settings name; what is wrong is told by its setting.
    pub(super) fn new(settings: Settings, patience: Patience, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        let key = MerchantKey::from_pem(&read_file("private_key", &settings.private_key)?);
        let set = settings.public_key.map(|set| {
            let key = PlatformKey::from_pem(&read_file("public_key", &set.file)?);
            Ok::<_, anyhow::Error>((set.id, key.context("[wechat_pay] public_key")?))
        });
        Ok(Self {
            id: settings.mch_id,
            serial: settings.serial,
            key: key.context("[wechat_pay] private_key")?,
            api_key: ApiKey::new(&settings.api_v3_key).context("[wechat_pay]")?,
            platform: Platform::new(set.transpose()?),
            api: settings.api,
            line: Line::new("WeChat Pay", patience)?,
            clock,
        })
    }

    /// Signs the parts of something, each with the end of its line.
    pub(super) fn sign(&self, parts: &[&str]) -> Result<String, Trouble> {
        let mut message = parts.join("\n");
        message.push('\n');
        self.key.sign(&message).map_err(down)
    }

    /// What shows WeChat Pay that a request is ours; made anew each time it is sent.
    fn authorization(&self, method: &Method, url: &Url, body: &str) -> Result<String, Trouble> {
        let now = self.clock.now();
        let (timestamp, nonce) = (now.timestamp().to_string(), ids::compact(now));
        let path = url
            .query()
            .map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let signature = self.sign(&[method.as_str(), &path, &timestamp, &nonce, body])?;
        Ok(format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"{}\",nonce_str=\"{nonce}\",signature=\"{signature}\",timestamp=\"{timestamp}\",serial_no=\"{}\"",
            self.id, self.serial
        ))
    }

    async fn send(&self, method: Method, url: Url, body: &str) -> Result<Reply, Trouble> {
        // A key that has signed once signs again, so this is where it would fail.
        self.authorization(&method, &url, body)?;
        // Whatever is asked bears a number of ours, so that twice is once.
        let reply = self.line.ask(Repeat::Safely, |client| {
            let mut request = client
                .request(method.clone(), url.clone())
                .header(ACCEPT, "application/json");
            if let Ok(authorization) = self.authorization(&method, &url, body) {
                request = request.header(AUTHORIZATION, authorization);
            }
            if let Some(wanted) = self.platform.wanted() {
                request = request.header("Wechatpay-Serial", wanted);
            }
            if body.is_empty() {
                request
            } else {
                request.header(CONTENT_TYPE, "application/json").body(body.to_owned())
            }
        });
        Ok(reply.await?)
    }

    fn url(&self, path: &str) -> Result<Url, Trouble> {
        Url::parse(&format!("{}{path}", self.api)).map_err(down)
    }

    /// Asks at a path; an answer without content is `null`.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        let reply = self.send(Method::GET, self.url(path)?, "").await?;
        self.believed(&reply).await
    }

    /// Asks at a path, with a body.
    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str, body: &Value) -> Result<T, Trouble> {
        let reply = self.send(Method::POST, self.url(path)?, &body.to_string()).await?;
        self.believed(&reply).await
    }

    /// Fetches a file from an address that an answer named. Files are not signed; the answer gave their hash.
    pub(super) async fn file(&self, address: &str) -> Result<Vec<u8>, Trouble> {
        if !address.starts_with(&format!("{}/", self.api)) {
            return Err(down(anyhow::anyhow!("a bill that lies elsewhere")));
        }
        let url = Url::parse(address).map_err(|_| down(anyhow::anyhow!("a bill without an address")))?;
        let reply = self.send(Method::GET, url, "").await?;
        if reply.status.is_success() {
            Ok(reply.body.to_vec())
        } else {
            Err(answer::refused(reply.status, &reply.body))
        }
    }

    /// Reads an answer. One that says yes must be signed. One that says no need not be, as WeChat Pay leaves the signature
    /// out where it did not take ours; no money moves by it.
    async fn believed<T: DeserializeOwned>(&self, reply: &Reply) -> Result<T, Trouble> {
        let header = |name: &str| reply.headers.get(name).and_then(|value| value.to_str().ok());
        let success = reply.status.is_success();
        let signed = match Marks::read(header) {
            Some(marks) => self.are_theirs(&marks, &reply.body).await?,
            None => !success,
        };
        if !signed {
            return Err(down(anyhow::anyhow!("an answer that WeChat Pay has not signed")));
        }
        if !success {
            return Err(answer::refused(reply.status, &reply.body));
        }
        let body: &[u8] = if reply.body.is_empty() { b"null" } else { &reply.body };
        serde_json::from_slice(body)
            .context("an answer of WeChat Pay")
            .map_err(Trouble::Down)
    }

    /// Whether WeChat Pay has signed this, just now.
    pub(super) async fn are_theirs(&self, marks: &Marks, body: &[u8]) -> Result<bool, Trouble> {
        if !marks.are_fresh(self.clock.now()) {
            return Ok(false);
        }
        let key = self.platform_key(&marks.serial).await?;
        Ok(key.is_some_and(|key| marks.are_of(&key, body)))
    }

    /// The key that a serial names; certificates are fetched for one that is not known.
    async fn platform_key(&self, serial: &str) -> Result<Option<PlatformKey>, Trouble> {
        let now = self.clock.now();
        if let Some(key) = self.platform.key(serial, now) {
            return Ok(Some(key));
        }
        let mut fetched = self.platform.fetched.lock().await;
        // Somebody else may have fetched them meanwhile.
        if let Some(key) = self.platform.key(serial, now) {
            return Ok(Some(key));
        }
        if !Platform::may_fetch(*fetched, now) {
            return Ok(None);
        }
        let reply = self.send(Method::GET, self.url("/v3/certificates")?, "").await?;
        *fetched = Some(now);
        drop(fetched);
        if !reply.status.is_success() {
            // A merchant that was given a public key has no certificates.
            tracing::warn!(status = %reply.status, "WeChat Pay hands out no certificates");
            return Ok(None);
        }
        let handed: Handed = serde_json::from_slice(&reply.body).map_err(down)?;
        self.platform.learn(&handed, &self.api_key).map_err(Trouble::Down)?;
        Ok(self.platform.key(serial, now))
    }
}
