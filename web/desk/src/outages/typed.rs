//! A notice as it is typed: every field a text of its own, so that nothing is lost that does not read yet.

use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::outage::{Area, Outage, OutageKind};
use shuiting_shared::time::{Moment, local, moment};

/// How a browser writes a day with a time of the day.
const WRITTEN: &str = "%Y-%m-%dT%H:%M";

/// A moment as a browser's input takes it, by the clock in China.
pub(super) fn written(at: Moment) -> String {
    local(at).format(WRITTEN).to_string()
}

/// What a browser's input says; nothing where it does not read.
pub(super) fn read(typed: &str) -> Option<Moment> {
    let typed = typed.trim();
    // Some browsers write the seconds too.
    let minutes = typed.get(..16).unwrap_or(typed);
    chrono::NaiveDateTime::parse_from_str(minutes, WRITTEN).ok().map(moment)
}

/// Several of a kind, as people write them one after the other.
pub(super) fn listed(typed: &str) -> Vec<String> {
    let parts = typed.split(['、', ',', ',', ';', ';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A part of a town as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TypedArea {
    pub(super) town: String,
    pub(super) words: String,
    pub(super) streets: String,
    pub(super) estates: String,
    pub(super) accounts: String,
}

impl TypedArea {
    fn of(area: &Area) -> Self {
        Self {
            town: area.town.clone(),
            words: area.words.clone(),
            streets: area.streets.join("、"),
            estates: area.estates.join("、"),
            accounts: area.accounts.join("、"),
        }
    }

    fn area(&self) -> Area {
        Area {
            town: self.town.clone(),
            words: self.words.clone(),
            streets: listed(&self.streets),
            estates: listed(&self.estates),
            accounts: listed(&self.accounts),
        }
    }
}

/// A notice as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) kind: OutageKind,
    pub(super) starts: String,
    pub(super) ends: String,
    pub(super) areas: Vec<TypedArea>,
    pub(super) reason: String,
    /// A line each.
    pub(super) points: String,
    pub(super) households: String,
    /// Why it is changed.
    pub(super) why: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            kind: OutageKind::Planned,
            starts: String::new(),
            ends: String::new(),
            areas: vec![TypedArea::default()],
            reason: String::new(),
            points: String::new(),
            households: String::new(),
            why: String::new(),
        }
    }
}

impl Typed {
    /// A notice, to be changed.
    pub(super) fn of(outage: &Outage) -> Self {
        Self {
            kind: outage.kind,
            starts: written(outage.starts),
            ends: written(outage.ends),
            areas: outage.areas.iter().map(TypedArea::of).collect(),
            reason: outage.reason.clone(),
            points: outage.points.join("\n"),
            households: outage.households.to_string(),
            why: String::new(),
        }
    }

    /// The notice, where all of it reads.
    pub(super) fn outage(&self) -> Option<Outage> {
        let (outage, flaws) = self.reads();
        flaws.is_empty().then_some(outage)
    }

    /// All that is wrong: what does not read, and what `rules` find in the rest. What they say of times counts only where
    /// both times read.
    pub(super) fn flaws(&self, rules: impl FnOnce(&Outage) -> Vec<FieldFlaw>) -> Vec<FieldFlaw> {
        let (outage, mut flaws) = self.reads();
        let timed = |field: &str| matches!(field, "starts" | "ends" | "water" | "why");
        let untimed = flaws.iter().any(|flaw| timed(&flaw.field));
        let found = rules(&outage).into_iter();
        flaws.extend(found.filter(|flaw| !untimed || !timed(&flaw.field)));
        flaws
    }

    /// The notice as far as it reads, and what does not.
    fn reads(&self) -> (Outage, Vec<FieldFlaw>) {
        let mut flaws = Vec::new();
        let mut at = |field: &str, typed: &str| {
            read(typed).unwrap_or_else(|| {
                flaws.push(FieldFlaw::new(field, Flaw::Missing));
                Moment::default()
            })
        };
        let (starts, ends) = (at("starts", &self.starts), at("ends", &self.ends));
        let households = self.households.trim();
        // Nobody need have counted.
        let counted = if households.is_empty() {
            Ok(0)
        } else {
            households.parse()
        };
        if counted.is_err() {
            flaws.push(FieldFlaw::new("households", Flaw::NotDigits));
        }
        let outage = Outage {
            kind: self.kind,
            areas: self.areas.iter().map(TypedArea::area).collect(),
            reason: self.reason.clone(),
            starts,
            ends,
            points: self
                .points
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            households: counted.unwrap_or_default(),
        };
        (outage, flaws)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            starts: "2026-11-25T22:00".into(),
            ends: "2026-11-26T04:00:00".into(),
            areas: vec![TypedArea {
                town: "nancheng".into(),
                words: "鸿福路一带".into(),
                streets: "鸿福路、体育路,元美路".into(),
                ..TypedArea::default()
            }],
            points: "社区公园北门\n\n元美花园东门\n".into(),
            households: "800".into(),
            ..Typed::default()
        }
    }

    #[test]
    fn what_is_typed_is_read_by_the_clock_in_china() {
        let outage = typed().outage().unwrap();
        assert_eq!(outage.starts.to_string(), "2026-11-25 14:00:00 UTC");
        assert_eq!(outage.areas[0].streets, ["鸿福路", "体育路", "元美路"]);
        assert_eq!(outage.points, ["社区公园北门", "元美花园东门"]);
        assert_eq!(Typed::of(&outage).outage(), Some(outage), "and written back the same");
    }

    #[test]
    fn what_does_not_read_is_told_beside_what_the_rules_find_in_the_rest() {
        let wrong = Typed {
            starts: String::new(),
            households: "many".into(),
            ..typed()
        };
        let rules = |_: &Outage| {
            ["reason", "starts", "water"]
                .map(|field| FieldFlaw::new(field, Flaw::Missing))
                .to_vec()
        };
        let fields: Vec<_> = wrong.flaws(rules).into_iter().map(|flaw| flaw.field).collect();
        assert_eq!(fields, ["starts", "households", "reason"]);
        assert_eq!(wrong.outage(), None);
        let uncounted = Typed {
            households: " ".into(),
            ..typed()
        };
        assert_eq!(uncounted.outage().map(|outage| outage.households), Some(0));
    }
}
