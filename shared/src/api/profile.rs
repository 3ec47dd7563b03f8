//! What is kept of a resident so that they need not type it again.

use serde::{Deserialize, Serialize};

wire! {
    /// What is kept of a resident, as they are shown it.
    pub struct ProfileView {
        /// Whether what they file is remembered at all.
        pub remembers: bool,
        /// Whether they want their identity number kept too.
        pub keeps_id_number: bool,
        /// Their name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// Their identity number, masked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id_number: Option<String>,
        /// Places that they have named, the latest first, at most 5.
        pub places: Vec<KnownPlace>,
    }

    /// A place that a resident has named in a filing.
    #[derive(Eq)]
    pub struct KnownPlace {
        /// The town's code.
        pub town: String,
        /// The address in it.
        pub address: String,
        /// The number of its water account.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub account: Option<String>,
    }

    /// Changes what may be kept of a resident.
    pub struct ProfileChange {
        /// Whether what they file is remembered; without that, what is kept is erased at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub remembers: Option<bool>,
        /// Consent, of its own, to keep the identity number; taken back, the number is erased at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub keeps_id_number: Option<bool>,
    }

    /// A resident's own identity number in full.
    pub struct OwnIdNumber {
        /// The number.
        pub id_number: String,
    }
}
