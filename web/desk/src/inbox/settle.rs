//! What becomes of the list when a newer one comes while somebody points at it.

use shuiting_shared::api::Inbox;
use shuiting_shared::number::CaseNumber;

/// A newer page that waits until nobody points at the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held {
    /// The page.
    pub(super) fresh: Inbox,
    /// How many cases come, go or move with it.
    pub(super) changes: usize,
}

/// What is shown now, and what waits until nobody points at the list. Rows that are there change in place at once; rows
/// that come, go or move wait.
pub(super) fn settle(shown: &Inbox, fresh: Inbox, busy: bool) -> (Inbox, Option<Held>) {
    let (before, after) = (numbers(shown), numbers(&fresh));
    if !busy || before.is_empty() || before == after {
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
    let full = [shown, &fresh]
        .iter()
        .any(|inbox| inbox.total > i64::from(inbox.per_page));
    let changes = changes(&before, &after, full);
    (now, Some(Held { fresh, changes }))
}

fn numbers(inbox: &Inbox) -> Vec<CaseNumber> {
    inbox.cases.iter().map(|line| line.number).collect()
}

/// How many cases come, go or move. Where there are more than a page holds, one that comes pushes another off the page,
/// and one that goes lets another in: that is one change.
fn changes(before: &[CaseNumber], after: &[CaseNumber], full: bool) -> usize {
    let place = |number: &CaseNumber| before.iter().position(|other| other == number);
    let kept: Vec<_> = after.iter().filter_map(place).collect();
    let (come, gone) = (after.len() - kept.len(), before.len() - kept.len());
    let moved = kept.len() - longest_rise(&kept);
    moved + if full { come.max(gone) } else { come + gone }
}

/// How many of the places can stay as they are while the others move between them.
fn longest_rise(places: &[usize]) -> usize {
    // The lowest place that a rise of each length ends with.
    let mut ends: Vec<usize> = Vec::new();
    for &place in places {
        let length = ends.partition_point(|end| *end < place);
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::CaseLine;
    use shuiting_shared::case::Status;
    use shuiting_shared::number::CaseNumber;
    use shuiting_shared::service::Service;

    use super::*;

    fn inbox(lines: &[(u32, Status)]) -> Inbox {
        let line = |(number, status): &(u32, Status)| CaseLine::example(*number, Service::Leak, *status);
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
        assert_eq!(held, Some(Held { fresh, changes: 2 }), "one comes, one goes");
    }

    #[test]
    fn each_case_that_changes_its_place_counts_once() {
        let count = |before: &[u32], after: &[u32], full| {
            let numbers = |of: &[u32]| {
                of.iter()
                    .map(|index| CaseNumber::from_index(*index))
                    .collect::<Vec<_>>()
            };
            changes(&numbers(before), &numbers(after), full)
        };
        assert_eq!(count(&[1, 2, 3], &[4, 1, 2, 3], false), 1, "one comes");
        assert_eq!(
            count(&[1, 2, 3], &[4, 1, 2], true),
            1,
            "one comes, and one is on the next page"
        );
        assert_eq!(count(&[1, 2, 3], &[2, 3], false), 1, "one goes");
        assert_eq!(count(&[1, 2, 3, 4], &[4, 1, 2, 3], false), 1, "one moves");
        assert_eq!(count(&[1, 2, 3, 4], &[4, 3, 2, 1], false), 3);
        assert_eq!(
            count(&[1, 2, 3], &[5, 3, 1], false),
            3,
            "one comes, one goes, one moves"
        );
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
