//! What is planned of a delivery.

use chrono::{DateTime, Days, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::form::{Answer as _, FieldFlaw, Flaw};
use crate::house::House;
use crate::outage::flaw_of_line;
use crate::place::Point;
use crate::time::{self, Moment, local, span_of, today};
use crate::words::Lang;

/// Characters of a truck's plate or name.
const TRUCK: usize = 20;
/// Stops of one delivery.
const STOPS: usize = 12;
/// Litres that the largest truck carries.
const LITRES: u32 = 50_000;
/// Nobody waits longer at one place.
const LONGEST_HOURS: i64 = 12;

/// A place at which a truck gives water. Moments are UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Stop {
    /// The town's code.
    pub town: String,
    /// Where, in words for residents, with street or estate; at most 200 characters.
    pub place: String,
    /// Where on the map, `latitude,longitude` (WGS 84); left out where nobody has looked it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when; at most 12 hours later.
    pub until: DateTime<Utc>,
}

/// A truck and its stops, the first first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// The truck's plate or name; at most 20 characters.
    pub truck: String,
    /// What it carries, litres; 1 to 50,000.
    pub litres: u32,
    /// The code of the unit whose crew drives it.
    pub unit: String,
    /// Where it stops; one to twelve, one after the other.
    pub stops: Vec<Stop>,
}

impl Stop {
    /// From when until when, as people say it, seen from `now`: 明天 09:00–11:00.
    pub fn when(&self, now: Moment, lang: Lang) -> String {
        format!(
            "{}–{}",
            time::say(self.from, now, lang),
            local(self.until).format("%H:%M")
        )
    }

    fn flaws(&self, path: &str, house: &House, before: Option<&Self>) -> Vec<FieldFlaw> {
        let at = |field: &str| format!("{path}.{field}");
        let point = self.point.as_deref().and_then(|point| Point::parse(point, house).err());
        let lasts = self.until - self.from;
        let wrong = lasts <= TimeDelta::zero() || lasts > TimeDelta::hours(LONGEST_HOURS);
        let overlaps = before.is_some_and(|before| self.from < before.until);
        let town = house.town(&self.town).is_none();
        town.then(|| FieldFlaw::new(at("town"), Flaw::NotATown))
            .into_iter()
            .chain(flaw_of_line(&at("place"), &self.place))
            .chain(point.map(|flaw| FieldFlaw::new(at("point"), flaw)))
            .chain(overlaps.then(|| FieldFlaw::new(at("from"), Flaw::StopOverlaps)))
            .chain(wrong.then(|| FieldFlaw::new(at("until"), Flaw::StopWrong { hours: LONGEST_HOURS })))
            .collect()
    }
}

impl Delivery {
    /// Every flaw at once, each beside its field.
    pub fn flaws(&self, house: &House) -> Vec<FieldFlaw> {
        let is = self.truck.trim().chars().count();
        let truck = match is {
            0 => Some(Flaw::Missing),
            is if is > TRUCK => Some(Flaw::TooLong { most: TRUCK, is }),
            _ => None,
        };
        let litres = match self.litres {
            0 => Some(Flaw::TooSmall { least: 1 }),
            litres if litres > LITRES => Some(Flaw::TooBig { most: LITRES }),
            _ => None,
        };
        let count = match self.stops.len() {
            0 => Some(Flaw::Missing),
            count if count > STOPS => Some(Flaw::TooMany { most: STOPS }),
            _ => None,
        };
        let stops = self.stops.iter().enumerate().flat_map(|(at, stop)| {
            let before = at.checked_sub(1).and_then(|before| self.stops.get(before));
            stop.flaws(&format!("stops.{at}"), house, before)
        });
        let unit = house.unit(&self.unit).is_none();
        truck
            .map(|flaw| FieldFlaw::new("truck", flaw))
            .into_iter()
            .chain(litres.map(|flaw| FieldFlaw::new("litres", flaw)))
            .chain(unit.then(|| FieldFlaw::new("unit", Flaw::NotAUnit)))
            .chain(count.map(|flaw| FieldFlaw::new("stops", flaw)))
            .chain(stops)
            .collect()
    }

    /// The delivery with its texts trimmed.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let stop = |stop: Stop| Stop {
            place: stop.place.trim().to_owned(),
            point: stop.point.filter(|point| !point.trim().is_empty()),
            ..stop
        };
        Self {
            truck: self.truck.trim().to_owned(),
            stops: self.stops.into_iter().map(stop).collect(),
            ..self
        }
    }

    /// Whether there is nothing more to come of it at `now`.
    pub fn is_over(&self, now: Moment) -> bool {
        self.stops.last().is_none_or(|stop| stop.until <= now)
    }

    /// Whether it stops anywhere today or tomorrow, seen from `now`; also where that is over by now.
    pub fn is_at_hand(&self, now: Moment) -> bool {
        let (start, _) = span_of(today(now));
        let (_, end) = span_of(today(now) + Days::new(1));
        self.stops.iter().any(|stop| start < stop.until && stop.from < end)
    }

    /// What one stop gets where the truck gives what it carries in equal parts, litres; nobody is brought none.
    pub fn share(&self) -> u32 {
        let stops = u32::try_from(self.stops.len()).unwrap_or(u32::MAX);
        (self.litres / stops.max(1)).max(1)
    }
}

