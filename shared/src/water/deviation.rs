//! By how much a meter is wrong.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::form::Flaw;
use crate::person::narrow;

/// What a laboratory found a meter to show too much (above nought) or too little, in hundredths of a percent of the water
/// that ran through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Deviation(i32);

/// Hundredths of a percent in a whole.
const WHOLE: i64 = 10_000;

impl Deviation {
    /// A meter that shows half of the water, or three times as much, is broken rather than wrong.
    const BOUNDS: std::ops::RangeInclusive<i32> = -5_000..=20_000;

    /// Reads percent as laboratories write them: `5.2`, `+5.2%`, `-3.05`.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let text = narrow(raw).replace('−', "-");
        let text = text.trim().trim_end_matches('%').trim();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
        let all = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || whole.len() > 4 || rest.len() > 2 || !all(whole) || !all(rest) {
            return Err(Flaw::NotAPercent);
        }
        let hundredths = format!("{whole}{rest:0<2}").parse::<i32>();
        let deviation = Self(sign * hundredths.map_err(|_| Flaw::NotAPercent)?);
        deviation.check().map(|()| deviation)
    }

    /// Whether a meter can be wrong by so much; one that is not wrong at all is none of these.
    pub fn check(self) -> Result<(), Flaw> {
        if self.0 != 0 && Self::BOUNDS.contains(&self.0) {
            Ok(())
        } else {
            Err(Flaw::NotAPercent)
        }
    }

    /// Cubic metres that ran through a meter which showed so many, rounded half up.
    pub fn right(self, shown: u32) -> u32 {
        let through = WHOLE + i64::from(self.0);
        let litres = (2 * i64::from(shown) * WHOLE + through).div_euclid(2 * through.max(1));
        u32::try_from(litres).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { '-' } else { '+' }, self.0.unsigned_abs());
        write!(f, "{sign}{}.{:02}%", size / 100, size % 100)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_read_as_laboratories_write_it() {
        for (raw, said) in [
            ("5.2", "+5.20%"),
            (" +5.2% ", "+5.20%"),
            ("-3.05", "-3.05%"),
            ("−3%", "-3.00%"),
            ("200", "+200.00%"),
        ] {
            assert_eq!(Deviation::read(raw).map(|read| read.to_string()).as_deref(), Ok(said));
        }
        for raw in ["", "%", "0", "-0.00", "5.205", "-50.01", "200.01", "1e2", "--3", "五"] {
            assert_eq!(Deviation::read(raw), Err(Flaw::NotAPercent), "{raw}");
        }
    }

    #[test]
    fn what_ran_through_is_what_was_shown_less_the_error() {
        let right = |percent: &str, shown| Deviation::read(percent).unwrap().right(shown);
        assert_eq!(right("25", 40), 32, "it showed a quarter too much");
        assert_eq!(right("-20", 40), 50, "it showed a fifth too little");
        assert_eq!((right("5", 20), right("5", 0)), (19, 0));
    }

    proptest! {
        #[test]
        fn who_was_shown_too_much_never_used_more(hundredths in -5_000..=20_000_i32, shown in 0..1_000_000_u32) {
            let right = Deviation(hundredths).right(shown);
            let fits = if hundredths > 0 { right <= shown } else { right >= shown };
            prop_assert!(fits, "{} {}", right, shown);
        }

        #[test]
        fn what_is_said_is_read(hundredths in -5_000..=20_000_i32) {
            prop_assume!(hundredths != 0);
            let deviation = Deviation(hundredths);
            prop_assert_eq!(Deviation::read(&deviation.to_string()), Ok(deviation));
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC*") {
            let _ = Deviation::read(&typed);
        }
    }
}
