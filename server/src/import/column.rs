//! Which column of a file is which.

use anyhow::{bail, ensure};
use csv::StringRecord;

/// A column, by the names that it may have in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) en: &'static str,
    pub(crate) zh: &'static str,
    /// Whether every line has something in it.
    pub(crate) required: bool,
}

impl Column {
    /// One in which every line has something.
    pub(crate) const fn must(zh: &'static str, en: &'static str) -> Self {
        Self { en, zh, required: true }
    }

    /// One that may be blank, or not there at all.
    pub(crate) const fn may(zh: &'static str, en: &'static str) -> Self {
        Self {
            en,
            zh,
            required: false,
        }
    }

    fn is(self, name: &str) -> bool {
        name == self.zh || name.eq_ignore_ascii_case(self.en)
    }
}

/// Where each column stands in the lines of a file.
#[derive(Debug)]
pub(crate) struct Header {
    /// By the order in which columns are read.
    places: Vec<Option<usize>>,
    len: usize,
}

impl Header {
    /// Reads the first line. A name that means nothing is refused: it may be a slip in one that may be left out.
    pub(crate) fn read(line: &StringRecord, columns: &[Column]) -> anyhow::Result<Self> {
        let names: Vec<_> = line.iter().map(str::trim).collect();
        for (at, name) in names.iter().enumerate() {
            ensure!(
                columns.iter().any(|column| column.is(name)),
                "line 1: there is no column {name:?}; take {}",
                list(columns)
            );
            ensure!(
                !names[..at].contains(name),
                "line 1: the column {name:?} is there twice"
            );
        }
        let mut places = Vec::with_capacity(columns.len());
        for column in columns {
            let place = names.iter().position(|name| column.is(name));
            if place.is_none() && column.required {
                bail!("line 1: the column {} ({}) is missing", column.zh, column.en);
            }
            places.push(place);
        }
        let len = names.len();
        Ok(Self { places, len })
    }

    /// How many cells a line has.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// What stands in a line in the column that is read at this place; nothing where there is no such column.
    pub(crate) fn cell<'a>(&self, line: &'a StringRecord, at: usize) -> &'a str {
        let place = self.places.get(at).copied().flatten();
        place.and_then(|place| line.get(place)).unwrap_or_default().trim()
    }
}

fn list(columns: &[Column]) -> String {
    let names: Vec<_> = columns
        .iter()
        .map(|column| format!("{} ({})", column.zh, column.en))
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 3] = [
        Column::must("户号", "number"),
        Column::may("手机号", "phone"),
        Column::must("户名", "name"),
    ];

    fn header(names: &[&str]) -> anyhow::Result<Header> {
        Header::read(&StringRecord::from(names.to_vec()), &COLUMNS)
    }

    #[test]
    fn either_language_in_any_order() {
        let header = header(&["户名", "Number"]).unwrap();
        let line = StringRecord::from(vec!["张三", " 0769123456 "]);
        let cells: Vec<_> = (0..3).map(|at| header.cell(&line, at)).collect();
        assert_eq!(cells, ["0769123456", "", "张三"]);
    }

    #[test]
    fn what_is_missing_or_unknown_or_there_twice_is_named() {
        let why = |names: &[&str]| header(names).unwrap_err().to_string();
        assert_eq!(why(&["户号"]), "line 1: the column 户名 (name) is missing");
        assert!(why(&["户号", "户名", "电话"]).starts_with("line 1: there is no column \"电话\"; take 户号 (number)"));
        assert_eq!(
            why(&["户号", "户名", "户号"]),
            "line 1: the column \"户号\" is there twice"
        );
    }
}
