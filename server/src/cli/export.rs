//! The command that writes files for the billing system.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::config::Settings;
use crate::db::Db;
use crate::pay;

/// What is exported.
#[derive(Subcommand, Debug)]
pub(super) enum ExportCommand {
    /// The bills that were paid in the hall on a day
    Payments(OfDay),
}

/// A day, and where its lines go.
#[derive(Args, Debug)]
pub(super) struct OfDay {
    /// The day in China, `2026-11-28`
    #[arg(long)]
    day: NaiveDate,
    /// The file; by default the lines go to standard output
    file: Option<PathBuf>,
}

/// Writes the file, and says how many lines it has.
pub(super) fn run(settings: &Settings, command: &ExportCommand) -> anyhow::Result<()> {
    let ExportCommand::Payments(OfDay { day, file }) = command;
    let address = settings.address()?;
    drop(Db::open(&address)?);
    let mut conn = address.connect()?;
    let out: Box<dyn Write> = match file {
        Some(path) => Box::new(File::create(path).with_context(|| format!("cannot write {}", path.display()))?),
        None => Box::new(io::stdout()),
    };
    let count = pay::export(&mut conn, *day, out)?;
    eprintln!("{count} bills were paid here on {day}");
    Ok(())
}
