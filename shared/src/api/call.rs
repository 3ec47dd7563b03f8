//! Calls: told by the telephone system, answered by agents.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::case::CaseLine;
use super::outage::OutageView;
use crate::call::figures::CallFigures;
use crate::call::street::Burst;
use crate::call::{Outcome, State, Times, Told};
use crate::number::CaseNumber;

wire! {
    /// What the telephone system tells of a call.
    pub struct CallTold {
        /// The call, as the telephone system names it: 1 to 64 letters.
        pub id: String,
        /// What happened to it.
        pub event: Told,
        /// The caller's number; left out or empty where it is withheld.
        #[serde(default)]
        pub phone: Option<String>,
        /// The user name of the agent at whose seat it rings.
        pub seat: String,
        /// When it happened.
        pub at: DateTime<Utc>,
    }

    /// That a call was heard of.
    pub struct CallHeard {
        /// Whether this was new.
        pub new: bool,
    }

    /// What an agent has to know at this moment.
    pub struct MyCalls {
        /// The call that rings, goes on or waits for its outcome; the newest first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub call: Option<CallView>,
        /// Further calls of mine that wait for their outcome.
        pub waiting: u32,
        /// What became of today's calls, whoever answered them.
        pub today: CallFigures,
    }

    /// A call, and who it may be.
    pub struct CallView {
        /// The call.
        pub id: String,
        /// How it stands.
        pub state: State,
        /// When what happened.
        pub times: Times,
        /// Who it may be; nobody where the number is withheld.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub caller: Option<CallerView>,
    }

    /// What the house knows of a telephone number.
    pub struct CallerView {
        /// The number.
        pub phone: String,
        /// The name under which they filed last, or else that of the water account.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// The water accounts that are registered with it.
        pub accounts: Vec<CallerAccount>,
        /// Their open cases, and those that were over lately; newest first.
        pub cases: Vec<CaseLine>,
        /// The last times that they called, newest first.
        pub calls: Vec<PastCall>,
        /// Outages at the addresses of those accounts.
        pub outages: Vec<OutageView>,
    }

    /// A water account that is registered with a telephone number.
    pub struct CallerAccount {
        /// Its number.
        pub number: String,
        /// The name of its holder, masked.
        pub holder: String,
        /// The town's code.
        pub town: String,
        /// The address in it.
        pub address: String,
    }

    /// An earlier call.
    pub struct PastCall {
        /// When it came.
        pub at: DateTime<Utc>,
        /// What became of it; nothing where nobody answered, or nobody has said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub outcome: Option<Outcome>,
        /// The question that was answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub article: Option<crate::words::Text>,
        /// The case that it was about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
        pub number: Option<CaseNumber>,
    }

    /// What became of a call.
    pub struct CallOutcome {
        /// What.
        pub outcome: Outcome,
        /// The article from which it was answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub article: Option<String>,
        /// The case that was filed, urged, or told of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
        pub number: Option<CaseNumber>,
    }

    /// Where somebody says that something is wrong.
    #[serde(deny_unknown_fields)]
    pub struct StreetQuery {
        /// The town's code.
        pub town: String,
        /// The address as far as it is typed.
        pub address: String,
    }

    /// What else is reported of a street.
    #[derive(Default)]
    pub struct StreetView {
        /// The street, as the address names it; none where it names none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub street: Option<String>,
        /// The open work orders of its last 24 hours, the oldest first.
        pub orders: Vec<CaseLine>,
        /// What looks like one burst.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub burst: Option<Burst>,
    }

    /// Orders of one street that are one burst.
    pub struct NewBurst {
        /// The order that leads, which all others join.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub lead: CaseNumber,
        /// The others, at most 50.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>, example = json!(["7F2-0392"])))]
        pub others: Vec<CaseNumber>,
    }
}
