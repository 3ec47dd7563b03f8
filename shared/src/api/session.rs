//! Signing in and out, and who somebody is.

use serde::{Deserialize, Serialize};

use crate::case::Role;
use crate::preference::{TextSize, Told};
use crate::words::Lang;

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
    },
}
