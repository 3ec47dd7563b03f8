//! QR codes: as modules for papers, as pictures for pages and posters.

use std::fmt::Write as _;
use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma};
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode};

/// A QR code as a square of modules.
pub(crate) struct Code {
    /// Modules a side, without the quiet zone.
    pub(crate) side: usize,
    /// Column and row of each dark module.
    pub(crate) dark: Vec<(usize, usize)>,
}

/// Modules of white that a code has around it.
const RIM: usize = 4;
/// Pixels a module, so that a code of some 30 modules prints sharply at 10 cm.
const PIXELS: usize = 16;

/// The QR code of an address. A quarter of it may be smudged.
pub(crate) fn draw(address: &str) -> Result<Code, QrError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q)?;
    let side = code.width();
    let modules = code.to_colors().into_iter().enumerate();
    let dark = modules.filter(|(_, color)| *color == Color::Dark);
    Ok(Code {
        side,
        dark: dark.map(|(at, _)| (at % side, at / side)).collect(),
    })
}

impl Code {
    /// As a PNG file.
    pub(crate) fn png(&self) -> anyhow::Result<Vec<u8>> {
        let side = u32::try_from((self.side + 2 * RIM) * PIXELS)?;
        let mut picture = GrayImage::from_pixel(side, side, Luma([255]));
        for (column, row) in &self.dark {
            let at = |module: usize| u32::try_from((module + RIM) * PIXELS);
            let (left, top) = (at(*column)?, at(*row)?);
            let pixels = u32::try_from(PIXELS)?;
            for (x, y) in (0..pixels).flat_map(|x| (0..pixels).map(move |y| (x, y))) {
                picture.put_pixel(left + x, top + y, Luma([0]));
            }
        }
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png)?;
        Ok(file.into_inner())
    }

    /// As an SVG file, for printers.
    pub(crate) fn svg(&self) -> String {
        let side = self.side + 2 * RIM;
        let mut path = String::new();
        for (column, row) in &self.dark {
            // Writing to a text does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", column + RIM, row + RIM);
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_corners_are_the_finders() {
        let code = draw("https://water.example.org/cases/7F2-0391").unwrap();
        let last = code.side - 1;
        for corner in [(0, 0), (last, 0), (0, last)] {
            assert!(code.dark.contains(&corner), "{corner:?}");
        }
        assert!(!code.dark.contains(&(7, 7)), "a finder has a light rim");
    }

    #[test]
    fn a_picture_has_a_rim_and_then_a_finder() {
        let code = draw("https://water.example.org/go/s=LEAK").unwrap();
        let drawn = image::load_from_memory(&code.png().unwrap()).unwrap().to_luma8();
        let inside = u32::try_from(RIM * PIXELS).unwrap();
        assert_eq!(drawn.get_pixel(inside - 1, inside - 1), &Luma([255]));
        assert_eq!(drawn.get_pixel(inside, inside), &Luma([0]));
        assert!(code.svg().contains("M4 4h1v1h-1z"));
    }
}
