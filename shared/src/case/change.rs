//! What an action leads to, once the rules allow it.

mod onward;
mod order;

use super::{Action, Ask, Change, Event, Hears, Item, Notice, Seen, Stand, Status, Tidings, Verdict, Work};
use crate::form::Answers;
use crate::house::House;
use crate::order::{Became, Order};
use crate::slot::Slot;
use crate::time::{Limit, Moment};

/// What an action that is allowed leads to.
pub(super) fn change(stand: &Stand, action: &Action, now: Moment, house: &House) -> Change {
    let change = bare(stand, action, now, house);
    match &stand.order {
        // What is taken back is as it was, by its clocks too.
        Some(order) if *action != Action::Undo => clocked(stand, order.clone(), action, change, now, house),
        _ => change,
    }
}

/// The same with what it does to the clocks of a work order: whoever filed is promised when it is finished.
fn clocked(stand: &Stand, order: Order, action: &Action, change: Change, now: Moment, house: &House) -> Change {
    let tells = |notice: &Notice| notice.to == Hears::Filer && notice.tidings.answers();
    let became = Became {
        action,
        status: change.status,
        heard: change.notices.iter().any(tells),
        anew: house.limit(stand.service, Status::Reopened),
        town: stand.town.as_deref(),
    };
    let promised = order.finish();
    let order = order.after(&became, now, house);
    let due = match stand.order.as_ref() {
        Some(before) if *before == order && change.status == stand.status => stand.deadline,
        // Nothing is due of what stands still.
        _ if change.status.ours() && order.paused.is_some() => None,
        _ if change.status.ours() && change.status != Status::Filed => order.finish().or(change.due),
        _ => change.due,
    };
    let again = order.returned >= RETURNS && matches!(action, Action::Return { .. });
    let mut change = Change {
        due,
        promised: order
            .finish()
            .filter(|finish| Some(*finish) != promised)
            .or(change.promised),
        order: Some(order),
        ..change
    };
    if let (true, Action::Return { reason }) = (again, action) {
        let reason = reason.trim().to_owned();
        change.notices.push(Notice {
            to: Hears::Supervisors,
            tidings: Tidings::ReturnedAgain { reason },
        });
    }
    change
}

/// An order that units have sent back so often is for the supervisors to look at.
const RETURNS: u8 = 2;

