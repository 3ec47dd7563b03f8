//! The command that writes files for the billing system and for banks.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

use actix_web::rt::System;
use anyhow::Context as _;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use shuiting_shared::water::Period;

use crate::application::Means;
use crate::config::Settings;
use crate::db::{Conn, Db};
use crate::debit::{self, Written};
use crate::import::Encoding;
use crate::{pay, water};

/// What is exported.
#[derive(Subcommand, Debug)]
pub(super) enum ExportCommand {
    /// The bills that were paid in the hall on a day
    Payments(OfDay),
    /// What cases have decided about water accounts and bills, until an import says the same
    Changes(Target),
    /// New contracts of direct debit, which the bank has to check
    DebitContracts(ForBank),
    /// The direct debits of a month
    Debits {
        /// The month, such as 2026-12
        #[arg(long)]
        month: Period,
        /// The day on which the bank is to pay; by default the house's
        #[arg(long)]
        due: Option<NaiveDate>,
        #[command(flatten)]
        target: ForBank,
    },
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
    /// The file, which nobody else may read; by default the lines go to standard output
    file: Option<PathBuf>,
}

/// Where a file for a bank goes.
#[derive(Args, Debug)]
pub(super) struct ForBank {
    #[command(flatten)]
    target: Target,
    /// How its letters are written
    #[arg(long, value_enum, default_value = "utf-8")]
    encoding: Encoding,
}

/// Writes the file, and says how many lines it has.
pub(super) fn run(settings: &Settings, command: &ExportCommand) -> anyhow::Result<()> {
    match command {
        ExportCommand::Payments(OfDay { day, target }) => {
            let count = pay::export(&mut connect(settings)?, *day, target.open()?)?;
            eprintln!("{count} bills were paid here on {day}");
            Ok(())
        }
        ExportCommand::Changes(target) => {
            let count = water::export(&mut connect(settings)?, target.open()?)?;
            eprintln!("{count} columns are otherwise than the billing system has said");
            Ok(())
        }
        ExportCommand::DebitContracts(bank) => {
            let app = Means::of_command(settings)?.app()?;
            bank.takes(&System::new().block_on(debit::write_checks(&app))?)
        }
        ExportCommand::Debits { month, due, target } => {
            let app = Means::of_command(settings)?.app()?;
            target.takes(&System::new().block_on(debit::write_run(&app, *month, *due))?)
        }
    }
}

/// A connection to tables that are up to date.
fn connect(settings: &Settings) -> anyhow::Result<Conn> {
    let address = settings.address()?;
    drop(Db::open(&address)?);
    Ok(address.connect()?)
}

impl ForBank {
    /// What it holds goes there alone: of its lines only the count is told.
    fn takes(&self, written: &Written) -> anyhow::Result<()> {
        let bytes = self.encoding.writes(&written.text);
        self.target.open()?.write_all(&bytes).context("cannot write the file")?;
        eprintln!("{} lines for the bank", written.lines);
        Ok(())
    }
}

impl Target {
    /// A file that nobody else may read; without one, standard output.
    fn open(&self) -> anyhow::Result<Box<dyn Write>> {
        let Some(path) = &self.file else {
            return Ok(Box::new(io::stdout()));
        };
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(path)
            .with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Box::new(file))
    }
}
