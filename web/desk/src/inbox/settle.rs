//! What becomes of the list when a newer one comes while somebody points at it.

use shuiting_shared::api::Inbox;

/// What is shown now, and what waits until nobody points at the list. Rows that are there change in place at once; rows
/// that come, go or move wait.
pub(crate) fn settle(shown: &Inbox, fresh: Inbox, busy: bool) -> (Inbox, Option<Inbox>) {
    let numbers = |inbox: &Inbox| inbox.cases.iter().map(|line| line.number).collect::<Vec<_>>();
    if !busy || shown.cases.is_empty() || numbers(shown) == numbers(&fresh) {
        return (fresh, None);
    }
    let cases = shown.cases.iter().map(|line| {
        let newer = fresh.cases.iter().find(|newer| newer.number == line.number);
        newer.unwrap_or(line).clone()
    });
    let now = Inbox {
        cases: cases.collect(),
        ..shown.clone()
    };
    (now, Some(fresh))
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::CaseLine;
    use shuiting_shared::case::{Channel, Status};
    use shuiting_shared::number::CaseNumber;
    use shuiting_shared::service::Service;
    use shuiting_shared::time::Moment;

    use super::*;

    fn inbox(lines: &[(u32, Status)]) -> Inbox {
        let line = |(number, status): &(u32, Status)| CaseLine {
            number: CaseNumber::from_index(*number),
            service: Service::Leak,
            status: *status,
            channel: Channel::Phone,
            filed: Moment::default(),
            due: None,
            name: None,
            town: None,
            address: None,
            unit: None,
            assignee: None,
            urgent: false,
            waits_for_you: false,
            urges: 0,
            followers: 0,
            followed: false,
        };
        Inbox {
            cases: lines.iter().map(line).collect(),
            total: 9,
            page: 1,
            per_page: 50,
        }
    }

    #[test]
    fn rows_do_not_move_under_the_pointer() {
        let shown = inbox(&[(1, Status::Filed), (2, Status::Filed)]);
        let fresh = inbox(&[(3, Status::Filed), (1, Status::Taken)]);
        let (now, held) = settle(&shown, fresh.clone(), true);
        assert_eq!(now, inbox(&[(1, Status::Taken), (2, Status::Filed)]));
        assert_eq!(held, Some(fresh));
    }

    #[test]
    fn rows_change_in_place_and_all_may_move_when_nobody_points() {
        let shown = inbox(&[(1, Status::Filed)]);
        let same = inbox(&[(1, Status::Taken)]);
        assert_eq!(settle(&shown, same.clone(), true), (same, None));
        let other = inbox(&[(2, Status::Filed)]);
        assert_eq!(settle(&shown, other.clone(), false), (other, None));
    }
}
