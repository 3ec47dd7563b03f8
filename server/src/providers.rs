//! Those outside by whom the house speaks and is paid, as one file names them: it holds secrets, so it is read once and told
//! nobody.

use serde::Deserialize;

use crate::line::Patience;
use crate::wechat;

/// What the file holds. A part that is left out is not in use.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Providers {
    /// How long we wait for each of them.
    pub patience: Patience,
    /// WeChat: mini-program and official account.
    pub wechat: Option<wechat::Settings>,
}

impl Providers {
    /// Reads the file, or says what is wrong with it; never what stands in it.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error: toml::de::Error| error.message().to_owned())
    }
}
