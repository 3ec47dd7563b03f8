//! From one step of the work to another.

use super::super::{Change, Event, Hears, Notice, Status, Tidings, Work};
use super::Ground;
use crate::money::Fen;
use crate::service::Step;
use crate::water::Deviation;

impl Ground<'_> {
    /// To a step of the work.
    pub(super) fn enters(&self, step: Option<&Step>, work: Work, event: Event, tidings: Option<Tidings>) -> Change {
        let status = step.map_or(Status::Dispatched, Step::status);
        let work = Work {
            stage: step.map(|step| step.key.to_owned()),
            ..work
        };
        Change {
            due: self.due_in(status, &work, self.stand.promised),
            work,
            ..self.moved(status, event, tidings)
        }
    }

    /// The key of the step that is on.
    fn here(&self) -> String {
        self.stand.step().map(|step| step.key.to_owned()).unwrap_or_default()
    }

    /// From the desk the work begins, of which nobody needs to hear before something is done; else it goes on.
    pub(super) fn advanced(&self, words: &str, photos: &[String]) -> Change {
        let next = self.stand.follows();
        let next_key = next.map(|step| step.key.to_owned()).unwrap_or_default();
        let tidings = Tidings::Advanced {
            step: self.here(),
            next: next_key.clone(),
        };
        let event = Event::Advanced {
            step: self.here(),
            next: next_key,
            words: words.to_owned(),
            photos: photos.to_vec(),
        };
        let tidings = (self.stand.status != Status::Taken).then_some(tidings);
        self.enters(next, self.stand.work.clone(), event, tidings)
    }

    pub(super) fn quoted(&self, amount: Fen, words: &str) -> Change {
        let work = Work {
            quote: Some(amount),
            ..self.stand.work.clone()
        };
        let event = Event::Quoted {
            step: self.here(),
            amount,
            words: words.to_owned(),
        };
        let change = self.enters(work.next(self.stand.service), work, event, None);
        let due = change.due;
        Self::told(change, Tidings::Quoted { amount, due })
    }

    /// While it waited for the filer nobody could go on, so the promise now holds at least until the next step's limit.
    pub(super) fn paid(&self, amount: Fen, receipt: &str) -> Change {
        let stand = self.stand;
        let next = stand.work.next(stand.service);
        let next_key = next.map(|step| step.key.to_owned()).unwrap_or_default();
        let event = Event::Paid {
            step: self.here(),
            amount,
            receipt: receipt.to_owned(),
        };
        let limit = next.and_then(|step| self.house.step_limit(stand.service, step.key));
        let limit = limit.or_else(|| self.house.promise(stand.service));
        let least = limit.map(|limit| limit.due(self.now, &self.house.calendar));
        let promised = stand.promised.max(least);
        let tidings = Tidings::Paid { amount, next: next_key };
        let change = self.enters(next, stand.work.clone(), event, Some(tidings));
        Change {
            due: self.due_in(change.status, &change.work, promised),
            promised,
            ..change
        }
    }

    pub(super) fn concluded(
        &self,
        outcome: &str,
        amount: Option<Fen>,
        deviation: Option<Deviation>,
        words: &str,
    ) -> Change {
        let work = Work {
            outcome: Some(outcome.to_owned()),
            quote: amount.or(self.stand.work.quote),
            deviation,
            ..self.stand.work.clone()
        };
        let event = Event::Concluded {
            step: self.here(),
            outcome: outcome.to_owned(),
            amount,
            deviation,
            words: words.to_owned(),
        };
        let change = self.enters(work.next(self.stand.service), work, event, None);
        let due = change.due;
        Self::told(
            change,
            Tidings::Concluded {
                outcome: outcome.to_owned(),
                fee: amount,
                due,
            },
        )
    }

    pub(super) fn back_at(&self, to: &str, reason: &str) -> Change {
        let (stand, reason) = (self.stand, reason.to_owned());
        let event = Event::Redone {
            step: self.here(),
            to: to.to_owned(),
            reason: reason.clone(),
        };
        let tidings = Tidings::Redone {
            to: to.to_owned(),
            reason,
        };
        let work = stand.work.back_at(stand.service, to);
        self.enters(stand.service.step(to), work, event, Some(tidings))
    }

    /// The same, of which the filer hears.
    fn told(change: Change, tidings: Tidings) -> Change {
        let notices = vec![Notice {
            to: Hears::Filer,
            tidings,
        }];
        Change { notices, ..change }
    }
}
