//! A plan as it is typed: every field a text of its own, so that nothing is lost that does not read yet.

use chrono::TimeDelta;
use shuiting_shared::event::{Plan, Shift, Task, Topic};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::time::{Date, Moment, local, span_of, today};

/// A shift as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedShift {
    pub(super) from: String,
    pub(super) until: String,
    pub(super) places: String,
}

/// A plan as it is typed; times are times of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) title: String,
    pub(super) town: String,
    pub(super) community: String,
    pub(super) place: String,
    pub(super) day: String,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) topics: Vec<Topic>,
    pub(super) tasks: Vec<Task>,
    pub(super) shifts: Vec<TypedShift>,
    pub(super) words: String,
    /// Why it is moved.
    pub(super) reason: String,
}

impl Default for Typed {
    /// What most events are: a morning, with one shift.
    fn default() -> Self {
        let mut typed = Self {
            title: String::new(),
            town: String::new(),
            community: String::new(),
            place: String::new(),
            day: String::new(),
            from: "09:00".to_owned(),
            until: "12:00".to_owned(),
            topics: Vec::new(),
            tasks: Vec::new(),
            shifts: Vec::new(),
            words: String::new(),
            reason: String::new(),
        };
        typed.add_shift();
        typed
    }
}

/// Volunteers of a shift, until somebody says otherwise.
const PLACES: &str = "10";
const DAY: TimeDelta = TimeDelta::days(1);

fn clock(moment: Moment) -> String {
    local(moment).format("%H:%M").to_string()
}

/// Minutes since midnight.
fn minutes(typed: &str) -> Option<i64> {
    let (hours, minutes) = typed.trim().split_once(':')?;
    let number = |text: &str, below: i64| text.parse().ok().filter(|number| (0..below).contains(number));
    Some(number(hours, 24)? * 60 + number(minutes, 60)?)
}

impl Typed {
    /// A plan, to be changed.
    pub(super) fn of(plan: &Plan) -> Self {
        let shift = |shift: &Shift| TypedShift {
            from: clock(shift.starts),
            until: clock(shift.ends),
            places: shift.places.to_string(),
        };
        Self {
            title: plan.title.clone(),
            town: plan.town.clone(),
            community: plan.community.clone(),
            place: plan.place.clone(),
            day: today(plan.starts).to_string(),
            from: clock(plan.starts),
            until: clock(plan.ends),
            topics: plan.topics.clone(),
            tasks: plan.tasks.clone(),
            shifts: plan.shifts.iter().map(shift).collect(),
            words: plan.words.clone(),
            reason: String::new(),
        }
    }

    /// One shift more, as long as the event.
    pub(super) fn add_shift(&mut self) {
        self.shifts.push(TypedShift {
            from: self.from.clone(),
            until: self.until.clone(),
            places: PLACES.to_owned(),
        });
    }

    /// The event begins at another time, and with it the shifts that began with it.
    pub(super) fn begin(&mut self, from: String) {
        for shift in self.shifts.iter_mut().filter(|shift| shift.from == self.from) {
            shift.from.clone_from(&from);
        }
        self.from = from;
    }

    /// The event ends at another time, and with it the shifts that ended with it.
    pub(super) fn end(&mut self, until: String) {
        for shift in self.shifts.iter_mut().filter(|shift| shift.until == self.until) {
            shift.until.clone_from(&until);
        }
        self.until = until;
    }

    /// The plan, where all of it reads.
    pub(super) fn plan(&self) -> Option<Plan> {
        let (plan, flaws) = self.read();
        flaws.is_empty().then_some(plan)
    }

    /// All that is wrong: what does not read, and what `rules` find in the rest. What they say of times counts only where all
    /// times read.
    pub(super) fn flaws(&self, rules: impl FnOnce(&Plan) -> Vec<FieldFlaw>) -> Vec<FieldFlaw> {
        let (plan, mut flaws) = self.read();
        let timed = |field: &str| {
            ["starts", "ends", "shifts", "reason"]
                .iter()
                .any(|timed| field.starts_with(timed))
        };
        let reads = flaws.is_empty();
        let found = rules(&plan).into_iter();
        flaws.extend(found.filter(|flaw| reads || !timed(&flaw.field)));
        flaws
    }

