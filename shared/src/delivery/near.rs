//! Where water is to be had near by: the stops of today and tomorrow, the nearest first.

use chrono::Days;

use super::Stop;
use crate::form::Answer as _;
use crate::house::House;
use crate::place::{Point, street_of};
use crate::time::{Moment, span_of, today};

/// Where somebody looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// Their phone's own place.
    pub point: Option<Point>,
    /// The town's code.
    pub town: Option<String>,
    /// The street or estate, as [`street_of`] writes it.
    pub street: Option<String>,
}

/// How near a stop is, nearer first: by metres where both have a point, else by street, town, and the rest.
type Way = (u8, u64);

fn way(spot: &Spot, stop: &Stop, house: &House) -> Way {
    let there = stop.point.as_deref().and_then(|point| Point::parse(point, house).ok());
    if let (Some(here), Some(there)) = (spot.point, there) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "ways on the globe are positive and have at most eight figures"
        )]
        let metres = here.metres_to(there) as u64;
        return (0, metres);
    }
    let town = spot.town.as_deref() == Some(&stop.town);
    let street = spot.street.is_some() && street_of(&stop.place, house) == spot.street;
    match (town, street) {
        (true, true) => (1, 0),
        (true, false) => (2, 0),
        _ => (3, 0),
    }
}

/// The stops that are not over and begin today or tomorrow, the nearest first, of those as near the first in time; each
/// with the metres to it where both places are known. Where a town is named and no point, only those of the town.
pub fn near<'a, T>(
    stops: impl IntoIterator<Item = (T, &'a Stop)>,
    spot: &Spot,
    house: &House,
    now: Moment,
) -> Vec<(T, Option<u32>)> {
    let (_, end) = span_of(today(now) + Days::new(1));
    let mut found: Vec<_> = stops
        .into_iter()
        .filter(|(_, stop)| now < stop.until && stop.from < end)
        .map(|(one, stop)| (way(spot, stop, house), stop.from, one))
        .filter(|((rank, _), _, _)| spot.town.is_none() || *rank < 3)
        .collect();
    found.sort_by_key(|(way, from, _)| (*way, *from));
    let metres = |(rank, metres): Way| (rank == 0).then(|| u32::try_from(metres).unwrap_or(u32::MAX));
    found.into_iter().map(|(way, _, one)| (one, metres(way))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::stop;
    use super::*;

    fn at(clock: &str) -> Moment {
        format!("2026-11-25T{clock}:00Z").parse().unwrap()
    }

    fn told(stops: &[Stop], spot: &Spot, now: Moment) -> Vec<(usize, Option<u32>)> {
        near(stops.iter().enumerate(), spot, &House::dongguan(), now)
    }

    #[test]
    fn the_nearest_comes_first() {
        let mut stops = [
            stop("元美路1号", "01:00", "03:00"),
            stop("鸿福路社区公园", "04:00", "05:00"),
            stop("体育路8号", "02:00", "03:00"),
        ];
        let street = Spot {
            town: Some("nancheng".into()),
            street: Some("鸿福路".into()),
            ..Spot::default()
        };
        assert_eq!(told(&stops, &street, at("00:00")), [(1, None), (0, None), (2, None)]);
        stops[2].point = Some("23.02000,113.75000".into());
        stops[1].point = Some("23.03000,113.75000".into());
        let point = Spot {
            point: Point::new(23.02, 113.75),
            ..Spot::default()
        };
        assert_eq!(
            told(&stops, &point, at("00:00")),
            [(2, Some(0)), (1, Some(1111)), (0, None)]
        );
    }

    #[test]
    fn what_is_over_or_far_off_is_not_told() {
        let mut stops = [stop("元美路1号", "01:00", "03:00"), stop("鸿福路2号", "04:00", "05:00")];
        stops[1].town = "humen".into();
        let here = Spot {
            town: Some("nancheng".into()),
            ..Spot::default()
        };
        assert_eq!(told(&stops, &here, at("02:59")), [(0, None)]);
        assert_eq!(told(&stops, &here, at("03:00")), [], "another town's is of no use");
        assert_eq!(told(&stops, &Spot::default(), at("02:59")).len(), 2);
        let days = chrono::TimeDelta::days(2);
        assert_eq!(
            told(&stops, &Spot::default(), at("02:00") - days),
            [],
            "the day after tomorrow"
        );
    }
}
