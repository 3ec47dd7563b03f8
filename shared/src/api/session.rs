//! Signing in and out, and who somebody is.

use serde::{Deserialize, Serialize};

use crate::case::Role;
use crate::preference::{TextSize, Told};
use crate::words::{Lang, choices};
use chrono::{DateTime, Utc};

wire! {
    /// Asks for a sign-in code by SMS.
    pub struct CodeRequest {
        /// The phone that gets it.
        pub phone: String,
    }

    /// What there is to know after asking for a code, the same whether or not the phone is known.
    pub struct CodeSent {
        /// Seconds until another may be asked for.
        pub again_in: u32,
        /// Minutes the code is good for.
        pub minutes: u32,
    }

    /// Signs a resident in.
    pub struct SignIn {
        /// The phone.
        pub phone: String,
        /// The code that came by SMS.
        pub code: String,
        /// Whether the tokens come in the answer, for a mini-program, instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// Signs a resident in by the mini-program. The first time a phone is needed: by the code of the phone button, by what
    /// an older WeChat seals instead, or by a code from an SMS.
    #[derive(Default)]
    pub struct WechatSignIn {
        /// The code of `wx.login`, good once and for five minutes.
        pub code: String,
        /// The code of the phone button.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone_code: Option<String>,
        /// The phone as WeChat before 8.0.16 seals it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone_data: Option<SealedPhone>,
        /// The phone, where it is proved by SMS.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
        /// The code that came by SMS.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sms_code: Option<String>,
        /// Whether this WeChat goes over from the phone that it is bound to.
        #[serde(default)]
        pub rebind: bool,
        /// Whether the tokens come in the answer, for a mini-program, instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// A phone sealed by WeChat with the key of a mini-program's session.
    pub struct SealedPhone {
        /// `encryptedData`.
        pub data: String,
        /// `iv`.
        pub iv: String,
    }

    /// Asks for a ticket that hands this session over to a page of the hall.
    pub struct NewTicket {
        /// The path of the hall that it opens.
        pub to: String,
    }

    /// A ticket: good once, on this device, for that page.
    pub struct Ticket {
        /// Goes to `/wechat/enter?ticket=…`.
        pub ticket: String,
        /// Seconds for which it is good.
        pub seconds: u32,
    }

    /// A WeChat that is bound to my phone.
    pub struct WechatBinding {
        /// By which it is unbound.
        pub id: String,
        /// The app of the house that it uses.
        pub app: AppKind,
        /// Since when.
        pub since: DateTime<Utc>,
        /// When it was used last.
        pub used: DateTime<Utc>,
    }

    /// Signs a member of staff in.
    pub struct StaffSignIn {
        /// The user name.
        pub name: String,
        /// The password.
        pub password: String,
        /// Whether the tokens come in the answer instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// Starts without signing in, so that a leak can be reported at once.
    pub struct GuestStart {
        /// Whether the tokens come in the answer instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// Asks for a new access token; a browser's refresh token comes by cookie.
    pub struct Refresh {
        /// The refresh token, where there is no cookie.
        #[serde(default)]
        pub refresh: Option<String>,
    }

    /// Who is signed in.
    pub struct Session {
        /// Who.
        pub me: Me,
        /// The tokens, where they were asked for.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub tokens: Option<Tokens>,
    }

    /// Tokens for a client without cookies.
    pub struct Tokens {
        /// Goes into `Authorization: Bearer …`.
        pub access: String,
        /// Seconds the access token is good for.
        pub expires_in: u32,
        /// Gets the next pair, once.
        pub refresh: String,
    }

    /// Changes what a resident may set.
    #[derive(Default)]
    pub struct MeChange {
        /// The language of messages.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub lang: Option<Lang>,
        /// The size of letters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text_size: Option<TextSize>,
        /// What they hear by SMS.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub told: Option<Told>,
    }
}

choices! {
    /// Which of the house's two apps inside WeChat somebody uses: each knows a person by an openid of its own.
    pub enum AppKind {
        /// Mini-program.
        Mini "mini" = "小程序" / "Mini-program";
        /// Official account, whose pages open inside WeChat.
        Account "account" = "公众号" / "Official account";
    }
}

choices! {
    /// Why somebody has to sign in by phone first: most of them come from WeChat.
    pub enum WhySignIn {
        /// Nobody has bound this WeChat.
        Unbound "unbound" = "这个微信第一次来。请用手机号登录一次,以后打开就能用" / "This WeChat is here for the first time. Sign in with your phone once, and from then on it lets you in";
        /// The page is looked at as a snapshot.
        Snapshot "snapshot" = "您看到的是页面快照。请点右下角“使用完整服务”,再登录" / "You are looking at a snapshot of the page. Tap “Use full service” at the bottom right, then sign in";
        /// They did not want WeChat to tell who they are.
        Refused "refused" = "没有用微信登录。用手机号也可以" / "You did not sign in with WeChat. Your phone number does as well";
        /// It was another browser that was sent there, or too long ago.
        Astray "astray" = "这个登录链接不在这台手机上,或者已经过期。请重新登录" / "This sign-in belongs to another phone, or is too old. Please sign in again";
        /// The ticket of the mini-program does not count any more.
        Ticket "ticket" = "页面停得太久了。请返回小程序重新打开,或用手机号登录" / "The page was left too long. Open it once more from the mini-program, or sign in with your phone";
        /// The house lets nobody in by WeChat.
        NoWechat "no_wechat" = "这里还不能用微信登录,请用手机号" / "Signing in with WeChat is not open here; please use your phone number";
        /// WeChat does not tell who they are.
        Down "down" = "微信暂时没有回应。请用手机号登录,或过一会再试" / "WeChat does not answer just now. Sign in with your phone, or try again in a while";
        /// They want to be told of an event.
        Follow "follow" = "登录一次,我们才知道往哪个手机发短信" / "Sign in once, so that we know which phone to text";
        /// WeChat has barred them.
        Barred "barred" = "微信限制了这个帐号。请用手机号登录" / "WeChat has restricted this account. Please sign in with your phone";
    }
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Me {
    /// Not signed in, but with drafts and filings of their own.
    Guest,
    /// A resident.
    Resident {
        /// The phone, in full: it is their own.
        phone: String,
        /// The language of messages.
        lang: Lang,
        /// The size of letters.
        text_size: TextSize,
        /// What they hear by SMS.
        told: Told,
    },
    /// A member of staff.
    Staff {
        /// The user name.
        name: String,
        /// The name people call them.
        display: String,
        /// What they are.
        role: Role,
        /// The code of the unit they work for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
}
