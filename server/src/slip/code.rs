//! The QR code that leads to the case.

use qrcode::render::svg;
use qrcode::types::QrError;
use qrcode::{EcLevel, QrCode};

/// Pixels a side where nothing else is said; the style sheet says how large it is on paper.
const SIDE: u32 = 160;

/// The QR code of an address, as an SVG element to stand in a page. A quarter of it may be smudged.
pub(super) fn draw(address: &str) -> Result<String, QrError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q)?;
    let image = code
        .render::<svg::Color<'_>>()
        .min_dimensions(SIDE, SIDE)
        .quiet_zone(true)
        .build();
    // A page wants the element alone.
    let start = image.find("<svg").unwrap_or_default();
    Ok(image[start..].replacen("<svg", "<svg aria-hidden=\"true\"", 1))
}

#[cfg(test)]
mod tests {
    use super::draw;

    #[test]
    fn it_is_one_element_that_needs_no_style() {
        let image = draw("https://water.example.org/cases/7F2-0391").unwrap();
        assert!(image.starts_with("<svg ") && image.ends_with("</svg>"), "{image}");
        assert!(!image.contains("style="), "the policy allows none");
    }
}
