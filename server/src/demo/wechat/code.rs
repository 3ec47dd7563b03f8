//! A code picture of the demo city: a plain QR code of the demo's address, since WeChat alone draws its own kind.

use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma};
use qrcode::{Color, QrCode};

/// Pixels a module, and modules of white around all.
const PIXELS: u32 = 8;
const RIM: u32 = 4;

const DARK: Luma<u8> = Luma([0]);
const LIGHT: Luma<u8> = Luma([255]);

/// The address that a scene opens.
fn address(scene: &str) -> String {
    let query = serde_urlencoded::to_string([("scene", scene)]).unwrap_or_default();
    format!("/demo/wechat?{query}")
}

/// Draws it, as PNG.
pub(super) fn picture(scene: &str) -> anyhow::Result<Vec<u8>> {
    let code = QrCode::new(address(scene))?;
    let modules = u32::try_from(code.width())?;
    let side = (modules + 2 * RIM) * PIXELS;
    let dark = |x: u32, y: u32| {
        let at = |pixel: u32| (pixel / PIXELS).checked_sub(RIM).filter(|module| *module < modules);
        at(x)
            .zip(at(y))
            .is_some_and(|(x, y)| code[(x as usize, y as usize)] == Color::Dark)
    };
    let drawn = GrayImage::from_fn(side, side, |x, y| if dark(x, y) { DARK } else { LIGHT });
    let mut file = Cursor::new(Vec::new());
    drawn.write_to(&mut file, ImageFormat::Png)?;
    Ok(file.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_drawn_with_its_rim() {
        assert_eq!(address("s=LEAK"), "/demo/wechat?scene=s%3DLEAK");
        let drawn = image::load_from_memory(&picture("s=LEAK").unwrap()).unwrap().to_luma8();
        let (rim, finder) = (RIM * PIXELS, RIM * PIXELS + 1);
        assert_eq!(drawn.get_pixel(rim - 1, rim - 1), &LIGHT);
        assert_eq!(drawn.get_pixel(finder, finder), &DARK);
    }
}
