//! Volunteers and their turns.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{State, Task, VolunteerKind, Way};
use crate::time::Moment;

wire! {
    /// Somebody who wants to help at events.
    pub struct NewVolunteer {
        /// Who they are.
        pub kind: VolunteerKind,
        /// Their name, as it is to stand on a certificate.
        pub name: String,
    }

    /// What is kept of a volunteer.
    pub struct VolunteerView {
        /// Who they are.
        pub kind: VolunteerKind,
        /// Their name.
        pub name: String,
        /// Since when.
        pub since: DateTime<Utc>,
        /// Turns at which they were there.
        pub turns: u32,
        /// Minutes that count.
        pub minutes: u32,
        /// Turns to come, the first first.
        pub next: Vec<TurnView>,
        /// Turns that are over, the latest first; at most 100.
        pub past: Vec<TurnView>,
    }

    /// A volunteer's turn: one shift of one event.
    pub struct TurnView {
        /// The event's id.
        pub event: String,
        /// The event's title.
        pub title: String,
        /// The town's code.
        pub town: String,
        /// The community.
        pub community: String,
        /// Where in it.
        pub place: String,
        /// Where the event stands.
        pub state: State,
        /// Which of the event's shifts, from nought.
        pub shift: usize,
        /// From when.
        pub starts: DateTime<Utc>,
        /// Until when.
        pub ends: DateTime<Utc>,
        /// What they do there: what was given to them, else all that there is to do.
        pub tasks: Vec<Task>,
        /// Whether they lead: they show the codes, and note who came.
        pub leads: bool,
        /// When they came.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub came: Option<DateTime<Utc>>,
        /// When they went.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub went: Option<DateTime<Utc>>,
        /// Minutes that count.
        pub minutes: u32,
    }

    /// Says the code that stood on the leader's phone.
    pub struct Check {
        /// Coming or going.
        pub way: Way,
        /// The six digits.
        pub code: String,
    }

    /// The code of one minute.
    pub struct MinuteCode {
        /// The minute.
        pub at: DateTime<Utc>,
        /// Six digits.
        pub code: String,
    }

    /// Somebody's turn, as those see it who lead.
    pub struct HelperView {
        /// The volunteer's id.
        pub id: String,
        /// The name; to other volunteers only the surname.
        pub name: String,
        /// Who they are.
        pub kind: VolunteerKind,
        /// Their phone, for staff; masked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone: Option<String>,
        /// Their turn.
        pub turn: TurnView,
    }

    /// What is to change of somebody's turn.
    #[derive(Default)]
    #[serde(default)]
    pub struct TurnChange {
        /// Whether they lead; for staff.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub leads: Option<bool>,
        /// What they do.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub task: Option<Task>,
        /// When they came, where they could not say the code.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub came: Option<DateTime<Utc>>,
        /// When they went.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub went: Option<DateTime<Utc>>,
    }
}

impl MinuteCode {
    /// Whether it is the code of `now`.
    pub fn is_of(&self, now: Moment) -> bool {
        self.at <= now && now < self.at + TimeDelta::minutes(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_holds_for_its_minute() {
        let at = |said: &str| said.parse::<Moment>().unwrap();
        let code = MinuteCode {
            at: at("2026-11-28T01:00:00Z"),
            code: "004217".into(),
        };
        let holds = |said: &str| code.is_of(at(said));
        assert!(holds("2026-11-28T01:00:00Z") && holds("2026-11-28T01:00:59Z"));
        assert!(!holds("2026-11-28T00:59:59Z") && !holds("2026-11-28T01:01:00Z"));
    }
}
