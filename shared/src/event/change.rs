//! What may be done to an event that is there, and who must hear of it.

use super::{Plan, State};
use crate::form::{FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::time::Moment;

/// Characters of the reason for moving or cancelling, which goes out by SMS.
const REASON: usize = 60;

/// An event as it is before something is done to it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// What is planned.
    pub plan: &'a Plan,
    /// Where it stands.
    pub state: State,
    /// How many volunteers have signed up for each shift.
    pub taken: &'a [u32],
}

impl Standing<'_> {
    /// Whether it can be changed at `now`: a draft, or what is published and not over.
    pub fn changes(&self, now: Moment) -> bool {
        match self.state {
            State::Draft => true,
            State::Published => !self.plan.is_over(now),
            State::Cancelled => false,
        }
    }

    /// Whether it can be published at `now`.
    pub fn publishes(&self, now: Moment) -> bool {
        self.state == State::Draft && !self.plan.is_over(now)
    }

    /// Whether it can be cancelled at `now`.
    pub fn cancels(&self, now: Moment) -> bool {
        self.state == State::Published && !self.plan.is_over(now)
    }

    /// Whether it can be thrown away: nobody outside has seen it.
    pub fn discards(&self) -> bool {
        self.state == State::Draft
    }

    /// Whether a plan in place of this one must be told to all concerned: it was published, and is elsewhere or at another
    /// time.
    pub fn moves(&self, after: &Plan) -> bool {
        let place = |plan: &Plan| {
            let (town, community, place) = (&plan.town, &plan.community, &plan.place);
            [town, community, place].map(|text| text.trim().to_owned())
        };
        let before = self.plan;
        self.state == State::Published
            && ((before.starts, before.ends) != (after.starts, after.ends) || place(before) != place(after))
    }

    /// Every flaw of a plan that is to take the place of this one, beside its field. Volunteers have signed up for a shift
    /// by its place in the list, so those that somebody has taken stay, with at least as many places.
    pub fn flaws(&self, after: &Plan, reason: &str, house: &House, now: Moment) -> Vec<FieldFlaw> {
        let over = after.is_over(now).then(|| FieldFlaw::new("ends", Flaw::TimePast));
        let gone = self.taken.iter().skip(after.shifts.len()).any(|taken| *taken > 0);
        let fewer = after.shifts.iter().zip(self.taken).enumerate();
        let fewer = fewer.filter(|(_, (shift, taken))| shift.places > 0 && shift.places < **taken);
        let fewer = fewer
            .map(|(at, (_, taken))| FieldFlaw::new(format!("shifts.{at}.places"), Flaw::TooSmall { least: *taken }));
        let reason = self.moves(after).then(|| flaw_of_reason(reason)).flatten();
        let mut flaws = after.flaws(house);
        flaws.extend(over);
        flaws.extend(gone.then(|| FieldFlaw::new("shifts", Flaw::ShiftTaken)));
        flaws.extend(fewer);
        flaws.extend(reason);
        flaws
    }
}

/// What is wrong with the reason for moving or cancelling an event, which all concerned are told.
pub fn flaw_of_reason(reason: &str) -> Option<FieldFlaw> {
    let is = reason.trim().chars().count();
    let long = (is > REASON).then_some(Flaw::TooLong { most: REASON, is });
    long.or_else(|| Words::read(reason).err())
        .map(|flaw| FieldFlaw::new("reason", flaw))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::super::plan::tests::plan;
    use super::*;

    fn standing<'a>(plan: &'a Plan, state: State, taken: &'a [u32]) -> Standing<'a> {
        Standing { plan, state, taken }
    }

    fn told(flaws: &[FieldFlaw]) -> Vec<String> {
        let told = flaws.iter().map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()));
        told.collect()
    }

    #[test]
    fn what_can_be_done_depends_on_state_and_time() {
        let plan = plan();
        let before = plan.starts - TimeDelta::hours(1);
        for (state, now, can) in [
            (State::Draft, before, [true, true, false, true]),
            (State::Draft, plan.ends, [true, false, false, true]),
            (State::Published, before, [true, false, true, false]),
            (State::Published, plan.starts, [true, false, true, false]),
            (State::Published, plan.ends, [false; 4]),
            (State::Cancelled, before, [false; 4]),
        ] {
            let event = standing(&plan, state, &[]);
            let is = [
                event.changes(now),
                event.publishes(now),
                event.cancels(now),
                event.discards(),
            ];
            assert_eq!(is, can, "{state:?} {now}");
        }
    }

    #[test]
    fn moving_wants_a_reason_and_other_changes_none() {
        let (house, plan) = (House::dongguan(), plan());
        let (event, now) = (standing(&plan, State::Published, &[]), plan.starts - TimeDelta::days(2));
        let reworded = Plan {
            title: "节水日".into(),
            ..plan.clone()
        };
        assert!(!event.moves(&reworded));
        assert_eq!(event.flaws(&reworded, "", &house, now), []);
        let elsewhere = Plan {
            place: "小区会所".into(),
            ..plan.clone()
        };
        assert!(event.moves(&elsewhere));
        assert_eq!(told(&event.flaws(&elsewhere, " ", &house, now)), ["reason missing"]);
        assert_eq!(event.flaws(&elsewhere, "下雨", &house, now), []);
        let draft = standing(&plan, State::Draft, &[]);
        assert!(!draft.moves(&elsewhere), "nobody has heard of a draft");
    }

    #[test]
    fn what_volunteers_have_taken_stays() {
        let (house, plan) = (House::dongguan(), plan());
        let (event, now) = (
            standing(&plan, State::Published, &[3, 1]),
            plan.starts - TimeDelta::days(2),
        );
        let mut after = plan.clone();
        after.shifts[0].places = 2;
        assert_eq!(
            told(&event.flaws(&after, "", &house, now)),
            ["shifts.0.places too_small"]
        );
        after = plan.clone();
        after.shifts.truncate(1);
        assert_eq!(told(&event.flaws(&after, "", &house, now)), ["shifts shift_taken"]);
        assert_eq!(
            standing(&plan, State::Published, &[3, 0]).flaws(&after, "", &house, now),
            []
        );
    }

    #[test]
    fn nothing_is_planned_into_the_past() {
        let (house, plan) = (House::dongguan(), plan());
        let event = standing(&plan, State::Draft, &[]);
        assert_eq!(told(&event.flaws(&plan, "", &house, plan.ends)), ["ends time_past"]);
    }
}
