//! How a status looks and what it is called for whoever looks: a colour, a shape and words.

use shuiting_shared::case::Status;
use shuiting_shared::words::{Bi, bi};

/// A status for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// The class of its colour.
    pub(super) tone: &'static str,
    /// The icon that is its shape.
    pub(super) icon: &'static str,
    /// Its name.
    pub(super) words: Bi,
}

/// The look of a status; `yours` where the case waits for whoever looks.
pub(super) fn look(status: Status, yours: bool) -> Look {
    let (tone, icon) = match status {
        _ if yours && status.waits() => ("case-tone-wait", "warning"),
        Status::Confirming | Status::Paying => ("case-tone-rest", "clock"),
        Status::SentBack => ("case-tone-rest", "undo"),
        Status::Filed | Status::Taken | Status::Dispatched => ("case-tone-way", "clock"),
        Status::Reopened => ("case-tone-way", "again"),
        Status::Finished => ("case-tone-done", "done"),
        Status::Rejected => ("case-tone-wrong", "closed"),
        Status::Withdrawn => ("case-tone-rest", "cross"),
    };
    let words = match (status, yours) {
        (Status::Confirming, true) => bi("等您确认", "Please confirm it"),
        (Status::SentBack, true) => bi("等您补材料", "Please complete it"),
        (Status::SentBack, false) => bi("等申请人补材料", "Waiting for the applicant"),
        (Status::Paying, true) => bi("等您交费", "Please pay"),
        (Status::Finished, true) => bi("已办结,请您评价", "Finished; please rate it"),
        _ => status.label(),
    };
    Look { tone, icon, words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_done_never_looks_done() {
        let done = look(Status::Finished, false);
        for status in Status::ALL.iter().filter(|status| **status != Status::Finished) {
            for yours in [true, false] {
                let other = look(*status, yours);
                assert_ne!(other.tone, done.tone, "{status:?}");
                assert_ne!(other.icon, done.icon, "{status:?}");
            }
        }
    }

    #[test]
    fn only_what_waits_for_you_is_amber() {
        for status in Status::ALL {
            assert_ne!(look(*status, false).tone, "case-tone-wait", "{status:?}");
            assert_eq!(
                look(*status, true).tone == "case-tone-wait",
                status.waits(),
                "{status:?}"
            );
        }
    }
}
