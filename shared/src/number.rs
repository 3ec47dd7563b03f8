//! The case number: seven symbols, said `7F2-0391`, the last of which checks the others.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Digits and the letters that cannot be taken for a digit or for each other when written by hand:
/// no I, L, O, S, U. Thirty-one symbols, a prime, so that one weighted sum catches every wrong symbol
/// and every two symbols exchanged.
const SYMBOLS: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRTVWXYZ";
const PRIME: u32 = 31;
const PAYLOAD: u32 = 6;
const LENGTH: usize = 7;

/// How many numbers there are: 31⁶ = 887,503,681.
pub const NUMBERS: u32 = PRIME.pow(PAYLOAD);

/// A case number that is known to check.
///
/// Read leniently (lower case, spaces, hyphens, O for 0, I and L for 1, S for 5), written one way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNumber([u8; LENGTH]);

/// What is wrong with something that should have been a case number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Not seven symbols.
    #[error("a case number has seven symbols")]
    Length,
    /// A symbol that no number has.
    #[error("a case number has no such symbol")]
    Symbol,
    /// The last symbol does not fit the others: something was misheard or mistyped.
    #[error("the case number's check symbol does not fit")]
    Check,
}

/// The symbol that makes Σ (position + 1) · value ≡ 0 (mod 31); seven distinct weights below 31.
fn check(payload: &[u32]) -> u32 {
    let sum: u32 = payload.iter().zip(1..).map(|(value, weight)| value * weight).sum();
    // 7 · 9 = 63 ≡ 1 (mod 31): nine is the inverse of the check symbol's own weight.
    ((PRIME - sum % PRIME) * 9) % PRIME
}

fn value(symbol: char) -> Option<u32> {
    let plain = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'S' => '5',
        other => other,
    };
    SYMBOLS
        .iter()
        .zip(0..)
        .find(|(known, _)| char::from(**known) == plain)
        .map(|(_, value)| value)
}

impl CaseNumber {
    /// The number with this index; indices beyond [`NUMBERS`] wrap round.
    pub fn from_index(index: u32) -> Self {
        let mut values = [0; LENGTH];
        let mut rest = index % NUMBERS;
        for value in values[..LENGTH - 1].iter_mut().rev() {
            *value = rest % PRIME;
            rest /= PRIME;
        }
        values[LENGTH - 1] = check(&values[..LENGTH - 1]);
        Self(values.map(|value| SYMBOLS[value as usize]))
    }

    fn plain(self) -> String {
        self.0.iter().map(|symbol| char::from(*symbol)).collect()
    }
}

impl FromStr for CaseNumber {
    type Err = NotANumber;

    fn from_str(said: &str) -> Result<Self, NotANumber> {
        let mut values = [0; LENGTH];
        let mut count = 0;
        for symbol in said.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let value = value(symbol).ok_or(NotANumber::Symbol)?;
            *values.get_mut(count).ok_or(NotANumber::Length)? = value;
            count += 1;
        }
        if count != LENGTH {
            return Err(NotANumber::Length);
        }
        if check(&values[..LENGTH - 1]) != values[LENGTH - 1] {
            return Err(NotANumber::Check);
        }
        Ok(Self(values.map(|value| SYMBOLS[value as usize])))
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        write!(f, "{}-{}", &plain[..3], &plain[3..])
    }
}

impl fmt::Debug for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for CaseNumber {
    type Error = NotANumber;

    fn try_from(said: String) -> Result<Self, NotANumber> {
        said.parse()
    }
}

impl From<CaseNumber> for String {
    fn from(number: CaseNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_read_as_people_say_it() {
        let number = CaseNumber::from_index(123_456_789);
        let said = number.to_string();
        assert_eq!(said.len(), 8);
        assert_eq!(said.to_lowercase().parse(), Ok(number));
        assert_eq!(said.replace('-', " ").parse(), Ok(number));
        assert_eq!(
            said.replace('0', "o").replace('1', "l").replace('5', "s").parse(),
            Ok(number)
        );
    }

    #[test]
    fn refuses_what_is_none() {
        assert_eq!("7F2".parse::<CaseNumber>(), Err(NotANumber::Length));
        assert_eq!("7F2-039188".parse::<CaseNumber>(), Err(NotANumber::Length));
        assert_eq!("7F2-03!1".parse::<CaseNumber>(), Err(NotANumber::Symbol));
    }

    proptest! {
        #[test]
        fn survives_being_written_down(index in 0..NUMBERS) {
            let number = CaseNumber::from_index(index);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn one_wrong_symbol_is_noticed(index in 0..NUMBERS, at in 0..7usize, other in 0..31usize) {
            let mut symbols = CaseNumber::from_index(index).0;
            prop_assume!(symbols[at] != SYMBOLS[other]);
            symbols[at] = SYMBOLS[other];
            let said = CaseNumber(symbols).plain();
            prop_assert_eq!(said.parse::<CaseNumber>(), Err(NotANumber::Check));
        }

        #[test]
        fn two_exchanged_symbols_are_noticed(index in 0..NUMBERS, a in 0..7usize, b in 0..7usize) {
            let mut symbols = CaseNumber::from_index(index).0;
            prop_assume!(symbols[a] != symbols[b]);
            symbols.swap(a, b);
            let said = CaseNumber(symbols).plain();
            prop_assert_eq!(said.parse::<CaseNumber>(), Err(NotANumber::Check));
        }
    }
}
