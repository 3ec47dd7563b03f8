//! The kinds of input, and how an answer of each is shown.

use super::text::SEVERAL;
use super::{Day, Flaw, read_answer};
use crate::house::House;
use crate::person::{self, Email};
use crate::slot::Slot;
use crate::time;
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
    /// So many lines, each about one thing, each of at most [`Kind::LINE`] characters.
    Lines {
        /// At least.
        least: usize,
        /// At most.
        most: usize,
    },
    /// A person's name.
    Name,
    /// A mobile phone number.
    Phone,
    /// An identity number.
    IdNumber,
    /// A unified social credit code, which is also an organisation's tax number.
    CreditCode,
    /// The number of a bank card.
    BankCard,
    /// An e-mail address.
    Email,
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
    /// A day.
    Date,
    /// One of a few.
    Choice(&'static [Choice]),
    /// One or more of a few, their codes one after the other with commas between.
    Several(&'static [Choice]),
    /// A town from the house's list.
    Town,
    /// The phone's own location.
    Point,
    /// A time at which somebody comes, in the town that the form asks for before.
    Slot,
}

impl Kind {
    /// One of several lines has at most so many characters.
    pub const LINE: usize = 60;

    /// Its name, as the API tells it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Line { .. } => "line",
            Self::Address => "address",
            Self::Words { .. } => "words",
            Self::Lines { .. } => "lines",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::IdNumber => "id_number",
            Self::CreditCode => "credit_code",
            Self::BankCard => "bank_card",
            Self::Email => "email",
            Self::Account => "account",
            Self::Whole { .. } => "whole",
            Self::Date => "date",
            Self::Choice(_) => "choice",
            Self::Several(_) => "several",
            Self::Town => "town",
            Self::Point => "point",
            Self::Slot => "slot",
        }
    }

    /// How long the canonical answer may be, in characters; for inputs and the API's schema.
    pub const fn most(self) -> usize {
        match self {
            Self::Line { most, .. } | Self::Words { most } => most,
            Self::Lines { most, .. } => most * (Self::LINE + 1),
            Self::Address => 120,
            Self::Email => Email::MOST,
            Self::Name => 50,
            Self::Phone => 11,
            Self::IdNumber | Self::CreditCode => 18,
            Self::BankCard => 19,
            Self::Account => 12,
            Self::Whole { .. } | Self::Date => 10,
            Self::Choice(_) | Self::Town | Self::Point => 40,
            Self::Several(choices) => choices.len() * 40,
            Self::Slot => Slot::LENGTH,
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
        matches!(self, Self::IdNumber | Self::BankCard | Self::Point)
    }

    /// Whether staff see such an answer masked, unless they ask for it.
    pub const fn private(self) -> bool {
        self.sensitive() || matches!(self, Self::Phone | Self::Email)
    }

    /// The answer as people are shown it. Sensitive answers come masked; masking twice changes nothing.
    pub fn show(self, answer: &str, house: &House, lang: Lang) -> String {
        match self {
            Self::Choice(choices) => named(choices, answer, lang),
            Self::Several(choices) => {
                let names: Vec<_> = answer.split(SEVERAL).map(|code| named(choices, code, lang)).collect();
                names.join(match lang {
                    Lang::Zh => "、",
                    Lang::En => ", ",
                })
            }
            Self::Lines { .. } => answer.replace(
                '\n',
                match lang {
                    Lang::Zh => ";",
                    Lang::En => "; ",
                },
            ),
            Self::Date => Day::read(answer).map_or_else(|_| answer.to_owned(), |day| time::say_day(day.date(), lang)),
            Self::Slot => answer
                .parse()
                .map_or_else(|_| answer.to_owned(), |slot: Slot| slot.say(lang)),
            Self::Town => house
                .town(answer)
                .map_or_else(|| answer.to_owned(), |town| town.name.get(lang).to_owned()),
            Self::Whole { unit, .. } => format!("{answer} {}", unit.get(lang)),
            Self::IdNumber | Self::BankCard => self.mask(answer),
            _ => answer.to_owned(),
        }
    }

    /// A private answer with its middle hidden; any other as it is.
    pub fn mask(self, answer: &str) -> String {
        match self {
            Self::IdNumber | Self::Phone => person::mask(answer, 3, 4),
            Self::BankCard => person::mask(answer, 4, 4),
            Self::Email => Email::mask(answer),
            Self::Point => answer
                .split(',')
                .map(|degrees| person::mask(degrees, 4, 0))
                .collect::<Vec<_>>()
                .join(","),
            _ => answer.to_owned(),
        }
    }
}

/// What the choice with this code is called.
fn named(choices: &[Choice], code: &str, lang: Lang) -> String {
    let choice = choices.iter().find(|choice| choice.code == code);
    choice.map_or(code, |choice| choice.label.get(lang)).to_owned()
}

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

    /// The number in a code that was scanned off a bill or a meter: the only run of digits in it that could be one. Codes
    /// are plain digits, digits behind the kind of code (`CODE_128,0769123456`), or an address that names the number.
    pub fn in_code(code: &str) -> Option<Self> {
        // The kind of code comes first, and may hold digits of its own.
        let code = code.split_once(',').map_or(code, |(_, digits)| digits);
        let runs = code.split(|c: char| !c.is_ascii_digit());
        let mut numbers = runs.filter_map(|run| Self::read(run).ok());
        let number = numbers.next()?;
        numbers.all(|other| other == number).then_some(number)
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

read_answer!(AccountNumber, Kind::Account);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_in_a_code() {
        let found = |code: &str| AccountNumber::in_code(code).map(|number| number.digits().to_owned());
        let number = Some("0769123456".to_owned());
        assert_eq!(found("0769123456"), number);
        assert_eq!(found("CODE_128,0769123456"), number);
        assert_eq!(found("EAN_13,0769123456"), number, "13 is the kind of code");
        assert_eq!(found("https://water.example.org/m?no=0769123456&v=2"), number);
        assert_eq!(found("户号:0769123456;表号:0769123456"), number, "twice the same");
        assert_eq!(found("CODE_128,1234567"), None, "too short");
        assert_eq!(
            found("EAN_13,6901234567892"),
            None,
            "what is sold in shops has one digit more"
        );
        assert_eq!(found("0769123456 87654321"), None, "either could be it");
        assert_eq!(found(""), None);
    }
}
