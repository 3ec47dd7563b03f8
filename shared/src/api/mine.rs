//! What is kept about a resident, on one page and in one file.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    AuthorityView, CaseView, EventView, FollowedArea, InboxMessage, OrderView, PastCall, ProfileView, WaterAccountView,
};
use crate::preference::{TextSize, Told};
use crate::words::Lang;

wire! {
    /// A device on which a resident is signed in.
    pub struct DeviceView {
        /// The id of its sign-in.
        pub id: String,
        /// What kind of device and program it is, as far as it says: `Android · WeChat`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// Since when.
        pub since: DateTime<Utc>,
        /// When it was used last, to within a quarter of an hour.
        pub used: DateTime<Utc>,
        /// Whether it is the one that asks.
        pub here: bool,
    }

    /// All that is kept about a resident. Identity numbers are masked, as everywhere.
    pub struct MyData {
        /// When this was put together.
        pub at: DateTime<Utc>,
        /// The phone that they sign in with.
        pub phone: String,
        /// The language of messages.
        pub lang: Lang,
        /// The size of letters.
        pub text_size: TextSize,
        /// What they hear by SMS.
        pub told: Told,
        /// What is remembered so that they need not type it again.
        pub profile: ProfileView,
        /// Where they are signed in.
        pub devices: Vec<DeviceView>,
        /// The water accounts that are among their own.
        pub water_accounts: Vec<WaterAccountView>,
        /// The letters of authority that they have brought, newest first, at most 20.
        pub authorities: Vec<AuthorityView>,
        /// What they have paid, newest first, at most 50.
        pub orders: Vec<OrderView>,
        /// The events that they follow, the first first.
        pub events: Vec<EventView>,
        /// Where they want to hear of outages.
        pub outage_areas: Vec<FollowedArea>,
        /// What they were told, newest first, at most 50.
        pub messages: Vec<InboxMessage>,
        /// When they called the hotline, and what became of it, newest first, at most 50.
        pub calls: Vec<PastCall>,
        /// Their cases, newest first: those that they filed, those that name their phone, those of the other side.
        pub cases: Vec<CaseView>,
    }
}
