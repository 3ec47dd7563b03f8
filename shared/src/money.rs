//! Money: whole fen, never a float.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

use crate::form::Flaw;
use crate::words::Lang;

/// An amount in fen, a hundredth of a yuan. A credit is below nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The most that a person can type: a billion yuan.
    const MOST_YUAN: i64 = 1_000_000_000;

    /// Reads yuan as people type them: `54`, `54.5`, `54.50`, `1,054.50`, `¥54`; not below nought.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let text = crate::person::narrow(raw);
        let text = text
            .trim()
            .trim_start_matches(['¥', '\u{ffe5}'])
            .trim_end_matches('元')
            .replace(',', "");
        let (yuan, fen) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if yuan.is_empty() || !digits(yuan) || !digits(fen) || fen.len() > 2 {
            return Err(Flaw::NotMoney);
        }
        let yuan: i64 = yuan.parse().map_err(|_| Flaw::NotMoney)?;
        let fen: i64 = format!("{fen:0<2}").parse().map_err(|_| Flaw::NotMoney)?;
        if yuan > Self::MOST_YUAN {
            return Err(Flaw::NotMoney);
        }
        Ok(Self(yuan * 100 + fen))
    }

    /// As people say it: 54.00元, ¥54.00.
    pub fn say(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{self}元"),
            Lang::En if self.0 < 0 => format!("-¥{}", Self(-self.0)),
            Lang::En => format!("¥{self}"),
        }
    }

    /// Whether something is owed.
    pub const fn owed(self) -> bool {
        self.0 > 0
    }

    /// This many parts of a whole, rounded half up to the fen; both are at least nought, and `whole` is more.
    #[must_use]
    pub const fn share(self, parts: i64, whole: i64) -> Self {
        Self((2 * self.0 * parts + whole).div_euclid(2 * whole))
    }
}

impl fmt::Display for Fen {
    /// In yuan: `54.00`, `-0.05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

impl Add for Fen {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Fen {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Fen {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_read_as_people_type_it() {
        let read = [
            ("54", 5400),
            (" 54.5 ", 5450),
            ("¥54.05", 5405),
            ("1,054.50元", 105_450),
            ("\u{ffe5}54.5元", 5450),
            ("0", 0),
        ];
        for (raw, fen) in read {
            assert_eq!(Fen::read(raw), Ok(Fen(fen)), "{raw}");
        }
        for raw in ["", "元", "-1", "1.234", "1.2.3", "abc", "1e3", "99999999999"] {
            assert_eq!(Fen::read(raw), Err(Flaw::NotMoney), "{raw}");
        }
    }

    #[test]
    fn is_shown_in_yuan() {
        assert_eq!(Fen(5400).to_string(), "54.00");
        assert_eq!(Fen(-5).to_string(), "-0.05");
        assert_eq!(
            (Fen(5400).say(Lang::Zh), Fen(5400).say(Lang::En)),
            ("54.00元".into(), "¥54.00".into())
        );
        assert_eq!(
            (Fen(-5).say(Lang::Zh), Fen(-5).say(Lang::En)),
            ("-0.05元".into(), "-¥0.05".into())
        );
    }

    #[test]
    fn a_share_is_rounded_half_up() {
        assert_eq!(Fen(175).share(30_500, 1000), Fen(5338), "53.375");
        assert_eq!(Fen(175).share(20_000, 1000), Fen(3500));
        assert_eq!(Fen(1).share(499, 1000), Fen(0));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read(fen in 0_i64..100_000_000_000) {
            prop_assert_eq!(Fen::read(&Fen(fen).to_string()), Ok(Fen(fen)));
        }

        #[test]
        fn shares_lie_within_half_a_fen(price in 0_i64..100_000, parts in 0_i64..10_000_000) {
            let share = Fen(price).share(parts, 1000).0;
            prop_assert!((share * 1000 - price * parts).abs() <= 500);
        }
    }
}
