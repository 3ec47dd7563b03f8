//! Files of the billing system: CSV, taken whole or not at all.
//!
//! | module | subject |
//! |---|---|
//! | [`encoding`] | UTF-8 or GB18030 |
//! | [`mod@column`], [`cell`] | which column is which, and what stands in it |
//! | [`account`], [`bill`] | the lines of both files |
//! | [`fault`] | what is wrong with a line |
//! | [`stage`] | the lines in a table of their own, from where they are taken over |
//! | [`arrived`] | what cases have decided, which an older file does not undo |
//!
//! However long a file is, what is in memory of it is a batch: lines go into a temporary table first. What concerns more
//! than one of them (twice the same, an account that is not there) is then asked of the database, and only where nothing at
//! all is wrong one transaction takes them over. What a row has already is not written again.

mod account;
mod arrived;
mod bill;
mod cell;
mod column;
mod encoding;
mod fault;
mod stage;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::Context as _;
use csv::{ReaderBuilder, StringRecord, Trim};
use diesel::connection::Connection as _;
use indicatif::ProgressBar;
use shuiting_shared::house::House;
use shuiting_shared::tariff::Tariffs;

pub use encoding::Encoding;
pub use fault::{Fault, Faults, Wrong};
pub use stage::Taken;

use crate::db::{Conn, alone, begin_writing};
use account::AccountLine;
use bill::BillLine;
use cell::Cells;
use column::Header;
use stage::Staged;

/// What a file brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Water accounts.
    Accounts,
    /// Bills of water accounts that are there.
    Bills,
}

/// What came of a file.
#[derive(Debug)]
pub enum Outcome {
    /// It was taken.
    Taken(Taken),
    /// Something in it is wrong, and nothing of it was taken.
    Refused(Faults),
}

/// Imports take over one after the other, and between what cases decide.
pub(super) const IMPORT: &str = "import";

/// Lines that are sent to the database at once; SQLite takes at most 32766 values with one statement.
const BATCH: usize = 1000;

/// What lines are held against.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The house, for its towns.
    pub house: &'a House,
    /// The tariffs that there are.
    pub tariffs: &'a Tariffs,
}

/// Takes a file, or says all that is wrong with it. An error is a file that cannot be read as one of this kind at all, or a
/// database that fails.
pub fn run(
    conn: &mut Conn,
    subject: Subject,
    file: &Path,
    encoding: Option<Encoding>,
    rules: Rules<'_>,
    progress: &ProgressBar,
) -> anyhow::Result<Outcome> {
    let open = || File::open(file).with_context(|| format!("cannot open {}", file.display()));
    let encoding = match encoding {
        Some(named) => named,
        None => Encoding::found_in(open()?)?,
    };
    let file = open()?;
    progress.set_length(file.metadata()?.len());
    read(conn, subject, encoding.reads(progress.wrap_read(file)), rules)
}

/// The same for a text in UTF-8.
pub fn read(conn: &mut Conn, subject: Subject, text: impl Read, rules: Rules<'_>) -> anyhow::Result<Outcome> {
    match subject {
        Subject::Accounts => take::<AccountLine>(conn, text, rules),
        Subject::Bills => take::<BillLine>(conn, text, rules),
    }
}

fn take<L: Staged>(conn: &mut Conn, text: impl Read, rules: Rules<'_>) -> anyhow::Result<Outcome> {
    stage::lay_out::<L>(conn)?;
    let mut faults = read_lines::<L>(conn, text, rules)?;
    stage::sort::<L>(conn)?;
    L::check(conn, &mut faults)?;
    let outcome = if faults.is_empty() {
        let taken = conn.transaction::<_, anyhow::Error, _>(|conn| {
            begin_writing(conn)?;
            alone(conn, IMPORT)?;
            stage::take_over::<L>(conn)
        })?;
        Outcome::Taken(taken)
    } else {
        Outcome::Refused(faults)
    };
    stage::clear_away::<L>(conn)?;
    Ok(outcome)
}

/// Stages every line that can be read, and gives what is wrong with the others.
fn read_lines<L: Staged>(conn: &mut Conn, text: impl Read, rules: Rules<'_>) -> anyhow::Result<Faults> {
    let mut reader = ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(text);
    let header = Header::read(reader.headers()?, L::COLUMNS)?;
    let mut faults = Faults::default();
    let mut batch = Vec::with_capacity(BATCH);
    let mut record = StringRecord::new();
    while reader.read_record(&mut record)? {
        let number = record.position().map_or(0, csv::Position::line);
        if record.len() != header.len() {
            let fault = Fault::Cells {
                header: header.len(),
                here: record.len(),
            };
            faults.add(Wrong::new(number, "", fault));
            continue;
        }
        let mut cells = Cells::new(number, &record, &header, L::COLUMNS, &mut faults);
        if let Ok(line) = L::read(&mut cells, rules) {
            batch.push(line);
        }
        if batch.len() == BATCH {
            L::put(conn, &batch)?;
            batch.clear();
        }
    }
    if !batch.is_empty() {
        L::put(conn, &batch)?;
    }
    Ok(faults)
}
