//! Tencent Cloud 腾讯云: `SendSms`, version 2021-01-11, signed by TC3-HMAC-SHA256.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::DateTime;
use hmac::{Hmac, Mac as _};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Account, Parcel, Provider, Sms, Trouble};
use crate::clock::Clock;
use crate::line::{Line, Patience, Repeat};

const NAME: &str = "tencent";
const ENDPOINT: &str = "https://sms.tencentcloudapi.com";
const REGION: &str = "ap-guangzhou";
const SERVICE: &str = "sms";
const VERSION: &str = "2021-01-11";
const JSON: &str = "application/json; charset=utf-8";
const SIGNED: &str = "content-type;host";

/// Tencent Cloud.
pub(super) struct Tencent {
    account: Account,
    endpoint: String,
    /// The host as it is signed.
    host: String,
    line: Line,
    clock: Arc<dyn Clock>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    response: Response,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Response {
    error: Option<Verdict>,
    #[serde(default)]
    send_status_set: Vec<Verdict>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Verdict {
    code: String,
}

impl Tencent {
    pub(super) fn new(account: &Account, patience: Patience, clock: &Arc<dyn Clock>) -> anyhow::Result<Self> {
        let endpoint = account.endpoint.clone().unwrap_or_else(|| ENDPOINT.to_owned());
        let (_, host) = endpoint.split_once("://").unwrap_or(("", &endpoint));
        Ok(Self {
            host: host.trim_end_matches('/').to_owned(),
            account: account.clone(),
            endpoint,
            line: Line::new("Tencent Cloud", patience)?,
            clock: clock.clone(),
        })
    }
}

impl Provider for Tencent {
    fn name(&self) -> &'static str {
        NAME
    }
}

#[async_trait]
impl Sms for Tencent {
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble> {
        let account = &self.account;
        let (template, values) = account.template(parcel)?;
        let payload = json!({
            "PhoneNumberSet": [format!("+86{}", parcel.phone)],
            "SmsSdkAppId": account.app,
            "SignName": account.sign,
            "TemplateId": template.id,
            "TemplateParamSet": values,
            "SessionContext": parcel.id,
        })
        .to_string();
        let timestamp = self.clock.now().timestamp();
        let signing = Signing {
            service: SERVICE,
            host: &self.host,
            timestamp,
            payload: &payload,
        };
        let authorization = signing.authorization(&account.key, account.secret.expose_secret());
        let region = account.region.as_deref().unwrap_or(REGION);
        let request = |client: &reqwest::Client| {
            client
                .post(&self.endpoint)
                .header(CONTENT_TYPE, JSON)
                .header(AUTHORIZATION, &authorization)
                .header("X-TC-Action", "SendSms")
                .header("X-TC-Version", VERSION)
                .header("X-TC-Timestamp", timestamp)
                .header("X-TC-Region", region)
                .body(payload.clone())
        };
        let asked = self.line.ask(Repeat::Never, request).await;
        let reply = asked.map_err(|dead| Trouble::of(NAME, &dead))?;
        let answer: Answer = serde_json::from_slice(&reply.body).map_err(|_| Trouble::nonsense(NAME))?;
        verdict(&answer.response)
    }
}

/// What the answer says. Errors come with HTTP 200, and each number has a verdict of its own.
fn verdict(response: &Response) -> Result<(), Trouble> {
    let code = match (&response.error, response.send_status_set.as_slice()) {
        (Some(error), _) => &error.code,
        (None, [one]) => &one.code,
        (None, _) => return Err(Trouble::nonsense(NAME)),
    };
    let why = format!("{NAME}: {code}");
    let (class, rest) = code.split_once('.').unwrap_or((code, ""));
    Err(match (class, rest) {
        ("Ok", _) => return Ok(()),
        ("InternalError", _) => Trouble::Unknown { by: NAME, why },
        ("LimitExceeded", rest) if rest.contains("PhoneNumber") => Trouble::Limit(why),
        ("RequestLimitExceeded" | "ResourceUnavailable" | "LimitExceeded", _) => Trouble::Passes(why),
        (_, rest) if rest.contains("PhoneNumber") => Trouble::Number(why),
        _ => Trouble::Settings(why),
    })
}

/// What is signed.
struct Signing<'a> {
    service: &'a str,
    host: &'a str,
    timestamp: i64,
    payload: &'a str,
}

