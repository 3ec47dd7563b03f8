//! The two programs, and how they are compiled.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

const TARGET: &str = "wasm32-unknown-unknown";

/// One of the two programs that a browser runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Program {
    /// What residents and volunteers see.
    Hall,
    /// What staff see.
    Desk,
}

impl Program {
    /// Both of them.
    pub(crate) const ALL: [Self; 2] = [Self::Hall, Self::Desk];

    /// The name of its folder in `web/`, and of every file made from it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hall => "hall",
            Self::Desk => "desk",
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
        }
    }

    /// The file of its service worker; the desk has none, since nobody works on other people's cases without a network.
    pub(crate) fn worker(self) -> Option<&'static str> {
        (self == Self::Hall).then_some("worker.js")
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

/// Compiles both programs in one go, so that what they share is compiled once.
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
    ensure!(status.success(), "cargo could not build hall and desk, see above");
    Ok(())
}
