//! The press: parts of a paper become pages, pages become a PDF.
//!
//! It writes PDF/UA-1: headings, paragraphs and the words for what is drawn are there for who has the paper read out, and
//! the writer refuses what would break that.

mod draw;
mod lines;
mod set;
mod sheet;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::{Document, SerializeSettings};

use super::face::face;
use super::paper::Paper;

/// The PDF of a paper. It depends on nothing but the paper.
pub(super) fn print(paper: &Paper) -> anyhow::Result<Vec<u8>> {
    let face = face()?;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    document.set_metadata(
        Metadata::new()
            .title(paper.title.clone())
            .language(paper.lang.tag().to_owned())
            .authors(vec![paper.house.clone()]),
    );
    draw::draw(&mut document, paper, face, &set::set(paper, face))?;
    Ok(document.finish()?)
}
