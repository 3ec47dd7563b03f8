//! Turns the WASM programs into the files that the server embeds: `target/site/`.
//!
//! ```text
//! target/site/hall.html                 the page at /
//! target/site/hall-inside.html          the page at the hall's other addresses
//! target/site/desk.html                 the page at /desk
//! target/site/crew.html                 the page at /crew
//! target/site/worker.js                 keeps the hall's files in the browser, see web/parts/worker.js
//! target/site/crew-worker.js            keeps those of the crews' page
//! target/site/assets/hall-<hash>.css    named by its content, so a browser may keep it for good
//! target/site/assets/….br               beside each file, what goes over the wire
//! ```
//!
//! Run `cargo run -p shuiting-pack` for what residents get, or with `--dev` for a quick build while developing.
//!
//! The way of one program, a module a step: [`program`] compiles it, [`glue`] ties it to the browser, [`style`] makes its
//! one stylesheet, [`page`] fills its HTML (the hall's with a first screen), [`worker`] tells its service worker what
//! to keep, [`site`] writes and compresses, and [`report`] says what a first visit costs.

#![expect(clippy::print_stdout, reason = "a command line tool tells its results on stdout")]

mod glue;
mod page;
mod program;
mod report;
mod site;
mod style;
mod worker;

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use program::{Mode, Program};
use report::Visit;
use site::Site;
use worker::Kept;

fn main() -> Result<()> {
    let mode = mode(env::args().skip(1))?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let web = root.join("web");

    println!("compiling hall, desk and the crews' page to WASM");
    program::compile(&root, mode)?;

    println!("packing target/site");
    let mut site = Site::open(root.join("target/site"), mode.brotli_quality())?;
    for program in Program::ALL {
        let visit =
            pack(program, &root, &web, mode, &mut site).with_context(|| format!("packing the {}", program.name()))?;
        print!("{visit}");
    }
    site.finish()
}

/// Writes everything that one program consists of, and says what a first visit to it costs.
fn pack(program: Program, root: &Path, web: &Path, mode: Mode, site: &mut Site) -> Result<Visit> {
    let name = program.name();
    let mut visit = Visit::new(name);

    let icons = web.join("parts/style/icons.svg");
    let icons = if icons.exists() {
        Some(site.asset("icons", "svg", &fs::read(icons)?)?)
    } else {
        None
    };
    let css = site.asset(name, "css", style::sheet(program, web)?.as_bytes())?;
    let glue = glue::tie(&program.wasm(root, mode), name, mode)?;
    let wasm = site.asset(name, "wasm", &glue.wasm)?;
    let js = site.asset(name, "js", glue.starting(&wasm.path).as_bytes())?;

    let template = read(&web.join(name).join("index.html"))?;
    let mut pages = Vec::new();
    for &(page, screen) in program.pages() {
        // It paints before the program has come.
        let first_screen = screen.map(|screen| read(&web.join(name).join(screen))).transpose()?;
        let mut values = vec![
            ("css", &*css.path),
            ("js", &*js.path),
            ("wasm", &*wasm.path),
            ("first_screen", first_screen.as_deref().unwrap_or_default()),
        ];
        values.extend(icons.iter().map(|icons| ("icons", &*icons.path)));
        let html = page::fill(&template, &values)?;
        if program.worker().is_some() {
            pages.push(site.asset(page, "html", html.as_bytes())?.path);
        }
        let html = site.page(&format!("{page}.html"), html.as_bytes())?;
        if page == name {
            visit.add("html", html);
        }
    }
    if let (Some(worker), Some(home), Some(inside)) = (program.worker(), pages.first(), pages.last()) {
        let files = [&css, &js, &wasm].into_iter().chain(&icons);
        let kept = Kept {
            program: name,
            elsewhere: worker.elsewhere,
            home,
            inside,
            files: files.map(|file| &*file.path).collect(),
        };
        let script = kept.by(&read(&web.join("parts/worker.js"))?)?;
        visit.add("worker", site.page(worker.file, script.as_bytes())?);
    }
    visit.add("css", css);
    visit.add("js", js);
    visit.add("wasm", wasm);
    if let Some(icons) = icons {
        visit.add("icons", icons);
    }
    Ok(visit)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Reads the command line: nothing, or `--dev`.
fn mode(mut arguments: impl Iterator<Item = String>) -> Result<Mode> {
    match (arguments.next().as_deref(), arguments.next()) {
        (None, _) => Ok(Mode::Release),
        (Some("--dev"), None) => Ok(Mode::Dev),
        _ => bail!("usage: shuiting-pack [--dev]"),
    }
}
