//! Pages inside WeChat.

use serde::{Deserialize, Serialize};

use super::AppKind;

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

    /// Has an order paid inside WeChat.
    pub struct PayInWechat {
        /// The app in which somebody pays.
        pub app: AppKind,
    }

    /// What a page shows WeChat so that it asks for the money, by the names that WeChat gives it. `appId` is of
    /// `WeixinJSBridge`; `wx.requestPayment` takes all else.
    #[serde(rename_all = "camelCase")]
    pub struct WechatPayment {
        /// The app's id.
        pub app_id: String,
        /// When it was signed, seconds since 1970.
        pub time_stamp: String,
        /// Random letters.
        pub nonce_str: String,
        /// `prepay_id=` and the number under which it is paid.
        pub package: String,
        /// How it is signed: `RSA`.
        pub sign_type: String,
        /// The signature.
        pub pay_sign: String,
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
