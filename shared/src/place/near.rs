//! How far two places are apart, and how what is near is looked for without knowing where anything is exactly.

use super::Point;

/// Two leaks this near, in metres, are likely one.
pub const NEAR_METRES: f64 = 250.0;

/// The mean radius of the earth, metres.
const RADIUS: f64 = 6_371_008.8;

/// A cell's height: no less than [`NEAR_METRES`] from south to north.
const HEIGHT_DEGREES: f64 = 0.002_25;
/// A cell's width: no less than [`NEAR_METRES`] from west to east anywhere south of 55° N, as all of China is.
const WIDTH_DEGREES: f64 = 0.004;

/// A cell of a grid over the map, some 250 m by 400 m in Dongguan: as much as is kept open of where something is.
/// What is within [`NEAR_METRES`] of a point in one cell lies in it or in one of the eight around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Rows from the equator.
    pub north: i32,
    /// Columns from Greenwich.
    pub east: i32,
}

impl Cell {
    /// It and the eight around it.
    pub fn around(self) -> impl Iterator<Item = Self> {
        (-1..=1).flat_map(move |north| {
            (-1..=1).map(move |east| Self {
                north: self.north + north,
                east: self.east + east,
            })
        })
    }
}

impl Point {
    /// The cell it lies in.
    pub fn cell(self) -> Cell {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "180 degrees are 80,000 rows and 45,000 columns"
        )]
        let count = |degrees: f64, size: f64| (degrees / size).floor() as i32;
        Cell {
            north: count(self.latitude, HEIGHT_DEGREES),
            east: count(self.longitude, WIDTH_DEGREES),
        }
    }

    /// The way over the globe to another point, metres (haversine).
    pub fn metres_to(self, other: Self) -> f64 {
        let (from, to) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let way = from.cos() * to.cos() * half(other.longitude - self.longitude);
        let a = half(other.latitude - self.latitude) + way;
        2.0 * RADIUS * a.sqrt().min(1.0).asin()
    }
}

/// A way as strangers are told it: the next 50 m above, so that it leads to nobody's door.
pub fn rounded(metres: f64) -> u32 {
    const STEP: f64 = 50.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "ways on the globe are positive and have at most eight figures"
    )]
    let steps = (metres / STEP).ceil().max(1.0) as u32;
    steps * 50
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn point(latitude: f64, longitude: f64) -> Point {
        Point::new(latitude, longitude).unwrap()
    }

    #[test]
    fn ways_are_what_a_map_says() {
        // The people's hall and the museum of Dongguan: some 0.01° apart to the north is 1,112 m.
        let hall = point(23.02, 113.75);
        assert!((hall.metres_to(point(23.03, 113.75)) - 1112.0).abs() < 1.0);
        // To the east a degree is shorter by the cosine of 23°.
        assert!((hall.metres_to(point(23.02, 113.76)) - 1023.4).abs() < 1.0);
        assert!(hall.metres_to(hall) < 0.001);
    }

    #[test]
    fn strangers_hear_steps_of_fifty_metres() {
        for (metres, said) in [(0.0, 50), (50.0, 50), (50.1, 100), (249.0, 250)] {
            assert_eq!(rounded(metres), said);
        }
    }

    proptest! {
        /// Nothing that is near is missed for lying in a cell that nobody looks into.
        #[test]
        fn what_is_near_lies_in_a_neighbouring_cell(
            latitude in 3.0..55.0f64,
            longitude in 73.0..136.0f64,
            north in -1.0..1.0f64,
            east in -1.0..1.0f64,
        ) {
            let here = point(latitude, longitude);
            let there = point(latitude + north * 0.0023, longitude + east * 0.004);
            prop_assume!(here.metres_to(there) <= NEAR_METRES);
            prop_assert!(here.cell().around().any(|cell| cell == there.cell()));
        }

        #[test]
        fn there_is_as_far_as_back(a in 3.0..55.0f64, b in 73.0..136.0f64, c in 3.0..55.0f64, d in 73.0..136.0f64) {
            let (here, there) = (point(a, b), point(c, d));
            prop_assert!((here.metres_to(there) - there.metres_to(here)).abs() < 0.001);
        }
    }
}
