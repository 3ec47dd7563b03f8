//! Which key of WeChat Pay a serial names: the public key that was set, or a certificate that it hands out. While a merchant
//! goes over from the one to the other both occur.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use chrono::TimeDelta;
use serde::Deserialize;
use shuiting_shared::time::Moment;
use tokio::sync::Mutex;

use super::keys::{Certificate, PlatformKey};
use super::seal::{ApiKey, Sealed};

/// Certificates are fetched for a serial that is not known once a minute at most: anybody can send one.
const PAUSE_SECONDS: i64 = 60;

/// The keys of WeChat Pay.
pub(super) struct Platform {
    /// The public key that was set, and its id.
    set: Option<(String, PlatformKey)>,
    certificates: RwLock<HashMap<String, Certificate>>,
    /// When certificates were last fetched; held while they are.
    pub(super) fetched: Mutex<Option<Moment>>,
}

/// What `/v3/certificates` answers.
#[derive(Deserialize)]
pub(super) struct Handed {
    data: Vec<HandedOne>,
}

#[derive(Deserialize)]
struct HandedOne {
    encrypt_certificate: Sealed,
}

impl Platform {
    pub(super) fn new(set: Option<(String, PlatformKey)>) -> Self {
        Self {
            set,
            certificates: RwLock::default(),
            fetched: Mutex::default(),
        }
    }

    /// The id of the key that was set: naming it in a request asks for an answer that it has signed.
    pub(super) fn wanted(&self) -> Option<&str> {
        self.set.as_ref().map(|(id, _)| id.as_str())
    }

    /// The key that a serial names, where it is known and good now.
    pub(super) fn key(&self, serial: &str, now: Moment) -> Option<PlatformKey> {
        if let Some((id, key)) = &self.set
            && id == serial
        {
            return Some(key.clone());
        }
        let certificates = self.certificates.read().unwrap_or_else(PoisonError::into_inner);
        let certificate = certificates.get(serial.trim_start_matches('0'))?;
        (certificate.from <= now && now < certificate.until).then(|| certificate.key.clone())
    }

    /// Whether certificates may be fetched again.
    pub(super) fn may_fetch(fetched: Option<Moment>, now: Moment) -> bool {
        fetched.is_none_or(|at| now - at >= TimeDelta::seconds(PAUSE_SECONDS))
    }

    /// Takes over the certificates that were handed out. Only WeChat Pay and we have the key with which they are sealed.
    pub(super) fn learn(&self, handed: &Handed, api_key: &ApiKey) -> anyhow::Result<()> {
        let mut certificates = HashMap::new();
        for one in &handed.data {
            let pem = api_key.open(&one.encrypt_certificate)?;
            let certificate = PlatformKey::from_certificate(&pem)?;
            certificates.insert(certificate.serial.clone(), certificate);
        }
        *self.certificates.write().unwrap_or_else(PoisonError::into_inner) = certificates;
        Ok(())
    }
}
