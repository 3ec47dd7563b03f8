//! Who may do what, and what it leads to.

use super::{Action, Actor, Ask, Before, Event, Role, Seen, Stand, Status, Urging, Verb, Work, flaws};
use crate::form::FieldFlaw;
use crate::house::House;
use crate::money::Fen;
use crate::order::{Clock, Level, Order};
use crate::service::{Ends, Owner, Step};
use crate::time::Moment;

/// What an action leads to. The server writes all of it in one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The status afterwards.
    pub status: Status,
    /// How far the work has come afterwards.
    pub work: Work,
    /// When that status or step is due; none where it waits for nobody.
    pub due: Option<Moment>,
    /// The promise to the resident afterwards.
    pub promised: Option<Moment>,
    /// Whether whoever acts has the case from now on.
    pub takes: bool,
    /// Whether nobody has it from now on, and no unit.
    pub lets_go: bool,
    /// The user name of the colleague who has the case from now on.
    pub hands_to: Option<String>,
    /// The unit it goes to, where it goes to one.
    pub unit: Option<String>,
    /// What is put back as it was.
    pub restores: Option<Before>,
    /// What it is as a work order afterwards.
    pub order: Option<Order>,
    /// The asks that are open afterwards.
    pub asks: Vec<Ask>,
    /// What goes on the timeline, in order.
    pub events: Vec<(Event, Seen)>,
    /// Who hears of it.
    pub notices: Vec<Notice>,
}

/// Who hears what.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Who.
    pub to: Hears,
    /// What.
    pub tidings: Tidings,
}

/// Who can hear of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hears {
    /// Whoever filed it.
    Filer,
    /// The supervisors.
    Supervisors,
    /// Whoever has it, or else the head of its unit.
    Holder,
    /// The head of its unit.
    Head,
    /// The duty manager.
    Duty,
}

/// What there is to hear of a case that is under way.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the event of the same name")]
pub enum Tidings {
    Confirmed,
    Declined {
        reason: String,
    },
    SentBack {
        asks: usize,
    },
    Rejected {
        reason: String,
    },
    Dispatched {
        unit: String,
    },
    Advanced {
        step: String,
        next: String,
    },
    Quoted {
        amount: Fen,
        due: Option<Moment>,
    },
    Paid {
        amount: Fen,
        next: String,
    },
    Concluded {
        outcome: String,
        fee: Option<Fen>,
        due: Option<Moment>,
    },
    Redone {
        to: String,
        reason: String,
    },
    Noted {
        words: String,
    },
    Finished {
        result: String,
    },
    LowRated,
    Joined,
    Interim {
        promised: Option<Moment>,
    },
    Rung {
        clock: Clock,
        level: Level,
        due: Moment,
    },
    ReturnedAgain {
        reason: String,
    },
    Supervised {
        words: String,
    },
}

impl Tidings {
    /// Whether whoever filed hears more of their matter by it than where it lies (the answer within 24 hours).
    pub const fn answers(&self) -> bool {
        !matches!(
            self,
            Self::Confirmed | Self::Dispatched { .. } | Self::LowRated | Self::Rung { .. } | Self::ReturnedAgain { .. }
        )
    }
}

/// Why an action is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Not this actor, or not now.
    NotAllowed,
    /// Materials are still to be checked, or were refused.
    MaterialsOpen {
        /// How many nobody has looked at.
        unchecked: usize,
        /// How many were refused.
        refused: usize,
    },
    /// Parts that were split off are still open.
    PartsOpen,
    /// The days for rating are over.
    RatingOver,
    /// It was urged today already.
    UrgedToday,
    /// The request itself has flaws.
    Flawed(Vec<FieldFlaw>),
}

/// The actions that are possible now, in the order of their buttons.
pub fn allowed(stand: &Stand, actor: Actor, now: Moment) -> Vec<Verb> {
    Verb::ALL
        .iter()
        .copied()
        .filter(|verb| permits(stand, actor, *verb) && fits(stand, *verb, now))
        .collect()
}

/// Whether somebody in this role can move the case on as it stands, so that it can be given to them.
pub fn may_hold(stand: &Stand, role: Role, now: Moment) -> bool {
    allowed(stand, Actor::Staff(role), now).into_iter().any(Verb::moves)
}

