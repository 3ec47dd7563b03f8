//! A delivery as it is typed.

use shuiting_shared::delivery::{Delivery, Stop};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::time::Moment;

use super::typed;

/// A stop as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TypedStop {
    pub(super) town: String,
    pub(super) place: String,
    pub(super) from: String,
    pub(super) until: String,
}

/// A delivery as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedTruck {
    pub(super) truck: String,
    pub(super) litres: String,
    pub(super) unit: String,
    pub(super) stops: Vec<TypedStop>,
}

impl Default for TypedTruck {
    fn default() -> Self {
        Self {
            truck: String::new(),
            litres: String::new(),
            unit: String::new(),
            stops: vec![TypedStop::default()],
        }
    }
}

impl TypedTruck {
    /// The delivery as far as it reads, and what does not.
    pub(super) fn reads(&self) -> (Delivery, Vec<FieldFlaw>) {
        let mut flaws = Vec::new();
        let litres = self.litres.trim().parse().map_err(|_| {
            flaws.push(FieldFlaw::new("litres", Flaw::NotDigits));
        });
        let mut stops = Vec::new();
        for (at, stop) in self.stops.iter().enumerate() {
            let mut read = |field: &str, typed: &str| {
                typed::read(typed).unwrap_or_else(|| {
                    flaws.push(FieldFlaw::new(format!("stops.{at}.{field}"), Flaw::Missing));
                    Moment::default()
                })
            };
            stops.push(Stop {
                town: stop.town.clone(),
                place: stop.place.clone(),
                point: None,
                from: read("from", &stop.from),
                until: read("until", &stop.until),
            });
        }
        let delivery = Delivery {
            truck: self.truck.clone(),
            litres: litres.unwrap_or(1),
            unit: self.unit.clone(),
            stops,
        };
        (delivery, flaws)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_read_is_told_beside_its_field() {
        let mut typed = TypedTruck {
            truck: "粤S12345".into(),
            litres: "much".into(),
            ..TypedTruck::default()
        };
        typed.stops[0].from = "2026-11-25T09:00".into();
        let (_, flaws) = typed.reads();
        let fields: Vec<_> = flaws.into_iter().map(|flaw| flaw.field).collect();
        assert_eq!(fields, ["litres", "stops.0.until"]);
        typed.litres = "8000".into();
        typed.stops[0].until = "2026-11-25T11:00".into();
        let (delivery, flaws) = typed.reads();
        assert_eq!((delivery.litres, flaws.len()), (8000, 0));
    }
}
