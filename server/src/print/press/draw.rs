//! Drawing: sheets that are set become pages of the document, each piece with what it is to a reader who does not see it.

use std::num::NonZeroU16;

use anyhow::Context as _;
use krilla::Document;
use krilla::color::{luma, rgb};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Paint, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag, Tag, TagGroup, TagKind, TagTree};

use super::super::face::Face;
use super::super::paper::Paper;
use super::sheet::{Dress, Format, Ink, Role, Sheets, Tone, mm};
use crate::qr::Code;

/// Lightness: of what is read, also on a band, of what stands at the foot, of rules, and of the mark, over which text is read.
const BLACK: u8 = 0;
const WHITE: u8 = 255;
const FOOT: u8 = 80;
const RULE: u8 = 150;
const MARK: u8 = 228;

/// The house's blue, as on the screen; white on it has a contrast of 6 : 1.
fn blue() -> rgb::Color {
    rgb::Color::new(0x0b, 0x62, 0xc4)
}

/// Draws every sheet, and tells how the document is read.
pub(super) fn draw(document: &mut Document, paper: &Paper, face: &Face, set: &Sheets<'_>) -> anyhow::Result<()> {
    let Format { width, height, .. } = set.format;
    let settings = PageSettings::from_wh(width, height).context("a sheet has a size")?;
    let mut told: Vec<Vec<Node>> = set.roles.iter().map(|_| Vec::new()).collect();
    let mut outline = Outline::new();
    for (at, sheet) in set.pages.iter().enumerate() {
        let mut page = document.start_page_with(settings.clone());
        let mut pen = Pen {
            surface: page.surface(),
            face,
        };
        if let Some(mark) = paper.mark {
            pen.mark(mark, set.format);
        }
        for piece in sheet {
            let Some(part) = piece.part else {
                pen.aside(ArtifactType::Layout, |pen| pen.ink(&piece.ink, set.format));
                continue;
            };
            if let (Role::Heading(_, title), Ink::Line { x, base, size, .. }, []) =
                (&set.roles[part], &piece.ink, &*told[part])
            {
                let there = XyzDestination::new(at, Point::from_xy(*x, base - size));
                outline.push_child(OutlineNode::new(title.clone(), there));
            }
            let tag = match piece.ink {
                Ink::Line { .. } => ContentTag::Span(SpanTag::empty()),
                Ink::Rule { .. } | Ink::Code { .. } | Ink::Band { .. } | Ink::Frame { .. } => ContentTag::Other,
            };
            let drawn = pen.surface.start_tagged(tag);
            pen.ink(&piece.ink, set.format);
            pen.surface.end_tagged();
            told[part].push(drawn.into());
        }
        let number = (set.format.dress == Dress::Plain).then(|| format!("{} / {}", at + 1, set.pages.len()));
        pen.foot(&paper.foot, number.as_deref(), set.format);
        drop(pen);
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(paper.lang.tag().to_owned()));
    for (role, drawn) in set.roles.iter().zip(told) {
        tree.push(TagGroup::with_children(kind(role), drawn));
    }
    document.set_tag_tree(tree);
    document.set_outline(outline);
    Ok(())
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, title) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
        }
        Role::Words => Tag::P.into(),
        Role::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
    }
}

struct Pen<'a, 'd> {
    surface: Surface<'d>,
    face: &'a Face,
}

