//! The steps of a service: what happens, who does it, and what ends it.

use crate::case::{Role, Status};
use crate::water::Effect;
use crate::words::{Bi, bi};

/// One step of a service, as a resident is shown where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Stable key, one of a kind within its service: cases and the house's limits name it.
    pub key: &'static str,
    /// What happens, in a few words.
    pub title: Bi,
    /// What the resident is told while it is on.
    pub told: Bi,
    /// Who does it.
    pub owner: Owner,
    /// What ends it.
    pub ends: Ends,
    /// Key of the outcome after which alone it is done; always done where there is none.
    pub only: Option<&'static str>,
    /// What becomes of the water account once it has ended.
    pub effect: Option<Effect>,
}

/// Who has a waiting case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The resident who filed.
    Filer,
    /// The other side.
    Party,
    /// Staff of this role, or a supervisor.
    Staff(Role),
    /// Somebody outside the house.
    Outside(Outside),
}

impl Owner {
    /// Who that is, told to nobody in particular.
    pub const fn label(self) -> Bi {
        match self {
            Self::Filer => bi("申请人", "The applicant"),
            Self::Party => bi("对方", "The other side"),
            Self::Staff(role) => role.label(),
            Self::Outside(Outside { name, .. }) => name,
        }
    }
}

/// Somebody outside the house, such as a bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Who, as a sentence begins.
    pub name: Bi,
    /// The role that enters their answer.
    pub entered_by: Role,
}

/// What ends a step.
#[derive(Clone, Copy, Debug)]
pub enum Ends {
    /// The other side agrees.
    Confirmed,
    /// The desk has taken the filing and found it complete.
    Checked,
    /// It is done, which words and photos tell.
    Done,
    /// A price is named.
    Quote,
    /// The filer pays what was named before.
    Payment {
        /// Whether they may still say no: to what was quoted, but not to a fee for what is done already.
        declinable: bool,
    },
    /// One of these has come out.
    Outcome(&'static [Outcome]),
}

/// What can come out of a step.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// Stable key, one of a kind within its service.
    pub key: &'static str,
    /// What has come out.
    pub title: Bi,
    /// What that means for the resident.
    pub means: Bi,
    /// Whether the filer then owes a fee.
    pub charges: bool,
    /// Whether by how much the meter is wrong has to be told with it.
    pub measures: bool,
}

impl Step {
    /// Whether it is work that comes after the desk has checked the filing.
    pub const fn works(&self) -> bool {
        !matches!(self.ends, Ends::Confirmed | Ends::Checked)
    }

    /// Whether the filer pays.
    pub const fn pays(&self) -> bool {
        matches!(self.ends, Ends::Payment { .. })
    }

    /// Whether a crew does it.
    pub fn by_crew(&self) -> bool {
        self.owner == Owner::Staff(Role::Crew)
    }

    /// The status of a case that comes to it.
    pub const fn status(&self) -> Status {
        match self.ends {
            Ends::Confirmed => Status::Confirming,
            Ends::Checked => Status::Filed,
            Ends::Payment { .. } => Status::Paying,
            Ends::Done | Ends::Quote | Ends::Outcome(_) => Status::Dispatched,
        }
    }

    /// What can come out of it; nothing for most.
    pub const fn outcomes(&self) -> &'static [Outcome] {
        match self.ends {
            Ends::Outcome(outcomes) => outcomes,
            _ => &[],
        }
    }
}
