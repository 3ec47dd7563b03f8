//! What is near: leaks that others reported, followed by whoever has the same trouble.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::case::Status;
use crate::number::CaseNumber;

wire! {
    /// Where somebody looks for what is near, as a leak that is known already or a truck with water: a point, or a town with a
    /// typed address, or both.
    #[derive(Default)]
    #[serde(default)]
    pub struct NearQuery {
        /// The phone's own location, `latitude,longitude`. It is used for this answer and kept nowhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub point: Option<String>,
        /// The town's code.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// The address as it is typed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
    }

    /// A leak near by, as a stranger is told of it: neither who reported it, nor where exactly.
    pub struct NearLeak {
        /// By which it can be followed, for a day. It tells nothing by itself.
        pub token: String,
        /// The street, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub street: Option<String>,
        /// About how far, in steps of 50 m; nothing where one of the two has only an address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub metres: Option<u32>,
        /// When it was reported.
        pub since: DateTime<Utc>,
        /// Where it stands.
        pub status: Status,
        /// How many others have said that they have it too.
        pub followers: u32,
        /// Its number, where the person asking has filed it or follows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
        pub number: Option<CaseNumber>,
    }

    /// Says that one has the same leak.
    pub struct MeToo {
        /// The token of the leak.
        pub token: String,
        /// The phone that is to hear of it; left out by whoever has signed in, whose own it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
    }

    /// A case that is followed.
    pub struct Following {
        /// Its number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
    }
}
