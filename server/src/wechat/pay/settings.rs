//! How a utility names its merchant account 商户号.

use std::path::PathBuf;

use secrecy::SecretString;
use serde::Deserialize;

/// The part `[wechat_pay]` of the providers' file. Orders are made for the apps that `[wechat]` names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The merchant's number.
    pub mch_id: String,
    /// The serial number of the merchant's API certificate.
    pub serial: String,
    /// The file with its private key, `apiclient_key.pem`.
    pub private_key: PathBuf,
    /// The API v3 key, 32 characters.
    pub api_v3_key: SecretString,
    /// WeChat Pay's public key 微信支付公钥. Without one its certificates are fetched.
    pub public_key: Option<PublicKey>,
    /// Where its API answers.
    #[serde(default = "api")]
    pub api: String,
}

/// The key by which WeChat Pay signs, where the merchant was given one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// Its id, `PUB_KEY_ID_…`.
    pub id: String,
    /// The file, `pub_key.pem`.
    pub file: PathBuf,
}

fn api() -> String {
    "https://api.mch.weixin.qq.com".to_owned()
}
