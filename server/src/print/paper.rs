//! A paper before it is set: what stands on it and in which order, and no positions.

use shuiting_shared::words::Lang;

use crate::qr::Code;

/// The size of the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// What hangs on a wall, and is read from two metres away.
    A3,
    /// Letters and contracts.
    A4,
    /// A4 lying on its side: what is framed.
    A4Across,
    /// What is taken home from the counter.
    A5,
}

/// A paper.
pub(super) struct Paper {
    pub(super) size: Size,
    pub(super) lang: Lang,
    /// What it is; it heads the paper and names the document.
    pub(super) title: String,
    /// Whose paper it is, above the title.
    pub(super) house: String,
    /// Stands at the foot of each page, before the number of the page.
    pub(super) foot: String,
    /// Lies across each page of what is not to be taken for final.
    pub(super) mark: Option<&'static str>,
    pub(super) parts: Vec<Part>,
}

/// A part of a paper.
pub(super) enum Part {
    /// Centred, as under the title.
    Under(String),
    /// The same, large: a name.
    Large(String),
    /// A heading inside.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// A paragraph that is another's words: set in from both sides.
    Quote(String),
    /// Facts, so many side by side.
    Facts { rows: Vec<Fact>, beside: usize },
    /// The number, or a word as short, framed, with what to do with it, and the code that does it.
    Number {
        label: String,
        number: String,
        hint: String,
        code: Code,
        alt: String,
    },
    /// Lines at the right, as a letter ends.
    Close(Vec<String>),
    /// What is filled in by hand, a line each, in columns.
    Blanks(Vec<Vec<String>>),
}

/// A fact: what it is called, and what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) said: String,
}

/// Writes a [`Fact`].
pub(super) fn fact(label: impl Into<String>, said: impl Into<String>) -> Fact {
    Fact {
        label: label.into(),
        said: said.into(),
    }
}
