//! How WeChat hides and signs what it sends: data of a mini-program, messages that are pushed, pages that are signed.

use aes::cipher::block_padding::{NoPadding, Pkcs7};
use aes::cipher::{BlockDecryptMut as _, BlockEncryptMut as _, KeyIvInit as _};
use aes::{Aes128, Aes256};
use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use sha1::{Digest as _, Sha1};

use super::PushSettings;
use crate::keys;

/// Something that does not open or is not signed by whom it should be.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not sealed or signed as WeChat does it")]
pub struct NotGenuine;

/// Opens what a mini-program was given of somebody, `AES-128-CBC` with the key of their session, and sees to it that it is
/// for our app.
pub(super) fn open_data(session_key: &str, iv: &str, data: &str, appid: &str) -> Result<Value, NotGenuine> {
    let decoded = |text: &str| STANDARD.decode(text).map_err(|_| NotGenuine);
    let mut bytes = decoded(data)?;
    let plain = cbc::Decryptor::<Aes128>::new_from_slices(&decoded(session_key)?, &decoded(iv)?)
        .map_err(|_| NotGenuine)?
        .decrypt_padded_mut::<Pkcs7>(&mut bytes)
        .map_err(|_| NotGenuine)?;
    let opened: Value = serde_json::from_slice(plain).map_err(|_| NotGenuine)?;
    if opened["watermark"]["appid"] == appid {
        Ok(opened)
    } else {
        Err(NotGenuine)
    }
}

/// The signature by which a page inside WeChat may use its means. `url` is without what comes after `#`.
pub fn page_signature(ticket: &str, nonce: &str, timestamp: i64, url: &str) -> String {
    sha1_of(&format!(
        "jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"
    ))
}

fn sha1_of(text: &str) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(40);
    for byte in Sha1::digest(text.as_bytes()) {
        // Writing to a text does not fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// What is agreed for messages that WeChat pushes to us: a token that signs, a key that seals.
pub struct PushKey {
    token: secrecy::SecretString,
    key: [u8; 32],
}

/// `EncodingAESKey` is cut from longer random text, so its last letter may hold bits that belong to no byte.
const ENCODING: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
);
/// Letters of an `EncodingAESKey`.
const ENCODED: usize = 43;
/// Bytes before the message: 16 of chance, then its length.
const CHANCE: usize = 16;
const LENGTH: usize = 4;
/// Bytes to which a message is filled up, each telling how many were added.
const FILLED: usize = 32;

impl PushKey {
    /// The key that was set, or what is wrong with it.
    pub fn new(settings: &PushSettings) -> anyhow::Result<Self> {
        let encoded = settings.aes_key.expose_secret();
        let key = ENCODING.decode(format!("{encoded}=")).ok();
        let key = key
            .filter(|_| encoded.len() == ENCODED)
            .and_then(|key| key.try_into().ok());
        Ok(Self {
            token: settings.token.clone(),
            key: key
                .ok_or_else(|| anyhow::anyhow!("wechat.push.aes_key: an EncodingAESKey has 43 letters and digits"))?,
        })
    }

    /// Whether WeChat signed this. How long it takes tells nothing: it is hashes that are compared.
    pub fn signed(&self, signature: &str, timestamp: &str, nonce: &str, sealed: Option<&str>) -> bool {
        let right = self.signature(timestamp, nonce, sealed);
        keys::hash(right.as_bytes()) == keys::hash(signature.as_bytes())
    }

    /// The signature of what is sent at a time with a nonce.
    pub fn signature(&self, timestamp: &str, nonce: &str, sealed: Option<&str>) -> String {
        let mut parts: Vec<&str> = [self.token.expose_secret(), timestamp, nonce].into();
        parts.extend(sealed);
        parts.sort_unstable();
        sha1_of(&parts.concat())
    }

    /// Opens a message: its words, and the app that it is for.
    pub fn open(&self, sealed: &str) -> Result<(String, String), NotGenuine> {
        let mut bytes = STANDARD.decode(sealed).map_err(|_| NotGenuine)?;
        let plain = cbc::Decryptor::<Aes256>::new_from_slices(&self.key, &self.key[..CHANCE])
            .map_err(|_| NotGenuine)?
            .decrypt_padded_mut::<NoPadding>(&mut bytes)
            .map_err(|_| NotGenuine)?;
        let added = usize::from(*plain.last().ok_or(NotGenuine)?);
        let kept = plain.len().checked_sub(added).filter(|_| (1..=FILLED).contains(&added));
        let kept = plain.get(CHANCE..kept.ok_or(NotGenuine)?).ok_or(NotGenuine)?;
        let (length, rest) = kept.split_first_chunk::<LENGTH>().ok_or(NotGenuine)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| NotGenuine)?;
        let (message, app) = rest.split_at_checked(length).ok_or(NotGenuine)?;
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|_| NotGenuine);
        Ok((text(message)?, text(app)?))
    }

    /// Seals a reply of an app, with 16 bytes of chance before it.
    pub fn seal(&self, message: &str, app: &str, chance: &[u8; CHANCE]) -> Result<String, NotGenuine> {
        let length = u32::try_from(message.len()).map_err(|_| NotGenuine)?;
        let mut bytes = [&chance[..], &length.to_be_bytes(), message.as_bytes(), app.as_bytes()].concat();
        let added = FILLED - bytes.len() % FILLED;
        bytes.extend(std::iter::repeat_n(u8::try_from(added).map_err(|_| NotGenuine)?, added));
        let whole = bytes.len();
        let sealed = cbc::Encryptor::<Aes256>::new_from_slices(&self.key, &self.key[..CHANCE])
            .map_err(|_| NotGenuine)?
            .encrypt_padded_mut::<NoPadding>(&mut bytes, whole)
            .map_err(|_| NotGenuine)?;
        Ok(STANDARD.encode(sealed))
    }
}

#[cfg(test)]
mod tests;
