//! What stands beside a case at the desk: other cases that have to do with it, and who else is at it now.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::case::Status;
use crate::number::CaseNumber;
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What two cases have in common.
    pub enum Bond {
        /// The account or the phone of whoever filed.
        Person "person" = "同一人" / "Same person";
        /// The number of the water account.
        Account "account" = "同一户" / "Same water account";
        /// Town and address, however they are written.
        Place "place" = "同一地址" / "Same address";
    }
}

choices! {
    /// What somebody does at a case.
    pub enum Doing {
        /// They have it before them.
        Looking "looking" = "正在看" / "is looking";
        /// They are writing something that they have not sent yet.
        Typing "typing" = "正在写" / "is writing";
    }
}

wire! {
    /// Another case that has to do with a case.
    pub struct RelatedCase {
        /// The number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// The service.
        pub service: Service,
        /// The status.
        pub status: Status,
        /// When it was filed.
        pub filed: DateTime<Utc>,
        /// What both have in common, at least one.
        pub shares: Vec<Bond>,
    }

    /// Says that one is at a case. It holds for 45 seconds.
    pub struct Presence {
        /// What one does there.
        pub doing: Doing,
    }

    /// A colleague who is at a case now.
    pub struct Present {
        /// What people call them.
        pub display: String,
        /// What they do there.
        pub doing: Doing,
    }
}
