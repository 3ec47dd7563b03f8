//! From whatever a phone sends to two harmless JPEGs.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};

use crate::keys;

/// A picture as it is kept.
pub struct Picture {
    /// The picture, JPEG, upright, at most [`LONGEST`] pixels a side.
    pub jpeg: Vec<u8>,
    /// A small one for lists, JPEG.
    pub thumbnail: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// It is no JPEG, PNG or WebP, or a damaged or an absurdly large one.
#[derive(Debug, thiserror::Error)]
#[error("not a picture")]
pub struct NotAPicture;

impl From<image::ImageError> for NotAPicture {
    fn from(_: image::ImageError) -> Self {
        Self
    }
}

/// Enough to read the print on an identity card.
const LONGEST: u32 = 2560;
const SMALL: u32 = 320;
const QUALITY: u8 = 85;
/// Neither side of what comes in is longer.
const SIDE: u32 = 16_384;
const MEMORY: u64 = 300 * 1024 * 1024;

impl Picture {
    /// Reads a picture by its content, turns it upright and writes it anew.
    pub fn develop(bytes: &[u8]) -> Result<Self, NotAPicture> {
        let mut reader = ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|_| NotAPicture)?;
        if !matches!(
            reader.format(),
            Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)
        ) {
            return Err(NotAPicture);
        }
        let mut limits = Limits::default();
        limits.max_image_width = Some(SIDE);
        limits.max_image_height = Some(SIDE);
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder()?;
        // A picture whose EXIF cannot be read is shown as it lies.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut picture = DynamicImage::from_decoder(decoder)?;
        picture.apply_orientation(orientation);
        Self::print(picture)
    }

    /// Writes a picture that is upright already.
    pub fn print(picture: DynamicImage) -> Result<Self, NotAPicture> {
        let picture = if picture.width().max(picture.height()) > LONGEST {
            picture.resize(LONGEST, LONGEST, FilterType::CatmullRom)
        } else {
            picture
        };
        let small = if picture.width().max(picture.height()) > SMALL {
            picture.thumbnail(SMALL, SMALL)
        } else {
            picture.clone()
        };
        let (width, height) = (picture.width(), picture.height());
        Ok(Self {
            jpeg: jpeg(&picture)?,
            thumbnail: jpeg(&small)?,
            width,
            height,
        })
    }

    /// What it is stored under.
    pub fn hash(&self) -> String {
        keys::hash(&self.jpeg)
    }
}

fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, NotAPicture> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&on_white(picture))?;
    Ok(bytes)
}

/// JPEG knows no transparency; what is seen through is paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, alpha] = picture.get_pixel(x, y).0;
        let mixed = |c: u8| {
            let (c, alpha) = (u32::from(c), u32::from(alpha));
            u8::try_from((c * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([mixed(r), mixed(g), mixed(b)])
    })
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [
            &b""[..],
            b"#!/bin/sh\nrm -rf /\n",
            b"GIF89a\x01\x00\x01\x00",
            b"<svg onload=alert(1)>",
            b"\xff\xd8\xff",
        ] {
            assert!(Picture::develop(bytes).is_err());
        }
        let cut = png(&DynamicImage::ImageRgb8(RgbImage::new(50, 50)));
        assert!(Picture::develop(&cut[..cut.len() / 2]).is_err());
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        // The header of a PNG of 100,000 by 100,000 pixels.
        let mut bomb =
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x02\x00\x00\x00".to_vec();
        bomb.extend_from_slice(&[0; 64]);
        assert!(Picture::develop(&bomb).is_err());
    }

    #[test]
    fn what_is_seen_through_is_white_and_what_is_large_gets_smaller() {
        let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(4000, 100, Rgba([0, 0, 0, 0])));
        let picture = Picture::develop(&png(&clear)).unwrap();
        assert_eq!((picture.width, picture.height), (2560, 64));
        let back = image::load_from_memory(&picture.jpeg).unwrap().to_rgb8();
        assert!(back.get_pixel(5, 5).0.iter().all(|c| *c > 250));
        let small = image::load_from_memory(&picture.thumbnail).unwrap();
        assert_eq!(small.width(), 320);
    }
}
