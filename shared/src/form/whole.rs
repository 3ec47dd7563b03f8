//! Whole numbers.

use super::{Answer, Flaw, Kind};
use crate::house::House;
use crate::person;

/// A whole number between bounds.
fn whole(raw: &str, kind: Kind) -> Result<u32, Flaw> {
    let Kind::Whole { least, most, .. } = kind else {
        return Err(Flaw::NotDigits);
    };
    let digits = person::narrow(raw);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(Flaw::NotDigits);
    }
    match digits.parse() {
        Ok(number) if number < least => Err(Flaw::TooSmall { least }),
        Ok(number) if number <= most => Ok(number),
        _ => Err(Flaw::TooBig { most }),
    }
}

/// Gives a whole-number answer type.
macro_rules! whole {
    ($(#[$meta:meta])* $name:ident, $least:literal ..= $most:literal, $zh:literal / $en:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(u32);

        impl $name {
            /// The number.
            pub const fn get(self) -> u32 {
                self.0
            }
        }

        impl Answer for $name {
            const KIND: Kind = Kind::Whole { least: $least, most: $most, unit: crate::words::bi($zh, $en) };

            fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
                whole(raw, Self::KIND).map(Self)
            }

            fn canonical(&self) -> String {
                self.0.to_string()
            }
        }
    };
}

whole!(
    /// What a meter shows, whole cubic metres.
    Reading,
    0..=9_999_999,
    "立方米" / "m³"
);
whole!(
    /// Households behind one connection.
    Households,
    1..=5000,
    "户" / "household(s)"
);
whole!(
    /// Persons of a household whose tiers are widened; up to four are what the tiers are made for.
    Persons,
    5..=30,
    "人" / "persons"
);
whole!(
    /// Water that was or may be used, whole cubic metres.
    Volume,
    0..=9_999_999,
    "立方米" / "m³"
);
whole!(
    /// Persons who live in a household, however few.
    HouseholdSize,
    1..=30,
    "人" / "person(s)"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_large_from_five_on() {
        let read = |raw: &str| Persons::parse(raw, &House::dongguan()).map(|persons| persons.canonical());
        assert_eq!(read("4"), Err(Flaw::TooSmall { least: 5 }));
        assert_eq!(read("５").as_deref(), Ok("5"));
        assert_eq!(read("30").as_deref(), Ok("30"));
        assert_eq!(read("31"), Err(Flaw::TooBig { most: 30 }));
        assert_eq!(read("五"), Err(Flaw::NotDigits));
    }
}