impl Signing<'_> {
    /// What the signing key holds for: a day and a service.
    fn scope(&self) -> String {
        format!("{}/{}/tc3_request", self.date(), self.service)
    }

    fn date(&self) -> String {
        let moment = DateTime::from_timestamp(self.timestamp, 0).unwrap_or_default();
        moment.format("%Y-%m-%d").to_string()
    }

    fn string_to_sign(&self) -> String {
        let payload = hex(&Sha256::digest(self.payload));
        let canonical = format!(
            "POST\n/\n\ncontent-type:{JSON}\nhost:{}\n\n{SIGNED}\n{payload}",
            self.host
        );
        let canonical = hex(&Sha256::digest(canonical));
        format!("TC3-HMAC-SHA256\n{}\n{}\n{canonical}", self.timestamp, self.scope())
    }

    fn signature(&self, secret: &str) -> String {
        let day = mac(format!("TC3{secret}").as_bytes(), &self.date());
        let key = mac(&mac(&day, self.service), "tc3_request");
        hex(&mac(&key, &self.string_to_sign()))
    }

    fn authorization(&self, key: &str, secret: &str) -> String {
        format!(
            "TC3-HMAC-SHA256 Credential={key}/{}, SignedHeaders={SIGNED}, Signature={}",
            self.scope(),
            self.signature(secret)
        )
    }
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    // HMAC takes keys of any length, so this cannot fail; an empty signature would be refused.
    <Hmac<Sha256> as hmac::Mac>::new_from_slice(key)
        .map(|mac| mac.chain_update(text).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sms::settings::tests::vectors;

    #[test]
    fn the_published_vector_is_signed_alike() {
        let vector = &vectors()["tencent_tc3"];
        let text = |name: &str| vector[name].as_str().unwrap().to_owned();
        let (service, host, payload) = (text("service"), text("host"), text("payload"));
        let signing = Signing {
            service: &service,
            host: &host,
            timestamp: vector["timestamp"].as_i64().unwrap(),
            payload: &payload,
        };
        assert_eq!(hex(&Sha256::digest(&payload)), text("payload_sha256"));
        assert_eq!(signing.string_to_sign(), text("string_to_sign"));
        assert_eq!(signing.signature(&text("secret_key")), text("signature"));
    }

    #[test]
    fn each_verdict_is_understood() {
        let said = |code: &str| {
            let answer = json!({ "SendStatusSet": [{ "Code": code, "Message": "words" }], "RequestId": "1" });
            verdict(&serde_json::from_value(answer).unwrap())
        };
        said("Ok").unwrap();
        let kind = |code: &str| match said(code).unwrap_err() {
            Trouble::Unknown { .. } => "unknown",
            Trouble::Passes(_) => "passes",
            Trouble::Limit(_) => "limit",
            Trouble::Number(_) => "number",
            Trouble::Settings(_) => "settings",
        };
        for (code, expected) in [
            ("LimitExceeded.PhoneNumberThirtySecondLimit", "limit"),
            ("LimitExceeded.AppDailyLimit", "passes"),
            ("RequestLimitExceeded", "passes"),
            ("InternalError.SendAndRecvFail", "unknown"),
            ("InvalidParameterValue.IncorrectPhoneNumber", "number"),
            ("FailedOperation.PhoneNumberInBlacklist", "number"),
            ("FailedOperation.TemplateIncorrectOrUnapproved", "settings"),
            ("AuthFailure.SignatureFailure", "settings"),
        ] {
            assert_eq!(kind(code), expected, "{code}");
        }
        let nothing = json!({ "RequestId": "1" });
        let trouble = verdict(&serde_json::from_value(nothing).unwrap()).unwrap_err();
        assert_eq!(trouble.by(), Some(NAME));
    }
}
