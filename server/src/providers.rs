//! Those outside by whom the house speaks and is paid, as one file names them: it holds secrets, so it is read once and told
//! nobody.

use serde::Deserialize;

use crate::line::Patience;
use crate::{call, sms, wechat};

/// What the file holds. A part that is left out is not in use.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Providers {
    /// How long we wait for each of them.
    pub patience: Patience,
    /// WeChat: mini-program and official account.
    pub wechat: Option<wechat::Settings>,
    /// SMS: Tencent Cloud, Aliyun, or both.
    pub sms: Option<sms::Settings>,
    /// The telephone system of the hotline.
    pub calls: Option<call::Settings>,
    /// WeChat Pay: what residents pay.
    pub wechat_pay: Option<wechat::pay::Settings>,
}

impl Providers {
    /// Reads the file, or says what is wrong with it; never what stands in it.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error: toml::de::Error| {
            let line = error.span().map_or(1, |at| text[..at.start].matches('\n').count() + 1);
            // Other messages repeat what stands there, which may be a secret.
            let message = error.message();
            let about_names = message.starts_with("unknown field") || message.starts_with("missing field");
            let why = if about_names {
                message
            } else {
                "this is not what belongs here"
            };
            format!("line {line}: {why}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_one() {
        let read = Providers::from_toml(include_str!("../../docs/providers.toml")).unwrap();
        assert_eq!(read.patience, Patience::default());
        let wechat = read.wechat.unwrap();
        assert!(wechat.mini.is_some() && wechat.account.is_some() && wechat.check_content);
        let pay = read.wechat_pay.unwrap();
        assert!(pay.public_key.is_some() && pay.api.ends_with(".weixin.qq.com"));
        assert!(wechat::PushKey::new(&wechat.push.unwrap()).is_ok());
    }

    #[test]
    fn what_is_wrong_is_told_without_what_stands_there() {
        for (text, told) in [
            ("[wechat]\nmini = { appid = \"wx1\", secrte = \"hunter2\" }", "secrte"),
            ("[wechat.mini]\nappid = \"wx1\"", "secret"),
            ("[wechat_pay]\nmch_id = \"1\"\napi_v3_key = \"hunter2\"", "serial"),
            ("[wechat_pay]\napi_v3_kye = \"hunter2\"", "api_v3_kye"),
            ("[calls]\nsecret = \"hunter2\"\nsaucer = 1", "saucer"),
            ("[patience]\nanswer_ms = \"hunter2\"", "line 2: this is not"),
        ] {
            let why = Providers::from_toml(text).unwrap_err();
            assert!(why.contains(told) && !why.contains("hunter2"), "{why}");
        }
        let read = Providers::from_toml("[wechat.mini]\nappid = \"wx1\"\nsecret = \"hunter2\"").unwrap();
        assert!(!format!("{read:?}").contains("hunter2"));
        let example = Providers::from_toml(include_str!("../../docs/providers.toml")).unwrap();
        assert!(!format!("{example:?}").contains("0123456789abcdef"));
    }
}
