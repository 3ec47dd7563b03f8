//! The kinds of input, and the plain answer types that belong to no subject of their own.

use super::{Answer, Flaw};
use crate::house::House;
use crate::person;
use crate::words::{Bi, Lang};

/// One value of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The stable code.
    pub code: &'static str,
    /// Its name.
    pub label: Bi,
}

/// What kind of input asks for an answer, and how it is shown afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text, so many characters.
    Line {
        /// At least.
        least: usize,
        /// At most.
        most: usize,
    },
    /// An address inside a town: 3 to 120 characters.
    Address,
    /// Several lines of text.
    Words {
        /// At most so many characters.
        most: usize,
    },
    /// A person's name.
    Name,
    /// A mobile phone number.
    Phone,
    /// An identity number.
    IdNumber,
    /// A unified social credit code.
    CreditCode,
    /// The number of a water account.
    Account,
    /// A whole number.
    Whole {
        /// At least.
        least: u32,
        /// At most.
        most: u32,
        /// What is counted.
        unit: Bi,
    },
    /// One of a few.
    Choice(&'static [Choice]),
    /// A town from the house's list.
    Town,
    /// The phone's own location.
    Point,
}

impl Kind {
    /// Its name, as the API tells it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Line { .. } => "line",
            Self::Address => "address",
            Self::Words { .. } => "words",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::IdNumber => "id_number",
            Self::CreditCode => "credit_code",
            Self::Account => "account",
            Self::Whole { .. } => "whole",
            Self::Choice(_) => "choice",
            Self::Town => "town",
            Self::Point => "point",
        }
    }

    /// How long the canonical answer may be, in characters; for inputs and the API's schema.
    pub const fn most(self) -> usize {
        match self {
            Self::Line { most, .. } | Self::Words { most } => most,
            Self::Address => 120,
            Self::Name => 50,
            Self::Phone => 11,
            Self::IdNumber | Self::CreditCode => 18,
            Self::Account => 12,
            Self::Whole { .. } => 10,
            Self::Choice(_) | Self::Town | Self::Point => 40,
        }
    }

    /// Trims a text and checks its length and that it can be seen.
    pub(crate) fn fit(self, raw: &str) -> Result<String, Flaw> {
        let text = raw.trim();
        let least = match self {
            Self::Line { least, .. } => least,
            Self::Address => 3,
            Self::Name => 2,
            _ => 1,
        };
        let (is, most) = (text.chars().count(), self.most());
        if is < least {
            return Err(Flaw::TooShort { least });
        }
        if is > most {
            return Err(Flaw::TooLong { most, is });
        }
        let newlines = matches!(self, Self::Words { .. });
        if text
            .chars()
            .any(|c| c.is_control() && !(newlines && matches!(c, '\n' | '\r' | '\t')))
        {
            return Err(Flaw::Unprintable);
        }
        Ok(text.to_owned())
    }

    /// Whether PIPL calls such an answer sensitive: stored encrypted, and masked whoever looks.
    pub const fn sensitive(self) -> bool {
        matches!(self, Self::IdNumber | Self::Point)
    }

    /// Whether staff see such an answer masked, unless they ask for it.
    pub const fn private(self) -> bool {
        self.sensitive() || matches!(self, Self::Phone)
    }

    /// The answer as people are shown it. Sensitive answers come masked; masking twice changes nothing.
    pub fn show(self, answer: &str, house: &House, lang: Lang) -> String {
        match self {
            Self::Choice(choices) => choices
                .iter()
                .find(|choice| choice.code == answer)
                .map_or_else(|| answer.to_owned(), |choice| choice.label.get(lang).to_owned()),
            Self::Town => house
                .town(answer)
                .map_or_else(|| answer.to_owned(), |town| town.name.get(lang).to_owned()),
            Self::Whole { unit, .. } => format!("{answer} {}", unit.get(lang)),
            Self::IdNumber => self.mask(answer),
            _ => answer.to_owned(),
        }
    }

    /// A private answer with its middle hidden; any other as it is.
    pub fn mask(self, answer: &str) -> String {
        match self {
            Self::IdNumber | Self::Phone => person::mask(answer, 3, 4),
            Self::Point => answer
                .split(',')
                .map(|degrees| person::mask(degrees, 4, 0))
                .collect::<Vec<_>>()
                .join(","),
            _ => answer.to_owned(),
        }
    }
}

/// A few sentences, at most 500 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Reads words that must not be blank.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        if raw.trim().is_empty() {
            return Err(Flaw::Missing);
        }
        Self::KIND.fit(raw).map(Self)
    }
}

impl Answer for Words {
    const KIND: Kind = Kind::Words { most: 500 };

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        Self::read(raw)
    }

    fn canonical(&self) -> String {
        self.0.clone()
    }
}

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

/// The number of a water account, 8 to 12 digits (A), as printed on the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountNumber(String);

impl AccountNumber {
    /// Reads a number with or without spaces and hyphens.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let digits = person::squeeze(raw);
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(Flaw::NotDigits);
        }
        if !(8..=12).contains(&digits.len()) {
            return Err(Flaw::AccountLength { is: digits.len() });
        }
        Ok(Self(digits))
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl Answer for AccountNumber {
    const KIND: Kind = Kind::Account;

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        Self::read(raw)
    }

    fn canonical(&self) -> String {
        self.0.clone()
    }
}

/// Lets an enum of choices answer a field.
macro_rules! choice_answer {
    ($($name:ident),+) => {$(
        impl $crate::form::Answer for $name {
            const KIND: $crate::form::Kind = $crate::form::Kind::Choice(Self::CHOICES);

            fn parse(raw: &str, _house: &$crate::house::House) -> Result<Self, $crate::form::Flaw> {
                Self::from_code(raw.trim()).ok_or($crate::form::Flaw::NotAChoice)
            }

            fn canonical(&self) -> String {
                self.code().to_owned()
            }
        }
    )+};
}
pub(super) use choice_answer;
