//! Photos for the demo city, drawn: nobody's real papers are needed to show how it works.

use image::{DynamicImage, RgbaImage};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// What a drawn photo shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motif {
    /// Water on a street; the number makes them differ.
    Leak(u8),
    /// The same place afterwards.
    Repaired(u8),
    /// The dial of a meter with a reading.
    Meter(u32),
    /// The front of a card.
    Card,
    /// The back of a card.
    CardBack,
    /// A paper with lines and a seal.
    Paper,
    /// A drawing of pipes.
    Plan,
}

const WIDTH: u32 = 960;
const HEIGHT: u32 = 720;

/// Draws a photo; none only where there is no memory for it.
pub(super) fn draw(motif: Motif) -> Option<DynamicImage> {
    let mut sheet = Sheet(Pixmap::new(WIDTH, HEIGHT)?);
    match motif {
        Motif::Leak(n) => leak(&mut sheet, f32::from(n)),
        Motif::Repaired(n) => repaired(&mut sheet, f32::from(n)),
        Motif::Meter(reading) => meter(&mut sheet, reading),
        Motif::Card => card(&mut sheet, true),
        Motif::CardBack => card(&mut sheet, false),
        Motif::Paper => paper(&mut sheet),
        Motif::Plan => plan(&mut sheet),
    }
    let pixels = RgbaImage::from_raw(WIDTH, HEIGHT, sheet.0.take())?;
    Some(DynamicImage::ImageRgba8(pixels))
}

type Rgb = (u8, u8, u8);

struct Sheet(Pixmap);

impl Sheet {
    fn ground(&mut self, (r, g, b): Rgb) {
        self.0.fill(Color::from_rgba8(r, g, b, 255));
    }

    fn fill(&mut self, path: Option<Path>, colour: Rgb) {
        if let Some(path) = path {
            self.0
                .fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    fn stroke(&mut self, path: Option<Path>, colour: Rgb, width: f32) {
        if let Some(path) = path {
            let stroke = Stroke {
                width,
                ..Stroke::default()
            };
            self.0
                .stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
        }
    }

    fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        self.fill(Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect), colour);
    }

    fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Rgb) {
        self.fill(PathBuilder::from_circle(x, y, radius), colour);
    }

    fn oval(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        self.fill(
            Rect::from_xywh(x - width / 2.0, y - height / 2.0, width, height).and_then(PathBuilder::from_oval),
            colour,
        );
    }

    fn line(&mut self, points: &[(f32, f32)], colour: Rgb, width: f32) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            if at == 0 {
                path.move_to(*x, *y);
            } else {
                path.line_to(*x, *y);
            }
        }
        self.stroke(path.finish(), colour, width);
    }
}

fn paint((r, g, b): Rgb) -> Paint<'static> {
    let mut paint = Paint {
        anti_alias: true,
        ..Paint::default()
    };
    paint.set_color_rgba8(r, g, b, 255);
    paint
}

const ASPHALT: Rgb = (112, 116, 120);
const KERB: Rgb = (176, 172, 164);
const WALL: Rgb = (214, 200, 180);
const WATER: Rgb = (92, 150, 190);
const SHINE: Rgb = (196, 222, 238);
const PIPE: Rgb = (70, 82, 94);

fn street(sheet: &mut Sheet, n: f32) {
    sheet.ground(ASPHALT);
    sheet.rect(0.0, 0.0, 960.0, 230.0, WALL);
    for brick in 0..6_u8 {
        sheet.rect(
            f32::from(brick) * 170.0 + n * 13.0 % 90.0,
            40.0,
            90.0,
            120.0,
            (150, 176, 190),
        );
    }
    sheet.rect(0.0, 230.0, 960.0, 40.0, KERB);
    for dash in 0..5_u8 {
        sheet.rect(f32::from(dash) * 220.0 + 30.0, 640.0, 120.0, 14.0, (230, 228, 220));
    }
}

fn leak(sheet: &mut Sheet, n: f32) {
    street(sheet, n);
    let x = 320.0 + n * 67.0 % 320.0;
    sheet.oval(x, 500.0, 560.0, 190.0, WATER);
    sheet.oval(x - 60.0, 470.0, 240.0, 46.0, SHINE);
    sheet.line(&[(x, 270.0), (x, 450.0)], PIPE, 30.0);
    for drop in 0..7_u8 {
        let at = f32::from(drop);
        sheet.disc(x - 90.0 + at * 30.0, 380.0 - (at * 53.0 + n * 31.0) % 120.0, 9.0, SHINE);
    }
    sheet.line(&[(x, 440.0), (x - 70.0, 330.0)], SHINE, 10.0);
    sheet.line(&[(x, 440.0), (x + 80.0, 320.0)], SHINE, 10.0);
}

fn repaired(sheet: &mut Sheet, n: f32) {
    street(sheet, n);
    let x = 320.0 + n * 67.0 % 320.0;
    sheet.rect(x - 150.0, 400.0, 300.0, 150.0, (74, 77, 80));
    sheet.line(&[(x, 270.0), (x, 400.0)], PIPE, 30.0);
    sheet.rect(x - 30.0, 320.0, 60.0, 46.0, (40, 120, 200));
}

