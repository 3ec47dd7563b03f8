//! Which rows of the list are chosen.

use std::collections::BTreeMap;

use shuiting_parts::stand::stand_of_line;
use shuiting_shared::api::CaseLine;
use shuiting_shared::case::{self, Action, Actor, Role, Verb, allowed};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;

/// What can be done to many at once, in the order of the buttons.
const VERBS: [Verb; 3] = [Verb::Take, Verb::Assign, Verb::Note];

/// The chosen rows as they were then, and where a range begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picked {
    lines: BTreeMap<CaseNumber, CaseLine>,
    anchor: Option<CaseNumber>,
}

impl Picked {
    /// Whether a row is chosen.
    pub(super) fn has(&self, number: CaseNumber) -> bool {
        self.lines.contains_key(&number)
    }

    /// How many are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether none is.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Those that are.
    pub(super) fn numbers(&self) -> Vec<CaseNumber> {
        self.lines.keys().copied().collect()
    }

    /// Chooses a row or leaves it out; with `range` all rows from the one before to this one.
    pub(super) fn pick(&mut self, rows: &[CaseLine], number: CaseNumber, on: bool, range: bool) {
        let place = |number: CaseNumber| rows.iter().position(|line| line.number == number);
        let Some(here) = place(number) else { return };
        let from = self.anchor.filter(|_| range).and_then(place).unwrap_or(here);
        let (first, last) = (from.min(here), from.max(here));
        for line in rows.iter().take(last + 1).skip(first) {
            self.put(line, on);
        }
        self.anchor = Some(number);
    }

    /// Chooses all rows, or leaves all of them out.
    pub(super) fn pick_all(&mut self, rows: &[CaseLine], on: bool) {
        for line in rows {
            self.put(line, on);
        }
    }

    /// Leaves out all but these.
    pub(super) fn keep(&mut self, numbers: &[CaseNumber]) {
        self.lines.retain(|number, _| numbers.contains(number));
    }

    fn put(&mut self, line: &CaseLine, on: bool) {
        if on {
            self.lines.insert(line.number, line.clone());
        } else {
            self.lines.remove(&line.number);
        }
    }

    /// What somebody in this role can do to at least one of them.
    pub(super) fn verbs(&self, role: Role, now: Moment) -> Vec<Verb> {
        let may = |verb: &Verb| {
            let mut stands = self.lines.values().map(stand_of_line);
            stands.any(|stand| allowed(&stand, Actor::Staff(role), now).contains(verb))
        };
        VERBS.into_iter().filter(may).collect()
    }

    /// Whether somebody in this role can work on at least one of them.
    pub(super) fn may_hold(&self, role: Role, now: Moment) -> bool {
        let mut stands = self.lines.values().map(stand_of_line);
        stands.any(|stand| case::may_hold(&stand, role, now))
    }
}

/// A request about many cases. The same one is sent under the same key, so that what was cut off half way is not done
/// twice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sent {
    pub(super) key: String,
    pub(super) numbers: Vec<CaseNumber>,
    pub(super) action: Action,
}

impl Sent {
    /// The request to send now, after one whose end nobody knows.
    pub(super) fn next(
        before: Option<Self>,
        numbers: Vec<CaseNumber>,
        action: Action,
        key: impl FnOnce() -> String,
    ) -> Self {
        match before {
            Some(before) if before.numbers == numbers && before.action == action => before,
            _ => Self {
                key: key(),
                numbers,
                action,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Status;
    use shuiting_shared::service::Service;

    use super::*;

    fn line(index: u32, status: Status) -> CaseLine {
        CaseLine::example(index, Service::New, status)
    }

    fn rows() -> Vec<CaseLine> {
        (0..6).map(|index| line(index, Status::Filed)).collect()
    }

    fn places(picked: &Picked) -> Vec<usize> {
        let rows = rows();
        (0..rows.len()).filter(|at| picked.has(rows[*at].number)).collect()
    }

    #[test]
    fn a_range_goes_either_way_from_the_row_before() {
        let rows = rows();
        let mut picked = Picked::default();
        picked.pick(&rows, rows[4].number, true, true);
        assert_eq!(places(&picked), [4], "there is no row before");
        picked.pick(&rows, rows[2].number, true, true);
        assert_eq!(places(&picked), [2, 3, 4]);
        picked.pick(&rows, rows[3].number, false, true);
        assert_eq!(places(&picked), [4]);
        picked.pick(&rows, CaseNumber::from_index(99), true, false);
        assert_eq!(places(&picked), [4], "what is not on the page is not chosen");
    }

    #[test]
    fn all_on_the_page_or_those_that_were_refused() {
        let rows = rows();
        let mut picked = Picked::default();
        picked.pick_all(&rows, true);
        assert_eq!(picked.len(), 6);
        picked.keep(&[rows[1].number, rows[5].number]);
        assert_eq!(places(&picked), [1, 5]);
        picked.pick_all(&rows, false);
        assert!(picked.is_empty());
    }

    #[test]
    fn the_buttons_are_those_that_do_something() {
        let rows = [line(0, Status::Filed), line(1, Status::Finished)];
        let mut picked = Picked::default();
        picked.pick(&rows, rows[1].number, true, false);
        let verbs = |picked: &Picked, role| picked.verbs(role, Moment::default());
        assert_eq!(verbs(&picked, Role::Supervisor), [Verb::Note]);
        picked.pick_all(&rows, true);
        assert_eq!(verbs(&picked, Role::Supervisor), [Verb::Take, Verb::Assign, Verb::Note]);
        assert_eq!(verbs(&picked, Role::Clerk), [Verb::Take, Verb::Note]);
        assert_eq!(verbs(&picked, Role::Agent), [Verb::Note], "papers are the desk's");
        assert!(picked.may_hold(Role::Clerk, Moment::default()));
        assert!(!picked.may_hold(Role::Crew, Moment::default()));
    }

    #[test]
    fn a_request_keeps_its_key_until_it_differs() {
        let numbers = vec![CaseNumber::from_index(1)];
        let first = Sent::next(None, numbers.clone(), Action::Take, || "first".into());
        let again = Sent::next(Some(first.clone()), numbers.clone(), Action::Take, || "second".into());
        assert_eq!(again, first);
        let assign = Action::Assign { to: "clerk".into() };
        assert_eq!(
            Sent::next(Some(first), numbers, assign, || "second".into()).key,
            "second"
        );
    }
}
