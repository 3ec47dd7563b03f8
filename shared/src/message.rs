//! The texts that leave the house by SMS. Short, no officialese; the case number and what to do.

mod blanks;
mod cut;
mod kind;
mod outage;
mod text;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use blanks::Blanks;
pub use cut::{cut, shorten};
pub use kind::Kind;
pub use outage::{OutageNews, OutageTold, Whereabouts};

use crate::case::Tidings;
use crate::debit::BankReason;
use crate::event::Plan;
use crate::form::Bank;
use crate::money::Fen;
use crate::number::CaseNumber;
use crate::order::{Clock, Level};
use crate::preference::Told;
use crate::service::Service;
use crate::slot::Slot;
use crate::time::{Date, Moment};

/// A message, as the outbox keeps it until it is sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are what the texts below say")]
pub enum Message {
    /// A sign-in code.
    Code { code: String, minutes: u32 },
    /// A code by which somebody agrees to what a volunteer has prepared for them.
    Agree {
        code: String,
        minutes: u32,
        service: Service,
        helper: String,
    },
    /// A filing has arrived.
    Filed {
        number: CaseNumber,
        service: Service,
        promised: Option<Moment>,
        /// The time that was picked for somebody to come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slot: Option<Slot>,
    },
    /// A filing has arrived and waits for the other side.
    Confirming {
        number: CaseNumber,
        service: Service,
        due: Option<Moment>,
    },
    /// Asks the other side to confirm.
    AskParty {
        number: CaseNumber,
        service: Service,
        name: String,
        due: Option<Moment>,
    },
    /// The other side agreed.
    Confirmed { number: CaseNumber, service: Service },
    /// The other side did not agree.
    Declined {
        number: CaseNumber,
        service: Service,
        reason: String,
    },
    /// Things are missing.
    SentBack {
        number: CaseNumber,
        service: Service,
        asks: usize,
    },
    /// Closed and not done.
    Rejected {
        number: CaseNumber,
        service: Service,
        reason: String,
    },
    /// Passed to a unit.
    Dispatched {
        number: CaseNumber,
        service: Service,
        unit: String,
    },
    /// A step is done.
    Advanced {
        number: CaseNumber,
        service: Service,
        step: String,
        next: String,
    },
    /// This is what it costs.
    Quoted {
        number: CaseNumber,
        service: Service,
        amount: Fen,
        due: Option<Moment>,
    },
    /// The payment is in.
    Paid {
        number: CaseNumber,
        service: Service,
        amount: Fen,
        next: String,
    },
    /// Something has come out, and there may be a fee.
    Concluded {
        number: CaseNumber,
        service: Service,
        outcome: String,
        fee: Option<Fen>,
        due: Option<Moment>,
    },
    /// A step is done again.
    Redone {
        number: CaseNumber,
        service: Service,
        to: String,
        reason: String,
    },
    /// A word from the desk.
    Noted {
        number: CaseNumber,
        service: Service,
        words: String,
    },
    /// Done; please rate it.
    Finished {
        number: CaseNumber,
        service: Service,
        result: String,
    },
    /// To whoever says that they have the same trouble.
    Following { number: CaseNumber, service: Service },
    /// To them: it was passed to a unit.
    FollowedDispatched {
        number: CaseNumber,
        service: Service,
        unit: String,
    },
    /// To them: it is done.
    FollowedFinished {
        number: CaseNumber,
        service: Service,
        result: String,
    },
    /// To them: it was closed and not done. Why is between the house and whoever filed.
    FollowedClosed { number: CaseNumber, service: Service },
    /// It is dealt with together with what others have reported.
    Joined { number: CaseNumber, service: Service },
    /// Nothing has been heard for a day: it is not forgotten.
    Interim {
        number: CaseNumber,
        service: Service,
        promised: Option<Moment>,
    },
    /// To staff: a clock of a work order runs out, or has run out.
    Rung {
        number: CaseNumber,
        service: Service,
        clock: Clock,
        level: Level,
        due: Moment,
    },
    /// To supervisors: a unit has sent it back again.
    ReturnedAgain {
        number: CaseNumber,
        service: Service,
        reason: String,
    },
    /// To whoever has it and the head of the unit: a supervisor watches it.
    Supervised {
        number: CaseNumber,
        service: Service,
        words: String,
    },
    /// To supervisors: a low rating.
    LowRated { number: CaseNumber, service: Service },
    /// A bank could not pay what was due of a water account: how its number ends, why, and whether it is tried again.
    DebitFailed {
        end: String,
        amount: Fen,
        bank: Bank,
        last_four: String,
        reason: BankReason,
        ended: bool,
    },
    /// A bank pays the bills of a water account no more.
    DebitEnded { end: String, bank: Bank, last_four: String },
    /// A letter of authority is in order: how the number ends, and its last day.
    AuthorityGranted { end: String, until: NaiveDate },
    /// A letter of authority is not in order.
    AuthorityRefused { end: String, reason: String },
    /// A letter of authority holds no more.
    AuthorityEnded { end: String },
    /// To a phone that may see the bills of a water account from now on: who lets it, masked, and how the number ends.
    Shared { by: String, end: String },
    /// To whoever has paid bills: what of it has settled some, and how the number of the water account ends.
    BillsPaid { end: String, amount: Fen },
    /// To whoever has paid what was paid otherwise meanwhile: it goes back.
    PaidBack { amount: Fen },
    /// To whoever has a water account, ending in these digits: what a service gave it runs out.
    RunsOut { service: Service, end: String, until: Date },
    /// To all concerned: an event is at another time or place.
    EventMoved { event: EventTold, reason: String },
    /// To all concerned: an event is not held.
    EventCancelled { event: EventTold, reason: String },
    /// To all concerned: an event is tomorrow.
    EventTomorrow { event: EventTold },
    /// To all concerned: what there is to hear of an outage.
    Outage { outage: OutageTold, what: OutageNews },
}

