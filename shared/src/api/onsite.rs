//! What is done at an event beside filing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::ActKind;
use crate::quality::Measure;

wire! {
    /// Something that was done at an event.
    pub struct NewOnsiteAct {
        /// What.
        pub kind: ActKind,
        /// Of a service that was shown, its code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subject: Option<String>,
        /// How often, −500 to 500; less than nought takes back.
        pub count: i32,
        /// What was measured, of a water test: thousandths of the unit.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub figures: BTreeMap<Measure, i64>,
    }

    /// How often something was done.
    pub struct OnsiteCount {
        /// What.
        pub kind: ActKind,
        /// Of a service that was shown, its code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subject: Option<String>,
        /// How often, by all volunteers.
        pub count: i64,
        /// How often by the one who asks.
        pub mine: i64,
    }
}