/// Whether the case, as it stands, is one for this verb at all.
fn fits(stand: &Stand, verb: Verb, now: Moment) -> bool {
    use Status::{Confirming, Dispatched, Filed, Paying, Reopened, SentBack, Taken};
    let work_order = stand.service.facts().work_order;
    let at = |statuses: &[Status]| statuses.contains(&stand.status);
    let step = stand.step().filter(|_| at(&[Dispatched, Paying]));
    let ends = |of: fn(Ends) -> bool| step.is_some_and(|step| of(step.ends));
    let last = stand.work.next(stand.service).is_none();
    let order = stand.order.as_ref();
    let is = |of: fn(&Order) -> bool| order.is_some_and(of);
    // What was joined goes with its lead until it is taken out again.
    if is(|order| order.lead.is_some()) && stand.status.waits() {
        return matches!(
            verb,
            Verb::Add | Verb::Note | Verb::Return | Verb::Finish | Verb::Reject
        );
    }
    match verb {
        Verb::Confirm | Verb::Decline => at(&[Confirming]),
        Verb::Complete => at(&[SentBack]),
        // Once a crew is on its way there is nothing to take back; whoever has applied for something still can, and so can
        // whoever does not want to pay what was quoted.
        Verb::Withdraw => {
            at(&[Confirming, Filed, Taken, SentBack]) || ends(|ends| matches!(ends, Ends::Payment { declinable: true }))
        }
        Verb::Add | Verb::Assign => stand.status.waits(),
        Verb::Urge => stand.urging(now) == Urging::Open,
        Verb::Rate => stand.ratable(now),
        Verb::Take => at(&[Confirming, Filed, Reopened]),
        Verb::Check => at(&[Taken]) && !stand.materials.is_empty(),
        Verb::SendBack => at(&[Taken]),
        Verb::Reject => at(&[Taken, SentBack, Dispatched, Paying, Reopened]),
        Verb::Dispatch => at(&[Taken, Reopened]) || (work_order && at(&[Filed])) || stand.lies_with_unit(),
        // What a crew begins with is passed to its unit.
        Verb::Advance if at(&[Taken]) => !stand.begins().is_some_and(Step::by_crew),
        Verb::Advance => ends(|ends| matches!(ends, Ends::Done)) && !last,
        Verb::Quote => ends(|ends| matches!(ends, Ends::Quote)),
        Verb::Paid => ends(|ends| matches!(ends, Ends::Payment { .. })),
        Verb::Conclude => ends(|ends| matches!(ends, Ends::Outcome(_))),
        Verb::Redo => at(&[Dispatched, Paying]) && !stand.work.again(stand.service).is_empty(),
        Verb::Note => true,
        Verb::Finish => at(&[Reopened]) || (at(&[Taken]) && at_once(stand)) || (at(&[Dispatched]) && last),
        Verb::Sort | Verb::Supervise => is(|_| true) && stand.status.waits(),
        Verb::Accept => is(|order| order.open(Clock::Respond)) && stand.lies_with_unit(),
        Verb::Arrive => is(|order| order.open(Clock::Arrive)) && stand.lies_with_unit(),
        Verb::Secure => is(|order| order.open(Clock::Secure)) && stand.lies_with_unit(),
        Verb::Wait => is(|order| !order.waiting) && at(&[Taken, Dispatched, Reopened]),
        Verb::Resume => is(|order| order.waiting) && stand.status.ours(),
        Verb::Return => is(|order| order.whole.is_none()) && at(&[Dispatched]),
        Verb::Split => is(|order| order.whole.is_none()) && at(&[Taken, Dispatched, Reopened]),
        Verb::Join => is(|order| order.whole.is_none()) && at(&[Filed, Taken, Dispatched]),
        Verb::Extend => is(|order| !order.extended && order.hard.is_some()) && stand.status.ours(),
        Verb::Reopen => is(|order| order.whole.is_none()) && at(&[Status::Finished]),
        Verb::Undo => stand.latest.as_ref().is_some_and(|latest| latest.open(now)),
    }
}

/// Whether the desk may finish it in one go: nothing but doing it is left, or it had been finished before.
fn at_once(stand: &Stand) -> bool {
    let mut left = stand.service.steps().iter().filter(|step| step.works());
    stand.finished.is_some() || left.all(|step| matches!(step.ends, Ends::Done))
}