/// What it leads to but for the clocks.
#[expect(clippy::too_many_lines, reason = "what each act leads to is read in one piece")]
fn bare(stand: &Stand, action: &Action, now: Moment, house: &House) -> Change {
    let ground = Ground { stand, now, house };
    match action {
        Action::Confirm => {
            let change = ground.moved(Status::Filed, Event::Confirmed, Some(Tidings::Confirmed));
            ground.promised_anew(change, stand.slot)
        }
        Action::Decline { reason } => ground.declined(reason.trim()),
        Action::Complete { answers, .. } => ground.completed(answers),
        Action::Withdraw { reason } => {
            let reason = reason.trim().to_owned();
            ground.moved(Status::Withdrawn, Event::Withdrawn { reason }, None)
        }
        Action::Add { words, photos } => {
            let (words, photos) = (words.trim().to_owned(), photos.clone());
            ground.stays(Event::Added { words, photos }, Seen::All, None)
        }
        Action::Urge => ground.stays(Event::Urged, Seen::All, None),
        Action::Rate { level, tags, words } => {
            let words = words.trim().to_owned();
            ground.rated(
                Event::Rated {
                    level: *level,
                    tags: tags.clone(),
                    words,
                },
                *level,
            )
        }
        Action::Take => Change {
            takes: true,
            ..ground.moved(Status::Taken, Event::Taken, None)
        },
        Action::Check { material, verdict } => {
            let refused = match verdict {
                Verdict::Accepted => None,
                Verdict::Refused(reason) => Some(reason.trim().to_owned()),
            };
            let material = material.clone();
            ground.stays(Event::Checked { material, refused }, Seen::Inside, None)
        }
        Action::SendBack { asks } => ground.sent_back(asks),
        Action::Reject { reason } => {
            let reason = reason.trim().to_owned();
            let event = Event::Rejected { reason: reason.clone() };
            ground.moved(Status::Rejected, event, Some(Tidings::Rejected { reason }))
        }
        Action::Dispatch { unit, words } => {
            let event = Event::Dispatched {
                unit: unit.clone(),
                words: words.trim().to_owned(),
            };
            let tidings = Tidings::Dispatched { unit: unit.clone() };
            let step = match stand.status {
                Status::Dispatched => stand.step(),
                _ => stand.begins(),
            };
            Change {
                unit: Some(unit.clone()),
                ..ground.enters(step, stand.work.clone(), event, Some(tidings))
            }
        }
        Action::Advance { words, photos } => ground.advanced(words.trim(), photos),
        Action::Quote { amount, words } => ground.quoted(*amount, words.trim()),
        Action::Paid { amount, receipt } => ground.paid(*amount, receipt.trim()),
        Action::Conclude {
            outcome,
            amount,
            deviation,
            words,
        } => ground.concluded(outcome, *amount, *deviation, words.trim()),
        Action::Redo { to, reason } => ground.back_at(to, reason.trim()),
        Action::Assign { to } => {
            let to = to.trim().to_owned();
            Change {
                hands_to: Some(to.clone()),
                ..ground.stays(Event::Assigned { to }, Seen::Inside, None)
            }
        }
        Action::Note { words, to_resident } => {
            let words = words.trim().to_owned();
            let seen = if *to_resident { Seen::All } else { Seen::Inside };
            let tidings = to_resident.then(|| Tidings::Noted { words: words.clone() });
            ground.stays(Event::Noted { words }, seen, tidings)
        }
        Action::Finish {
            result,
            before,
            after,
            parts,
        } => {
            let result = result.trim().to_owned();
            let event = Event::Finished {
                result: result.clone(),
                before: before.clone(),
                after: after.clone(),
                parts: parts.clone(),
            };
            ground.moved(Status::Finished, event, Some(Tidings::Finished { result }))
        }
        Action::Sort { .. }
        | Action::Accept
        | Action::Arrive { .. }
        | Action::Secure { .. }
        | Action::Wait { .. }
        | Action::Resume
        | Action::Return { .. }
        | Action::Split { .. }
        | Action::Join { .. }
        | Action::Supervise { .. }
        | Action::Extend { .. }
        | Action::Reopen { .. } => ground.ordered(action),
        Action::Undo => ground.undone(),
    }
}

/// What a change starts from.
struct Ground<'a> {
    stand: &'a Stand,
    now: Moment,
    house: &'a House,
}