    /// The plan as far as it reads, and what does not, beside the field of the plan.
    fn read(&self) -> (Plan, Vec<FieldFlaw>) {
        let mut flaws = Vec::new();
        let day = self.day.trim().parse::<Date>().map_err(|_| {
            flaws.push(FieldFlaw::new(
                "day",
                if self.day.trim().is_empty() {
                    Flaw::Missing
                } else {
                    Flaw::NotADay
                },
            ));
        });
        let mut at = |field: String, typed: &str| {
            let Some(minutes) = minutes(typed) else {
                flaws.push(FieldFlaw::new(field, Flaw::Missing));
                return Moment::default();
            };
            day.map_or_else(
                |()| Moment::default(),
                |day| span_of(day).0 + TimeDelta::minutes(minutes),
            )
        };
        let (starts, ends) = (at("starts".to_owned(), &self.from), at("ends".to_owned(), &self.until));
        let (starts, ends) = (starts, by_midnight(starts, ends));
        let mut shifts = Vec::new();
        for (place, shift) in self.shifts.iter().enumerate() {
            let from = at(format!("shifts.{place}.starts"), &shift.from);
            let until = at(format!("shifts.{place}.ends"), &shift.until);
            shifts.push((from, by_midnight(from, until), shift.places.trim().parse()));
        }
        for (place, (_, _, places)) in shifts.iter().enumerate() {
            if places.is_err() {
                flaws.push(FieldFlaw::new(format!("shifts.{place}.places"), Flaw::NotDigits));
            }
        }
        let shift = |(starts, ends, places): (_, _, Result<u32, _>)| Shift {
            starts,
            ends,
            places: places.unwrap_or_default(),
        };
        let plan = Plan {
            title: self.title.clone(),
            town: self.town.clone(),
            community: self.community.clone(),
            place: self.place.clone(),
            starts,
            ends,
            topics: self.topics.clone(),
            tasks: self.tasks.clone(),
            shifts: shifts.into_iter().map(shift).collect(),
            words: self.words.clone(),
        };
        (plan, flaws)
    }
}

/// What ends at 00:00 ends at the end of the day.
fn by_midnight(starts: Moment, ends: Moment) -> Moment {
    let midnight = ends == span_of(today(ends)).0;
    if midnight && ends <= starts { ends + DAY } else { ends }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &Typed) -> Vec<String> {
        let told = typed.flaws(|_| Vec::new());
        let told = told.iter().map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()));
        told.collect()
    }

    fn typed() -> Typed {
        Typed {
            title: "节水日".into(),
            day: "2026-12-06".into(),
            ..Typed::default()
        }
    }

    #[test]
    fn what_is_read_is_typed_the_same() {
        let plan = typed().plan().unwrap();
        assert_eq!(plan.starts.to_string(), "2026-12-06 01:00:00 UTC");
        assert_eq!(plan.shifts.len(), 1);
        assert_eq!(Typed::of(&plan), typed());
    }

    #[test]
    fn what_does_not_read_is_told_at_once() {
        let mut wrong = typed();
        assert_eq!(
            told(&Typed {
                day: " ".into(),
                ..typed()
            }),
            ["day missing"]
        );
        wrong.day = "soon".into();
        wrong.until = String::new();
        wrong.shifts[0].places = "ten".into();
        assert_eq!(
            told(&wrong),
            ["day not_a_day", "ends missing", "shifts.0.places not_digits"]
        );
    }

    #[test]
    fn what_the_rules_find_is_told_beside_what_does_not_read() {
        let wrong = Typed {
            day: String::new(),
            ..typed()
        };
        let rules = |plan: &Plan| {
            assert_eq!(plan.title, "节水日");
            ["town", "ends", "shifts.0.ends"]
                .map(|field| FieldFlaw::new(field, Flaw::Missing))
                .to_vec()
        };
        let fields = |typed: &Typed| {
            let flaws = typed.flaws(rules).into_iter();
            flaws.map(|flaw| flaw.field).collect::<Vec<_>>()
        };
        assert_eq!(fields(&wrong), ["day", "town"]);
        assert_eq!(fields(&typed()), ["town", "ends", "shifts.0.ends"]);
    }

    #[test]
    fn shifts_that_lie_at_the_edges_go_along() {
        let mut moved = typed();
        moved.add_shift();
        moved.shifts[1].from = "10:00".into();
        moved.begin("14:00".into());
        moved.end("17:00".into());
        assert_eq!((&*moved.shifts[0].from, &*moved.shifts[0].until), ("14:00", "17:00"));
        assert_eq!((&*moved.shifts[1].from, &*moved.shifts[1].until), ("10:00", "17:00"));
    }

    #[test]
    fn an_evening_may_last_until_midnight() {
        let late = Typed {
            until: "00:00".into(),
            shifts: Vec::new(),
            ..typed()
        };
        assert_eq!(late.plan().unwrap().ends.to_string(), "2026-12-06 16:00:00 UTC");
        for (wrong, read) in [("9", None), ("24:00", None), ("09:60", None), ("9:05", Some(545))] {
            assert_eq!(minutes(wrong), read, "{wrong}");
        }
    }
}
