//! How far a case has come along the steps of its service.

use shuiting_shared::api::{CaseView, Viewer};
use shuiting_shared::case::{Ask, Item, Status};
use shuiting_shared::service::{Owner, Service};
use shuiting_shared::words::{Bi, bi};

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Behind,
    Here,
    Ahead,
}

/// How each step stands; nothing for a case that has ended without being done, which has no way to show.
pub(super) fn stages(service: Service, status: Status, asks: &[Ask]) -> Vec<Stage> {
    if matches!(status, Status::Rejected | Status::Withdrawn) {
        return Vec::new();
    }
    // What the other side declined goes back to them, so it has not got past them.
    let declined = status == Status::SentBack && asks.iter().any(|ask| ask.item == Item::Field("old_phone".into()));
    let at = service.step_at(if declined { Status::Confirming } else { status });
    let stage = |step: usize| match step.cmp(&at) {
        std::cmp::Ordering::Less => Stage::Behind,
        std::cmp::Ordering::Equal => Stage::Here,
        std::cmp::Ordering::Greater => Stage::Ahead,
    };
    (0..service.facts().steps.len()).map(stage).collect()
}

/// Who does a step, as told to whoever looks.
pub(super) fn who(owner: Owner, you: Viewer) -> Bi {
    match (owner, you) {
        (Owner::Filer, Viewer::Filer) | (Owner::Party, Viewer::Party) => bi("您", "You"),
        (Owner::Filer, _) => bi("申请人", "The applicant"),
        (Owner::Party, _) => bi("对方", "The other side"),
        (Owner::Staff(role), _) => role.label(),
    }
}

/// Who has the case now; nobody once it has ended.
pub(super) fn who_now(case: &CaseView) -> Option<Bi> {
    let owner = case.line.service.owner(case.line.status)?;
    Some(who(owner, case.you))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(key: &str) -> [Ask; 1] {
        [Ask {
            item: Item::Field(key.into()),
            reason: "…".into(),
        }]
    }

    #[test]
    fn a_case_stands_at_one_step_until_it_is_done() {
        use Stage::{Ahead, Behind, Here};
        let stages = |status| stages(Service::Trans, status, &[]);
        assert_eq!(stages(Status::Confirming), [Here, Ahead, Ahead]);
        assert_eq!(stages(Status::SentBack), [Behind, Here, Ahead]);
        assert_eq!(stages(Status::Dispatched), [Behind, Behind, Here]);
        assert_eq!(stages(Status::Finished), [Behind, Behind, Behind]);
    }

    #[test]
    fn what_the_other_side_declined_is_not_confirmed() {
        use Stage::{Ahead, Behind, Here};
        let stages = |key| stages(Service::Trans, Status::SentBack, &asks(key));
        assert_eq!(stages("old_phone"), [Here, Ahead, Ahead]);
        assert_eq!(stages("address"), [Behind, Here, Ahead]);
    }

    #[test]
    fn what_was_not_done_shows_no_way() {
        for service in Service::ALL {
            assert_eq!(stages(*service, Status::Rejected, &[]), []);
            assert_eq!(stages(*service, Status::Withdrawn, &[]), []);
        }
    }
}
