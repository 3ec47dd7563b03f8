//! PDF as programs that are not ours read it: Debian's poppler.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The text of a PDF, laid out as on paper; a form feed ends each page.
pub fn text(pdf: &[u8]) -> String {
    read("pdftotext", &["-layout", "-", "-"], pdf)
}

/// What is known of a PDF, `Key: value` a line.
pub fn info(pdf: &[u8]) -> String {
    read("pdfinfo", &["-"], pdf)
}

/// How it is read out: its structure, and the text of each part.
pub fn structure(pdf: &[u8]) -> String {
    read("pdfinfo", &["-struct-text", "-"], pdf)
}

fn read(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}; tests/setup.sh test installs poppler-utils"));
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} refuses it");
    // Titles of headings come as they are kept, in two bytes a letter.
    String::from_utf8_lossy(&output.stdout).into_owned()
}
