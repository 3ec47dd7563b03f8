//! Keeps what the server takes in at build time, the web programs, the migrations and the typeface of its papers, in step
//! with the files on disk.

use std::path::Path;
use std::{env, fs, io};

/// Where Debian's `fonts-noto-cjk` puts the typeface.
const FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

fn main() -> io::Result<()> {
    // A file that is new in a folder is seen only by whoever watches the folder.
    println!("cargo::rerun-if-changed=../migrations");

    // On a fresh machine the server is built before the packer has run. `rust-embed` settles at build time which folder
    // it reads from, and refuses every file of one that was not there then.
    let site = Path::new("../target/site");
    fs::create_dir_all(site)?;
    // In development the files are read as the server runs.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed={}", site.display());
    }
    font()
}

/// Tells where the typeface lies that papers are printed with; `SHUITING_FONT` names another place.
fn font() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=SHUITING_FONT");
    let font = env::var("SHUITING_FONT").unwrap_or_else(|_| FONT.to_owned());
    let font = fs::canonicalize(&font).map_err(|error| {
        let told = format!("{font}: {error}; run tests/setup.sh, or set SHUITING_FONT to NotoSansCJK-Regular.ttc");
        io::Error::new(error.kind(), told)
    })?;
    println!("cargo::rerun-if-changed={}", font.display());
    println!("cargo::rustc-env=PRINT_FONT={}", font.display());
    Ok(())
}
