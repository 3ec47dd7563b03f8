//! The commands that take files: of the billing system, of banks, and of what a utility knows.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use crate::application::Means;
use crate::config::Settings;
use crate::db::{Conn, Db};
use crate::debit::{self, Answered, Checked};
use crate::import::{Encoding, Faults, Outcome, open};
use crate::knowledge::file::{File, Taken};
use crate::water::import::{self, Rules, Subject};

/// What is imported.
#[derive(Subcommand, Debug)]
pub(super) enum ImportCommand {
    /// Water accounts
    Accounts(Source),
    /// Bills; the accounts that they are of must be there
    Bills(Source),
    /// What the bank answers to contracts of direct debit
    DebitContracts(Source),
    /// What the bank answers to the debits of a month
    Debits(Source),
    /// Articles of knowledge, TOML; those that it does not name stay as they are
    Knowledge {
        /// The TOML file
        file: PathBuf,
    },
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
    match command {
        ImportCommand::Accounts(source) => billing(settings, Subject::Accounts, source),
        ImportCommand::Bills(source) => billing(settings, Subject::Bills, source),
        ImportCommand::DebitContracts(source) => checks(settings, source),
        ImportCommand::Debits(source) => debits(settings, source),
        ImportCommand::Knowledge { file } => knowledge(settings, file),
    }
}

/// A file of the billing system.
fn billing(settings: &Settings, subject: Subject, source: &Source) -> anyhow::Result<()> {
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
    let taken = source.taken(outcome)?;
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

/// What the bank answers to contracts.
fn checks(settings: &Settings, source: &Source) -> anyhow::Result<()> {
    let app = Means::of_command(settings)?.app()?;
    let outcome = actix_web::rt::System::new().block_on(debit::take_checks(&app, source.text()?))?;
    let Checked { begun, refused, same } = source.taken(outcome)?;
    println!(
        "{}: {begun} contracts begin, {refused} are refused, {same} lines say what was known",
        source.file.display()
    );
    Ok(())
}

/// What the bank answers to debits.
fn debits(settings: &Settings, source: &Source) -> anyhow::Result<()> {
    let app = Means::of_command(settings)?.app()?;
    let outcome = actix_web::rt::System::new().block_on(debit::take_answers(&app, source.text()?))?;
    let Answered {
        paid,
        failed,
        double,
        same,
        ended,
    } = source.taken(outcome)?;
    println!(
        "{}: {paid} bills are paid, {failed} debits failed, {same} lines say what was known",
        source.file.display()
    );
    if double > 0 {
        println!("{double} debits were for bills paid otherwise: give the money back, the desk lists them");
    }
    if ended > 0 {
        println!("{ended} contracts ended, since they failed too often");
    }
    Ok(())
}

/// Articles of knowledge.
fn knowledge(settings: &Settings, path: &Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let file = File::read(&text).map_err(|why| anyhow!("{}: nothing of it was taken\n{why}", path.display()))?;
    let app = Means::of_command(settings)?.app()?;
    let now = app.clock.now();
    let write = app.db.write(move |conn: &mut Conn| file.take(conn, now));
    let Taken { new, changed, same } = actix_web::rt::System::new().block_on(write)?;
    println!("{}: {new} new, {changed} changed, {same} the same", path.display());
    Ok(())
}

impl Source {
    /// The file as UTF-8.
    fn text(&self) -> anyhow::Result<impl Read + use<>> {
        open(&self.file, self.encoding, &ProgressBar::hidden())
    }

    /// What was taken of it; where nothing was, every fault is listed.
    fn taken<T>(&self, outcome: Outcome<T>) -> anyhow::Result<T> {
        match outcome {
            Outcome::Taken(taken) => Ok(taken),
            Outcome::Refused(faults) => Err(refuse(&self.file, &faults)),
        }
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

fn refuse(file: &Path, faults: &Faults) -> anyhow::Error {
    for wrong in faults.listed() {
        eprintln!("{wrong}");
    }
    let (listed, count) = (faults.listed().len() as u64, faults.count());
    if count > listed {
        eprintln!("… and {} more", count - listed);
    }
    anyhow!("{}: {count} faults, so nothing of it was taken", file.display())
}
