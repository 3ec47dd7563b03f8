//! What WeChat Pay as a test has it tells a hall: sealed and signed, and sent as often as one likes.

use serde_json::{Value, json};

use super::{FakeWechatPay, KEY, sends};
use crate::answer::Answer;
use crate::testapp::TestApp;

/// A notification.
#[derive(Clone)]
pub struct Notice {
    /// The headers under which it is sent.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

impl Notice {
    /// Sends it.
    pub async fn send(&self, app: &TestApp) -> Answer {
        sends(app, &self.headers, &self.body).await
    }

    /// The same with another value of a header.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut notice = self.clone();
        for header in notice.headers.iter_mut().filter(|(header, _)| *header == name) {
            value.clone_into(&mut header.1);
        }
        notice
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(header, _)| *header == name);
        &found.unwrap().1
    }
}

impl FakeWechatPay {
    /// Tells of an order, as it stands.
    pub fn tells_of(&self, order: &str) -> Notice {
        let about = self.state().orders[order].told(order);
        self.tells("TRANSACTION.SUCCESS", &about)
    }

    /// Tells of all refunds, as they stand.
    pub fn tells_of_refunds(&self) -> Vec<Notice> {
        let abouts: Vec<_> = self.state().refunds.values().map(super::Refund::told).collect();
        let notices = abouts.into_iter().map(|mut about| {
            about["mchid"] = json!(super::MERCHANT);
            about["refund_status"] = about["status"].clone();
            self.tells("REFUND.SUCCESS", &about)
        });
        notices.collect()
    }

    /// Tells of anything.
    pub fn tells(&self, event: &str, about: &Value) -> Notice {
        let crypto = &self.inside.crypto;
        let mut sealed = crypto.ask(&json!({ "do": "seal", "key": KEY, "text": about.to_string() }));
        sealed["original_type"] = json!("transaction");
        let body = json!({
            "id": "EV-2018022511223320873", "create_time": "2026-11-24T10:00:05+08:00", "event_type": event,
            "resource_type": "encrypt-resource", "summary": "…", "resource": sealed,
        });
        let body = body.to_string();
        let (serial, now) = (self.serial(), self.state().now());
        Notice {
            headers: self.inside.marks(&serial, now.timestamp(), &body),
            body,
        }
    }

    /// What wechatpayv3, as a merchant, takes from a notification; `null` where it does not believe it.
    pub fn sdk_hears(&self, notice: &Notice, by_public_key: bool) -> Value {
        let headers: serde_json::Map<_, _> = notice
            .headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        let key = by_public_key.then_some(super::PUBLIC_KEY);
        let asked = json!({
            "do": "sdk_callback", "mchid": super::MERCHANT, "serial": super::SERIAL, "key": KEY, "public_key_id": key,
            "headers": headers, "body": notice.body,
        });
        self.inside.crypto.ask(&asked)["told"].clone()
    }

    /// How wechatpayv3, as this merchant, signs the parts of something.
    pub fn sdk_signs(&self, parts: &[&str]) -> String {
        let asked = json!({
            "do": "sdk_sign", "mchid": super::MERCHANT, "serial": super::SERIAL, "key": KEY,
            "public_key_id": super::PUBLIC_KEY, "parts": parts,
        });
        self.inside.crypto.ask(&asked)["signature"].as_str().unwrap().to_owned()
    }
}
