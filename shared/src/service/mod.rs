//! The 23 services and their facts.
//!
//! The 23 are the values of an enum, since code speaks of them: one variant here, its facts in the catalogue, its form
//! (`form/forms`). One that no code speaks of is a [`Definition`], all of it in one file as in `example.rs`, that the program
//! is told of by [`Service::bring`]. Either shows in the hall, at the desk, in the API and in the figures.

mod catalogue;
mod definition;
#[cfg(any(test, feature = "examples"))]
pub mod example;
mod search;
mod step;
mod ways;

use crate::case::{Role, Status};
use crate::form::{Asked, Form};
use crate::water::Need;
use crate::words::{Bi, bi, choices};

pub use definition::{Definition, Words};
pub use search::search;
pub use step::{Ends, Outcome, Outside, Owner, Step};

/// Declares the services that code speaks of.
macro_rules! services {
    ($($variant:ident $code:literal = $zh:literal / $en:literal;)+) => {
        /// A service of the hall, by its code in DOMAIN.md §2.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Service {
            $(
                #[doc = concat!($zh, " · ", $en)]
                $variant,
            )+
            /// One that no code speaks of.
            Other(&'static Definition),
        }

        impl Service {
            /// Those that code speaks of, in the order people are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(definition) => definition.code,
                }
            }

            /// The name in both languages.
            pub const fn label(self) -> Bi {
                match self {
                    $(Self::$variant => bi($zh, $en),)+
                    Self::Other(definition) => definition.title,
                }
            }
        }
    };
}

services! {
    New "NEW" = "用水报装" / "New hookup";
    Temp "TEMP" = "临时用水" / "Temporary supply";
    Split "SPLIT" = "一户一表改造" / "Meter per household";
    Trans "TRANS" = "过户" / "Transfer of account";
    Info "INFO" = "信息变更" / "Change of details";
    Bill "BILL" = "水费查缴" / "Query and pay bills";
    Debit "DEBIT" = "银行代扣" / "Direct debit";
    Qual "QUAL" = "水质检测" / "Water test";
    Disc "DISC" = "优惠用水申报" / "Discount for hardship";
    Inv "INV" = "更改开票名称" / "Invoice title";
    Susp "SUSP" = "暂停用水" / "Suspend supply";
    Resume "RESUME" = "暂停后恢复用水" / "Resume after suspension";
    Arrear "ARREAR" = "欠费恢复用水" / "Reconnect after arrears";
    Close "CLOSE" = "销户" / "Close account";
    Use "USE" = "用水性质变更" / "Change of use";
    Pop "POP" = "一户多人口" / "Household size";
    Test "TEST" = "水表校验" / "Meter test";
    Move "MOVE" = "水表移位、变径" / "Move or resize meter";
    Read "READ" = "自助报数" / "Report a reading";
    Leak "LEAK" = "漏水报修" / "Report a leak";
    Rate "RATE" = "服务评价" / "Rate the service";
    Out "OUT" = "停水信息" / "Outage notices";
    Comp "COMP" = "投诉建议" / "Complaint or suggestion";
}

choices! {
    /// Groups on the hall's pages.
    pub enum Group {
        Daily "daily" = "常用" / "Everyday";
        Supply "supply" = "用水办理" / "Supply";
        Account "account" = "户口与水费" / "Account and bills";
        Meter "meter" = "水表与水质" / "Meter and water";
        Voice "voice" = "信息与评价" / "News and feedback";
    }
}

choices! {
    /// Who may file.
    pub enum Who {
        Anyone "anyone" = "任何人" / "Anyone";
        Signed "signed" = "个人或单位" / "Persons and organisations";
        Persons "persons" = "个人" / "Persons";
    }
}

/// Papers or pictures that a filing brings.
#[derive(Clone, Copy, Debug)]
pub struct Material {
    /// Stable key.
    pub key: &'static str,
    /// What it is.
    pub label: Bi,
    /// What the picture must show.
    pub help: Option<Bi>,
    /// When it is asked for.
    pub asked: Asked,
    /// At least so many photos.
    pub least: usize,
    /// At most so many photos.
    pub most: usize,
    /// Keys of the answers that it shows to be right, as far as the service's form asks for them.
    pub proves: &'static [&'static str],
}

/// The facts of a service.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// What it is for, in a sentence.
    pub about: Bi,
    /// Its group in the hall.
    pub group: Group,
    /// Who may file.
    pub who: Who,
    /// What it needs of the water account that it is filed on.
    pub needs: &'static [Need],
    /// Which of that it needs until it is finished.
    pub needs_still: &'static [Need],
    /// What to bring.
    pub materials: &'static [Material],
    /// How it goes, in this order.
    pub steps: &'static [Step],
    /// A word on the limit beyond the house's figure.
    pub note: Option<Bi>,
    /// What a rating may be about.
    pub tags: &'static [Bi],
    /// The form, where there is one yet.
    pub form: Option<&'static Form>,
    /// Keys of the answers that the other side may read before it confirms; it sees no documents.
    pub party_sees: &'static [&'static str],
    /// A work order: goes to a crew, needs no papers, may be filed without signing in.
    pub work_order: bool,
}

impl Service {
    /// The facts.
    pub fn facts(self) -> &'static Facts {
        catalogue::facts(self)
    }

    /// The form, where there is one.
    pub fn form(self) -> Option<&'static Form> {
        self.facts().form
    }

    /// What to bring.
    pub fn materials(self) -> &'static [Material] {
        self.facts().materials
    }

    /// The material with this key.
    pub fn material(self, key: &str) -> Option<&'static Material> {
        self.materials().iter().find(|material| material.key == key)
    }

    /// Its steps.
    pub fn steps(self) -> &'static [Step] {
        self.facts().steps
    }

    /// The step with this key.
    pub fn step(self, key: &str) -> Option<&'static Step> {
        self.steps().iter().find(|step| step.key == key)
    }

    /// The first step of work after the desk.
    pub fn first_work(self) -> Option<&'static Step> {
        self.steps().iter().find(|step| step.works())
    }

    /// Whether there is more than one step of work, so that it matters which one is on.
    pub fn works_in_steps(self) -> bool {
        self.steps().iter().filter(|step| step.works()).count() > 1
    }

    /// The outcome with this key, of whichever step.
    pub fn outcome(self, key: &str) -> Option<&'static Outcome> {
        let mut all = self.steps().iter().flat_map(Step::outcomes);
        all.find(|outcome| outcome.key == key)
    }

    /// Who has a case of this service that is in `status`, and at `step` where it is being worked on; nobody once it has
    /// ended.
    pub fn owner(self, status: Status, step: Option<&Step>) -> Option<Owner> {
        match status {
            Status::Confirming => Some(Owner::Party),
            Status::SentBack | Status::Paying => Some(Owner::Filer),
            Status::Reopened => Some(Owner::Staff(Role::Supervisor)),
            Status::Filed | Status::Taken if self.facts().work_order => Some(Owner::Staff(Role::Dispatcher)),
            Status::Filed | Status::Taken => Some(Owner::Staff(Role::Clerk)),
            Status::Dispatched => Some(step.map_or(Owner::Staff(Role::Crew), |step| step.owner)),
            Status::Finished | Status::Rejected | Status::Withdrawn => None,
        }
    }
}

#[cfg(test)]
mod tests;
