//! Files that come in from other systems: CSV, taken whole or not at all.
//!
//! | module | subject |
//! |---|---|
//! | [`encoding`] | UTF-8 or GB18030 |
//! | [`mod@column`], [`cell`] | which column is which, and what stands in it |
//! | [`fault`] | what is wrong with a line |
//!
//! What a file is about belongs to the subject that takes it; here is how its lines are read.

pub(crate) mod cell;
pub(crate) mod column;
mod encoding;
mod fault;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::Context as _;
use csv::{ReaderBuilder, StringRecord, Trim};
use indicatif::ProgressBar;

pub use encoding::Encoding;
pub use fault::{Fault, Faults, Wrong};

pub(crate) use cell::{Cells, Noted};
pub(crate) use column::Column;
use column::Header;

/// What came of a file.
#[derive(Debug)]
pub enum Outcome<T> {
    /// It was taken.
    Taken(T),
    /// Something in it is wrong, and nothing of it was taken.
    Refused(Faults),
}

/// Opens a file as text in UTF-8; without a named encoding the whole of it is looked through for one first.
pub(crate) fn open(
    file: &Path,
    encoding: Option<Encoding>,
    progress: &ProgressBar,
) -> anyhow::Result<impl Read + use<>> {
    let open = || File::open(file).with_context(|| format!("cannot open {}", file.display()));
    let encoding = match encoding {
        Some(named) => named,
        None => Encoding::found_in(open()?)?,
    };
    let file = open()?;
    progress.set_length(file.metadata()?.len());
    Ok(encoding.reads(progress.wrap_read(file)))
}

/// Gives each line that has as many cells as the header to `take`, and what is wrong with lines. An error is a file that
/// cannot be read as one of these columns at all, or what `take` fails with.
pub(crate) fn each_line(
    text: impl Read,
    columns: &'static [Column],
    mut take: impl FnMut(&mut Cells<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Faults> {
    let mut reader = ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(text);
    let header = Header::read(reader.headers()?, columns)?;
    let mut faults = Faults::default();
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
        take(&mut Cells::new(number, &record, &header, columns, &mut faults))?;
    }
    Ok(faults)
}
