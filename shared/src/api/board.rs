//! The dispatch board, and figures of work orders.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::case::CaseLine;
use crate::case::share_of_satisfied as share;
use crate::order::Kind;
use crate::time::Date;

wire! {
    /// What of the board is asked for; also the query of its own address.
    #[derive(Default, Eq)]
    #[serde(default, deny_unknown_fields)]
    pub struct BoardQuery {
        /// The orders of a town.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// The orders of a kind.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<Kind>,
        /// The orders of a priority, 1 to 4.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub priority: Option<u8>,
        /// The orders of one unit by its code, at most 100 of them; `none` for those that no unit has.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
    }

    /// The board: what each unit has to do. What was joined with another order counts with that.
    pub struct Board {
        /// First what no unit has yet, then units in the order of the house; those without orders are left out.
        pub units: Vec<BoardUnit>,
    }

    /// A unit on the board.
    pub struct BoardUnit {
        /// Its code; none for what waits to be dispatched.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
        /// How much it has.
        pub load: BoardLoad,
        /// The orders that are due first.
        pub next: Vec<BoardLine>,
    }

    /// How much a unit has to do.
    #[derive(Copy, Default, Eq)]
    pub struct BoardLoad {
        /// Open orders.
        pub open: u32,
        /// The same by priority, from 1 to 4.
        pub priorities: [u32; 4],
        /// Those of which a clock has run out.
        pub late: u32,
        /// Those of which a clock runs out within the hour.
        pub soon: u32,
        /// Those of which no clock runs: they wait for the resident, or all that is counted is done.
        pub still: u32,
        /// Those that nobody of the staff has.
        pub unheld: u32,
    }

    /// An order on the board.
    pub struct BoardLine {
        /// The case.
        pub case: CaseLine,
        /// When its next clock runs out; none while no clock runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub runs_out: Option<DateTime<Utc>>,
    }

    /// Figures of the work orders that were finished in a period.
    pub struct OrderReport {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
        /// All of them.
        pub total: OrderFigures,
        /// By kind; kinds without any are left out.
        pub kinds: Vec<OfKind>,
        /// By unit; units without any are left out.
        pub units: Vec<OfUnit>,
    }

    /// The figures of a kind.
    pub struct OfKind {
        /// The kind.
        pub kind: Kind,
        /// Its figures.
        pub figures: OrderFigures,
    }

    /// The figures of a unit.
    pub struct OfUnit {
        /// Its code; none for what was finished without one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
        /// Its figures.
        pub figures: OrderFigures,
    }

    /// Counts of finished work orders.
    #[derive(Copy, Default, Eq)]
    pub struct OrderFigures {
        /// Finished.
        pub finished: u32,
        /// Of these, how many have a limit to be finished in.
        pub limited: u32,
        /// Of these, how many were finished inside it.
        pub on_time: u32,
        /// Rated.
        pub rated: u32,
        /// Of these, how many 满意 or better.
        pub satisfied: u32,
        /// Ratings that were given on the phone.
        pub by_call: u32,
        /// Call-backs that came to an end in the period, answered or not.
        pub called: u32,
    }
}

impl BoardQuery {
    /// Stands in `unit` for what no unit has.
    pub const NONE: &'static str = "none";
    /// Orders of a unit that the whole board shows.
    pub const NEXT: u32 = 5;
    /// Orders of a unit that is asked for alone.
    pub const MOST: u32 = 100;
    /// What runs out within so many minutes is due soon.
    pub const SOON_MINUTES: i64 = 60;
}

impl std::ops::AddAssign for BoardLoad {
    fn add_assign(&mut self, other: Self) {
        self.open += other.open;
        for (here, there) in self.priorities.iter_mut().zip(other.priorities) {
            *here += there;
        }
        self.late += other.late;
        self.soon += other.soon;
        self.still += other.still;
        self.unheld += other.unheld;
    }
}

impl std::iter::Sum for BoardLoad {
    fn sum<I: Iterator<Item = Self>>(loads: I) -> Self {
        let mut sum = Self::default();
        loads.for_each(|load| sum += load);
        sum
    }
}

impl OrderFigures {
    /// On-time %, in hundredths: finished inside their limit ÷ finished that have one (DOMAIN.md §3); none without any.
    pub fn punctuality(&self) -> Option<u32> {
        share(self.on_time.into(), self.limited.into())
    }

    /// Satisfaction %, in hundredths: 满意 or better ÷ all ratings (DOMAIN.md §3); none without any.
    pub fn satisfaction(&self) -> Option<u32> {
        share(self.satisfied.into(), self.rated.into())
    }
}

impl std::ops::AddAssign for OrderFigures {
    fn add_assign(&mut self, other: Self) {
        self.finished += other.finished;
        self.limited += other.limited;
        self.on_time += other.on_time;
        self.rated += other.rated;
        self.satisfied += other.satisfied;
        self.by_call += other.by_call;
        self.called += other.called;
    }
}
