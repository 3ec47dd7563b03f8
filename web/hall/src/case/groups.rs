//! Which cases come first: those that wait for whoever looks, then open ones, then those that have ended.

use shuiting_shared::api::CaseLine;

/// Where a case stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Group {
    Waiting,
    Open,
    Ended,
}

impl Group {
    /// In the order of the page.
    pub(super) const ALL: [Self; 3] = [Self::Waiting, Self::Open, Self::Ended];

    fn of(line: &CaseLine) -> Self {
        if line.waits_for_you {
            Self::Waiting
        } else if line.status.waits() {
            Self::Open
        } else {
            Self::Ended
        }
    }
}

/// The cases of a group: what waits for whoever looks by when it is due, all others as they came, newest first.
pub(super) fn of_group(lines: &[CaseLine], group: Group) -> Vec<CaseLine> {
    let mut lines: Vec<_> = lines.iter().filter(|line| Group::of(line) == group).cloned().collect();
    if group == Group::Waiting {
        lines.sort_by_key(|line| (line.due.is_none(), line.due));
    }
    lines
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Status;
    use shuiting_shared::number::CaseNumber;
    use shuiting_shared::service::Service;
    use shuiting_shared::time::Moment;

    use super::*;

    fn line(index: u32, status: Status, waits_for_you: bool, due: Option<i64>) -> CaseLine {
        let moment = |seconds| Moment::from_timestamp(1_795_000_000 + seconds, 0).unwrap();
        CaseLine {
            filed: moment(0),
            due: due.map(moment),
            waits_for_you,
            ..CaseLine::example(index, Service::Trans, status)
        }
    }

    #[test]
    fn what_waits_for_me_comes_first_and_the_soonest_of_it() {
        let lines = [
            line(1, Status::Finished, false, None),
            line(2, Status::Taken, false, Some(10)),
            line(3, Status::SentBack, true, Some(90)),
            line(4, Status::Confirming, true, Some(20)),
            line(5, Status::SentBack, true, None),
            line(6, Status::Filed, false, Some(5)),
            line(7, Status::Rejected, false, None),
        ];
        let numbers = |group| {
            let lines = of_group(&lines, group);
            lines.iter().map(|line| line.number).collect::<Vec<_>>()
        };
        let of = |indices: &[u32]| {
            let numbers = indices.iter().map(|index| CaseNumber::from_index(*index));
            numbers.collect::<Vec<_>>()
        };
        assert_eq!(numbers(Group::Waiting), of(&[4, 3, 5]));
        assert_eq!(numbers(Group::Open), of(&[2, 6]), "as the server gave them");
        assert_eq!(numbers(Group::Ended), of(&[1, 7]));
    }

    #[test]
    fn what_is_done_and_not_yet_rated_waits_too_but_after_what_is_due() {
        let lines = [
            line(1, Status::Finished, true, None),
            line(2, Status::SentBack, true, Some(1)),
        ];
        let waiting = of_group(&lines, Group::Waiting);
        assert_eq!(waiting.first().map(|line| line.status), Some(Status::SentBack));
        assert_eq!(waiting.len(), 2);
    }
}
