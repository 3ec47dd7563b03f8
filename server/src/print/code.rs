//! The QR code that leads to the case.

use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode};

/// A QR code as a square of modules.
pub(super) struct Code {
    /// Modules a side, without the quiet zone.
    pub(super) side: usize,
    /// Column and row of each dark module.
    pub(super) dark: Vec<(usize, usize)>,
}

/// The QR code of an address. A quarter of it may be smudged.
pub(super) fn draw(address: &str) -> Result<Code, QrError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q)?;
    let side = code.width();
    let modules = code.to_colors().into_iter().enumerate();
    let dark = modules.filter(|(_, color)| *color == Color::Dark);
    Ok(Code {
        side,
        dark: dark.map(|(at, _)| (at % side, at / side)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::draw;

    #[test]
    fn its_corners_are_the_finders() {
        let code = draw("https://water.example.org/cases/7F2-0391").unwrap();
        let last = code.side - 1;
        for corner in [(0, 0), (last, 0), (0, last)] {
            assert!(code.dark.contains(&corner), "{corner:?}");
        }
        assert!(!code.dark.contains(&(7, 7)), "a finder has a light rim");
    }
}
