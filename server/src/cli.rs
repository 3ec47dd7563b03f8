//! The commands of the binary.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool tells its results on stdout and its errors on stderr"
)]

mod export;
mod import;

use std::io::BufRead as _;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use clap::{Parser, Subcommand};
use shuiting_shared::case::{Post, Role};
use tracing_subscriber::EnvFilter;

use crate::application::{Application, Means};
use crate::clock::{Clock as _, SystemClock};
use crate::config::{ServeSettings, Settings};
use crate::db::{Conn, Db};
use crate::{demo, staff};

/// Shuiting 水厅: a water utility's micro online hall, and the desk behind it
#[derive(Parser, Debug)]
#[command(name = "shuiting", version)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve hall and desk
    Serve(ServeSettings),
    /// Bring the tables up to date; serving does so too
    Migrate,
    /// Members of staff
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Files of the billing system and of banks, and articles of knowledge: each is taken whole, or not at all and what is wrong with it is listed
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Files for the billing system and for banks
    #[command(subcommand)]
    Export(export::ExportCommand),
    /// The demo city
    #[command(subcommand)]
    Demo(DemoCommand),
}

#[derive(Subcommand, Debug)]
enum StaffCommand {
    /// Add a member of staff; the password is read from the first line of standard input
    Add {
        /// The user name
        name: String,
        /// clerk, dispatcher, crew, agent, supervisor or admin
        #[arg(long, value_parser = role)]
        role: Role,
        /// What people call them; by default the user name
        #[arg(long)]
        display: Option<String>,
        /// A mobile phone; there they hear of low ratings and of clocks that run out
        #[arg(long)]
        phone: Option<String>,
        /// The code of the department or branch they work for, as in the house file
        #[arg(long)]
        unit: Option<String>,
        /// head (of their unit) or duty (manager on duty): who is told when clocks have run out
        #[arg(long, value_parser = post)]
        post: Option<Post>,
    },
    /// Shut a member of staff out, at once
    Disable {
        /// The user name
        name: String,
    },
    /// Give a member of staff a new password, read from the first line of standard input
    Password {
        /// The user name
        name: String,
    },
}

#[derive(Subcommand, Debug)]
enum DemoCommand {
    /// Fill an empty database with the demo city
    Fill,
}

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code).ok_or_else(|| {
        let known: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
        format!("there is no such role; take one of {}", known.join(", "))
    })
}

fn post(code: &str) -> Result<Post, String> {
    Post::from_code(code).ok_or_else(|| "there is no such post; take head or duty".to_owned())
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shuiting: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<()> {
    let settings = &cli.settings;
    match &cli.command {
        Command::Serve(serve) => self::serve(settings, serve),
        Command::Migrate => {
            Db::open(&settings.address()?)?;
            println!("the tables are up to date");
            Ok(())
        }
        Command::Staff(command) => staff(settings, command),
        Command::Import(command) => import::run(settings, command),
        Command::Export(command) => export::run(settings, command),
        Command::Demo(DemoCommand::Fill) => {
            let app = Means::real(settings, &ServeSettings::demo())?.app()?;
            let filled = actix_web::rt::System::new().block_on(demo::fill(&app))?;
            println!("the demo city has {} cases", filled.cases);
            Ok(())
        }
    }
}

fn serve(settings: &Settings, serve: &ServeSettings) -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().or_else(|_| EnvFilter::try_new("info"))?;
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let means = Means::real(settings, serve)?;
    actix_web::rt::System::new().block_on(async {
        let application = Application::build(means).await?;
        println!("listening on {}", application.url());
        if serve.demo {
            println!(
                "hall: {0}/  desk: {0}/desk  messages: {0}/demo/inbox",
                application.url()
            );
        }
        application.run().await
    })
}

fn staff(settings: &Settings, command: &StaffCommand) -> anyhow::Result<()> {
    let address = settings.address()?;
    // Opening brings the tables up to date; the work itself is one transaction on a connection of its own.
    drop(Db::open(&address)?);
    let mut conn = address.connect()?;
    let work = |conn: &mut Conn| match command {
        StaffCommand::Add {
            name,
            role,
            display,
            phone,
            unit,
            post,
        } => {
            let member = staff::NewMember {
                name,
                display: display.as_deref().unwrap_or(name),
                role: *role,
                password: staff::hashed(&password()?)?,
                phone: phone.as_deref(),
                unit: unit.as_deref(),
                post: *post,
            };
            staff::add(conn, &member, SystemClock.now())?;
            println!("{name} may sign in as {}", role.code());
            Ok(())
        }
        StaffCommand::Disable { name } => {
            staff::disable(conn, name)?;
            println!("{name} is shut out");
            Ok(())
        }
        StaffCommand::Password { name } => {
            staff::set_password(conn, name, &password()?)?;
            println!("{name} has a new password and is signed out everywhere");
            Ok(())
        }
    };
    diesel::connection::Connection::transaction::<_, anyhow::Error, _>(&mut conn, work)
}

fn password() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("cannot read the password from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    ensure!(
        !password.is_empty(),
        "give the password on the first line of standard input"
    );
    Ok(password)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_help_lists_every_setting() {
        Cli::command().debug_assert();
        let help = Cli::command().render_long_help().to_string();
        for setting in [
            "DATABASE_URL",
            "SHUITING_DATA",
            "SHUITING_SECRET",
            "SHUITING_HOUSE",
            "SHUITING_TARIFFS",
        ] {
            assert!(help.contains(setting), "{setting}");
        }
    }

    #[test]
    fn a_role_that_is_none_is_told_with_those_there_are() {
        assert_eq!(role("clerk"), Ok(Role::Clerk));
        assert!(role("boss").unwrap_err().contains("supervisor"));
    }
}
