//! The order in which a clerk goes through the list.

use shuiting_shared::number::CaseNumber;

/// The open case, and the list as it was when it was opened: an act may move the case in the list, or take it out, and
/// the next one is still the one that stood below.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trail {
    here: Option<CaseNumber>,
    order: Vec<CaseNumber>,
}

impl Trail {
    /// A case is open beside a list that holds these now.
    pub(super) fn meet(&mut self, here: CaseNumber, list: &[CaseNumber]) {
        let known = self.here == Some(here) && self.order.contains(&here);
        if !known {
            self.here = Some(here);
            self.order = list.to_vec();
        }
    }

    fn place(&self) -> Option<usize> {
        let here = self.here?;
        self.order.iter().position(|number| *number == here)
    }

    /// The case after the open one, of those that the list holds now; behind the last, one that has come since.
    pub(super) fn next(&self, list: &[CaseNumber]) -> Option<CaseNumber> {
        let below = self.place().map_or(0, |place| place + 1);
        let waiting = self.order.iter().skip(below).find(|number| list.contains(number));
        let new = || list.iter().find(|number| !self.order.contains(number));
        let next = waiting.or_else(new).copied();
        next.filter(|next| Some(*next) != self.here)
    }

    /// The case before the open one, of those that the list holds now.
    pub(super) fn previous(&self, list: &[CaseNumber]) -> Option<CaseNumber> {
        let above = self.order.iter().take(self.place()?).rev();
        above.into_iter().find(|number| list.contains(number)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(indices: &[u32]) -> Vec<CaseNumber> {
        indices.iter().map(|index| CaseNumber::from_index(*index)).collect()
    }

    fn at(index: u32, list: &[u32]) -> Trail {
        let mut trail = Trail::default();
        trail.meet(CaseNumber::from_index(index), &numbers(list));
        trail
    }

    fn next(trail: &Trail, list: &[u32]) -> Option<CaseNumber> {
        trail.next(&numbers(list))
    }

    fn case(index: u32) -> Option<CaseNumber> {
        Some(CaseNumber::from_index(index))
    }

    #[test]
    fn the_next_case_is_the_one_that_stood_below_whatever_became_of_the_list() {
        let trail = at(2, &[1, 2, 3, 4]);
        assert_eq!(next(&trail, &[1, 2, 3, 4]), case(3));
        assert_eq!(
            next(&trail, &[1, 3, 4]),
            case(3),
            "the act took the case out of the list"
        );
        assert_eq!(next(&trail, &[1, 3, 4, 2]), case(3), "the act moved the case down");
        assert_eq!(next(&trail, &[1, 2, 4]), case(4), "somebody else did the next one");
    }

    #[test]
    fn behind_the_last_stand_those_that_have_come_since() {
        let trail = at(4, &[3, 4]);
        assert_eq!(next(&trail, &[3, 4]), None);
        assert_eq!(next(&trail, &[3, 5, 6]), case(5));
        assert_eq!(next(&trail, &[]), None);
    }

    #[test]
    fn a_case_that_the_list_does_not_hold_is_followed_by_its_first() {
        let trail = at(9, &[1, 2]);
        assert_eq!(next(&trail, &[1, 2]), case(1));
        assert_eq!(trail.previous(&numbers(&[1, 2])), None);
    }

    #[test]
    fn the_way_back_leads_over_the_same_cases() {
        let trail = at(3, &[1, 2, 3]);
        assert_eq!(trail.previous(&numbers(&[1, 2, 3])), case(2));
        assert_eq!(trail.previous(&numbers(&[1, 3])), case(1));
        assert_eq!(at(1, &[1, 2]).previous(&numbers(&[1, 2])), None);
    }

    #[test]
    fn the_order_is_that_of_the_moment_when_the_case_was_opened() {
        let mut trail = at(2, &[]);
        trail.meet(CaseNumber::from_index(2), &numbers(&[1, 2, 3]));
        assert_eq!(next(&trail, &[1, 2, 3]), case(3), "the list came after the case");
        trail.meet(CaseNumber::from_index(2), &numbers(&[3, 1, 2]));
        assert_eq!(next(&trail, &[3, 1, 2]), case(3), "it has moved since");
        trail.meet(CaseNumber::from_index(3), &numbers(&[3, 1, 2]));
        assert_eq!(next(&trail, &[3, 1, 2]), case(1));
    }
}