/// The segments of the digits 0 to 9: top, upper right, lower right, bottom, lower left, upper left, middle.
const DIGITS: [[bool; 7]; 10] = {
    const O: bool = false;
    const I: bool = true;
    [
        [I, I, I, I, I, I, O],
        [O, I, I, O, O, O, O],
        [I, I, O, I, I, O, I],
        [I, I, I, I, O, O, I],
        [O, I, I, O, O, I, I],
        [I, O, I, I, O, I, I],
        [I, O, I, I, I, I, I],
        [I, I, I, O, O, O, O],
        [I, I, I, I, I, I, I],
        [I, I, I, I, O, I, I],
    ]
};

fn digit(sheet: &mut Sheet, x: f32, y: f32, value: u32, colour: Rgb) {
    let bars = [
        (6.0, 0.0, 28.0, 7.0),
        (33.0, 5.0, 7.0, 30.0),
        (33.0, 40.0, 7.0, 30.0),
        (6.0, 68.0, 28.0, 7.0),
        (0.0, 40.0, 7.0, 30.0),
        (0.0, 5.0, 7.0, 30.0),
        (6.0, 34.0, 28.0, 7.0),
    ];
    for (on, (dx, dy, width, height)) in DIGITS[(value % 10) as usize].iter().zip(bars) {
        if *on {
            sheet.rect(x + dx, y + dy, width, height, colour);
        }
    }
}

fn meter(sheet: &mut Sheet, reading: u32) {
    sheet.ground((96, 88, 78));
    sheet.line(&[(0.0, 400.0), (960.0, 400.0)], (150, 120, 60), 110.0);
    sheet.disc(480.0, 370.0, 300.0, (40, 90, 150));
    sheet.disc(480.0, 370.0, 250.0, (244, 244, 240));
    for place in 0..5_u32 {
        #[expect(clippy::cast_precision_loss, reason = "five places of a dial")]
        let x = 300.0 + place as f32 * 74.0;
        sheet.rect(x - 8.0, 280.0, 58.0, 100.0, (222, 222, 214));
        digit(sheet, x, 292.0, reading / 10_u32.pow(4 - place), (20, 20, 20));
    }
    sheet.disc(480.0, 490.0, 54.0, (228, 226, 220));
    sheet.line(&[(480.0, 490.0), (510.0, 452.0)], (190, 30, 30), 7.0);
}

fn card(sheet: &mut Sheet, front: bool) {
    sheet.ground((120, 96, 72));
    sheet.rect(90.0, 110.0, 780.0, 500.0, (226, 238, 244));
    if front {
        sheet.rect(620.0, 190.0, 190.0, 240.0, (206, 214, 220));
        sheet.disc(715.0, 270.0, 48.0, (150, 130, 112));
        sheet.oval(715.0, 400.0, 150.0, 120.0, (90, 110, 140));
        lines(sheet, 140.0, 190.0, 5, 420.0);
    } else {
        sheet.disc(210.0, 220.0, 70.0, (190, 60, 50));
        sheet.rect(320.0, 180.0, 420.0, 40.0, (60, 60, 60));
        lines(sheet, 320.0, 430.0, 2, 420.0);
    }
    sheet.rect(140.0, 540.0, 560.0, 26.0, (90, 90, 90));
}

/// Where print stands, too small to be read.
fn lines(sheet: &mut Sheet, x: f32, y: f32, count: u8, width: f32) {
    for at in 0..count {
        let shorter = f32::from(at) * 37.0 % 90.0;
        sheet.rect(x, y + f32::from(at) * 56.0, width - shorter, 20.0, (96, 100, 104));
    }
}

fn paper(sheet: &mut Sheet) {
    sheet.ground((88, 82, 76));
    sheet.rect(190.0, 30.0, 580.0, 660.0, (250, 249, 244));
    sheet.rect(300.0, 80.0, 360.0, 34.0, (180, 40, 36));
    lines(sheet, 240.0, 170.0, 8, 470.0);
    sheet.stroke(PathBuilder::from_circle(650.0, 580.0, 68.0), (200, 40, 36), 8.0);
    sheet.disc(650.0, 580.0, 20.0, (200, 40, 36));
}

fn plan(sheet: &mut Sheet) {
    sheet.ground((248, 250, 252));
    let ink = (40, 70, 130);
    sheet.line(
        &[
            (90.0, 600.0),
            (90.0, 120.0),
            (520.0, 120.0),
            (520.0, 420.0),
            (860.0, 420.0),
        ],
        ink,
        6.0,
    );
    sheet.line(&[(90.0, 360.0), (520.0, 360.0)], ink, 4.0);
    for (x, y) in [(90.0, 360.0), (520.0, 120.0), (520.0, 420.0)] {
        sheet.disc(x, y, 16.0, ink);
    }
    sheet.rect(620.0, 520.0, 280.0, 140.0, (224, 230, 240));
    lines(sheet, 640.0, 540.0, 2, 220.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_motif_can_be_drawn() {
        for motif in [
            Motif::Leak(3),
            Motif::Repaired(3),
            Motif::Meter(1234),
            Motif::Card,
            Motif::CardBack,
            Motif::Paper,
            Motif::Plan,
        ] {
            let picture = draw(motif).unwrap();
            assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT), "{motif:?}");
        }
    }
}