/// Whether this actor may ever do this to a case of this service.
fn permits(stand: &Stand, actor: Actor, verb: Verb) -> bool {
    let work_order = stand.service.facts().work_order;
    let order = stand.order.as_ref();
    let joined = order.is_some_and(|order| order.lead.is_some());
    match actor {
        Actor::Filer => matches!(
            verb,
            Verb::Complete | Verb::Withdraw | Verb::Add | Verb::Urge | Verb::Rate
        ),
        Actor::Party => matches!(verb, Verb::Confirm | Verb::Decline),
        Actor::Follower => false,
        // What the resident has said themselves stands.
        Actor::Called => verb == Verb::Rate && stand.status == Status::Finished && stand.rated.is_none(),
        Actor::House => match verb {
            Verb::Paid => true,
            // What somebody outside answers may come as a file.
            Verb::Advance | Verb::Conclude | Verb::Reject if !joined => {
                matches!(stand.owner(), Some(Owner::Outside(_)))
            }
            Verb::Finish | Verb::Reject if joined => true,
            Verb::Finish => stand.follows_from_outside(),
            // A rule of the house may pass it on.
            Verb::Dispatch => order.is_some() && stand.status == Status::Filed,
            _ => false,
        },
        // Whoever did the latest act may take it back, whatever their role.
        Actor::Staff(_) if verb == Verb::Undo => true,
        Actor::Staff(Role::Dispatcher | Role::Supervisor | Role::Clerk) if joined => {
            matches!(verb, Verb::Note | Verb::Return)
        }
        Actor::Staff(_) if joined => verb == Verb::Note,
        Actor::Staff(role) if verb == Verb::Assign => {
            matches!(role, Role::Dispatcher | Role::Supervisor | Role::Admin)
        }
        Actor::Staff(role) => match role {
            Role::Supervisor => {
                staff_verb(verb)
                    || dispatch_verb(verb)
                    || matches!(verb, Verb::Supervise | Verb::Reopen)
                    || (work_order && verb == Verb::Urge)
            }
            Role::Clerk => staff_verb(verb) || dispatch_verb(verb),
            // Money is taken at the counter.
            Role::Dispatcher => match verb {
                Verb::Check | Verb::Urge => work_order,
                Verb::Paid => false,
                _ => staff_verb(verb) || dispatch_verb(verb),
            },
            Role::Agent => {
                verb == Verb::Note
                    || (work_order
                        && matches!(
                            verb,
                            Verb::Take | Verb::Dispatch | Verb::Finish | Verb::Sort | Verb::Join | Verb::Urge
                        ))
            }
            Role::Crew => {
                let theirs = stand.status == Status::Dispatched && stand.step().is_none_or(Step::by_crew);
                verb == Verb::Note || (theirs && (crew_verb(verb) || site_verb(verb)))
            }
            Role::Admin => verb == Verb::Note,
        },
    }
}

const fn staff_verb(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Take | Verb::Check | Verb::SendBack | Verb::Paid | Verb::Note
    ) || crew_verb(verb)
}

const fn crew_verb(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Reject | Verb::Dispatch | Verb::Advance | Verb::Quote | Verb::Conclude | Verb::Redo | Verb::Finish
    )
}

/// What dispatch does with work orders.
const fn dispatch_verb(verb: Verb) -> bool {
    site_verb(verb) || matches!(verb, Verb::Sort | Verb::Split | Verb::Join)
}

/// What is done with work orders on the way and on site.
const fn site_verb(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Accept | Verb::Arrive | Verb::Secure | Verb::Wait | Verb::Resume | Verb::Return | Verb::Extend
    )
}

/// What an action leads to, or why it is refused.
pub fn step(stand: &Stand, actor: Actor, action: &Action, now: Moment, house: &House) -> Result<Change, Refusal> {
    let verb = action.verb();
    if !permits(stand, actor, verb) {
        return Err(Refusal::NotAllowed);
    }
    if !fits(stand, verb, now) {
        return Err(match (verb, stand.status) {
            (Verb::Rate, Status::Finished | Status::Reopened) => Refusal::RatingOver,
            (Verb::Urge, _) if matches!(stand.urging(now), Urging::From(_)) => Refusal::UrgedToday,
            _ => Refusal::NotAllowed,
        });
    }
    let flaws = flaws::flaws(stand, action, house);
    if !flaws.is_empty() {
        return Err(Refusal::Flawed(flaws));
    }
    let leaves = matches!(verb, Verb::Dispatch | Verb::Advance | Verb::Finish);
    if let Some((unchecked, refused)) = stand.open_materials().filter(|_| leaves) {
        return Err(Refusal::MaterialsOpen { unchecked, refused });
    }
    if verb == Verb::Finish && stand.parts_open > 0 {
        return Err(Refusal::PartsOpen);
    }
    Ok(super::change::change(stand, action, now, house))
}
