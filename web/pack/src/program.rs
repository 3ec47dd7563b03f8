//! The programs, and how they are compiled.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

const TARGET: &str = "wasm32-unknown-unknown";

/// One of the programs that a browser runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Program {
    /// What residents and volunteers see.
    Hall,
    /// What staff see.
    Desk,
    /// What crews see on their phones.
    Crew,
}

/// How the service worker of a program is told apart from others.
pub(crate) struct Worker {
    /// The name of its file, at the root, so that it may speak for any address.
    pub(crate) file: &'static str,
    /// Which addresses in its scope are no pages of the program, as a regular expression.
    pub(crate) elsewhere: &'static str,
}

impl Program {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Hall, Self::Desk, Self::Crew];

    /// The name of its folder in `web/`, and of every file made from it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hall => "hall",
            Self::Desk => "desk",
            Self::Crew => "crew",
        }
    }

    /// The names of its pages, each with the file of what it shows until the program takes over.
    pub(crate) fn pages(self) -> &'static [(&'static str, Option<&'static str>)] {
        match self {
            Self::Hall => &[
                ("hall", Some("first_screen.html")),
                ("hall-inside", Some("waiting_screen.html")),
            ],
            Self::Desk => &[("desk", None)],
            Self::Crew => &[("crew", None)],
        }
    }

    /// Its service worker; the desk has none, since nobody there works on other people's cases without a network.
    pub(crate) fn worker(self) -> Option<Worker> {
        match self {
            // In the city for practising too.
            Self::Hall => Some(Worker {
                file: "worker.js",
                elsewhere: "^(/practice)?/(api|assets|crew|demo|desk|go|healthz|problems|readyz|wechat/(back|enter|photos|sign-in))(/|$)",
            }),
            Self::Crew => Some(Worker {
                file: "crew-worker.js",
                elsewhere: "^/crew[^/]",
            }),
            Self::Desk => None,
        }
    }

    /// Where cargo leaves it.
    pub(crate) fn wasm(self, root: &Path, mode: Mode) -> PathBuf {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
        let name = format!("{}.wasm", self.package());
        target.join(TARGET).join(mode.folder()).join(name)
    }

    fn package(self) -> String {
        format!("shuiting-{}", self.name())
    }
}

/// Whether the files are for residents, or for whoever is changing them right now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As small as it gets.
    Release,
    /// As soon as it gets.
    Dev,
}

impl Mode {
    /// How hard brotli tries, 0 to 11.
    pub(crate) fn brotli_quality(self) -> u32 {
        match self {
            Self::Release => 11,
            Self::Dev => 2,
        }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "dev",
        }
    }

    /// Cargo's folder for the profile; for `dev` it has another name.
    fn folder(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "debug",
        }
    }
}

/// Compiles all programs in one go, so that what they share is compiled once.
pub(crate) fn compile(root: &Path, mode: Mode) -> Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--profile", mode.profile(), "--target", TARGET])
        .args(
            Program::ALL
                .iter()
                .flat_map(|program| ["--package".to_owned(), program.package()]),
        )
        .status()
        .context("starting cargo")?;
    ensure!(status.success(), "cargo could not build the web programs, see above");
    Ok(())
}
