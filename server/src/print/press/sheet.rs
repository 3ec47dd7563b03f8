//! Sheets that are set: each line of text and each rule at its place. Lengths are points, from the upper left corner.

use super::super::paper::Size;
use crate::qr::Code;

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Millimetres, in points.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * MM
}

/// How a size of paper is laid out.
#[derive(Clone, Copy)]
pub(super) struct Format {
    /// Width and height of the sheet.
    pub(super) width: f32,
    pub(super) height: f32,
    /// What stays white at each side.
    pub(super) margin: f32,
    /// The size of letters in what is read.
    pub(super) body: f32,
    /// From one line to the next, in sizes of letters.
    pub(super) leading: f32,
    /// The column in which facts are named, in Chinese and in English.
    pub(super) labels: (f32, f32),
    /// The title, in sizes of letters.
    pub(super) title: f32,
    /// The side of a code.
    pub(super) code: f32,
    /// The size of letters at the foot.
    pub(super) foot: f32,
    /// What adorns it.
    pub(super) dress: Dress,
}

/// What adorns a sheet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dress {
    /// Nothing; its pages are numbered.
    Plain,
    /// A band in the house's blue, on which house and title stand in white.
    Band,
    /// A frame in the house's blue.
    Frame,
}

impl Format {
    pub(super) const fn of(size: Size) -> Self {
        let letter = Self {
            width: mm(210.0),
            height: mm(297.0),
            margin: mm(22.0),
            body: 10.5,
            leading: 1.65,
            labels: (mm(38.0), mm(48.0)),
            title: 1.7,
            code: mm(28.0),
            foot: 8.0,
            dress: Dress::Plain,
        };
        match size {
            // From two metres a character is read that is 8 mm high; the smallest of a poster have that, these twice as much.
            Size::A3 => Self {
                width: mm(297.0),
                height: mm(420.0),
                margin: mm(22.0),
                body: 46.0,
                leading: 1.4,
                labels: (mm(42.0), mm(62.0)),
                title: 1.9,
                code: mm(105.0),
                foot: 20.0,
                dress: Dress::Band,
            },
            Size::A4 => letter,
            Size::A4Across => Self {
                width: letter.height,
                height: letter.width,
                margin: mm(30.0),
                body: 16.0,
                title: 2.6,
                foot: 10.0,
                dress: Dress::Frame,
                ..letter
            },
            Size::A5 => Self {
                width: mm(148.0),
                height: mm(210.0),
                margin: mm(11.0),
                body: 9.5,
                leading: 1.5,
                labels: (mm(24.0), mm(36.0)),
                ..letter
            },
        }
    }

    /// The same in smaller letters.
    pub(super) fn smaller(self) -> Self {
        const BY: f32 = 0.93;
        Self {
            body: self.body * BY,
            labels: (self.labels.0 * BY, self.labels.1 * BY),
            ..self
        }
    }

    /// Between the margins.
    pub(super) const fn inner(self) -> f32 {
        self.width - 2.0 * self.margin
    }

    /// Where the foot begins and nothing else stands.
    pub(super) const fn bottom(self) -> f32 {
        self.height - self.margin - mm(4.0)
    }
}

/// What a piece is to somebody who has the paper read out.
pub(super) enum Role {
    /// A heading, from 1; also an entry of the outline.
    Heading(u16, String),
    Words,
    /// A drawing, and what it shows.
    Figure(String),
}

/// A piece: what is drawn, and the number of the role that it is part of; ornaments have none.
pub(super) struct Piece<'a> {
    pub(super) part: Option<usize>,
    pub(super) ink: Ink<'a>,
}

/// What letters are drawn in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Black.
    Dark,
    /// White, on a band.
    Light,
}

/// What is drawn.
pub(super) enum Ink<'a> {
    /// A line of text from `x`, standing on `base`.
    Line {
        x: f32,
        base: f32,
        text: String,
        size: f32,
        strong: bool,
        /// Ems that glyphs are set farther apart.
        apart: f32,
        tone: Tone,
    },
    /// A band across the head of the sheet, down to here.
    Band { height: f32 },
    /// A frame that leaves so much white at each side.
    Frame { inset: f32 },
    /// A line across, or the rim of a box.
    Rule { x: f32, y: f32, width: f32, height: f32 },
    /// A code, and its side.
    Code { x: f32, y: f32, side: f32, code: &'a Code },
}

/// A paper that is set.
pub(super) struct Sheets<'a> {
    pub(super) format: Format,
    /// What each part is, in the order of reading.
    pub(super) roles: Vec<Role>,
    /// The pieces of each sheet.
    pub(super) pages: Vec<Vec<Piece<'a>>>,
}
