//! Help to file (帮办): a volunteer prepares, the resident agrees.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Filed, NewCase};
use crate::form::Answers;
use crate::service::Service;

wire! {
    /// What a volunteer has prepared for a resident; the event stands in the case.
    pub struct NewPreparation {
        /// What is to be filed.
        #[serde(flatten)]
        pub case: NewCase,
    }

    /// What was prepared, as the volunteer is told.
    pub struct Prepared {
        /// By which the resident finds it; nobody guesses it.
        pub token: String,
        /// The service.
        pub service: Service,
        /// Until when it is kept.
        pub expires: DateTime<Utc>,
        /// What was filed, once the resident has agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub filed: Option<Filed>,
    }

    /// What was prepared, as the resident sees it before agreeing.
    pub struct ToAgree {
        /// The service.
        pub service: Service,
        /// The volunteer's name, masked.
        pub helper: String,
        /// What was answered.
        pub answers: Answers,
        /// How many photos, over all materials.
        pub photos: usize,
        /// Until when it can be agreed to.
        pub expires: DateTime<Utc>,
        /// What was filed, once somebody has agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub filed: Option<Filed>,
    }

    /// Agrees to what was prepared.
    #[derive(Default)]
    #[serde(default)]
    pub struct Agree {
        /// The code that the resident got by SMS, where the volunteer says so for them; left out by the resident.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub code: Option<String>,
    }
}
