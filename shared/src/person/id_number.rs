use chrono::NaiveDate;

use crate::form::{Flaw, Kind, read_answer};

/// A citizen's identity number, GB 11643: eighteen places, a date of birth, a check digit by ISO 7064 MOD 11-2.
/// Sensitive under PIPL: stored encrypted, shown `310***********1234`.
#[derive(Clone, PartialEq, Eq)]
pub struct IdNumber(String);

super::personal!(IdNumber, |full| super::mask(full, 3, 4));

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

impl IdNumber {
    /// Reads a number; the flaw names the place that is wrong where there is one.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let id = super::squeeze(raw);
        let count = id.chars().count();
        if count != 18 {
            return Err(Flaw::IdLength { is: count });
        }
        let mut sum = 0;
        for (place, (c, weight)) in id.chars().zip(WEIGHTS).enumerate() {
            let digit = c.to_digit(10).ok_or(Flaw::IdPlace { place: place + 1 })?;
            sum += digit * weight;
        }
        if !id.is_ascii() {
            return Err(Flaw::IdCheck);
        }
        let born = NaiveDate::parse_from_str(&id[6..14], "%Y%m%d").map_err(|_| Flaw::IdBirthday)?;
        if born < NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default() {
            return Err(Flaw::IdBirthday);
        }
        if id.chars().last() != CHECKS.get(sum as usize % 11).copied() {
            return Err(Flaw::IdCheck);
        }
        Ok(Self(id))
    }
}

read_answer!(IdNumber, Kind::IdNumber);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // The example printed in GB 11643 itself.
    const STANDARD: &str = "11010519491231002X";

    #[test]
    fn reads_the_standards_own_example() {
        assert_eq!(IdNumber::read(STANDARD).unwrap().reveal(), STANDARD);
        assert_eq!(IdNumber::read(" 110105 19491231 002x ").unwrap().reveal(), STANDARD);
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(IdNumber::read("1101051949123100"), Err(Flaw::IdLength { is: 16 }));
        assert_eq!(IdNumber::read("1101051949A231002X"), Err(Flaw::IdPlace { place: 11 }));
        assert_eq!(IdNumber::read("110105194913310020"), Err(Flaw::IdBirthday));
        assert_eq!(IdNumber::read("110105194912310021"), Err(Flaw::IdCheck));
        assert_eq!(IdNumber::read("11010519491231002的"), Err(Flaw::IdCheck));
    }

    #[test]
    fn is_masked_unless_revealed() {
        assert_eq!(format!("{:?}", IdNumber::read(STANDARD).unwrap()), "110***********002X");
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_noticed(place in 0..17usize, digit in 0..10u8) {
            let mut typed = STANDARD.as_bytes().to_vec();
            prop_assume!(typed[place] != b'0' + digit);
            typed[place] = b'0' + digit;
            prop_assert!(IdNumber::read(std::str::from_utf8(&typed).unwrap()).is_err());
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC*") {
            let _ = IdNumber::read(&typed);
        }
    }
}
