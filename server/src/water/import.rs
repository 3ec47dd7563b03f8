//! Files of the billing system: CSV, taken whole or not at all.
//!
//! | module | subject |
//! |---|---|
//! | [`account`], [`bill`] | the lines of both files |
//! | [`stage`] | the lines in a table of their own, from where they are taken over |
//! | [`arrived`] | what cases have decided, which an older file does not undo |
//!
//! However long a file is, what is in memory of it is a batch: lines go into a temporary table first. What concerns more
//! than one of them (twice the same, an account that is not there) is then asked of the database, and only where nothing at
//! all is wrong one transaction takes them over. What a row has already is not written again.

mod account;
mod arrived;
mod bill;
mod stage;

use std::io::Read;
use std::path::Path;

use diesel::connection::Connection as _;
use indicatif::ProgressBar;
use shuiting_shared::house::House;
use shuiting_shared::tariff::Tariffs;

pub use stage::Taken;

use crate::db::{Conn, alone, begin_writing};
use crate::import::{self, Encoding, Faults};
use account::AccountLine;
use bill::BillLine;
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
pub type Outcome = import::Outcome<Taken>;

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
    read(conn, subject, import::open(file, encoding, progress)?, rules)
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
    let mut batch = Vec::with_capacity(BATCH);
    let faults = import::each_line(text, L::COLUMNS, |cells| {
        if let Ok(line) = L::read(cells, rules) {
            batch.push(line);
        }
        if batch.len() == BATCH {
            L::put(conn, &batch)?;
            batch.clear();
        }
        Ok(())
    })?;
    if !batch.is_empty() {
        L::put(conn, &batch)?;
    }
    Ok(faults)
}
