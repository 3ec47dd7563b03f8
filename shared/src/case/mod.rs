//! A case: what a resident filed, where it stands, and what may be done with it.
//!
//! [`fn@allowed`] and [`fn@step`] are pure and total. The browser shows just the buttons that `allowed` gives; the
//! server does what `step` says, so both always agree.

mod action;
mod asks;
mod change;
mod event;
mod flaws;
mod headline;
mod rating;
mod step;
mod undo;
mod urge;
mod walked;
mod work;

pub use action::{Action, Ask, Channel, Item, Verb, Verdict};
pub use asks::{Completion, Standing, askable, completed};
pub use event::{Event, Seen};
pub use headline::{headline, holder};
pub use rating::{Level, satisfaction, share_of_satisfied};
pub use step::{Change, Hears, Notice, Refusal, Tidings, allowed, may_hold, step};
pub use undo::{Before, GRACE_SECONDS, Judged, Latest, UNDO_SECONDS};
pub use urge::Urging;
pub use walked::walked;
pub use work::Work;

use chrono::TimeDelta;

#[cfg(test)]
use crate::house::House;
#[cfg(test)]
use crate::money::Fen;
use crate::number::CaseNumber;
#[cfg(test)]
use crate::order::Kind;
use crate::order::Order;
use crate::service::Service;
#[cfg(test)]
use crate::service::{Ends, Step};
use crate::slot::Slot;
use crate::time::Moment;
use crate::words::choices;

choices! {
    /// Where a case stands.
    pub enum Status {
        Confirming "confirming" = "等对方确认" / "Waiting for the other side";
        Filed "filed" = "待受理" / "Filed";
        Taken "taken" = "受理中" / "Being checked";
        SentBack "sent_back" = "待补正" / "Sent back to you";
        Dispatched "dispatched" = "办理中" / "Being worked on";
        Paying "paying" = "待交费" / "Waiting for payment";
        Reopened "reopened" = "重新办理" / "Reopened";
        Finished "finished" = "已办结" / "Finished";
        Rejected "rejected" = "未办理,已关闭" / "Closed, not done";
        Withdrawn "withdrawn" = "已撤回" / "Withdrawn";
    }
}

impl Status {
    /// Whether somebody has to do something.
    pub const fn waits(self) -> bool {
        !matches!(self, Self::Finished | Self::Rejected | Self::Withdrawn)
    }

    /// Whether it is the house that has to do it.
    pub const fn ours(self) -> bool {
        matches!(self, Self::Filed | Self::Taken | Self::Dispatched | Self::Reopened)
    }
}

choices! {
    /// What a member of staff is.
    pub enum Role {
        Clerk "clerk" = "窗口人员" / "Counter clerk";
        Dispatcher "dispatcher" = "调度员" / "Dispatcher";
        Crew "crew" = "维修人员" / "Crew";
        Agent "agent" = "话务员" / "Hotline agent";
        Supervisor "supervisor" = "主管" / "Supervisor";
        Admin "admin" = "管理员" / "Administrator";
    }
}

choices! {
    /// A post that a member of staff holds beside their role: who is told when clocks run out.
    pub enum Post {
        Head "head" = "部门负责人" / "Head of the unit";
        Duty "duty" = "值班经理" / "Duty manager";
    }
}

impl Role {
    /// Whether they may save views of the inbox for all of a role.
    pub const fn shares_views(self) -> bool {
        matches!(self, Self::Supervisor | Self::Admin)
    }

    /// The door by which somebody in this role files for a resident; none where they may not.
    pub const fn files_through(self) -> Option<Channel> {
        match self {
            Self::Clerk | Self::Supervisor | Self::Admin => Some(Channel::Counter),
            Self::Agent => Some(Channel::Hotline),
            Self::Dispatcher | Self::Crew => None,
        }
    }

    /// Whether somebody in this role posts, changes and ends outages.
    pub const fn posts_outages(self) -> bool {
        matches!(self, Self::Dispatcher | Self::Supervisor | Self::Admin)
    }

    /// Whether somebody in this role ticks off where emergency water was given.
    pub const fn gives_water(self) -> bool {
        matches!(self, Self::Crew) || self.posts_outages()
    }

    /// Whether somebody in this role plans, publishes, moves and cancels community events.
    pub const fn plans_events(self) -> bool {
        matches!(self, Self::Clerk | Self::Dispatcher | Self::Supervisor | Self::Admin)
    }

    /// Whether somebody in this role sees the books of what is paid, and says what was done about a difference.
    pub const fn keeps_books(self) -> bool {
        matches!(self, Self::Clerk | Self::Supervisor | Self::Admin)
    }

    /// Whether somebody in this role calls residents back.
    pub const fn calls_back(self) -> bool {
        matches!(self, Self::Agent | Self::Dispatcher | Self::Supervisor)
    }

    /// Whether somebody in this role sees the letters that did not arrive, and sends them again or drops them.
    pub const fn sees_letters(self) -> bool {
        matches!(self, Self::Supervisor | Self::Admin)
    }

    /// Whether somebody in this role writes the articles of knowledge that residents and the hotline read.
    pub const fn writes_knowledge(self) -> bool {
        matches!(self, Self::Supervisor | Self::Admin)
    }

    /// Whether somebody in this role answers the hotline.
    pub const fn answers_calls(self) -> bool {
        matches!(self, Self::Agent | Self::Supervisor | Self::Admin)
    }

    /// Whether somebody in this role writes the answer templates that all use.
    pub const fn writes_templates(self) -> bool {
        matches!(self, Self::Supervisor | Self::Admin)
    }
}

