//! Parts that are more than lines of text: words beside a bar, rows of facts, a framed number, lines to fill in by hand.

use std::mem;

use shuiting_shared::words::Lang;

use super::super::super::paper::Fact;
use super::super::sheet::{Format, Ink, Role, mm};
use super::{Setter, Side, Text, many};

/// Between two columns.
const GAP: f32 = mm(5.0);
/// A fact of more lines than these has a row to itself, where the column is narrow.
const LONG: usize = 3;

/// How facts look.
#[derive(Clone, Copy)]
struct Look {
    size: f32,
    strong: bool,
}

/// How wide a fact, its label and what it says are.
#[derive(Clone, Copy)]
struct Cells {
    width: f32,
    label: f32,
    said: f32,
}

impl<'a> Setter<'a> {
    /// Words of somebody else, beside a bar.
    pub(super) fn quote(&mut self, said: &str) {
        let Format { body, margin, .. } = self.set.format;
        let part = self.role(Role::Words);
        let (sheet, top) = (self.set.pages.len(), self.down);
        self.text(
            part,
            &Text {
                said,
                size: body,
                strong: true,
                side: Side::Left,
                x: margin + mm(6.0),
                width: self.set.format.inner() - mm(12.0),
            },
        );
        // Where it runs on to another page, it does without.
        if self.set.pages.len() == sheet {
            let (x, height) = (margin + mm(2.0), self.down - top);
            self.rule(x, top, 0.0, height);
        }
        self.down += mm(2.0);
    }

    /// Facts in rows of so many; small where there are several, and alone where one has much to say.
    pub(super) fn facts(&mut self, facts: &[Fact], beside: usize) {
        let body = self.set.format.body;
        let look = if beside > 1 {
            Look {
                size: body * 0.88,
                strong: false,
            }
        } else {
            Look {
                size: body,
                strong: true,
            }
        };
        let mut row = Vec::new();
        for fact in facts {
            if beside > 1 && self.tall(fact, look.size, self.cells(beside)) > LONG {
                self.row(&mem::take(&mut row), beside, look);
                self.row(&[fact], 1, look);
                continue;
            }
            row.push(fact);
            if row.len() == beside {
                self.row(&mem::take(&mut row), beside, look);
            }
        }
        self.row(&row, beside, look);
    }

    /// A row of facts, with a rule under each.
    fn row(&mut self, facts: &[&Fact], beside: usize, look: Look) {
        let cells = self.cells(beside);
        let tallest = facts.iter().map(|fact| self.tall(fact, look.size, cells)).max();
        let Some(tallest) = tallest else { return };
        let height = self.high(look.size) * many(tallest) + mm(0.8);
        self.room(height);
        let (top, mut x) = (self.down, self.set.format.margin);
        for fact in facts {
            let part = self.role(Role::Words);
            let cell = [
                (&fact.label, false, x, cells.label),
                (&fact.said, look.strong, x + cells.label + mm(2.0), cells.said),
            ];
            for (said, strong, x, width) in cell {
                self.down = top;
                let size = look.size;
                self.text(
                    part,
                    &Text {
                        said,
                        size,
                        strong,
                        side: Side::Left,
                        x,
                        width,
                    },
                );
            }
            self.rule(x, top + height - mm(0.2), cells.width, 0.0);
            x += cells.width + GAP;
        }
        self.down = top + height;
    }

    /// How many lines a fact takes.
    fn tall(&self, fact: &Fact, size: f32, cells: Cells) -> usize {
        let (label, said) = (
            self.count(&fact.label, size, cells.label),
            self.count(&fact.said, size, cells.said),
        );
        label.max(said)
    }

    /// The widths in a row of so many.
    fn cells(&self, beside: usize) -> Cells {
        let format = self.set.format;
        let beside = many(beside);
        let width = (format.inner() - GAP * (beside - 1.0)) / beside;
        let label = match self.lang {
            Lang::Zh => format.labels.0,
            Lang::En => format.labels.1,
        };
        let label = label.min(width * 0.42);
        Cells {
            width,
            label,
            said: width - label - mm(2.0),
        }
    }

    /// The number of the case, large, beside the code that leads to it.
    pub(super) fn number(
        &mut self,
        [label, number, hint]: [&str; 3],
        alt: &str,
        code: impl Fn(f32, f32, f32) -> Ink<'a>,
    ) {
        let Format {
            body,
            margin,
            code: side,
            ..
        } = self.set.format;
        let pad = mm(3.0);
        let inner = self.set.format.inner();
        let width = inner - side - 3.0 * pad;
        let told = [
            (label, body, false),
            (number, body * 2.6, true),
            (hint, body * 0.9, false),
        ];
        let tall = told
            .iter()
            .map(|(said, size, _)| many(self.count(said, *size, width)) * self.high(*size));
        let height = side.max(tall.sum::<f32>() + mm(1.0)) + 2.0 * pad;
        self.down += body * 0.3;
        self.room(height);
        let top = self.down;
        self.down = top + pad + mm(1.0);
        let part = self.role(Role::Words);
        for (said, size, strong) in told {
            self.text(
                part,
                &Text {
                    said,
                    size,
                    strong,
                    side: Side::Left,
                    x: margin + pad,
                    width,
                },
            );
        }
        let part = self.role(Role::Figure(alt.to_owned()));
        let ink = code(margin + inner - pad - side, top + pad, side);
        self.put(Some(part), ink);
        self.rule(margin, top, inner, height);
        self.down = top + height + mm(3.0);
    }

    /// Lines to be filled in by hand. They stay on one page.
    pub(super) fn blanks(&mut self, columns: &[Vec<String>], margin: f32) {
        let Format { body, .. } = self.set.format;
        let step = mm(10.0);
        let rows = many(columns.iter().map(Vec::len).max().unwrap_or_default());
        let beside = many(columns.len().max(1));
        let gap = mm(10.0);
        let width = (self.set.format.inner() - gap * (beside - 1.0)) / beside;
        self.room(step * rows);
        let (top, mut x) = (self.down, margin);
        for column in columns {
            self.down = top;
            for label in column {
                self.down += step - self.high(body);
                let (part, base) = (self.role(Role::Words), self.down);
                self.text(
                    part,
                    &Text {
                        said: label,
                        size: body,
                        strong: false,
                        side: Side::Left,
                        x,
                        width,
                    },
                );
                let from = x + self.face.width(label, body) + mm(2.0);
                self.rule(from, base + self.high(body) - mm(0.8), x + width - from, 0.0);
            }
            x += width + gap;
        }
        self.down = top + step * rows;
    }
}
