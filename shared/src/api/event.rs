//! Community events.

use serde::{Deserialize, Serialize};

use crate::event::{Plan, State};

wire! {
    /// Which events are asked for.
    #[derive(Default)]
    #[serde(default, deny_unknown_fields)]
    pub struct EventQuery {
        /// Only those of this town, by its code.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// Those that are over, the latest first, in place of those to come, the first first.
        pub past: bool,
    }

    /// An event.
    pub struct EventView {
        /// Its id.
        pub id: String,
        /// What is planned.
        #[serde(flatten)]
        pub plan: Plan,
        /// Where it stands.
        pub state: State,
        /// Why it was cancelled, or moved last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
        /// Grows with each change.
        pub version: i32,
        /// How many volunteers have signed up for each shift.
        pub taken: Vec<u32>,
        /// How many follow it.
        pub followers: u32,
        /// Whether the person asking follows it.
        pub follows: bool,
    }
}
