//! The desk's lists.

use serde::{Deserialize, Serialize};

use super::case::CaseLine;
use crate::case::{Channel, Status};
use crate::service::Service;

wire! {
    /// A page of the desk's inbox.
    pub struct Inbox {
        /// The cases.
        pub cases: Vec<CaseLine>,
        /// How many the filter finds in all.
        pub total: i64,
        /// The page, from 1.
        pub page: u32,
        /// Cases a page.
        pub per_page: u32,
    }

    /// How many cases stand in each of the desk's views.
    pub struct Views {
        /// Open cases.
        pub open: i64,
        /// Mine and open.
        pub mine: i64,
        /// Nobody has them.
        pub unassigned: i64,
        /// Due before the day ends, or late.
        pub due_today: i64,
        /// Late.
        pub late: i64,
        /// Waiting for residents.
        pub sent_back: i64,
        /// Reopened by a low rating.
        pub reopened: i64,
    }

    /// A filter of the inbox, all of whose parts must hold; also the query of the desk's own address.
    #[derive(Default)]
    #[serde(default)]
    pub struct Filter {
        /// A service.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub service: Option<Service>,
        /// A town.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// A status.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status: Option<Status>,
        /// A channel.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub channel: Option<Channel>,
        /// By when.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub due: Option<DueFilter>,
        /// By who has it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub whose: Option<Whose>,
        /// In number, name, phone or address.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// The order.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sort: Option<Sort>,
        /// The page, from 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub page: Option<u32>,
        /// Cases a page, at most 100.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub per_page: Option<u32>,
    }
}

/// Filter by the due moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// Past due.
    Late,
    /// Due before the day ends, or late.
    Today,
}

/// Filter by who has a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The person asking has it.
    Mine,
    /// Nobody has it.
    Nobody,
}

/// The order of the inbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// What is due first, first.
    #[default]
    Due,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}
