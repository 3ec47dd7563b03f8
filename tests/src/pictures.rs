//! Pictures made for tests.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

fn picture(width: u32, height: u32) -> DynamicImage {
    // Red above, blue below, so that it can be told which way it lies.
    let color = |y: u32| {
        if y < height / 2 {
            Rgb([200, 30, 30])
        } else {
            Rgb([30, 30, 200])
        }
    };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, y| color(y)))
}

fn written(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    written(width, height, ImageFormat::Jpeg)
}

/// A PNG.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    written(width, height, ImageFormat::Png)
}

/// A WebP.
pub fn webp(width: u32, height: u32) -> Vec<u8> {
    written(width, height, ImageFormat::WebP)
}

/// Where it was taken, as phones write it.
pub const WHEREABOUTS: &str = "22.90781N 113.87650E";

/// A JPEG as a phone writes it when it is held upright: it lies on its side, EXIF says so (orientation 6) and tells
/// where it was taken.
pub fn jpeg_from_a_phone(width: u32, height: u32) -> Vec<u8> {
    let place = format!("{WHEREABOUTS}\0");
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    // Two entries: the orientation, and a description that lies behind them.
    let behind = 8 + 2 + 2 * 12 + 4_u32;
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(entry(0x010e, 2, u32::try_from(place.len()).unwrap(), behind));
    tiff.extend(entry(0x0112, 3, 1, 6 << 16));
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(place.as_bytes());
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(tiff);

    let plain = jpeg(width, height);
    let length = u16::try_from(segment.len() + 2).unwrap();
    [&plain[..2], b"\xff\xe1", &length.to_be_bytes(), &segment, &plain[2..]].concat()
}

fn entry(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
    [
        &tag.to_be_bytes()[..],
        &kind.to_be_bytes(),
        &count.to_be_bytes(),
        &value.to_be_bytes(),
    ]
    .concat()
}
