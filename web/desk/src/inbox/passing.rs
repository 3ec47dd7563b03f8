//! What only time changes, of which the server tells nothing.

use shuiting_shared::api::Inbox;
use shuiting_shared::time::{self, Moment};

/// Whether the counts of what is late and of what is due today are others than they were: something that is shown has
/// fallen due, or another day has begun.
pub(super) fn changes(shown: &Inbox, before: Moment, now: Moment) -> bool {
    let fell_due = |due: Moment| before <= due && due < now;
    let open = shown.cases.iter().filter(|line| line.status.waits());
    open.filter_map(|line| line.due).any(fell_due) || time::day_of(before) != time::day_of(now)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::CaseLine;
    use shuiting_shared::case::Status;
    use shuiting_shared::service::Service;

    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn counts_change_when_something_falls_due_and_when_a_day_begins() {
        let shown = |status| Inbox {
            cases: vec![CaseLine {
                due: Some(at("2026-11-24T09:30:00Z")),
                ..CaseLine::example(1, Service::Leak, status)
            }],
            total: 1,
            page: 1,
            per_page: 50,
        };
        let between = |status, before, now| changes(&shown(status), at(before), at(now));
        assert!(between(Status::Taken, "2026-11-24T09:29:50Z", "2026-11-24T09:30:10Z"));
        assert!(!between(Status::Taken, "2026-11-24T09:30:10Z", "2026-11-24T09:30:30Z"));
        assert!(!between(
            Status::Finished,
            "2026-11-24T09:29:50Z",
            "2026-11-24T09:30:10Z"
        ));
        assert!(
            between(Status::Finished, "2026-11-24T15:59:50Z", "2026-11-24T16:00:10Z"),
            "midnight in China"
        );
    }
}