impl Ground<'_> {
    fn to(&self, status: Status, event: Event, seen: Seen, tidings: Option<Tidings>) -> Change {
        Change {
            events: vec![(event, seen)],
            notices: tidings
                .into_iter()
                .map(|tidings| Notice {
                    to: Hears::Filer,
                    tidings,
                })
                .collect(),
            ..self.nothing(status)
        }
    }

    /// Another status, of which nobody hears and nothing is written. Only what is worked on is at a step of the work.
    fn nothing(&self, status: Status) -> Change {
        let works = matches!(status, Status::Dispatched | Status::Paying);
        let stage = self.stand.work.stage.clone().filter(|_| works);
        let work = Work {
            stage,
            ..self.stand.work.clone()
        };
        Change {
            status,
            due: self.due_in(status, &work, self.stand.promised),
            work,
            promised: self.stand.promised,
            takes: false,
            lets_go: false,
            hands_to: None,
            unit: None,
            restores: None,
            order: self.stand.order.clone(),
            asks: self.stand.asks.clone(),
            events: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn moved(&self, status: Status, event: Event, tidings: Option<Tidings>) -> Change {
        self.to(status, event, Seen::All, tidings)
    }

    fn stays(&self, event: Event, seen: Seen, tidings: Option<Tidings>) -> Change {
        self.to(self.stand.status, event, seen, tidings)
    }

    /// Back to what the latest act had found. Without one, which no rule lets through, nothing is done.
    fn undone(&self) -> Change {
        let Some(latest) = &self.stand.latest else {
            return self.nothing(self.stand.status);
        };
        Change {
            due: latest.before.due,
            restores: Some(latest.before.clone()),
            events: vec![(Event::Undone { verb: latest.verb }, Seen::Inside)],
            ..self.nothing(latest.before.status)
        }
    }

    fn declined(&self, reason: &str) -> Change {
        let reason = reason.to_owned();
        let event = Event::Declined { reason: reason.clone() };
        let asks = vec![Ask {
            item: party(),
            reason: reason.clone(),
        }];
        Change {
            asks,
            ..self.moved(Status::SentBack, event, Some(Tidings::Declined { reason }))
        }
    }

    fn completed(&self, answers: &Answers) -> Change {
        // Another time may have been picked.
        let picked = self.stand.service.form().and_then(|form| form.slot(answers));
        let items: Vec<_> = self.stand.asks.iter().map(|ask| ask.item.clone()).collect();
        let status = match (items.contains(&party()), self.stand.assigned) {
            // Somebody else may be named as the other side now, so they are asked again.
            (true, _) => Status::Confirming,
            (false, true) => Status::Taken,
            (false, false) => Status::Filed,
        };
        let change = self.moved(status, Event::Completed { items }, None);
        let change = Change {
            asks: Vec::new(),
            ..change
        };
        self.promised_anew(change, picked.or(self.stand.slot))
    }

    fn sent_back(&self, asks: &[Ask]) -> Change {
        let asks: Vec<_> = asks
            .iter()
            .map(|ask| Ask {
                reason: ask.reason.trim().to_owned(),
                ..ask.clone()
            })
            .collect();
        let tidings = Tidings::SentBack { asks: asks.len() };
        Change {
            asks: asks.clone(),
            ..self.moved(Status::SentBack, Event::SentBack { asks }, Some(tidings))
        }
    }

    /// A low rating reopens what was finished; one that is changed later does not undo that.
    fn rated(&self, rated: Event, level: super::Level) -> Change {
        if !level.low() || self.stand.status != Status::Finished {
            return self.stays(rated, Seen::All, None);
        }
        let change = self.moved(Status::Reopened, rated, None);
        let mut events = change.events;
        events.push((Event::Reopened { level }, Seen::All));
        let notices = vec![Notice {
            to: Hears::Supervisors,
            tidings: Tidings::LowRated,
        }];
        Change {
            promised: change.due,
            events,
            notices,
            ..change
        }
    }

    /// The promise counts from a complete filing, so it starts anew when one has been completed or confirmed.
    fn promised_anew(&self, change: Change, slot: Option<Slot>) -> Change {
        let promised = self.house.promised(self.stand.service, slot, self.now);
        Change {
            due: self.due_in(change.status, &change.work, promised),
            promised,
            ..change
        }
    }

    /// Work under way is due when it was promised, or earlier where its step has a limit of its own; every other state
    /// has its limit.
    fn due_in(&self, status: Status, work: &Work, promised: Option<Moment>) -> Option<Moment> {
        let service = self.stand.service;
        let step = work.at(service, status);
        let of_step = step.and_then(|step| self.house.step_limit(service, step.key));
        let ends = |limit: Limit| limit.due(self.now, &self.house.calendar);
        match status {
            Status::Taken => promised,
            Status::Dispatched => of_step.map(ends).into_iter().chain(promised).min(),
            Status::Paying => of_step.or_else(|| self.house.limit(service, status)).map(ends),
            _ => self.house.limit(service, status).map(ends),
        }
    }
}

/// What is asked again when the other side is not who was named.
fn party() -> Item {
    Item::Field("old_phone".into())
}
