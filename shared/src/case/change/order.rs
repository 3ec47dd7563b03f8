//! What is done with a work order besides what is done with any case.

use super::super::{Action, Change, Event, Hears, Notice, Seen, Status, Tidings};
use super::Ground;
use crate::number::CaseNumber;

impl Ground<'_> {
    /// What an act on a work order leads to; what any case knows leads to nothing here.
    pub(super) fn ordered(&self, action: &Action) -> Change {
        let trimmed = |text: &str| text.trim().to_owned();
        let noted = |words: &str| {
            let words = trimmed(words);
            Some(Tidings::Noted { words })
        };
        match action {
            Action::Sort { kind } => self.stays(Event::Sorted { kind: *kind }, Seen::Inside, None),
            Action::Accept => Change {
                takes: true,
                ..self.stays(Event::Accepted, Seen::All, None)
            },
            Action::Arrive { .. } => {
                let away = self.stand.away;
                self.stays(Event::Arrived { away }, Seen::All, None)
            }
            Action::Secure { words } => {
                let event = Event::Secured { words: trimmed(words) };
                self.stays(event, Seen::All, noted(words))
            }
            Action::Wait { words } => {
                let event = Event::Waiting { words: trimmed(words) };
                self.stays(event, Seen::All, noted(words))
            }
            Action::Resume => self.stays(Event::Resumed, Seen::All, None),
            Action::Return { reason } => {
                let reason = trimmed(reason);
                Change {
                    lets_go: true,
                    ..self.to(Status::Filed, Event::Returned { reason }, Seen::Inside, None)
                }
            }
            Action::Join { into } => self.joined(*into),
            Action::Supervise { words } => self.supervised(trimmed(words)),
            Action::Extend { reason } => {
                let event = Event::Extended {
                    reason: trimmed(reason),
                };
                self.stays(event, Seen::All, noted(reason))
            }
            Action::Reopen { reason } => {
                let event = Event::ReopenedBy {
                    reason: trimmed(reason),
                };
                self.moved(Status::Reopened, event, noted(reason))
            }
            // What the part is called is known once it is there.
            Action::Split { unit, words } => {
                let event = Event::Split {
                    unit: unit.clone(),
                    words: trimmed(words),
                    number: None,
                };
                self.stays(event, Seen::Inside, None)
            }
            _ => self.nothing(self.stand.status),
        }
    }

    /// With its lead, which units work on: nobody has it for itself any more.
    fn joined(&self, into: CaseNumber) -> Change {
        let work = self.stand.work.clone();
        let event = Event::Joined { into: Some(into) };
        Change {
            lets_go: true,
            ..self.enters(self.stand.begins(), work, event, Some(Tidings::Joined))
        }
    }

    fn supervised(&self, words: String) -> Change {
        let notices = [Hears::Holder, Hears::Head].map(|to| Notice {
            to,
            tidings: Tidings::Supervised { words: words.clone() },
        });
        Change {
            notices: notices.to_vec(),
            ..self.stays(Event::Supervised { words }, Seen::Inside, None)
        }
    }
}
