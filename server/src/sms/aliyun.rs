//! Aliyun 阿里云: `SendSms`, version 2017-05-25, signed by HMAC-SHA1 over its parameters.

use std::sync::Arc;

use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde_json::{Map, Value};
use sha1::Sha1;
use shuiting_shared::time::Moment;

use super::{Account, Parcel, Provider, Sms, Trouble};
use crate::clock::Clock;
use crate::keys;
use crate::line::{Line, Patience, Repeat};

const NAME: &str = "aliyun";
const ENDPOINT: &str = "https://dysmsapi.aliyuncs.com";
const REGION: &str = "cn-hangzhou";
const VERSION: &str = "2017-05-25";
/// Phones and words do not belong in an address, so parameters travel in the body.
const METHOD: &str = "POST";

type Parameters = Vec<(&'static str, String)>;

/// Aliyun.
pub(super) struct Aliyun {
    account: Account,
    endpoint: String,
    line: Line,
    clock: Arc<dyn Clock>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    code: String,
}

impl Aliyun {
    pub(super) fn new(account: &Account, patience: Patience, clock: &Arc<dyn Clock>) -> anyhow::Result<Self> {
        Ok(Self {
            endpoint: account.endpoint.clone().unwrap_or_else(|| ENDPOINT.to_owned()),
            account: account.clone(),
            line: Line::new("Aliyun", patience)?,
            clock: clock.clone(),
        })
    }

    fn parameters(&self, parcel: &Parcel, now: Moment) -> Result<Parameters, Trouble> {
        let account = &self.account;
        let (template, values) = account.template(parcel)?;
        let filled = template
            .blanks
            .iter()
            .cloned()
            .zip(values.into_iter().map(Value::String));
        let filled = Value::Object(filled.collect::<Map<_, _>>()).to_string();
        let region = account.region.as_deref().unwrap_or(REGION);
        Ok(vec![
            ("AccessKeyId", account.key.clone()),
            ("Action", "SendSms".to_owned()),
            ("Format", "JSON".to_owned()),
            ("OutId", parcel.id.clone()),
            ("PhoneNumbers", parcel.phone.clone()),
            ("RegionId", region.to_owned()),
            ("SignName", account.sign.clone()),
            ("SignatureMethod", "HMAC-SHA1".to_owned()),
            ("SignatureNonce", keys::token()),
            ("SignatureVersion", "1.0".to_owned()),
            ("TemplateCode", template.id.clone()),
            ("TemplateParam", filled),
            ("Timestamp", now.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
            ("Version", VERSION.to_owned()),
        ])
    }
}

impl Provider for Aliyun {
    fn name(&self) -> &'static str {
        NAME
    }
}

#[async_trait]
impl Sms for Aliyun {
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble> {
        let mut parameters = self.parameters(parcel, self.clock.now())?;
        let signature = sign(
            &string_to_sign(METHOD, &parameters),
            self.account.secret.expose_secret(),
        );
        parameters.push(("Signature", signature));
        let request = |client: &reqwest::Client| client.post(&self.endpoint).form(&parameters);
        let asked = self.line.ask(Repeat::Never, request).await;
        let reply = asked.map_err(|dead| Trouble::of(NAME, &dead))?;
        let answer: Answer = serde_json::from_slice(&reply.body).map_err(|_| Trouble::nonsense(NAME))?;
        verdict(&answer.code)
    }
}

fn verdict(code: &str) -> Result<(), Trouble> {
    let why = format!("{NAME}: {code}");
    Err(match code {
        "OK" => return Ok(()),
        "isv.BUSINESS_LIMIT_CONTROL" | "isv.DAY_LIMIT_CONTROL" | "isv.MONTH_LIMIT_CONTROL" => Trouble::Limit(why),
        "isv.MOBILE_NUMBER_ILLEGAL" | "isv.MOBILE_COUNT_OVER_LIMIT" | "isv.BLACK_KEY_CONTROL_LIMIT" => {
            Trouble::Number(why)
        }
        "isp.SYSTEM_ERROR" | "InternalError" => Trouble::Unknown { by: NAME, why },
        code if code.starts_with("Throttling") || code == "ServiceUnavailable" => Trouble::Passes(why),
        _ => Trouble::Settings(why),
    })
}

/// As RFC 3986 has it: letters, digits and `-_.~` stay, all else is written by its bytes.
fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a text does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// Method, path and the parameters in the order of their names.
fn string_to_sign(method: &str, parameters: &[(&str, String)]) -> String {
    let mut pairs: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    pairs.sort();
    format!("{method}&%2F&{}", encoded(&pairs.join("&")))
}

fn sign(text: &str, secret: &str) -> String {
    // HMAC takes keys of any length, so this cannot fail; an empty signature would be refused.
    <Hmac<Sha1> as hmac::Mac>::new_from_slice(format!("{secret}&").as_bytes())
        .map(|mac| STANDARD.encode(mac.chain_update(text).finalize().into_bytes()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sms::settings::tests::vectors;

    #[test]
    fn the_published_vector_is_signed_alike() {
        let vector = &vectors()["aliyun_sms_rpc"];
        let parameters = vector["params"].as_object().unwrap();
        let parameters: Vec<_> = parameters
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().unwrap().to_owned()))
            .collect();
        let text = string_to_sign("GET", &parameters);
        assert_eq!(text, vector["string_to_sign"].as_str().unwrap());
        let secret = vector["access_key_secret"].as_str().unwrap();
        assert_eq!(sign(&text, secret), vector["signature"].as_str().unwrap());
    }

    #[test]
    fn each_verdict_is_understood() {
        verdict("OK").unwrap();
        let limit = verdict("isv.BUSINESS_LIMIT_CONTROL").unwrap_err();
        assert!(matches!(limit, Trouble::Limit(_)) && !limit.stays());
        assert!(verdict("isv.MOBILE_NUMBER_ILLEGAL").unwrap_err().stays());
        assert!(matches!(
            verdict("SignatureDoesNotMatch").unwrap_err(),
            Trouble::Settings(_)
        ));
        assert!(matches!(verdict("Throttling.User").unwrap_err(), Trouble::Passes(_)));
        assert_eq!(verdict("isp.SYSTEM_ERROR").unwrap_err().by(), Some(NAME));
    }
}
