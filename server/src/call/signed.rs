//! How the telephone system signs what it tells: HMAC-SHA256 with a shared secret over the time of sending, a line feed and
//! the body as it is sent, in hexadecimal.

use actix_web::http::header::HeaderMap;
use anyhow::ensure;
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, Mac as _};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use serde::Deserialize;
use sha2::Sha256;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use crate::keys::Keys;
use crate::problem::Failure;

/// The header with the time of sending, in seconds since 1970.
pub const TIMESTAMP: &str = "Shuiting-Timestamp";
/// The header with the signature.
pub const SIGNATURE: &str = "Shuiting-Signature";
/// Seconds that a signature may be old, or ahead: what was recorded is not to be played again later.
const WINDOW_SECONDS: u64 = 300;
/// Letters of the shortest secret.
const LEAST: usize = 32;

/// The part `[calls]` of the providers' file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What the telephone system and we share.
    pub secret: SecretString,
}

/// What the telephone system and we share.
#[derive(Debug)]
pub struct Secret(SecretSlice<u8>);

impl Secret {
    /// Of the providers' file.
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let secret = settings.secret.expose_secret();
        ensure!(
            secret.len() >= LEAST,
            "[calls]: the secret has at least {LEAST} letters"
        );
        Ok(Self(secret.as_bytes().to_vec().into()))
    }

    /// Of the demo city, which has a telephone system of its own.
    pub fn of_demo(keys: &Keys) -> Self {
        Self(keys.demo_calls.to_vec().into())
    }

    fn mac(&self, timestamp: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
        let mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(self.0.expose_secret()).ok()?;
        Some(mac.chain_update(timestamp).chain_update(b"\n").chain_update(body))
    }

    /// The signature of a body that is sent at a time.
    pub fn sign(&self, timestamp: &str, body: &[u8]) -> String {
        // HMAC takes keys of any length, so there is always one.
        let mac = self.mac(timestamp, body);
        mac.map(|mac| HEXLOWER.encode(&mac.finalize().into_bytes()))
            .unwrap_or_default()
    }

    /// Whether a body was signed within five minutes from now; how long it takes to see tells nothing.
    pub fn check(&self, headers: &HeaderMap, body: &[u8], now: Moment) -> Result<(), Failure> {
        let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let signed = || {
            let (timestamp, signature) = (value(TIMESTAMP)?, value(SIGNATURE)?);
            let at: i64 = timestamp.parse().ok()?;
            let fresh = now.timestamp().abs_diff(at) <= WINDOW_SECONDS;
            let signature = HEXLOWER_PERMISSIVE.decode(signature.as_bytes()).ok()?;
            let right = self.mac(timestamp, body)?.verify_slice(&signature).is_ok();
            (fresh && right).then_some(())
        };
        signed().ok_or_else(|| Failure::new(Code::BadCall))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    const BODY: &[u8] = br#"{"id":"1"}"#;
    /// By `printf '1795000000\n{"id":"1"}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef`.
    const BY_OPENSSL: &str = "90c54c6eed886b2b3ad1d231c022cd878dee64213e77bf1fc5e6ca14e18acabb";

    fn secret(text: &str) -> anyhow::Result<Secret> {
        Secret::new(&Settings { secret: text.into() })
    }

    fn headers(timestamp: &str, signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in [(TIMESTAMP, timestamp), (SIGNATURE, signature)] {
            if !value.is_empty() {
                let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
                headers.insert(name, HeaderValue::from_str(value).unwrap());
            }
        }
        headers
    }

    #[test]
    fn openssl_signs_the_same() {
        let secret = secret("0123456789abcdef0123456789abcdef").unwrap();
        assert_eq!(secret.sign("1795000000", BODY), BY_OPENSSL);
    }

    #[test]
    fn what_is_not_signed_just_now_is_not_heard() {
        let secret = secret("0123456789abcdef0123456789abcdef").unwrap();
        let now = Moment::from_timestamp(1_795_000_000, 0).unwrap();
        let check = |timestamp: &str, signature: &str, body: &[u8]| {
            secret.check(&headers(timestamp, signature), body, now).is_ok()
        };
        let signed = |timestamp: &str| secret.sign(timestamp, BODY);
        for fresh in ["1795000000", "1794999700", "1795000300"] {
            assert!(check(fresh, &signed(fresh), BODY), "{fresh}");
            assert!(check(fresh, &signed(fresh).to_uppercase(), BODY), "{fresh}");
        }
        for stale in ["1794999699", "1795000301", "-9223372036854775808", "soon"] {
            assert!(!check(stale, &signed(stale), BODY), "{stale}");
        }
        let right = signed("1795000000");
        assert!(!check("1795000000", "", BODY) && !check("", &right, BODY));
        assert!(!check("1795000000", &right[2..], BODY) && !check("1795000000", "zz", BODY));
        assert!(!check("1795000001", &right, BODY), "the time is signed too");
        assert!(!check("1795000000", &right, br#"{"id":"2"}"#));
    }

    #[test]
    fn a_short_secret_is_refused_without_being_told() {
        let why = secret("hunter2").unwrap_err().to_string();
        assert!(why.contains("32") && !why.contains("hunter2"));
        assert!(!format!("{:?}", secret(&"hunter2".repeat(5)).unwrap()).contains("hunter2"));
    }
}
