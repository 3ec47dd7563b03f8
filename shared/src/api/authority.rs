//! Letters of authority for water accounts.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::form::UseType;
use crate::water::AuthorityState;

wire! {
    /// Asks to act for a water account.
    pub struct NewAuthority {
        /// Its number, 8 to 12 digits.
        pub number: String,
        /// One's own name, as it stands in the letter.
        pub name: String,
        /// Photos of the letter of authority with its seal, 1 to 3.
        pub letter: Vec<String>,
        /// Photos of the organisation's licence, 1 to 3.
        pub licence: Vec<String>,
    }

    /// A letter of authority that one has brought.
    pub struct AuthorityView {
        /// Its id.
        pub id: String,
        /// The number of the water account.
        pub number: String,
        /// How it stands.
        pub state: AuthorityState,
        /// When it was brought.
        pub asked: DateTime<Utc>,
        /// Its last day, once it is granted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<NaiveDate>,
        /// Why it was refused.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }

    /// Somebody who acts for a water account.
    pub struct ActingView {
        /// The id of their letter of authority.
        pub id: String,
        /// Their name.
        pub name: String,
        /// Their phone, masked.
        pub phone: String,
        /// The last day.
        pub until: NaiveDate,
    }

    /// A letter of authority as the desk sees it.
    pub struct AuthorityAsked {
        /// The letter.
        pub letter: AuthorityView,
        /// Who brought it.
        pub name: String,
        /// Their phone, masked.
        pub phone: String,
        /// Photos of the letter.
        pub photos: Vec<String>,
        /// Photos of the licence.
        pub licence: Vec<String>,
        /// The account that it names; none where the billing system does not know it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub account: Option<AuthorityAccount>,
    }

    /// The account that a letter of authority names.
    pub struct AuthorityAccount {
        /// The name that it is registered under.
        pub holder: String,
        /// The town's code.
        pub town: String,
        /// The address in it.
        pub address: String,
        /// What the water is for.
        pub use_type: UseType,
    }

    /// Which letters the desk looks for.
    #[derive(Default)]
    pub struct AuthorityQuery {
        /// How they stand; those that wait for the desk where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub state: Option<AuthorityState>,
    }
}

/// What the desk says to a letter of authority.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum AuthorityVerdict {
    /// It is in order.
    Grant {
        /// Its last day.
        until: NaiveDate,
    },
    /// It is not.
    Refuse {
        /// Why, in words for whoever brought it.
        reason: String,
    },
}
