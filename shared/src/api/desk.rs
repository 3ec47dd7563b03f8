//! The desk's lists, and what is done to many cases of a list at once.

use serde::{Deserialize, Serialize};

use super::case::CaseLine;
use crate::case::{Action, Channel, Role, Status};
use crate::number::CaseNumber;
use crate::problem::Problem;
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

    /// A colleague to whom a case can be given.
    pub struct Colleague {
        /// The user name.
        pub name: String,
        /// What people call them.
        pub display: String,
        /// What they are.
        pub role: Role,
    }

    /// One act on many cases.
    pub struct BulkAct {
        /// The cases, at most 100.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>, example = json!(["7F2-0391"])))]
        pub numbers: Vec<CaseNumber>,
        /// What is done to each: take, assign, a note inside, or undo.
        pub action: Action,
    }

    /// What has become of it, case by case.
    pub struct BulkDone {
        /// In the order of the request.
        pub outcomes: Vec<Outcome>,
    }

    /// What has become of an act on one of many cases.
    pub struct Outcome {
        /// The case.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// Why it was not done; nothing where it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub refused: Option<Problem>,
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
        /// By what the resident has let us hear.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub feedback: Option<Feedback>,
        /// Work orders that want looking after.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub order: Option<OrderList>,
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

impl BulkAct {
    /// Cases that one act can be done to at once: a page of the inbox.
    pub const MOST: usize = 100;
}

impl Filter {
    /// What it finds, whatever the page: the part that a view is made of.
    #[must_use]
    pub fn as_view(&self) -> Self {
        Self {
            page: None,
            per_page: None,
            ..self.clone()
        }
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

/// Filter by what the resident has let us hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Feedback {
    /// They have completed what was sent back, and nothing has been decided since.
    Answered,
    /// They have rated it low.
    Low,
    /// They have urged it, and it is still for us to do.
    Urged,
}

/// Filter by what wants looking after of work orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrderList {
    /// Whoever filed has heard nothing yet, and the time to answer runs out soon.
    Unheard,
    /// A supervisor watches it.
    Supervised,
    /// Units have sent it back to dispatch twice or more.
    Returned,
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
