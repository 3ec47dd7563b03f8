//! Who may do what, and what it leads to.

use super::{Action, Actor, Ask, Before, Event, Role, Seen, Stand, Status, Urging, Verb, Work, flaws};
use crate::form::FieldFlaw;
use crate::house::House;
use crate::money::Fen;
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
    /// The user name of the colleague who has the case from now on.
    pub hands_to: Option<String>,
    /// The unit it goes to, where it goes to one.
    pub unit: Option<String>,
    /// What is put back as it was.
    pub restores: Option<Before>,
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
    match actor {
        Actor::Filer => matches!(
            verb,
            Verb::Complete | Verb::Withdraw | Verb::Add | Verb::Urge | Verb::Rate
        ),
        Actor::Party => matches!(verb, Verb::Confirm | Verb::Decline),
        Actor::Follower => false,
        Actor::House => match verb {
            Verb::Paid => true,
            // What somebody outside answers may come as a file.
            Verb::Advance | Verb::Conclude | Verb::Reject => {
                matches!(stand.owner(), Some(Owner::Outside(_)))
            }
            Verb::Finish => stand.follows_from_outside(),
            _ => false,
        },
        // Whoever did the latest act may take it back, whatever their role.
        Actor::Staff(_) if verb == Verb::Undo => true,
        Actor::Staff(role) if verb == Verb::Assign => {
            matches!(role, Role::Dispatcher | Role::Supervisor | Role::Admin)
        }
        Actor::Staff(role) => match role {
            Role::Clerk | Role::Supervisor => staff_verb(verb),
            // Money is taken at the counter.
            Role::Dispatcher => match verb {
                Verb::Check => work_order,
                Verb::Paid => false,
                _ => staff_verb(verb),
            },
            Role::Agent => {
                verb == Verb::Note || (work_order && matches!(verb, Verb::Take | Verb::Dispatch | Verb::Finish))
            }
            Role::Crew => {
                let theirs = stand.status == Status::Dispatched && stand.step().is_none_or(Step::by_crew);
                verb == Verb::Note || (theirs && crew_verb(verb))
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
    Ok(super::change::change(stand, action, now, house))
}
