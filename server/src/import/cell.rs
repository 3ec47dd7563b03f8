//! What stands in a cell. A line is read cell by cell in the order of its columns; whatever cannot be read is noted, and the
//! others are read all the same.

use chrono::NaiveDate;
use csv::StringRecord;
use shuiting_shared::form::{AccountNumber, Flaw, UseType};
use shuiting_shared::money::Fen;
use shuiting_shared::tariff::Tariffs;
use shuiting_shared::water::Period;

use super::column::{Column, Header};
use super::fault::{Fault, Faults, Wrong};

/// That something is wrong, which has been noted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noted;

/// The cells of a line.
pub(crate) struct Cells<'a> {
    line: u64,
    record: &'a StringRecord,
    header: &'a Header,
    columns: &'static [Column],
    faults: &'a mut Faults,
    next: usize,
}

impl<'a> Cells<'a> {
    pub(crate) fn new(
        line: u64,
        record: &'a StringRecord,
        header: &'a Header,
        columns: &'static [Column],
        faults: &'a mut Faults,
    ) -> Self {
        Self {
            line,
            record,
            header,
            columns,
            faults,
            next: 0,
        }
    }

    /// The line's number.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The line's number as the database keeps it.
    pub(crate) fn stored_line(&self) -> i64 {
        i64::try_from(self.line).unwrap_or(i64::MAX)
    }

    /// Reads the next cell, which may be blank.
    pub(crate) fn may<T>(&mut self, read: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Noted> {
        let at = self.next;
        self.next += 1;
        let column = self.columns.get(at).ok_or(Noted)?;
        let text = self.header.cell(self.record, at);
        let read = match text {
            "" if column.required => Err(Flaw::Missing.into()),
            "" => Ok(None),
            _ if text.contains('\u{fffd}') => Err(Fault::Unreadable),
            _ => read(text).map(Some),
        };
        read.map_err(|fault| {
            self.faults.add(Wrong::new(self.line, column.en, fault));
            Noted
        })
    }

    /// Reads the next cell, in which there is something.
    pub(crate) fn must<T>(&mut self, read: impl FnOnce(&str) -> Result<T, Fault>) -> Result<T, Noted> {
        self.may(read)?.ok_or(Noted)
    }

    /// Notes what is wrong between cells, beside one of them.
    pub(crate) fn wrong(&mut self, column: &'static str, fault: impl Into<Fault>) -> Noted {
        self.faults.add(Wrong::new(self.line, column, fault));
        Noted
    }
}

pub(crate) fn number(text: &str) -> Result<String, Fault> {
    Ok(AccountNumber::read(text)?.digits().to_owned())
}

/// A text of at most so many letters.
pub(crate) fn text(most: usize) -> impl Fn(&str) -> Result<String, Fault> {
    move |text| {
        let is = text.chars().count();
        if is > most {
            return Err(Flaw::TooLong { most, is }.into());
        }
        if text.chars().any(char::is_control) {
            return Err(Flaw::Unprintable.into());
        }
        Ok(text.to_owned())
    }
}

/// A whole number between bounds.
pub(crate) fn whole(least: u32, most: u32) -> impl Fn(&str) -> Result<i32, Fault> {
    move |text| {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Flaw::NotDigits.into());
        }
        match text.parse::<u32>() {
            Ok(number) if number < least => Err(Flaw::TooSmall { least }.into()),
            Ok(number) if number <= most => Ok(number.cast_signed()),
            _ => Err(Flaw::TooBig { most }.into()),
        }
    }
}

/// What a meter shows, m³.
pub(crate) fn reading(text: &str) -> Result<i32, Fault> {
    whole(0, 9_999_999)(text)
}

/// A day: `2026-11-28`, and as spreadsheets have it: `2026/11/28`, `2026/1/8`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, Fault> {
    let formats = ["%Y-%m-%d", "%Y/%m/%d"];
    let day = formats
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    day.filter(|day| (2000..2100).contains(&chrono::Datelike::year(day)))
        .ok_or(Fault::NotADay)
}

pub(crate) fn period(text: &str) -> Result<String, Fault> {
    let period: Period = text.parse()?;
    Ok(period.to_string())
}

pub(crate) fn yes_or_no(text: &str) -> Result<bool, Fault> {
    match text.to_ascii_lowercase().as_str() {
        "是" | "yes" | "y" | "true" | "1" => Ok(true),
        "否" | "no" | "n" | "false" | "0" => Ok(false),
        _ => Err(Fault::NotYesOrNo),
    }
}

/// An amount in yuan, as fen.
pub(crate) fn money(text: &str) -> Result<i64, Fault> {
    Ok(Fen::read(text)?.0)
}

pub(crate) fn use_type(text: &str) -> Result<String, Fault> {
    let named = match text {
        "居民" => Some(UseType::Household),
        "非居民" => Some(UseType::Other),
        "特种" => Some(UseType::Special),
        code => UseType::from_code(code),
    };
    let found = named.ok_or(Fault::NoneOf("居民 (household), 非居民 (other), 特种 (special)"))?;
    Ok(found.code().to_owned())
}

/// A tariff's code.
pub(crate) fn tariff(text: &str, tariffs: &Tariffs) -> Result<String, Fault> {
    let known = tariffs.tariffs.iter().any(|tariff| tariff.code == text);
    known.then(|| text.to_owned()).ok_or(Fault::NoTariff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_spreadsheets_have_them() {
        let expected = NaiveDate::from_ymd_opt(2026, 1, 8).unwrap();
        for said in ["2026-01-08", "2026/1/8", "2026/01/08"] {
            assert_eq!(day(said), Ok(expected), "{said}");
        }
        for said in ["2026-02-30", "8.1.2026", "1899-01-01", "2026-01-08 00:00"] {
            assert_eq!(day(said), Err(Fault::NotADay), "{said}");
        }
    }

    #[test]
    fn numbers_have_bounds() {
        let persons = whole(1, 99);
        assert_eq!(persons("4"), Ok(4));
        assert_eq!(persons("0"), Err(Flaw::TooSmall { least: 1 }.into()));
        assert_eq!(persons("99999999999"), Err(Flaw::TooBig { most: 99 }.into()));
        assert_eq!(persons("-1"), Err(Flaw::NotDigits.into()));
        assert_eq!(reading("10000000"), Err(Flaw::TooBig { most: 9_999_999 }.into()));
    }

    #[test]
    fn words_of_the_trade_are_read_in_both_languages() {
        assert_eq!(use_type("居民").as_deref(), Ok("household"));
        assert_eq!(use_type("special").as_deref(), Ok("special"));
        assert!(use_type("商业").is_err());
        assert_eq!((yes_or_no("是"), yes_or_no("No")), (Ok(true), Ok(false)));
        assert_eq!(money("1,054.50"), Ok(105_450));
        assert_eq!(period("202611").as_deref(), Ok("2026-11"));
        let tariffs = Tariffs::brought_along();
        assert_eq!(tariff("panyu", &tariffs).as_deref(), Ok("panyu"));
        assert_eq!(tariff("Panyu", &tariffs), Err(Fault::NoTariff));
    }
}
