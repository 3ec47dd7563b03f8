//! What may be done with a notice that is there, and what of it those concerned must hear.

use super::{Outage, OutageKind, OutageState, Turn};
use crate::form::{FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::time::Moment;
use crate::words::choices;

/// Characters of why a notice changes, which goes out by SMS.
const WHY: usize = 60;

choices! {
    /// Where a notice stands in time.
    pub enum Phase {
        Draft "draft" = "草稿" / "Draft";
        Coming "coming" = "即将停水" / "To come";
        Now "now" = "正在停水" / "Water is off";
        Over "over" = "已结束" / "Over";
    }
}

/// A notice as it is before something is done to it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// What it says.
    pub outage: &'a Outage,
    /// Where it stands.
    pub state: OutageState,
    /// Whether emergency water is planned.
    pub water: bool,
}

impl Standing<'_> {
    /// Where it stands at `now`. What nobody ended and was plainly forgotten is over.
    pub fn phase(&self, now: Moment) -> Phase {
        match self.state {
            OutageState::Draft => Phase::Draft,
            OutageState::Over => Phase::Over,
            OutageState::Posted if !self.outage.stands(now) => Phase::Over,
            OutageState::Posted if self.outage.is_now(now) => Phase::Now,
            OutageState::Posted => Phase::Coming,
        }
    }

    /// Whether it can be changed: it is a draft, or posted and not over.
    pub fn changes(&self, now: Moment) -> bool {
        self.phase(now) != Phase::Over
    }

    /// Whether it can be posted.
    pub fn posts(&self) -> bool {
        self.state == OutageState::Draft
    }

    /// Whether it can be ended: water is back, or stays on.
    pub fn ends(&self) -> bool {
        self.state == OutageState::Posted
    }

    /// Whether it can be thrown away: nobody outside has seen it.
    pub fn discards(&self) -> bool {
        self.state == OutageState::Draft
    }

    /// Whether it lasts so long that water must be brought, and none is planned.
    pub fn lacks_water(&self, house: &House) -> bool {
        !self.water && house.outages.needs_water(self.outage)
    }

    /// What stands in the way of posting it at `now`, each beside the field that would have to change.
    pub fn flaws_of_posting(&self, house: &House, now: Moment) -> Vec<FieldFlaw> {
        let mut flaws = self.outage.flaws(house);
        flaws.extend(late(self.outage, house, now));
        flaws.extend(over(self.outage, now));
        flaws.extend(self.dry(self.outage, house));
        flaws
    }

    /// Every flaw of what is to take the place of it, each beside its field; `why` is told to all concerned.
    pub fn flaws(&self, after: &Outage, why: &str, house: &House, now: Moment) -> Vec<FieldFlaw> {
        let mut flaws = after.flaws(house);
        if self.state != OutageState::Posted {
            return flaws;
        }
        let before = self.outage;
        let begun = before.is_now(now);
        let moved = begun && after.starts != before.starts;
        flaws.extend(moved.then(|| FieldFlaw::new("starts", Flaw::OutageBegun)));
        flaws.extend(over(after, now));
        let turned = after.kind != before.kind;
        // Whoever was told in time is told of less, or of later, whenever that is known.
        let sooner = after.starts < before.starts || house.outages.is_long(after) && !house.outages.is_long(before);
        if !begun {
            flaws.extend((sooner || turned).then(|| late(after, house, now)).flatten());
            flaws.extend(self.dry(after, house));
        }
        flaws.extend(self.turn(after).and_then(|_| flaw_of_why(why)));
        flaws
    }

    /// A planned outage for which water must be brought, and none is planned.
    fn dry(&self, outage: &Outage, house: &House) -> Option<FieldFlaw> {
        let rules = &house.outages;
        let dry = outage.kind == OutageKind::Planned && !self.water && rules.needs_water(outage);
        dry.then(|| FieldFlaw::new("water", Flaw::NoWaterPlanned { hours: rules.water }))
    }

    /// What another notice in its place comes to for those who were told; none where it tells them nothing new.
    pub fn turn(&self, after: &Outage) -> Option<Turn> {
        let before = self.outage;
        let turned = if after.starts > before.starts {
            Some(Turn::Postponed)
        } else if after.starts < before.starts {
            Some(Turn::Earlier)
        } else if after.ends > before.ends {
            Some(Turn::Extended)
        } else if after.ends < before.ends {
            Some(Turn::Shortened)
        } else {
            let elsewhere = (&before.areas, &before.points) != (&after.areas, &after.points);
            elsewhere.then_some(Turn::Elsewhere)
        };
        turned.filter(|_| self.state == OutageState::Posted)
    }
}

fn late(outage: &Outage, house: &House, now: Moment) -> Option<FieldFlaw> {
    let (hours, earliest) = house.outages.too_late(outage, now)?;
    Some(FieldFlaw::new("starts", Flaw::AnnouncedLate { hours, earliest }))
}

fn over(outage: &Outage, now: Moment) -> Option<FieldFlaw> {
    (outage.ends <= now).then(|| FieldFlaw::new("ends", Flaw::TimePast))
}

