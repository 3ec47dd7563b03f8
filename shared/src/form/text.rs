//! Text that belongs to no subject of its own: a line, lines, a few sentences, several choices.

use super::{Answer, Flaw, Kind, read_answer};
use crate::house::House;

/// What stands between the codes of several choices.
pub const SEVERAL: char = ',';

/// One line of text with so many characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<const LEAST: usize, const MOST: usize>(String);

impl<const LEAST: usize, const MOST: usize> Answer for Line<LEAST, MOST> {
    const KIND: Kind = Kind::Line {
        least: LEAST,
        most: MOST,
    };

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        Self::KIND.fit(raw).map(Self)
    }

    fn canonical(&self) -> String {
        self.0.clone()
    }
}

/// So many lines, each about one thing: a household, a person. Blank ones do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines<const LEAST: usize, const MOST: usize>(Vec<String>);

impl<const LEAST: usize, const MOST: usize> Answer for Lines<LEAST, MOST> {
    const KIND: Kind = Kind::Lines {
        least: LEAST,
        most: MOST,
    };

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        let lines: Vec<_> = raw.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let is = lines.len();
        if is < LEAST {
            return Err(Flaw::TooFewLines { least: LEAST, is });
        }
        if is > MOST {
            return Err(Flaw::TooManyLines { most: MOST, is });
        }
        let long = |line: &&str| line.chars().count() > Kind::LINE;
        if let Some(at) = lines.iter().position(long) {
            return Err(Flaw::LineTooLong {
                line: at + 1,
                most: Kind::LINE,
            });
        }
        if lines.iter().any(|line| line.chars().any(char::is_control)) {
            return Err(Flaw::Unprintable);
        }
        Ok(Self(lines.into_iter().map(str::to_owned).collect()))
    }

    fn canonical(&self) -> String {
        self.0.join("\n")
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

read_answer!(Words, Kind::Words { most: 500 });

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

/// Lets several values of an enum of choices answer a field; they are written in the order that people are shown.
macro_rules! several_answer {
    ($(#[$meta:meta])* $name:ident of $choice:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(std::collections::BTreeSet<$choice>);

        impl $crate::form::Answer for $name {
            const KIND: $crate::form::Kind = $crate::form::Kind::Several($choice::CHOICES);

            fn parse(raw: &str, _house: &$crate::house::House) -> Result<Self, $crate::form::Flaw> {
                let codes = raw.split($crate::form::SEVERAL).map(str::trim).filter(|code| !code.is_empty());
                let chosen = codes.map(|code| $choice::from_code(code).ok_or($crate::form::Flaw::NotAChoice));
                let chosen: std::collections::BTreeSet<_> = chosen.collect::<Result<_, _>>()?;
                if chosen.is_empty() {
                    return Err($crate::form::Flaw::Missing);
                }
                Ok(Self(chosen))
            }

            fn canonical(&self) -> String {
                let codes: Vec<_> = self.0.iter().map(|choice| choice.code()).collect();
                codes.join(&$crate::form::SEVERAL.to_string())
            }
        }
    };
}

pub(crate) use {choice_answer, several_answer};

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(raw: &str) -> Result<String, Flaw> {
        Lines::<2, 3>::parse(raw, &House::dongguan()).map(|lines| lines.canonical())
    }

    #[test]
    fn a_line_has_its_bounds() {
        let read = |raw: &str| Line::<2, 4>::parse(raw, &House::dongguan()).map(|line| line.canonical());
        assert_eq!(read(" 3栋 ").as_deref(), Ok("3栋"));
        assert_eq!(read("甲乙丙丁").as_deref(), Ok("甲乙丙丁"));
        assert_eq!(read("3"), Err(Flaw::TooShort { least: 2 }));
        assert_eq!(read("甲乙丙丁戊"), Err(Flaw::TooLong { most: 4, is: 5 }));
        assert_eq!(read("3\n栋"), Err(Flaw::Unprintable));
    }

    #[test]
    fn lines_are_counted_without_the_blank_ones() {
        assert_eq!(
            lines(" 101 张三 \n\n 102 李四\r\n").as_deref(),
            Ok("101 张三\n102 李四")
        );
        assert_eq!(lines("101 张三"), Err(Flaw::TooFewLines { least: 2, is: 1 }));
        assert_eq!(lines("a\nb\nc\nd"), Err(Flaw::TooManyLines { most: 3, is: 4 }));
        let long = format!("101 张三\n{}", "长".repeat(61));
        assert_eq!(lines(&long), Err(Flaw::LineTooLong { line: 2, most: 60 }));
        assert_eq!(lines("a\u{7}\nb"), Err(Flaw::Unprintable));
    }
}
