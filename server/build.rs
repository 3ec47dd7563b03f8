//! Keeps what the server takes in at build time, the web programs and the migrations, in step with the files on disk.

use std::path::Path;
use std::{env, fs, io};

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
    Ok(())
}
