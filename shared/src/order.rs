//! Work orders (电子工单): cases that somebody goes out for, or answers, against the clock.
//!
//! Beside the case, an order has a [`Kind`] and its clocks ([`Hand`]): how long it may take until somebody responds, is on
//! site, has it under control, has finished, and until whoever filed has heard something. What each kind may take stands in
//! the house's data ([`Orders`]), after DOMAIN.md §3. Everything here is pure: what an act does to the clocks is
//! [`Order::after`], and what time alone does to them is [`Order::ring`].

mod after;
mod hand;
mod ring;
mod rules;
mod turn;

use serde::{Deserialize, Serialize};

pub(crate) use after::Became;
pub use hand::Hand;
pub use ring::Ring;
pub use rules::{KindLimits, Orders, Route, Sort};
pub use turn::Turn;

use crate::number::CaseNumber;
use crate::time::{Limit, Moment};
use crate::words::choices;

choices! {
    /// What a work order is about (DOMAIN.md §3).
    pub enum Kind {
        Burst "BURST" = "爆管" / "Burst main";
        Leak "LEAK" = "漏水" / "Leak";
        NoWater "NOWATER" = "无水" / "No water";
        Press "PRESS" = "水压" / "Pressure";
        Qual "QUAL" = "水质" / "Water quality";
        Second "SECOND" = "二次供水" / "Building pump or tank";
        Cover "COVER" = "井盖" / "Manhole cover";
        Meter "METER" = "水表故障" / "Meter fault";
        Fee "FEE" = "水费疑问" / "Bill question";
        Consult "CONSULT" = "咨询" / "Question";
        Complaint "COMPLAINT" = "投诉" / "Complaint";
        Tank "TANK" = "应急送水" / "Emergency water";
    }
}

choices! {
    /// What is counted, in the order in which it is to happen.
    pub enum Clock {
        Respond "respond" = "响应" / "Respond";
        Arrive "arrive" = "到场" / "On site";
        Secure "secure" = "控制险情" / "Under control";
        Finish "finish" = "办结" / "Finish";
        /// The house rule: whoever filed hears within 24 hours.
        Answer "answer" = "答复" / "Answer";
    }
}

choices! {
    /// Who is told when a clock runs out, one after the other.
    pub enum Level {
        Holder "holder" = "经办人" / "Whoever has it";
        Head "head" = "部门负责人" / "Head of the unit";
        Supervisor "supervisor" = "主管" / "Supervisors";
        Duty "duty" = "值班经理" / "Duty manager";
    }
}

/// What was used up in the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Part {
    /// What, in the store's words; at most 60 characters.
    pub name: String,
    /// How many, 1 to 999.
    pub count: u32,
}

impl Part {
    /// Characters of a name.
    pub const NAME: usize = 60;
    /// The most of one part.
    pub const MOST: u32 = 999;
}

/// The state of a work order beside its case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Order {
    /// What it is about.
    pub kind: Kind,
    /// From 1, the most urgent, to 4.
    pub priority: u8,
    /// The clocks that this kind has, whether they run or have stopped.
    pub hands: Vec<Hand>,
    /// Since when the clocks of the work stand still; none while they run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
    pub paused: Option<Moment>,
    /// Whether somebody has said that it waits for the resident.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting: bool,
    /// How often a unit has sent it back to dispatch.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub returned: u8,
    /// Whether a supervisor watches it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub supervised: bool,
    /// Whether it has been given the longer limit of hard ones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub extended: bool,
    /// The longer limit that it gets where it turns out to be hard, where its kind has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "15wd"))]
    pub hard: Option<Limit>,
    /// The order with which it was joined, and with which it finishes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
    pub lead: Option<CaseNumber>,
    /// The order of which it is a part, split off for another unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
    pub whole: Option<CaseNumber>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_nought(count: &u8) -> bool {
    *count == 0
}

impl Order {
    /// The hand of a clock, where this order has one.
    pub fn hand(&self, clock: Clock) -> Option<&Hand> {
        self.hands.iter().find(|hand| hand.clock == clock)
    }

    /// Whether a clock still runs, or would if it did not stand still.
    pub fn open(&self, clock: Clock) -> bool {
        self.hand(clock).is_some_and(|hand| hand.stopped.is_none())
    }

    /// The clock of the work that is due first, and when; none while the clocks stand still or once all have stopped.
    /// Its answer is not work, and has a list of its own.
    pub fn next(&self) -> Option<(Clock, Moment)> {
        let runs = |hand: &&Hand| hand.stopped.is_none() && hand.clock != Clock::Answer;
        let hands = self.hands.iter().filter(runs).filter(|_| self.runs());
        let first = hands.min_by_key(|hand| (hand.due, hand.clock));
        first.map(|hand| (hand.clock, hand.due))
    }

    /// When it is to be finished; none where its kind has no such limit.
    pub fn finish(&self) -> Option<Moment> {
        self.hand(Clock::Finish).map(|hand| hand.due)
    }

    /// By when whoever filed is to hear something, as long as they have not.
    pub fn answer(&self) -> Option<Moment> {
        let hand = self.hand(Clock::Answer).filter(|hand| hand.stopped.is_none());
        hand.map(|hand| hand.due)
    }

    /// Whether its clocks run: they stand still while it waits for the resident, and one that was joined goes by its
    /// lead's.
    pub fn runs(&self) -> bool {
        self.paused.is_none() && self.lead.is_none()
    }
}

#[cfg(test)]
mod tests;
