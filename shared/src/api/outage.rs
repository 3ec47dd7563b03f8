//! Outage notices, who follows where, and emergency water.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::case::Status;
use crate::delivery::{Delivery, Stop};
use crate::number::CaseNumber;
use crate::outage::{Figure, Outage, OutageState, Standing, Turn};
use crate::service::Service;
use crate::time::Date;

wire! {
    /// Which outages are asked for.
    #[derive(Default)]
    #[serde(default, deny_unknown_fields)]
    pub struct OutageQuery {
        /// Only those of this town, by its code.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
    }

    /// Which notices the desk asks for.
    #[derive(Default)]
    #[serde(default, deny_unknown_fields)]
    pub struct NoticeQuery {
        /// Those that are over, the latest first, in place of drafts and those that stand.
        pub over: bool,
    }

    /// An outage notice.
    pub struct OutageView {
        /// Its id.
        pub id: String,
        /// What it says.
        #[serde(flatten)]
        pub outage: Outage,
        /// Where it stands.
        pub state: OutageState,
        /// Grows with each change.
        pub version: i32,
        /// What it was changed to last, of what was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub turn: Option<Turn>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub why: Option<String>,
        /// When it was posted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub posted: Option<DateTime<Utc>>,
        /// When it was ended before or after its time; nothing while it stands. Before the beginning: it was called off.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub ended: Option<DateTime<Utc>>,
        /// Where trucks stop with water, the first first.
        #[serde(default)]
        pub stops: Vec<StopView>,
        /// Whether it concerns whoever asks: by where they follow, or by a water account of theirs.
        #[serde(default)]
        pub concerns_you: bool,
        /// How many phones were told of it; for staff.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub told: Option<u32>,
    }

    /// A stop of a truck.
    pub struct StopView {
        /// The delivery's id.
        pub delivery: String,
        /// The outage's id.
        pub outage: String,
        /// Where and when.
        #[serde(flatten)]
        pub stop: Stop,
        /// When water was given there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub given: Option<DateTime<Utc>>,
        /// How far it is, metres, where both places are known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub metres: Option<u32>,
    }

    /// Changes a notice.
    pub struct OutageChange {
        /// The version that was looked at.
        pub version: i32,
        /// What it is to say.
        pub outage: Outage,
        /// Why, where it was posted and is at another time or place: all concerned are told; at most 60 characters.
        #[serde(default)]
        pub why: String,
    }

    /// Posts or ends a notice.
    pub struct OutageVersion {
        /// The version that was looked at.
        pub version: i32,
    }

    /// Where a resident wants to hear of outages.
    pub struct FollowedArea {
        /// The town's code.
        pub town: String,
        /// A street or an estate in it; left out, all of the town.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub street: Option<String>,
    }

    /// All of these; at most ten. In their place or of water accounts among one's own one hears without asking.
    #[derive(Default)]
    pub struct FollowedAreas {
        /// The areas.
        pub areas: Vec<FollowedArea>,
    }

    /// A case that has to do with an outage.
    pub struct OutageCase {
        /// Its number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// Its service.
        pub service: Service,
        /// Where it stands.
        pub status: Status,
        /// When it was filed.
        pub filed: DateTime<Utc>,
        /// The address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
    }

    /// The cases of an outage.
    pub struct OutageCases {
        /// Those that are linked, the first first.
        pub linked: Vec<OutageCase>,
        /// Open ones where water is off, which are not linked to any.
        pub proposed: Vec<OutageCase>,
    }

    /// Links cases to an outage, or takes them off it.
    #[derive(Default)]
    #[serde(default, deny_unknown_fields)]
    pub struct LinkCases {
        /// Those that have to do with it.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
        pub link: Vec<CaseNumber>,
        /// Those that have not.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
        pub unlink: Vec<CaseNumber>,
    }

    /// Water that was given at a stop.
    pub struct Given {
        /// When.
        pub at: DateTime<Utc>,
        /// How much, litres.
        pub litres: u32,
    }

    /// A delivery of emergency water.
    pub struct DeliveryView {
        /// Its id.
        pub id: String,
        /// The outage's id.
        pub outage: String,
        /// What is planned.
        #[serde(flatten)]
        pub plan: Delivery,
        /// Grows with each change.
        pub version: i32,
        /// What was given at each stop, in their order.
        pub given: Vec<Option<Given>>,
    }

    /// Changes a delivery.
    pub struct DeliveryChange {
        /// The version that was looked at.
        pub version: i32,
        /// What it is to be.
        pub plan: Delivery,
    }

    /// Ticks off a stop.
    pub struct GiveWater {
        /// How much was given, litres.
        pub litres: u32,
    }

    /// How long households were without water in a period.
    pub struct OutageReport {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
        /// Of all outages that began then.
        pub all: Figure,
        /// Of those that were planned.
        pub planned: Figure,
        /// Of those that were sudden.
        pub unplanned: Figure,
    }
}

impl OutageView {
    /// What the rules must know of it.
    pub fn standing(&self) -> Standing<'_> {
        Standing {
            outage: &self.outage,
            state: self.state,
            water: !self.stops.is_empty(),
        }
    }
}