/// Who acts, as far as the rules care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The resident who filed.
    Filer,
    /// The other side, who has to confirm.
    Party,
    /// Somebody with the same trouble, who follows the case and does nothing to it.
    Follower,
    /// A member of staff.
    Staff(Role),
    /// Whoever filed, on the phone, who was called back: staff writes down what they say.
    Called,
    /// Nobody: the house's own books, once money has come in or a file from outside says so.
    House,
}

/// What the rules must know of a case.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The service.
    pub service: Service,
    /// The status.
    pub status: Status,
    /// How far the work has come.
    pub work: Work,
    /// When the status or step it is in is due.
    pub deadline: Option<Moment>,
    /// When it was urged last, since it was last finished.
    pub urged: Option<Moment>,
    /// When the promise runs out.
    pub promised: Option<Moment>,
    /// When it was finished last.
    pub finished: Option<Moment>,
    /// When the last finish was first rated.
    pub rated: Option<Moment>,
    /// Days for rating, and for changing a rating.
    pub rating_days: u32,
    /// Whether somebody at the desk has it.
    pub assigned: bool,
    /// Materials that nobody has ticked or refused yet.
    pub unchecked: usize,
    /// Materials refused.
    pub refused: usize,
    /// Keys of the materials that came with it.
    pub materials: Vec<String>,
    /// What it was sent back for.
    pub asks: Vec<Ask>,
    /// The time for which somebody was asked to come.
    pub slot: Option<Slot>,
    /// Its number, where that is known.
    pub number: Option<CaseNumber>,
    /// What it is as a work order; none where it is none.
    pub order: Option<Order>,
    /// The town's code.
    pub town: Option<String>,
    /// How many parts of it that were split off are still open.
    pub parts_open: usize,
    /// How far whoever acts is from its place, in metres, where both are known.
    pub away: Option<u32>,
    /// The latest act, where whoever looks did it and it is of those that can be taken back.
    pub latest: Option<Latest>,
}

impl Stand {
    /// Whether its latest finish may be rated, or its rating changed, at `now`.
    pub fn ratable(&self, now: Moment) -> bool {
        let open = |from: Moment| now <= from + TimeDelta::days(self.rating_days.into());
        match self.status {
            Status::Finished => self.rated.or(self.finished).is_some_and(open),
            // A low rating reopened it: whoever slipped can still say so.
            Status::Reopened => self.rated.is_some_and(open),
            _ => false,
        }
    }

    /// The time at which somebody is still to come: nobody has begun to work on it, and it is not over.
    pub fn visit(&self, now: Moment) -> Option<Slot> {
        let here = self.step().map(|step| step.key);
        let first = self.service.first_work().map(|step| step.key);
        let begun = self.status == Status::Dispatched && here != first;
        let slot = self.slot.filter(|slot| now < slot.ends());
        slot.filter(|_| self.status.ours() && self.status != Status::Reopened && !begun)
    }
}

#[cfg(test)]
impl Stand {
    /// A case as the tests use it: complete, ticked, finished or rated an hour ago where that fits.
    pub(crate) fn sample(service: Service, status: Status) -> Self {
        let ended = Some(Self::sample_now() - TimeDelta::hours(1));
        Self {
            service,
            status,
            work: Work::default(),
            // A minute late, and never urged.
            deadline: status.waits().then(|| Self::sample_now() - TimeDelta::minutes(1)),
            urged: None,
            promised: Some(Self::sample_now()),
            finished: matches!(status, Status::Finished | Status::Reopened)
                .then_some(ended)
                .flatten(),
            rated: (status == Status::Reopened).then_some(ended).flatten(),
            rating_days: 7,
            assigned: status != Status::Filed,
            unchecked: 0,
            refused: 0,
            materials: service
                .materials()
                .iter()
                .map(|material| material.key.to_owned())
                .collect(),
            asks: Vec::new(),
            slot: None,
            number: None,
            order: Self::sample_order(service),
            town: None,
            parts_open: 0,
            away: None,
            latest: None,
        }
    }

    /// A case at one step of the work, with what steps before it have found.
    pub(crate) fn at_step(service: Service, step: &Step) -> Self {
        let before = service.steps().iter().take_while(|one| one.key != step.key);
        let before: Vec<_> = before.collect();
        let outcome = before.iter().find_map(|one| match one.ends {
            Ends::Outcome(outcomes) => Some(step.only.unwrap_or(outcomes.last()?.key)),
            _ => None,
        });
        let charged = outcome
            .and_then(|key| service.outcome(key))
            .is_some_and(|one| one.charges);
        let quoted = before.iter().any(|one| matches!(one.ends, Ends::Quote));
        Self {
            work: Work {
                stage: Some(step.key.to_owned()),
                quote: (quoted || charged).then_some(Fen(120_000)),
                outcome: outcome.map(str::to_owned),
                deviation: None,
            },
            ..Self::sample(service, step.status())
        }
    }

    /// Every place where a case of the service can wait.
    pub(crate) fn places(service: Service) -> Vec<Self> {
        let desk = [Status::Filed, Status::Taken, Status::SentBack, Status::Reopened];
        let desk = desk.map(|status| Self::sample(service, status));
        let steps = service
            .steps()
            .iter()
            .filter(|step| !matches!(step.ends, Ends::Checked));
        desk.into_iter()
            .chain(steps.map(|step| Self::at_step(service, step)))
            .collect()
    }

    /// What a case is as a work order, where its service has such; filed two hours ago.
    pub(crate) fn sample_order(service: Service) -> Option<Order> {
        let from = Self::sample_now() - TimeDelta::hours(2);
        let open = || Order::open_at(Kind::Burst, None, from, &House::dongguan());
        service.facts().work_order.then(open)
    }

    pub(crate) fn sample_now() -> Moment {
        chrono::DateTime::from_timestamp(1_795_000_000, 0).unwrap()
    }
}

#[cfg(test)]
mod tests;
