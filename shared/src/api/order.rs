//! Work orders as the desk sees them.

use serde::{Deserialize, Serialize};

use crate::number::CaseNumber;
use crate::order::{Clock, Kind, Order};

wire! {
    /// What lists show of a work order; by when its next clock runs out stands with the case.
    pub struct WorkOrderLine {
        /// What it is about.
        pub kind: Kind,
        /// From 1, the most urgent, to 4.
        pub priority: u8,
        /// The clock that runs out first; none while they stand still or once all have stopped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clock: Option<Clock>,
        /// Whether the clocks stand still.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub paused: bool,
        /// How often a unit has sent it back to dispatch.
        #[serde(default)]
        pub returned: u8,
        /// Whether a supervisor watches it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub supervised: bool,
        /// The order with which it was joined.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        pub lead: Option<CaseNumber>,
        /// The order of which it is a part.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        pub whole: Option<CaseNumber>,
    }

    /// A work order beside its case.
    pub struct WorkOrderView {
        /// The order.
        #[serde(flatten)]
        pub order: Order,
        /// The open orders that were joined with it.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
        pub joined: Vec<CaseNumber>,
        /// The orders that were split off it.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
        pub parts: Vec<CaseNumber>,
        /// The code of the unit to which the rules of the house would pass it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub proposed: Option<String>,
    }
}
