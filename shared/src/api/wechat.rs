//! Pages inside WeChat.

use serde::{Deserialize, Serialize};

wire! {
    /// How a page of the hall comes by WeChat's own means.
    pub struct WeChatPage {
        /// The address of the script that has them.
        pub script: String,
        /// What the script wants to be shown; none where the house has no official account, or WeChat is down. Only the
        /// mini-program's pages can be reached then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub signed: Option<PageSignature>,
    }

    /// What shows WeChat that a page is the house's own.
    pub struct PageSignature {
        /// The official account's appid.
        pub appid: String,
        /// When it was signed, seconds since 1970.
        pub timestamp: i64,
        /// Random letters.
        pub nonce: String,
        /// SHA-1 over all of it, in hexadecimal digits.
        pub signature: String,
    }
}
