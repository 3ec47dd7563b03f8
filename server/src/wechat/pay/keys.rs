//! RSA keys: ours signs what we ask, theirs verify what they answer. Both sign SHA-256 by PKCS#1 v1.5.

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey};
use shuiting_shared::time::Moment;
use x509_parser::prelude::{FromDer as _, Pem, SubjectPublicKeyInfo};

/// The merchant's private key.
pub(super) struct MerchantKey(RsaKeyPair);

impl MerchantKey {
    /// Reads `apiclient_key.pem`; what is wrong with it is told without what stands in it.
    pub(super) fn from_pem(pem: &[u8]) -> anyhow::Result<Self> {
        let der = contents(pem)?;
        let key = RsaKeyPair::from_pkcs8(&der).map_err(|why| anyhow::anyhow!("no private key of RSA: {why}"))?;
        Ok(Self(key))
    }

    /// Signs a message, as Base64.
    pub(super) fn sign(&self, message: &str) -> anyhow::Result<String> {
        let mut signature = vec![0; self.0.public().modulus_len()];
        self.0
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message.as_bytes(),
                &mut signature,
            )
            .map_err(|_| anyhow::anyhow!("the merchant's key does not sign"))?;
        Ok(BASE64_STANDARD.encode(signature))
    }
}

/// A key by which WeChat Pay's signatures are verified.
#[derive(Clone)]
pub(super) struct PlatformKey(Vec<u8>);

impl PlatformKey {
    /// Reads `pub_key.pem`.
    pub(super) fn from_pem(pem: &[u8]) -> anyhow::Result<Self> {
        let der = contents(pem)?;
        let (_, info) = SubjectPublicKeyInfo::from_der(&der).context("no public key")?;
        Ok(Self::of(&info))
    }

    /// Reads a certificate of the platform; tells its serial number too, and from when until when it is good.
    pub(super) fn from_certificate(pem: &[u8]) -> anyhow::Result<Certificate> {
        let der = contents(pem)?;
        let (_, read) = x509_parser::parse_x509_certificate(&der).context("no certificate")?;
        let at = |time: x509_parser::time::ASN1Time| Moment::from_timestamp(time.timestamp(), 0);
        let validity = read.validity();
        Ok(Certificate {
            serial: format!("{:X}", read.tbs_certificate.serial),
            key: Self::of(read.public_key()),
            from: at(validity.not_before).context("a certificate without a beginning")?,
            until: at(validity.not_after).context("a certificate without an end")?,
        })
    }

    fn of(info: &SubjectPublicKeyInfo<'_>) -> Self {
        Self(info.subject_public_key.data.to_vec())
    }

    /// Whether it has signed this.
    pub(super) fn has_signed(&self, message: &[u8], signature: &str) -> bool {
        let Ok(signature) = BASE64_STANDARD.decode(signature) else {
            return false;
        };
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &self.0)
            .verify(message, &signature)
            .is_ok()
    }
}

/// A certificate of the platform.
pub(super) struct Certificate {
    /// Its serial number, in upper-case hexadecimal digits.
    pub(super) serial: String,
    pub(super) key: PlatformKey,
    pub(super) from: Moment,
    pub(super) until: Moment,
}

/// What a PEM file holds.
fn contents(pem: &[u8]) -> anyhow::Result<Vec<u8>> {
    let (pem, _) = Pem::read(std::io::Cursor::new(pem)).map_err(|_| anyhow::anyhow!("no PEM file"))?;
    Ok(pem.contents)
}
