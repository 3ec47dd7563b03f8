//! The command that takes files of the billing system.

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use crate::config::Settings;
use crate::db::Db;
use crate::import::{Encoding, Faults};
use crate::water::import::{self, Outcome, Rules, Subject};

/// What is imported.
#[derive(Subcommand, Debug)]
pub(super) enum ImportCommand {
    /// Water accounts
    Accounts(Source),
    /// Bills; the accounts that they are of must be there
    Bills(Source),
}

/// A file.
#[derive(Args, Debug)]
pub(super) struct Source {
    /// The CSV file
    file: PathBuf,
    /// How its letters are written; by default UTF-8 where all of it is, else GB18030
    #[arg(long, value_enum)]
    encoding: Option<Encoding>,
}

/// Takes a file whole, or lists what is wrong with it and takes nothing.
pub(super) fn run(settings: &Settings, command: &ImportCommand) -> anyhow::Result<()> {
    let (subject, source) = match command {
        ImportCommand::Accounts(source) => (Subject::Accounts, source),
        ImportCommand::Bills(source) => (Subject::Bills, source),
    };
    let (address, house, tariffs) = (settings.address()?, settings.house()?, settings.tariffs()?);
    let rules = Rules {
        house: &house,
        tariffs: &tariffs,
    };
    // Opening brings the tables up to date; the work itself is done on a connection of its own.
    drop(Db::open(&address)?);
    let mut conn = address.connect()?;
    let bar = bar();
    let outcome = import::run(&mut conn, subject, &source.file, source.encoding, rules, &bar)?;
    bar.finish_and_clear();
    match outcome {
        Outcome::Taken(taken) => {
            println!(
                "{}: {} new, {} changed, {} the same",
                source.file.display(),
                taken.new,
                taken.changed,
                taken.same
            );
            if taken.unbound > 0 {
                println!(
                    "{} residents no longer see an account that has another name now",
                    taken.unbound
                );
            }
            Ok(())
        }
        Outcome::Refused(faults) => refuse(&source.file, &faults),
    }
}

/// How much of the file is read and how long the rest takes; on a terminal alone.
fn bar() -> ProgressBar {
    let bar = ProgressBar::no_length();
    // The template stands here as it is, so there is nothing in it that could be wrong.
    if let Ok(style) = ProgressStyle::with_template("{percent:>3}% [{bar:40}] {bytes} of {total_bytes}, {eta} left") {
        bar.set_style(style);
    }
    bar
}

fn refuse(file: &Path, faults: &Faults) -> anyhow::Result<()> {
    for wrong in faults.listed() {
        eprintln!("{wrong}");
    }
    let (listed, count) = (faults.listed().len() as u64, faults.count());
    if count > listed {
        eprintln!("… and {} more", count - listed);
    }
    bail!("{}: {count} faults, so nothing of it was taken", file.display())
}
