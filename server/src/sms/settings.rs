//! How a utility names its SMS providers.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde::Deserialize;
use shuiting_shared::message::{Blanks, shorten};
use shuiting_shared::words::Lang;

use super::{Parcel, Trouble};

/// The part `[sms]` of the providers' file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Who is asked first. The other, where it is set too, is asked when it is certain that the first did not send.
    pub first: Choice,
    /// Tencent Cloud.
    pub tencent: Option<Account>,
    /// Aliyun.
    pub aliyun: Option<Account>,
}

/// One of the providers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// Tencent Cloud 腾讯云.
    Tencent,
    /// Aliyun 阿里云.
    Aliyun,
}

/// The utility's account with a provider.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The key that says who is asking: `SecretId`, `AccessKeyId`.
    pub key: String,
    /// The secret that signs: `SecretKey`, `AccessKeySecret`.
    pub secret: SecretString,
    /// The app, with Tencent Cloud: `SmsSdkAppId`.
    #[serde(default)]
    pub app: String,
    /// The registered signature, without its brackets.
    pub sign: String,
    /// The region; by default `ap-guangzhou` and `cn-hangzhou`.
    pub region: Option<String>,
    /// Where it answers; by default its address on the internet.
    pub endpoint: Option<String>,
    /// Registered templates, by the code of the kind of message; `filed-en` is the English one of `filed`.
    pub templates: BTreeMap<String, Template>,
}

/// A registered template.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id with the provider.
    pub id: String,
    /// What goes into its variables, by our names and in its order. With Aliyun the variables bear the same names.
    #[serde(default)]
    pub blanks: Vec<String>,
}

/// Most characters of a variable that both providers take.
const MOST: usize = 35;

impl Account {
    /// The template for an SMS, and what goes into its variables.
    pub(super) fn template(&self, parcel: &Parcel) -> Result<(&Template, Vec<String>), Trouble> {
        let code = parcel.kind.code();
        let english = (parcel.lang == Lang::En).then(|| self.templates.get(&format!("{code}-en")));
        let template = english
            .flatten()
            .or_else(|| self.templates.get(code))
            .ok_or_else(|| Trouble::Settings(format!("there is no template for {code}")))?;
        let filled = template.blanks.iter().map(|name| {
            value(&parcel.blanks, name)
                .ok_or_else(|| Trouble::Settings(format!("the template for {code}: there is no {name} to put in")))
        });
        Ok((template, filled.collect::<Result<_, _>>()?))
    }
}

fn value(blanks: &Blanks, name: &str) -> Option<String> {
    let (_, value) = blanks.iter().find(|(known, _)| *known == name)?;
    Some(shorten(value, MOST))
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::Value;
    use shuiting_shared::house::House;
    use shuiting_shared::message::Message;
    use shuiting_shared::number::CaseNumber;
    use shuiting_shared::service::Service;

    use super::*;
    use crate::providers::Providers;

    /// The vectors that the vendors have published.
    pub(in crate::sms) fn vectors() -> Value {
        serde_json::from_str(include_str!("../../../tests/vectors/wechat-sms.json")).unwrap()
    }

    const FILE: &str = r#"
        [sms]
        first = "tencent"
        [sms.tencent]
        key = "AKID"
        secret = "a-secret-of-SMS"
        app = "1400006666"
        sign = "东莞水厅"
        [sms.tencent.templates]
        filed = { id = "449739", blanks = ["service", "number"] }
        filed-en = { id = "449740", blanks = ["number"] }
        noted = { id = "449741", blanks = ["colour"] }
    "#;

    fn parcel(message: &Message, lang: Lang) -> Parcel {
        Parcel {
            id: "1".into(),
            phone: "13800000001".into(),
            lang,
            kind: message.kind(),
            blanks: message.blanks(&House::dongguan(), lang),
            text: String::new(),
            by: None,
        }
    }

    #[test]
    fn a_template_is_found_and_filled() {
        let sms = Providers::from_toml(FILE).unwrap().sms.unwrap();
        let account = sms.tencent.unwrap();
        assert!(!format!("{account:?}").contains("a-secret-of-SMS"));
        let (number, service) = (CaseNumber::from_index(123_456_789), Service::Leak);
        let filed = Message::Filed {
            number,
            service,
            promised: None,
            slot: None,
        };
        let (template, values) = account.template(&parcel(&filed, Lang::Zh)).unwrap();
        assert_eq!(
            (template.id.as_str(), values),
            ("449739", vec![service.label().zh.to_owned(), number.to_string()])
        );
        assert_eq!(account.template(&parcel(&filed, Lang::En)).unwrap().0.id, "449740");
        for (message, why) in [
            (Message::Confirmed { number, service }, "no template for confirmed"),
            (
                Message::Noted {
                    number,
                    service,
                    words: "13800000001".into(),
                },
                "no colour to put in",
            ),
        ] {
            let told = account.template(&parcel(&message, Lang::Zh)).unwrap_err();
            assert!(told.stays() && told.to_string().contains(why), "{told}");
        }
    }

    #[test]
    fn the_outbox_and_templates_name_a_kind_alike() {
        let (number, service) = (CaseNumber::from_index(123_456_789), Service::Leak);
        let end = || "3456".to_owned();
        for message in [
            Message::Confirmed { number, service },
            Message::FollowedClosed { number, service },
            Message::AuthorityEnded { end: end() },
            Message::LowRated { number, service },
        ] {
            let kept = serde_json::to_value(&message).unwrap();
            assert_eq!(kept["message"], message.kind().code());
        }
    }

    #[test]
    fn what_is_wrong_with_the_file_is_told_without_its_secrets() {
        let told = Providers::from_toml(&FILE.replace("sign =", "sing =")).unwrap_err();
        assert!(told.contains("sing") && !told.contains("a-secret-of-SMS"), "{told}");
    }
}
