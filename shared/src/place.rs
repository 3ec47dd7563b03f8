//! Where something is.

mod folded;
mod near;
mod search;
mod split;
mod street;

use std::fmt;

use crate::form::{Answer, Flaw, Kind};
use crate::house::House;

pub use folded::folded;
pub use near::{Cell, NEAR_METRES, rounded};
pub use search::{Spot, search};
pub use split::{Parts, split};
pub use street::street_of;

/// A town or sub-district that the house serves, by its code in the house's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Town(String);

impl Town {
    /// The code in the house's data.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl Answer for Town {
    const KIND: Kind = Kind::Town;

    fn parse(raw: &str, house: &House) -> Result<Self, Flaw> {
        let raw = raw.trim();
        house
            .towns
            .iter()
            .find(|town| town.code == raw || town.name.zh == raw || town.name.en.eq_ignore_ascii_case(raw))
            .map(|town| Self(town.code.clone()))
            .ok_or(Flaw::NotATown)
    }

    fn canonical(&self) -> String {
        self.0.clone()
    }
}

/// A typed address inside a town: 3 to 120 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Answer for Address {
    const KIND: Kind = Kind::Address;

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        Self::KIND.fit(raw).map(Self)
    }

    fn canonical(&self) -> String {
        self.0.clone()
    }
}

/// A point that the phone gave, WGS 84, written `latitude,longitude` in degrees.
/// Whereabouts are sensitive under PIPL: asked for once, for this filing only, never required.
#[derive(Clone, Copy, PartialEq)]
pub struct Point {
    latitude: f64,
    longitude: f64,
}

impl Point {
    /// A point on the globe, rounded to five places (about one metre).
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
        let fits = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        fits.then(|| Self {
            latitude: round(latitude),
            longitude: round(longitude),
        })
    }
}

impl fmt::Debug for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Point(…)")
    }
}

impl Answer for Point {
    const KIND: Kind = Kind::Point;

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        let (latitude, longitude) = raw.split_once([',', '，']).ok_or(Flaw::NotAPoint)?;
        let degrees = |text: &str| text.trim().parse::<f64>().map_err(|_| Flaw::NotAPoint);
        Self::new(degrees(latitude)?, degrees(longitude)?).ok_or(Flaw::NotAPoint)
    }

    fn canonical(&self) -> String {
        format!("{:.5},{:.5}", self.latitude, self.longitude)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_are_the_houses() {
        let house = House::dongguan();
        assert_eq!(Town::parse("南城", &house).unwrap().code(), "nancheng");
        assert_eq!(Town::parse("Nancheng", &house).unwrap().code(), "nancheng");
        assert_eq!(Town::parse("番禺", &house), Err(Flaw::NotATown));
    }

    #[test]
    fn points_are_on_the_globe() {
        let house = House::dongguan();
        assert_eq!(
            Point::parse("22.90781234, 113.8765", &house).unwrap().canonical(),
            "22.90781,113.87650"
        );
        for wrong in ["", "22.9", "91,113", "22,181", "NaN,113", "a,b"] {
            assert!(Point::parse(wrong, &house).is_err(), "{wrong}");
        }
    }
}
