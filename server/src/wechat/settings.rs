//! How a utility names its apps.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde::Deserialize;

/// The part `[wechat]` of the providers' file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The mini-program.
    pub mini: Option<AppSettings>,
    /// The official account.
    pub account: Option<AppSettings>,
    /// How WeChat tells us things, for both.
    pub push: Option<PushSettings>,
    /// Templates of messages, by the kind of message.
    #[serde(default)]
    pub templates: BTreeMap<String, Template>,
    /// Whether words and photos that others may see are looked at first.
    #[serde(default)]
    pub check_content: bool,
    /// Where its API answers.
    #[serde(default = "api")]
    pub api: String,
    /// Where people are sent to sign in.
    #[serde(default = "open")]
    pub open: String,
    /// The script that gives pages WeChat's own means.
    #[serde(default = "script")]
    pub script: String,
}

/// One of the apps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppSettings {
    /// Its appid.
    pub appid: String,
    /// Its secret.
    pub secret: SecretString,
}

/// What was agreed for the address on which WeChat tells us things.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushSettings {
    /// The token.
    pub token: SecretString,
    /// `EncodingAESKey`: 43 characters.
    pub aes_key: SecretString,
}

/// A template of a message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id with WeChat.
    pub id: String,
    /// Its blanks, such as `thing1`, each with what goes in: a name that the kind of message has.
    pub blanks: BTreeMap<String, String>,
}

fn api() -> String {
    "https://api.weixin.qq.com".to_owned()
}

fn open() -> String {
    "https://open.weixin.qq.com".to_owned()
}

fn script() -> String {
    "https://res.wx.qq.com/open/js/jweixin-1.6.0.js".to_owned()
}
