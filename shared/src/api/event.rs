//! Community events.

use serde::{Deserialize, Serialize};

use crate::event::{Figures, Plan, State};
use crate::service::Service;
use crate::time::Date;

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
        /// Those that begin on this day in China or later, whether they are over or not, the first first.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
        /// Those that begin on this day or earlier, in the same way.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<Date>,
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

    /// Plans an event anew.
    pub struct EventChange {
        /// The version that was looked at.
        pub version: i32,
        /// What it is to be.
        pub plan: Plan,
        /// Why, where it was published and is moved: all concerned are told; at most 60 characters.
        #[serde(default)]
        pub reason: String,
    }

    /// Publishes an event.
    pub struct EventVersion {
        /// The version that was looked at.
        pub version: i32,
    }

    /// Cancels an event.
    pub struct EventCancel {
        /// The version that was looked at.
        pub version: i32,
        /// Why; all concerned are told. At most 60 characters.
        pub reason: String,
    }

    /// Adds photos to an event.
    pub struct EventPhotos {
        /// Their ids, as they were uploaded.
        pub photos: Vec<String>,
    }

    /// The period that is reported on: days in China, both included.
    #[serde(deny_unknown_fields)]
    pub struct ReportQuery {
        /// The first day.
        pub from: Date,
        /// The last day; at most two years later.
        pub to: Date,
    }

    /// What came of an event.
    pub struct EventOutcome {
        /// Its id.
        pub id: String,
        /// What was planned.
        pub plan: Plan,
        /// The figures.
        pub figures: Figures,
        /// Ids of its photos.
        pub photos: Vec<String>,
    }

    /// A service that was shown at events.
    pub struct ShownService {
        /// Its code.
        pub service: Service,
        /// How often.
        pub count: u32,
    }

    /// What came of the events of a period.
    pub struct EventReport {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
        /// All of them together.
        pub total: Figures,
        /// The services that were shown, the one shown most often first.
        pub shown: Vec<ShownService>,
        /// Each that was held, the first first.
        pub events: Vec<EventOutcome>,
    }
}
