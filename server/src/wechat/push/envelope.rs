//! The outside of what is pushed: JSON or XML with one sealed text in it.

use rand::RngCore as _;
use serde::{Deserialize, Serialize};
use shuiting_shared::time::Moment;

use super::super::{NotGenuine, PushKey};

/// How something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Xml,
}

/// Something sealed.
pub(super) struct Envelope {
    pub(super) format: Format,
    pub(super) sealed: String,
}

#[derive(Deserialize)]
struct Coming {
    #[serde(rename = "Encrypt")]
    sealed: String,
}

#[derive(Serialize)]
#[serde(rename = "xml", rename_all = "PascalCase")]
struct Going<'a> {
    #[serde(rename = "Encrypt")]
    sealed: &'a str,
    msg_signature: String,
    time_stamp: &'a str,
    nonce: &'a str,
}

/// Reads what is written in either way.
pub(super) fn read<T: for<'a> Deserialize<'a>>(format: Format, text: &str) -> Result<T, NotGenuine> {
    match format {
        Format::Json => serde_json::from_str(text).map_err(|_| NotGenuine),
        Format::Xml => quick_xml::de::from_str(text).map_err(|_| NotGenuine),
    }
}

impl Envelope {
    pub(super) fn read(body: &[u8]) -> Result<Self, NotGenuine> {
        let text = std::str::from_utf8(body).map_err(|_| NotGenuine)?;
        let format = if text.trim_start().starts_with('<') {
            Format::Xml
        } else {
            Format::Json
        };
        let Coming { sealed } = read(format, text)?;
        Ok(Self { format, sealed })
    }

    /// Seals a reply, as XML: nothing else is answered with words.
    pub(super) fn seal(
        key: &PushKey,
        reply: &str,
        appid: &str,
        nonce: &str,
        now: Moment,
    ) -> Result<String, NotGenuine> {
        let mut chance = [0; 16];
        rand::rng().fill_bytes(&mut chance);
        let (sealed, at) = (key.seal(reply, appid, &chance)?, now.timestamp().to_string());
        let going = Going {
            msg_signature: key.signature(&at, nonce, Some(&sealed)),
            sealed: &sealed,
            time_stamp: &at,
            nonce,
        };
        quick_xml::se::to_string(&going).map_err(|_| NotGenuine)
    }
}
