//! What WeChat Pay seals with the API v3 key: `AEAD_AES_256_GCM`, the tag behind the text.

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

/// The API v3 key.
pub(super) struct ApiKey(LessSafeKey);

/// Something sealed, as it stands in JSON.
#[derive(Deserialize)]
pub(super) struct Sealed {
    algorithm: String,
    ciphertext: String,
    #[serde(default)]
    associated_data: String,
    nonce: String,
}

impl ApiKey {
    /// A key has 32 bytes.
    pub(super) fn new(key: &SecretString) -> anyhow::Result<Self> {
        let key = UnboundKey::new(&AES_256_GCM, key.expose_secret().as_bytes());
        Ok(Self(LessSafeKey::new(
            key.map_err(|_| anyhow::anyhow!("api_v3_key: it has 32 characters"))?,
        )))
    }

    /// What was sealed.
    pub(super) fn open(&self, sealed: &Sealed) -> anyhow::Result<Vec<u8>> {
        anyhow::ensure!(
            sealed.algorithm == "AEAD_AES_256_GCM",
            "sealed in a way that is not known"
        );
        let mut text = BASE64_STANDARD.decode(&sealed.ciphertext).context("no Base64")?;
        let wrong = |_| anyhow::anyhow!("it is not sealed with our API v3 key");
        let nonce = Nonce::try_assume_unique_for_key(sealed.nonce.as_bytes()).map_err(wrong)?;
        let aad = Aad::from(sealed.associated_data.as_bytes());
        let length = self.0.open_in_place(nonce, aad, &mut text).map_err(wrong)?.len();
        text.truncate(length);
        Ok(text)
    }
}