/// What a message tells of an event.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventTold {
    /// Its id, by which the hall opens it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// From when.
    pub starts: Moment,
    /// Where, as staff wrote it: community and place.
    pub place: String,
}

impl EventTold {
    /// What is told of a plan.
    pub fn of(id: &str, plan: &Plan) -> Self {
        Self {
            id: id.to_owned(),
            title: plan.title.clone(),
            starts: plan.starts,
            place: format!("{}{}", plan.community, plan.place),
        }
    }
}

impl std::fmt::Debug for Message {
    /// Neither codes nor words belong in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Message(…)")
    }
}

impl Message {
    /// What there is to hear of a case, as a message.
    pub fn about(number: CaseNumber, service: Service, tidings: &Tidings) -> Self {
        match tidings.clone() {
            Tidings::Confirmed => Self::Confirmed { number, service },
            Tidings::Declined { reason } => Self::Declined {
                number,
                service,
                reason,
            },
            Tidings::SentBack { asks } => Self::SentBack { number, service, asks },
            Tidings::Rejected { reason } => Self::Rejected {
                number,
                service,
                reason,
            },
            Tidings::Dispatched { unit } => Self::Dispatched { number, service, unit },
            Tidings::Advanced { step, next } => Self::Advanced {
                number,
                service,
                step,
                next,
            },
            Tidings::Quoted { amount, due } => Self::Quoted {
                number,
                service,
                amount,
                due,
            },
            Tidings::Paid { amount, next } => Self::Paid {
                number,
                service,
                amount,
                next,
            },
            Tidings::Concluded { outcome, fee, due } => Self::Concluded {
                number,
                service,
                outcome,
                fee,
                due,
            },
            Tidings::Redone { to, reason } => Self::Redone {
                number,
                service,
                to,
                reason,
            },
            Tidings::Noted { words } => Self::Noted { number, service, words },
            Tidings::Finished { result } => Self::Finished {
                number,
                service,
                result,
            },
            Tidings::LowRated => Self::LowRated { number, service },
            Tidings::Joined => Self::Joined { number, service },
            Tidings::Interim { promised } => Self::Interim {
                number,
                service,
                promised,
            },
            Tidings::Rung { clock, level, due } => Self::Rung {
                number,
                service,
                clock,
                level,
                due,
            },
            Tidings::ReturnedAgain { reason } => Self::ReturnedAgain {
                number,
                service,
                reason,
            },
            Tidings::Supervised { words } => Self::Supervised { number, service, words },
        }
    }

    /// Whether it goes to somebody who wants to be told just so much. Codes they have asked for themselves, and supervisors
    /// are no residents.
    pub const fn reaches(&self, told: Told) -> bool {
        let kind = self.kind();
        let asked_for = matches!(kind, Kind::Code) || kind.of_staff();
        match told {
            Told::All => true,
            Told::Must => asked_for || kind.must(),
            Told::Codes => asked_for,
        }
    }

    /// The case that it is about, and its service.
    pub const fn case(&self) -> Option<(&CaseNumber, Service)> {
        match self {
            Self::Filed { number, service, .. }
            | Self::Confirming { number, service, .. }
            | Self::AskParty { number, service, .. }
            | Self::Confirmed { number, service }
            | Self::Declined { number, service, .. }
            | Self::SentBack { number, service, .. }
            | Self::Rejected { number, service, .. }
            | Self::Dispatched { number, service, .. }
            | Self::Advanced { number, service, .. }
            | Self::Quoted { number, service, .. }
            | Self::Paid { number, service, .. }
            | Self::Concluded { number, service, .. }
            | Self::Redone { number, service, .. }
            | Self::Noted { number, service, .. }
            | Self::Finished { number, service, .. }
            | Self::Following { number, service }
            | Self::FollowedDispatched { number, service, .. }
            | Self::FollowedFinished { number, service, .. }
            | Self::FollowedClosed { number, service }
            | Self::Joined { number, service }
            | Self::Interim { number, service, .. }
            | Self::Rung { number, service, .. }
            | Self::ReturnedAgain { number, service, .. }
            | Self::Supervised { number, service, .. }
            | Self::LowRated { number, service } => Some((number, *service)),
            _ => None,
        }
    }

    /// The event that it is about.
    pub const fn event(&self) -> Option<&EventTold> {
        match self {
            Self::EventMoved { event, .. } | Self::EventCancelled { event, .. } | Self::EventTomorrow { event } => {
                Some(event)
            }
            _ => None,
        }
    }

    /// The outage that it is about.
    pub const fn outage(&self) -> Option<&OutageTold> {
        match self {
            Self::Outage { outage, .. } => Some(outage),
            _ => None,
        }
    }

    /// The same for whoever follows the case; nothing of what is between the house and whoever filed it.
    pub fn to_follower(number: CaseNumber, service: Service, tidings: &Tidings) -> Option<Self> {
        match tidings.clone() {
            Tidings::Dispatched { unit } => Some(Self::FollowedDispatched { number, service, unit }),
            Tidings::Finished { result } => Some(Self::FollowedFinished {
                number,
                service,
                result,
            }),
            Tidings::Rejected { .. } => Some(Self::FollowedClosed { number, service }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
