//! The command that writes files for the billing system.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::config::Settings;
use crate::db::Db;
use crate::{pay, water};

/// What is exported.
#[derive(Subcommand, Debug)]
pub(super) enum ExportCommand {
    /// The bills that were paid in the hall on a day
    Payments(OfDay),
    /// What cases have decided about water accounts and bills, until an import says the same
    Changes(Target),
}

/// A day, and where its lines go.
#[derive(Args, Debug)]
pub(super) struct OfDay {
    /// The day in China, `2026-11-28`
    #[arg(long)]
    day: NaiveDate,
    #[command(flatten)]
    target: Target,
}

/// Where the lines go.
#[derive(Args, Debug)]
pub(super) struct Target {
    /// The file; by default the lines go to standard output
    file: Option<PathBuf>,
}

impl Target {
    fn open(&self) -> anyhow::Result<Box<dyn Write>> {
        Ok(match &self.file {
            Some(path) => Box::new(File::create(path).with_context(|| format!("cannot write {}", path.display()))?),
            None => Box::new(io::stdout()),
        })
    }
}

/// Writes the file, and says how many lines it has.
pub(super) fn run(settings: &Settings, command: &ExportCommand) -> anyhow::Result<()> {
    let address = settings.address()?;
    drop(Db::open(&address)?);
    let mut conn = address.connect()?;
    match command {
        ExportCommand::Payments(OfDay { day, target }) => {
            let count = pay::export(&mut conn, *day, target.open()?)?;
            eprintln!("{count} bills were paid here on {day}");
        }
        ExportCommand::Changes(target) => {
            let count = water::export(&mut conn, target.open()?)?;
            eprintln!("{count} columns are otherwise than the billing system has said");
        }
    }
    Ok(())
}
