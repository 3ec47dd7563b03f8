//! The secret of the house and what is made with it: signing, hashing, sealing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac as _};
use rand::RngCore as _;
use sha2::{Digest as _, Sha256};

/// Keys derived from the secret, one a purpose.
pub struct Keys {
    /// Signs access tokens.
    pub jwt: [u8; 32],
    demo: [u8; 32],
    /// With it the demo city's telephone system signs.
    pub demo_calls: [u8; 32],
    code: [u8; 32],
    seal: XChaCha20Poly1305,
}

/// A sealed text that does not open: another secret, another place, or damage.
#[derive(Debug, thiserror::Error)]
#[error("a sealed value does not open with this secret")]
pub struct Unsealable;

const SEALED: &str = "sealed:";

fn mac(key: &[u8], text: &[u8]) -> [u8; 32] {
    // HMAC takes keys of any length, so this cannot fail; an all-zero key would be the visible consequence.
    <Hmac<Sha256> as hmac::Mac>::new_from_slice(key)
        .map(|mac| mac.chain_update(text).finalize().into_bytes().into())
        .unwrap_or_default()
}

impl Keys {
    /// Derives the keys.
    pub fn new(secret: &[u8]) -> Self {
        Self {
            jwt: mac(secret, b"shuiting access token"),
            demo: mac(secret, b"shuiting demo payment"),
            demo_calls: mac(secret, b"shuiting demo calls"),
            code: mac(secret, b"shuiting sign-in code"),
            seal: XChaCha20Poly1305::new(&mac(secret, b"shuiting sealed answer").into()),
        }
    }

    /// The hash under which a sign-in code is stored: keyed, since six digits are soon tried.
    pub fn code_hash(&self, phone: &str, code: &str) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.code, format!("{phone}:{code}").as_bytes()))
    }

    /// The token of what a volunteer has prepared under a key of their phone's: the same again for the same.
    pub fn preparation(&self, helper: &str, key: &str) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.code, format!("preparation:{helper}:{key}").as_bytes()))
    }

    /// The signature of what the demo city's gateway tells us.
    pub fn demo_signature(&self, body: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.demo, body))
    }

    /// Whether a body bears that signature; how long it takes tells nothing.
    pub fn is_demo_signature(&self, body: &[u8], signature: &str) -> bool {
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
        <Hmac<Sha256> as hmac::Mac>::new_from_slice(&self.demo)
            .is_ok_and(|mac| mac.chain_update(body).verify_slice(&signature).is_ok())
    }

    /// Seals a sensitive text for storage, bound to where it stands.
    pub fn seal(&self, place: &str, text: &str) -> Result<String, Unsealable> {
        let mut nonce = [0; 24];
        rand::rng().fill_bytes(&mut nonce);
        let payload = Payload {
            msg: text.as_bytes(),
            aad: place.as_bytes(),
        };
        let sealed = self
            .seal
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| Unsealable)?;
        Ok(format!(
            "{SEALED}{}",
            URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat())
        ))
    }

    /// Opens what [`Keys::seal`] sealed for the same place.
    pub fn open(&self, place: &str, sealed: &str) -> Result<String, Unsealable> {
        let bytes = sealed
            .strip_prefix(SEALED)
            .and_then(|text| URL_SAFE_NO_PAD.decode(text).ok())
            .ok_or(Unsealable)?;
        let (nonce, sealed) = bytes.split_at_checked(24).ok_or(Unsealable)?;
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        let opened = self
            .seal
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| Unsealable)?;
        String::from_utf8(opened).map_err(|_| Unsealable)
    }
}

/// A token that cannot be guessed: 32 random bytes.
pub fn token() -> String {
    let mut bytes = [0; 32];
    rand::rng().fill_bytes(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// So many decimal digits that nobody guesses who does not know the secret.
pub fn digits(secret: &str, of: &str, count: usize) -> String {
    let bytes = mac(secret.as_bytes(), of.as_bytes());
    let number = bytes
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let most = u32::try_from(count).map_or(u64::MAX, |count| 10_u64.saturating_pow(count));
    format!("{:0count$}", number % most)
}

/// The hash of something long and random, or of a whole body: nothing that could be tried out.
pub fn hash(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_only_with_its_secret_and_in_its_place() {
        let keys = Keys::new(b"one secret of the house, long enough");
        let sealed = keys.seal("case-1.id_number", "11010519491231002X").unwrap();
        assert!(!sealed.contains("1101"));
        assert_eq!(keys.open("case-1.id_number", &sealed).unwrap(), "11010519491231002X");
        assert!(keys.open("case-2.id_number", &sealed).is_err());
        assert!(Keys::new(b"another").open("case-1.id_number", &sealed).is_err());
        assert!(keys.open("case-1.id_number", "sealed:AAAA").is_err());
    }
}
