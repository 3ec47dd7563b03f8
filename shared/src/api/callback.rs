//! Call-backs, as the desk sees them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::case::CaseLine;
use crate::callback::{CallbackAnswer, CallbackReason, CallbackState};
use crate::case::Level;
use crate::order::Kind;

wire! {
    /// Which call-backs are asked for.
    #[derive(Default)]
    #[serde(default, deny_unknown_fields)]
    pub struct CallbackQuery {
        /// Those that are over, rather than those to be called.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        pub over: bool,
    }

    /// The call-backs: those to be called by when they are due, or those that are over, the latest first; at most 100.
    pub struct CallbackList {
        /// The call-backs.
        pub callbacks: Vec<CallbackView>,
        /// How many are still to be called.
        pub open: u32,
    }

    /// A call-back.
    pub struct CallbackView {
        /// Its id.
        pub id: String,
        /// The case.
        pub case: CaseLine,
        /// What kind of work order it was; none where it was none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub kind: Option<Kind>,
        /// Why they are called.
        pub reason: CallbackReason,
        /// What has become of it.
        pub state: CallbackState,
        /// By when they are to be called.
        pub due: DateTime<Utc>,
        /// Not before then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<DateTime<Utc>>,
        /// How often it was tried in vain.
        pub tries: u32,
        /// How the resident has rated the case themselves, or on the phone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub rated: Option<Level>,
        /// What they said on the phone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub level: Option<Level>,
        /// In their words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pub words: String,
        /// Who has called last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub caller: Option<String>,
    }

    /// What came of a call.
    pub struct CallbackTold {
        /// How often it had been tried in vain before, as the caller saw it; what is told twice counts once.
        pub tries: u32,
        /// What came of it.
        pub answer: CallbackAnswer,
    }
}