/// What is wrong with the reason for a change, which all concerned are told.
fn flaw_of_why(why: &str) -> Option<FieldFlaw> {
    let is = why.trim().chars().count();
    let long = (is > WHY).then_some(Flaw::TooLong { most: WHY, is });
    long.or_else(|| Words::read(why).err())
        .map(|flaw| FieldFlaw::new("why", flaw))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::super::notice::tests::outage;
    use super::*;

    fn standing(outage: &Outage, state: OutageState) -> Standing<'_> {
        Standing {
            outage,
            state,
            water: false,
        }
    }

    fn told(flaws: &[FieldFlaw]) -> Vec<String> {
        let told = flaws.iter().map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()));
        told.collect()
    }

    #[test]
    fn what_can_be_done_depends_on_where_it_stands() {
        let outage = outage();
        let before = outage.starts - TimeDelta::hours(30);
        for (state, now, phase, can) in [
            (OutageState::Draft, before, Phase::Draft, [true, true, false, true]),
            (OutageState::Posted, before, Phase::Coming, [true, false, true, false]),
            (
                OutageState::Posted,
                outage.starts,
                Phase::Now,
                [true, false, true, false],
            ),
            (
                OutageState::Posted,
                outage.ends + TimeDelta::hours(24),
                Phase::Over,
                [false, false, true, false],
            ),
            (OutageState::Over, before, Phase::Over, [false; 4]),
        ] {
            let one = standing(&outage, state);
            let found = [one.changes(now), one.posts(), one.ends(), one.discards()];
            assert_eq!((one.phase(now), found), (phase, can), "{state:?}");
        }
    }

    #[test]
    fn it_is_posted_in_time_and_with_water_or_not_at_all() {
        let (house, outage) = (House::dongguan(), outage());
        let now = outage.starts - TimeDelta::hours(23);
        let flaws = standing(&outage, OutageState::Draft).flaws_of_posting(&house, now);
        assert_eq!(told(&flaws), ["starts announced_late"]);
        let longer = Outage {
            ends: outage.starts + TimeDelta::hours(25),
            ..outage.clone()
        };
        let now = outage.starts - TimeDelta::hours(48);
        let mut draft = standing(&longer, OutageState::Draft);
        assert_eq!(told(&draft.flaws_of_posting(&house, now)), ["water no_water_planned"]);
        draft.water = true;
        assert_eq!(draft.flaws_of_posting(&house, now), []);
        let sudden = Outage {
            kind: OutageKind::Unplanned,
            ..longer
        };
        let draft = standing(&sudden, OutageState::Draft);
        assert_eq!(
            draft.flaws_of_posting(&house, sudden.starts),
            [],
            "it is told while it is mended"
        );
        assert!(draft.lacks_water(&house), "but it stands on a list");
        assert_eq!(told(&draft.flaws_of_posting(&house, sudden.ends)), ["ends time_past"]);
    }

    #[test]
    fn a_change_for_the_worse_keeps_to_the_rules_and_one_for_the_better_need_not() {
        let (house, outage) = (House::dongguan(), outage());
        let posted = standing(&outage, OutageState::Posted);
        let now = outage.starts - TimeDelta::hours(5);
        let by = |starts: i64, ends: i64| Outage {
            starts: outage.starts + TimeDelta::hours(starts),
            ends: outage.ends + TimeDelta::hours(ends),
            ..outage.clone()
        };
        let flaws = |after: &Outage| told(&posted.flaws(after, "天气", &house, now));
        assert_eq!(flaws(&by(2, 2)), [""; 0], "postponed on the last day");
        assert_eq!(flaws(&by(-1, 0)), ["starts announced_late"]);
        assert_eq!(flaws(&by(0, 1)), [""; 0], "it is not long yet");
        assert_eq!(flaws(&by(0, 7)), ["starts announced_late"], "13 hours");
        let now = outage.starts + TimeDelta::hours(1);
        let flaws = |after: &Outage, why: &str| told(&posted.flaws(after, why, &house, now));
        assert_eq!(flaws(&by(1, 1), "天气"), ["starts outage_begun"]);
        assert_eq!(
            flaws(&by(0, 30), "管道老化"),
            [""; 0],
            "what takes longer is told, not refused"
        );
        assert_eq!(flaws(&by(0, 1), " "), ["why missing"]);
        assert_eq!(flaws(&by(0, -6), "修好"), ["ends ends_wrong", "ends time_past"]);
    }

    #[test]
    fn those_concerned_hear_of_times_and_places_alone() {
        let outage = outage();
        let posted = standing(&outage, OutageState::Posted);
        let hour = TimeDelta::hours(1);
        let mut after = outage.clone();
        after.reason = "更换阀门和水表".into();
        after.households = 900;
        assert_eq!(posted.turn(&after), None);
        after.points.clear();
        assert_eq!(posted.turn(&after), Some(Turn::Elsewhere));
        after.ends -= hour;
        assert_eq!(posted.turn(&after), Some(Turn::Shortened));
        after.ends += hour * 2;
        assert_eq!(posted.turn(&after), Some(Turn::Extended));
        after.starts -= hour;
        assert_eq!(posted.turn(&after), Some(Turn::Earlier));
        after.starts += hour * 2;
        assert_eq!(posted.turn(&after), Some(Turn::Postponed));
        assert_eq!(standing(&outage, OutageState::Draft).turn(&after), None);
    }
}
