//! What an event is to be.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Task, Topic};
use crate::form::{FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::time::{Moment, today};

/// Characters of the title, which stands large on a poster.
const TITLE: usize = 30;
/// Characters of a line.
const LINE: usize = 60;
/// Characters of the words for residents.
const WORDS: usize = 500;
/// Shifts of one event.
const SHIFTS: usize = 6;
/// Volunteers of one shift.
const PLACES: u32 = 200;

/// A time for which volunteers sign up. Moments are UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Shift {
    /// From when.
    pub starts: DateTime<Utc>,
    /// Until when.
    pub ends: DateTime<Utc>,
    /// How many volunteers, 1 to 200.
    pub places: u32,
}

/// What an event is to be. Moments are UTC; all of it lies on one day in China.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Plan {
    /// What it is called; at most 30 characters.
    pub title: String,
    /// The town's code.
    pub town: String,
    /// The community or estate (社区、小区); at most 60 characters.
    pub community: String,
    /// Where people find it, in words; at most 60 characters.
    pub place: String,
    /// From when.
    pub starts: DateTime<Utc>,
    /// Until when.
    pub ends: DateTime<Utc>,
    /// What it is about; at least one.
    pub topics: Vec<Topic>,
    /// What volunteers do.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// The shifts of volunteers, at most 6, within the event's time; they may overlap each other.
    #[serde(default)]
    pub shifts: Vec<Shift>,
    /// What else residents should know; at most 500 characters, may be empty.
    #[serde(default)]
    pub words: String,
}

impl Plan {
    /// Every flaw at once, beside its field.
    pub fn flaws(&self, house: &House) -> Vec<FieldFlaw> {
        let line = |field: &str, text: &str, most: usize| {
            let is = text.trim().chars().count();
            let long = (is > most).then_some(Flaw::TooLong { most, is });
            long.or_else(|| Words::read(text).err())
                .map(|flaw| FieldFlaw::new(field, flaw))
        };
        let words = (!self.words.trim().is_empty()).then(|| line("words", &self.words, WORDS));
        let town = house.town(&self.town).is_none();
        let one_day = self.starts < self.ends && today(self.starts) == today(self.ends - TimeDelta::seconds(1));
        let shifts = self.shifts.iter().enumerate();
        let shifts = shifts.flat_map(|(at, shift)| self.flaws_of(shift, &format!("shifts.{at}")));
        line("title", &self.title, TITLE)
            .into_iter()
            .chain(town.then(|| FieldFlaw::new("town", Flaw::NotATown)))
            .chain(line("community", &self.community, LINE))
            .chain(line("place", &self.place, LINE))
            .chain((!one_day).then(|| FieldFlaw::new("ends", Flaw::NotThatDay)))
            .chain(self.topics.is_empty().then(|| FieldFlaw::new("topics", Flaw::Missing)))
            .chain((self.shifts.len() > SHIFTS).then(|| FieldFlaw::new("shifts", Flaw::TooMany { most: SHIFTS })))
            .chain(shifts)
            .chain(words.flatten())
            .collect()
    }

    fn flaws_of(&self, shift: &Shift, field: &str) -> Vec<FieldFlaw> {
        let within = self.starts <= shift.starts && shift.starts < shift.ends && shift.ends <= self.ends;
        let places = match shift.places {
            0 => Some(Flaw::TooSmall { least: 1 }),
            places if places > PLACES => Some(Flaw::TooBig { most: PLACES }),
            _ => None,
        };
        let outside = (!within).then(|| FieldFlaw::new(format!("{field}.ends"), Flaw::OutsideTheEvent));
        let places = places.map(|flaw| FieldFlaw::new(format!("{field}.places"), flaw));
        outside.into_iter().chain(places).collect()
    }

    /// The plan with its texts trimmed, and nothing named twice.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let trim = |text: String| text.trim().to_owned();
        let Self {
            mut topics, mut tasks, ..
        } = self;
        topics.sort_unstable();
        topics.dedup();
        tasks.sort_unstable();
        tasks.dedup();
        Self {
            title: trim(self.title),
            community: trim(self.community),
            place: trim(self.place),
            words: trim(self.words),
            topics,
            tasks,
            ..self
        }
    }

    /// Whether it is over at `now`.
    pub fn is_over(&self, now: Moment) -> bool {
        self.ends <= now
    }

    /// How many volunteers it takes, over all shifts.
    pub fn places(&self) -> u32 {
        self.shifts.iter().map(|shift| shift.places).sum()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn plan() -> Plan {
        let at = |hour: u32| format!("2026-11-28T{hour:02}:00:00Z").parse().unwrap();
        let shift = |from, until| Shift {
            starts: at(from),
            ends: at(until),
            places: 5,
        };
        Plan {
            title: "供水服务进社区".into(),
            town: "nancheng".into(),
            community: "元美社区".into(),
            place: "社区广场东侧".into(),
            starts: at(1),
            ends: at(4),
            topics: vec![Topic::Hall, Topic::Quality],
            tasks: vec![Task::Show, Task::Help],
            shifts: vec![shift(1, 3), shift(2, 4)],
            words: String::new(),
        }
    }

    #[test]
    fn every_flaw_is_told_beside_its_field() {
        let house = House::dongguan();
        assert_eq!(plan().flaws(&house), []);
        let wrong = Plan {
            title: " ".into(),
            town: "番禺".into(),
            community: "区".repeat(61),
            // 00:30 on the next day in China.
            ends: "2026-11-28T16:30:00Z".parse().unwrap(),
            topics: Vec::new(),
            shifts: vec![Shift {
                places: 0,
                ends: "2026-11-28T17:00:00Z".parse().unwrap(),
                ..plan().shifts[0].clone()
            }],
            words: "字".repeat(501),
            ..plan()
        };
        let told: Vec<_> = wrong
            .flaws(&house)
            .iter()
            .map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()))
            .collect();
        assert_eq!(
            told,
            [
                "title missing",
                "town not_a_town",
                "community too_long",
                "ends not_that_day",
                "topics missing",
                "shifts.0.ends outside_the_event",
                "shifts.0.places too_small",
                "words too_long",
            ]
        );
    }

    #[test]
    fn an_event_may_last_until_midnight() {
        let late = Plan {
            ends: "2026-11-28T16:00:00Z".parse().unwrap(),
            ..plan()
        };
        assert_eq!(late.flaws(&House::dongguan()), []);
    }

    #[test]
    fn nothing_is_named_twice() {
        let twice = Plan {
            topics: vec![Topic::Saving, Topic::Hall, Topic::Saving],
            title: " 节水日 ".into(),
            ..plan()
        };
        let trimmed = twice.trimmed();
        assert_eq!(trimmed.topics, [Topic::Hall, Topic::Saving]);
        assert_eq!(trimmed.title, "节水日");
    }
}
