//! Where something is.

mod search;
mod split;

use std::fmt;

use crate::form::{Answer, Flaw, Kind};
use crate::house::House;
use crate::person;

pub use search::{Spot, search};
pub use split::{Parts, split};

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

/// One text for the ways in which people write the same address: letters and digits in half width and capitals, behind the
/// town's code; none where there are no letters. What parts two Latin letters or digits is kept as a hyphen, so that `3-501`
/// is not `35-01`. Other words (`3栋`, `3号楼`) stay another place: nobody is to be taken for their neighbour.
pub fn folded(town: &str, address: &str) -> Option<String> {
    let latin = |c: char| c.is_ascii_alphanumeric();
    let (mut text, mut parted) = (String::new(), false);
    for c in address.chars().map(person::half) {
        if !c.is_alphanumeric() {
            parted = true;
            continue;
        }
        if parted && latin(c) && text.ends_with(latin) {
            text.push('-');
        }
        parted = false;
        text.extend(c.to_uppercase());
    }
    (!text.is_empty()).then(|| format!("{town} {text}"))
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_address_is_written_in_many_ways() {
        let one = folded("nancheng", "鸿福路100号a座8-3-501");
        for same in [
            "鸿福路 100 号 A座 8-3-501",
            "鸿福路１００号,A座8–3–501",
            " 鸿福路100号A座(8 3 501) ",
        ] {
            assert_eq!(folded("nancheng", same), one, "{same}");
        }
        for other in ["鸿福路100号A座83-501", "鸿福路100号A座8-3-502", "鸿福路100号A楼8-3-501"] {
            assert_ne!(folded("nancheng", other), one, "{other}");
        }
        assert_ne!(folded("humen", "鸿福路100号a座8-3-501"), one);
        assert_eq!(folded("nancheng", "***"), None);
    }

    proptest! {
        #[test]
        fn spaces_around_an_address_say_nothing(address in "\\PC{0,40}", before in " {0,3}", after in " {0,3}") {
            let spaced = format!("{before}{address}{after}");
            prop_assert_eq!(folded("nancheng", &spaced), folded("nancheng", &address));
        }
    }

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
