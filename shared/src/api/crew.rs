//! Work orders and emergency water as a crew has them on the phone.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::DeliveryView;
use crate::case::{Status, Work};
use crate::number::CaseNumber;
use crate::order::Order;
use crate::outage::Area;
use crate::service::Service;

wire! {
    /// An open work order of a crew's unit, with all that is needed on the way and on site, also without a network.
    pub struct CrewOrder {
        /// The number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// What it is a case of.
        pub service: Service,
        /// Where it stands.
        pub status: Status,
        /// How far the work has come.
        #[serde(default)]
        pub work: Work,
        /// When it was filed.
        pub filed: DateTime<Utc>,
        /// What it is as a work order, with all its clocks.
        pub order: Order,
        /// Whether whoever asks has accepted it.
        pub mine: bool,
        /// Who of the unit has it, as people call them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub assignee: Option<String>,
        /// The town's code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// The address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
        /// Where it is, `latitude,longitude` in WGS 84, where the phone of whoever filed said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub point: Option<String>,
        /// What whoever filed said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub words: Option<String>,
        /// What dispatch said to the unit, last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub told: Option<String>,
        /// Who filed it, masked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// Their phone, masked.
        pub phone: String,
        /// The photos that came with it, by id.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub photos: Vec<String>,
        /// How many open orders were joined with it and finish with it.
        #[serde(default)]
        pub joined: usize,
        /// How many of its parts are still open with other units: as long as there is one it cannot be finished.
        #[serde(default)]
        pub parts_open: usize,
    }

    /// Emergency water that a crew's unit brings today or tomorrow.
    pub struct CrewDelivery {
        /// The truck, its stops, and where water was given.
        pub delivery: DeliveryView,
        /// Where water is off, without the water accounts.
        pub areas: Vec<Area>,
    }
}
