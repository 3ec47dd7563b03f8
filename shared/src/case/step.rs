//! Who may do what, and what it leads to.

use super::{Action, Actor, Ask, Before, Event, Item, Role, Seen, Stand, Status, Urging, Verb, Verdict};
use crate::form::{FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::time::Moment;

/// What an action leads to. The server writes all of it in one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The status afterwards.
    pub status: Status,
    /// When that status is due; none where it waits for nobody.
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
    Declined { reason: String },
    SentBack { asks: usize },
    Rejected { reason: String },
    Dispatched { unit: String },
    Noted { words: String },
    Finished { result: String },
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

const RESIDENT_PHOTOS: usize = 9;
const WORK_PHOTOS: usize = 9;

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
    use Status::{Confirming, Dispatched, Filed, Reopened, SentBack, Taken};
    let work_order = stand.service.facts().work_order;
    let at = |statuses: &[Status]| statuses.contains(&stand.status);
    match verb {
        Verb::Confirm | Verb::Decline => at(&[Confirming]),
        Verb::Complete => at(&[SentBack]),
        // Once a crew is on its way there is nothing to take back; whoever has applied for something still can.
        Verb::Withdraw => at(&[Confirming, Filed, Taken, SentBack]),
        Verb::Add | Verb::Assign => stand.status.waits(),
        Verb::Urge => stand.urging(now) == Urging::Open,
        Verb::Rate => stand.ratable(now),
        Verb::Take => at(&[Confirming, Filed, Reopened]),
        Verb::Check => at(&[Taken]) && !stand.materials.is_empty(),
        Verb::SendBack => at(&[Taken]),
        Verb::Reject => at(&[Taken, SentBack, Dispatched, Reopened]),
        Verb::Dispatch => at(&[Taken, Dispatched, Reopened]) || (work_order && at(&[Filed])),
        Verb::Note => true,
        Verb::Finish => at(&[Taken, Dispatched, Reopened]),
        Verb::Undo => stand.latest.as_ref().is_some_and(|latest| latest.open(now)),
    }
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
        // Whoever did the latest act may take it back, whatever their role.
        Actor::Staff(role) if verb == Verb::Undo => role != Role::Volunteer,
        Actor::Staff(role) if verb == Verb::Assign => {
            matches!(role, Role::Dispatcher | Role::Supervisor | Role::Admin)
        }
        Actor::Staff(role) => match role {
            Role::Clerk | Role::Supervisor => staff_verb(verb),
            Role::Dispatcher => staff_verb(verb) && !matches!(verb, Verb::Check) || verb == Verb::Check && work_order,
            Role::Agent => {
                verb == Verb::Note || (work_order && matches!(verb, Verb::Take | Verb::Dispatch | Verb::Finish))
            }
            Role::Crew => {
                matches!(verb, Verb::Note)
                    || (matches!(verb, Verb::Finish | Verb::Dispatch | Verb::Reject)
                        && stand.status == Status::Dispatched)
            }
            Role::Admin => verb == Verb::Note,
            Role::Volunteer => false,
        },
    }
}

const fn staff_verb(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Take | Verb::Check | Verb::SendBack | Verb::Reject | Verb::Dispatch | Verb::Note | Verb::Finish
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
    let flaws = flaws(stand, action, house);
    if !flaws.is_empty() {
        return Err(Refusal::Flawed(flaws));
    }
    let papers = !stand.service.facts().work_order && stand.status == Status::Taken;
    if papers && matches!(verb, Verb::Dispatch | Verb::Finish) && stand.unchecked + stand.refused > 0 {
        return Err(Refusal::MaterialsOpen {
            unchecked: stand.unchecked,
            refused: stand.refused,
        });
    }
    Ok(super::change::change(stand, action, now, house))
}

fn flaws(stand: &Stand, action: &Action, house: &House) -> Vec<FieldFlaw> {
    let words = |field: &str, text: &str| Words::read(text).err().map(|flaw| FieldFlaw::new(field, flaw));
    let maybe = |field: &str, text: &str| {
        if text.trim().is_empty() {
            None
        } else {
            words(field, text)
        }
    };
    let photos = |field: &str, photos: &[String], most: usize| {
        (photos.len() > most).then(|| FieldFlaw::new(field, Flaw::TooMany { most }))
    };
    let missing = |field: &str, is: bool| is.then(|| FieldFlaw::new(field, Flaw::Missing));
    match action {
        Action::Confirm | Action::Complete { .. } | Action::Urge | Action::Take | Action::Undo => Vec::new(),
        Action::Decline { reason } | Action::Reject { reason } => words("reason", reason).into_iter().collect(),
        Action::Withdraw { reason } => maybe("reason", reason).into_iter().collect(),
        Action::Add {
            words: text,
            photos: added,
        } => maybe("words", text)
            .into_iter()
            .chain(photos("photos", added, RESIDENT_PHOTOS))
            .chain(missing("words", text.trim().is_empty() && added.is_empty()))
            .collect(),
        Action::Rate { tags, words: text, .. } => {
            let known = |tag: &String| stand.service.facts().tags.iter().any(|known| known.zh == tag);
            let tags = tags
                .iter()
                .any(|tag| !known(tag))
                .then(|| FieldFlaw::new("tags", Flaw::NotAChoice));
            maybe("words", text).into_iter().chain(tags).collect()
        }
        Action::Check { material, verdict } => {
            let known = stand.materials.contains(material);
            let reason = match verdict {
                Verdict::Accepted => None,
                Verdict::Refused(reason) => words("verdict.refused", reason),
            };
            (!known)
                .then(|| FieldFlaw::new("material", Flaw::NotAChoice))
                .into_iter()
                .chain(reason)
                .collect()
        }
        Action::SendBack { asks } => {
            let asked = asks.iter().enumerate().flat_map(|(at, ask)| {
                let known = match &ask.item {
                    Item::Field(key) => stand.service.form().is_some_and(|form| form.field(key).is_some()),
                    Item::Material(key) => stand.service.material(key).is_some(),
                };
                let item = (!known).then(|| FieldFlaw::new(format!("asks.{at}.item"), Flaw::NotAChoice));
                item.into_iter().chain(words(&format!("asks.{at}.reason"), &ask.reason))
            });
            missing("asks", asks.is_empty()).into_iter().chain(asked).collect()
        }
        Action::Dispatch { unit, words: text } => {
            let unit = house
                .unit(unit)
                .is_none()
                .then(|| FieldFlaw::new("unit", Flaw::NotAUnit));
            unit.into_iter().chain(maybe("words", text)).collect()
        }
        Action::Assign { to } => missing("to", to.trim().is_empty()).into_iter().collect(),
        Action::Note { words: text, .. } => words("words", text).into_iter().collect(),
        Action::Finish { result, before, after } => words("result", result)
            .into_iter()
            .chain(photos("before", before, WORK_PHOTOS))
            .chain(photos("after", after, WORK_PHOTOS))
            .collect(),
    }
}