impl Pen<'_, '_> {
    fn ink(&mut self, ink: &Ink<'_>, format: Format) {
        match ink {
            Ink::Line {
                x,
                base,
                text,
                size,
                strong,
                apart,
                tone,
            } => {
                let lightness = match tone {
                    Tone::Dark => BLACK,
                    Tone::Light => WHITE,
                };
                self.fill(lightness);
                // One weight is built in. A rim of the same ink makes the other.
                self.surface
                    .set_stroke(strong.then(|| stroke(luma::Color::new(lightness), size * 0.032)));
                self.text(*x, *base, text, *size, *apart);
            }
            Ink::Rule { x, y, width, height } => {
                self.surface.set_fill(None);
                self.surface.set_stroke(Some(stroke(luma::Color::new(RULE), 0.6)));
                self.path(rim(*x, *y, *width, *height));
            }
            Ink::Band { height } => {
                self.surface.set_fill(Some(Fill {
                    paint: blue().into(),
                    ..Fill::default()
                }));
                self.surface.set_stroke(None);
                self.path(rim(0.0, 0.0, format.width, *height));
            }
            Ink::Frame { inset } => {
                self.surface.set_fill(None);
                for (inset, width) in [(*inset, 2.5), (inset + mm(2.0), 0.8)] {
                    self.surface.set_stroke(Some(stroke(blue(), width)));
                    self.path(rim(
                        inset,
                        inset,
                        format.width - 2.0 * inset,
                        format.height - 2.0 * inset,
                    ));
                }
            }
            Ink::Code { x, y, side, code } => {
                self.fill(BLACK);
                self.surface.set_stroke(None);
                self.path(modules(code, *x, *y, *side));
            }
        }
    }

    /// The mark across the page.
    fn mark(&mut self, mark: &str, format: Format) {
        let Format { width, height, .. } = format;
        // A long one is smaller, so that all of it is on the page.
        let size = (width / 4.0).min(width * 0.9 / self.face.width(mark, 1.0));
        let (left, base) = ((width - self.face.width(mark, size)) / 2.0, height / 2.0 + size / 3.0);
        self.aside(ArtifactType::Watermark, |pen| {
            pen.surface
                .push_transform(&Transform::from_rotate_at(-35.0, width / 2.0, height / 2.0));
            pen.fill(MARK);
            pen.surface.set_stroke(None);
            pen.text(left, base, mark, size, 0.0);
            pen.surface.pop();
        });
    }

    /// What stands under every page, in the middle where pages have no number.
    fn foot(&mut self, foot: &str, number: Option<&str>, format: Format) {
        let (size, base) = (format.foot, format.height - format.margin + mm(2.0));
        let rest = |said: &str| format.width - format.margin - self.face.width(said, size);
        let (left, right) = match number {
            Some(number) => (format.margin, rest(number)),
            None => (f32::midpoint(rest(foot), format.margin), 0.0),
        };
        self.aside(ArtifactType::Footer, |pen| {
            pen.fill(FOOT);
            pen.surface.set_stroke(None);
            let foot = pen.face.printable(foot);
            pen.text(left, base, &foot, size, 0.0);
            if let Some(number) = number {
                pen.text(right, base, number, size, 0.0);
            }
        });
    }

    /// Draws what is not read out.
    fn aside(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.surface
            .start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self);
        self.surface.end_tagged();
    }

    fn fill(&mut self, lightness: u8) {
        self.surface.set_fill(Some(Fill {
            paint: luma::Color::new(lightness).into(),
            ..Fill::default()
        }));
    }

    fn text(&mut self, x: f32, base: f32, text: &str, size: f32, apart: f32) {
        let glyphs = self.face.glyphs(text, apart);
        self.surface.draw_glyphs(
            Point::from_xy(x, base),
            &glyphs,
            self.face.font.clone(),
            text,
            size,
            false,
        );
    }

    fn path(&mut self, path: Option<Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }
}

fn stroke(color: impl Into<Paint>, width: f32) -> Stroke {
    Stroke {
        paint: color.into(),
        width,
        ..Stroke::default()
    }
}

/// A box, or a line where it has no height or no width.
fn rim(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    if width > 0.0 && height > 0.0 {
        path.push_rect(Rect::from_xywh(x, y, width, height)?);
    } else {
        path.move_to(x, y);
        path.line_to(x + width, y + height);
    }
    path.finish()
}

/// The dark modules of a code, with the quiet zone of four modules inside its side.
fn modules(code: &Code, x: f32, y: f32, side: f32) -> Option<Path> {
    #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 modules a side")]
    let number = |count: usize| count as f32;
    let module = side / number(code.side + 8);
    let mut path = PathBuilder::new();
    for (column, row) in &code.dark {
        let (left, top) = (x + module * number(column + 4), y + module * number(row + 4));
        path.push_rect(Rect::from_xywh(left, top, module, module)?);
    }
    path.finish()
}
