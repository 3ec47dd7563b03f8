//! Setting: parts flow down the sheets, and on to the next one where there is no more room.

mod blocks;

use shuiting_shared::words::Lang;

use super::super::face::Face;
use super::super::paper::{Paper, Part};
use super::lines::lines;
use super::sheet::{Dress, Format, Ink, Piece, Role, Sheets, Tone, mm};

/// How high a character stands above its base, in sizes of letters.
const ASCENT: f32 = 0.88;

/// So often a poster that is too long is set in smaller letters.
const SMALLER: usize = 9;

/// Sets a paper. A poster hangs as one sheet: what has little to say says it large, what has much in smaller letters.
pub(super) fn set<'a>(paper: &'a Paper, face: &'a Face) -> Sheets<'a> {
    let mut format = Format::of(paper.size);
    let mut sheets = flow(paper, face, format);
    for _ in 0..SMALLER {
        if format.dress != Dress::Band || sheets.pages.len() == 1 {
            break;
        }
        format = format.smaller();
        sheets = flow(paper, face, format);
    }
    sheets
}

fn flow<'a>(paper: &'a Paper, face: &'a Face, format: Format) -> Sheets<'a> {
    let mut setter = Setter {
        face,
        lang: paper.lang,
        down: format.margin,
        tone: Tone::Dark,
        set: Sheets {
            format,
            roles: Vec::new(),
            pages: vec![Vec::new()],
        },
    };
    setter.head(paper);
    for part in &paper.parts {
        setter.part(part);
    }
    setter.set
}

/// A number of lines, characters or columns.
#[expect(clippy::cast_precision_loss, reason = "there are a few hundred of them at most")]
const fn many(number: usize) -> f32 {
    number as f32
}

/// Where a text stands between two sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Middle,
    Right,
    /// At both: Chinese fills the line.
    Both,
}

/// A text that is to be set.
struct Text<'t> {
    said: &'t str,
    size: f32,
    strong: bool,
    side: Side,
    x: f32,
    width: f32,
}

struct Setter<'a> {
    face: &'a Face,
    lang: Lang,
    /// Where the next line begins.
    down: f32,
    /// What letters are set in.
    tone: Tone,
    set: Sheets<'a>,
}

impl<'a> Setter<'a> {
    fn head(&mut self, paper: &Paper) {
        match self.set.format.dress {
            Dress::Plain => self.titled(paper),
            Dress::Band => {
                self.tone = Tone::Light;
                self.titled(paper);
                self.tone = Tone::Dark;
                self.down += mm(10.0);
                let height = self.down;
                // It lies under what stands on it.
                if let Some(first) = self.set.pages.first_mut() {
                    first.insert(
                        0,
                        Piece {
                            part: None,
                            ink: Ink::Band { height },
                        },
                    );
                }
                self.down += mm(10.0);
            }
            Dress::Frame => {
                let inset = self.set.format.margin / 2.0;
                self.put(None, Ink::Frame { inset });
                self.titled(paper);
                self.down += mm(4.0);
            }
        }
    }

    fn titled(&mut self, paper: &Paper) {
        let part = self.role(Role::Words);
        self.across(part, &paper.house, self.set.format.body, false, Side::Middle);
        self.down += mm(1.0);
        let part = self.role(Role::Heading(1, paper.title.clone()));
        let Format { body, title, .. } = self.set.format;
        self.across(part, &paper.title, body * title, true, Side::Middle);
        self.down += mm(2.0);
    }

    fn part(&mut self, part: &'a Part) {
        let Format { body, margin, .. } = self.set.format;
        match part {
            Part::Under(said) => {
                let part = self.role(Role::Words);
                self.across(part, said, body, false, Side::Middle);
                self.down += mm(3.0);
            }
            Part::Large(said) => {
                let part = self.role(Role::Words);
                self.across(part, said, body * 1.8, true, Side::Middle);
                self.down += mm(3.0);
            }
            Part::Heading(said) => {
                self.down += mm(2.5);
                // A heading alone at the foot of a page heads nothing.
                self.room(self.high(body) * 3.0);
                let part = self.role(Role::Heading(2, said.clone()));
                self.across(part, said, body, true, Side::Left);
                self.down += mm(0.5);
            }
            Part::Words(said) => {
                let part = self.role(Role::Words);
                self.across(part, said, body, false, Side::Both);
                self.down += mm(1.0);
            }
            Part::Quote(said) => self.quote(said),
            Part::Facts { rows, beside } => {
                self.facts(rows, *beside);
                self.down += mm(2.0);
            }
            Part::Number {
                label,
                number,
                hint,
                code,
                alt,
            } => {
                self.number([label, number, hint], alt, |x, y, side| Ink::Code { x, y, side, code });
            }
            Part::Close(said) => {
                self.down += mm(4.0);
                self.room(self.high(body) * many(said.len()));
                for line in said {
                    let part = self.role(Role::Words);
                    self.across(part, line, body, false, Side::Right);
                }
            }
            Part::Blanks(columns) => self.blanks(columns, margin),
        }
    }

    /// A text over the whole width.
    fn across(&mut self, part: usize, said: &str, size: f32, strong: bool, at: Side) {
        let format = self.set.format;
        self.text(
            part,
            &Text {
                said,
                size,
                strong,
                side: at,
                x: format.margin,
                width: format.inner(),
            },
        );
    }

    fn text(&mut self, part: usize, text: &Text<'_>) {
        let (size, height) = (text.size, self.high(text.size));
        let said = self.face.printable(text.said);
        let face = self.face;
        for line in lines(&said, text.width, |said| face.width(said, size)) {
            self.room(height);
            let slack = text.width - face.width(line.text, size);
            let gaps = many(line.text.chars().count().saturating_sub(1).max(1));
            let fills = text.side == Side::Both && self.lang == Lang::Zh && !line.last && slack < 3.0 * size;
            let x = text.x
                + match text.side {
                    Side::Left | Side::Both => 0.0,
                    Side::Middle => slack / 2.0,
                    Side::Right => slack,
                };
            self.put(
                Some(part),
                Ink::Line {
                    x,
                    base: self.down + (height - size) / 2.0 + size * ASCENT,
                    text: line.text.to_owned(),
                    size,
                    strong: text.strong,
                    tone: self.tone,
                    apart: if fills { slack / gaps / size } else { 0.0 },
                },
            );
            self.down += height;
        }
    }

    /// How many lines a text takes.
    fn count(&self, said: &str, size: f32, width: f32) -> usize {
        let said = self.face.printable(said);
        lines(&said, width, |said| self.face.width(said, size)).len()
    }

    /// How high a line is.
    fn high(&self, size: f32) -> f32 {
        size * self.set.format.leading
    }

    /// Goes on to the next sheet where so much does not go on this one.
    fn room(&mut self, height: f32) {
        let Format { margin, .. } = self.set.format;
        if self.down + height > self.set.format.bottom() && self.down > margin {
            self.set.pages.push(Vec::new());
            self.down = margin;
        }
    }

    fn role(&mut self, role: Role) -> usize {
        self.set.roles.push(role);
        self.set.roles.len() - 1
    }

    fn rule(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.put(None, Ink::Rule { x, y, width, height });
    }

    fn put(&mut self, part: Option<usize>, ink: Ink<'a>) {
        if let Some(sheet) = self.set.pages.last_mut() {
            sheet.push(Piece { part, ink });
        }
    }
}