/// The first stop at which the truck is elsewhere, with another delivery of its own.
pub fn clash(plan: &Delivery, others: &[Delivery]) -> Option<FieldFlaw> {
    let same = |other: &&Delivery| other.truck.trim() == plan.truck.trim();
    let taken: Vec<_> = others.iter().filter(same).flat_map(|other| &other.stops).collect();
    let busy = |stop: &Stop| {
        taken
            .iter()
            .any(|other| stop.from < other.until && other.from < stop.until)
    };
    let at = plan.stops.iter().position(busy)?;
    Some(FieldFlaw::new(format!("stops.{at}.from"), Flaw::TruckTaken))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn stop(place: &str, from: &str, until: &str) -> Stop {
        let at = |clock: &str| format!("2026-11-25T{clock}:00Z").parse().unwrap();
        Stop {
            town: "nancheng".into(),
            place: place.into(),
            point: None,
            from: at(from),
            until: at(until),
        }
    }

    pub(crate) fn delivery() -> Delivery {
        Delivery {
            truck: "粤S12345".into(),
            litres: 8000,
            unit: "branch-nancheng".into(),
            stops: vec![
                stop("鸿福路社区公园北门", "01:00", "03:00"),
                stop("元美花园东门", "03:30", "05:00"),
            ],
        }
    }

    fn told(flaws: &[FieldFlaw]) -> Vec<String> {
        let told = flaws.iter().map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()));
        told.collect()
    }

    #[test]
    fn every_flaw_is_told_beside_its_field() {
        let house = House::dongguan();
        assert_eq!(delivery().flaws(&house), []);
        let mut wrong = Delivery {
            truck: " ".into(),
            litres: 0,
            unit: "nobody".into(),
            ..delivery()
        };
        wrong.stops[0].until = wrong.stops[0].from;
        wrong.stops[0].point = Some("here".into());
        wrong.stops[1].from = wrong.stops[0].from - TimeDelta::hours(1);
        wrong.stops[1].place = String::new();
        assert_eq!(
            told(&wrong.flaws(&house)),
            [
                "truck missing",
                "litres too_small",
                "unit not_a_unit",
                "stops.0.point not_a_point",
                "stops.0.until stop_wrong",
                "stops.1.place missing",
                "stops.1.from stop_overlaps",
            ]
        );
        let none = Delivery {
            stops: Vec::new(),
            ..delivery()
        };
        assert_eq!(told(&none.flaws(&house)), ["stops missing"]);
    }

    #[test]
    fn a_stop_is_told_from_when_until_when() {
        let now = "2026-11-24T02:00:00Z".parse().unwrap();
        let stop = stop("鸿福路社区公园北门", "01:00", "03:00");
        assert_eq!(stop.when(now, Lang::Zh), "明天 09:00–11:00");
        assert_eq!(stop.when(now, Lang::En), "tomorrow 09:00–11:00");
    }

    #[test]
    fn it_is_at_hand_on_its_day_and_the_day_before() {
        // In China, which is eight hours ahead.
        for (now, is) in [
            ("2026-11-23T15:59:00Z", false),
            ("2026-11-23T16:00:00Z", true),
            ("2026-11-25T15:59:00Z", true),
            ("2026-11-25T16:00:00Z", false),
        ] {
            assert_eq!(delivery().is_at_hand(now.parse().unwrap()), is, "{now}");
        }
    }

    #[test]
    fn what_a_truck_carries_is_shared_out() {
        let shared = |litres, stops: usize| {
            let all = vec![stop("体育路", "01:00", "03:00"); stops];
            Delivery {
                litres,
                stops: all,
                ..delivery()
            }
            .share()
        };
        assert_eq!(shared(8000, 3), 2666);
        assert_eq!(shared(8000, 0), 8000);
        assert_eq!(shared(5, 12), 1);
    }

    #[test]
    fn one_truck_is_at_one_place_at_a_time() {
        let other = Delivery {
            stops: vec![stop("体育路", "04:00", "06:00")],
            ..delivery()
        };
        let flaw = clash(&delivery(), std::slice::from_ref(&other)).unwrap();
        assert_eq!(told(&[flaw]), ["stops.1.from truck_taken"]);
        let another = Delivery {
            truck: "粤S54321".into(),
            ..other.clone()
        };
        assert_eq!(clash(&delivery(), &[another]), None);
        let later = Delivery {
            stops: vec![stop("体育路", "05:00", "06:00")],
            ..other
        };
        assert_eq!(clash(&delivery(), &[later]), None, "it drives on at once");
    }
}
