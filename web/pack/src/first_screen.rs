//! The hall's first screen as plain HTML, so that it paints before the program has arrived.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The HTML that the hall's page shows until the program takes over; empty as long as nobody has written any.
pub(crate) fn first_screen(web: &Path) -> Result<String> {
    let partial = web.join("hall/first_screen.html");
    if !partial.exists() {
        return Ok(String::new());
    }
    fs::read_to_string(&partial).with_context(|| format!("reading {}", partial.display()))
}
