//! Making a photo small before it goes out: a JPEG whose longer side has 2048 pixels at most.

use futures::channel::oneshot;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, ImageBitmapOptions, ImageOrientation};

const LONGEST: u32 = 2048;
const QUALITY: f64 = 0.85;

/// The photo made small, or as it is where this browser cannot read it: the server may.
pub(super) async fn shrink(photo: &Blob) -> Blob {
    shrunk(photo).await.unwrap_or_else(|| photo.clone())
}

async fn shrunk(photo: &Blob) -> Option<Blob> {
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    let bitmap = window()
        .create_image_bitmap_with_blob_and_image_bitmap_options(photo, &options)
        .ok()?;
    let bitmap: ImageBitmap = JsFuture::from(bitmap).await.ok()?.dyn_into().ok()?;
    let (width, height) = fitting(bitmap.width(), bitmap.height());
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width.into(), height.into())
        .ok()?;
    bitmap.close();
    let jpeg = encoded(&canvas).await;
    // Phones keep a canvas's memory until it is empty.
    canvas.set_width(0);
    jpeg
}

/// What a canvas shows, as a JPEG.
pub async fn encoded(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let (tell, answer) = oneshot::channel();
    let done = Closure::once(move |blob: Option<Blob>| drop(tell.send(blob)));
    canvas
        .to_blob_with_type_and_encoder_options(done.as_ref().unchecked_ref(), "image/jpeg", &JsValue::from_f64(QUALITY))
        .ok()?;
    answer.await.ok().flatten()
}

/// The size to draw at: never larger, the same shape.
fn fitting(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= LONGEST {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(LONGEST) / u64::from(longest);
        u32::try_from(side).unwrap_or(LONGEST).max(1)
    };
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn photos_are_only_made_smaller_and_keep_their_shape() {
        assert_eq!(fitting(1200, 900), (1200, 900));
        assert_eq!(fitting(4096, 3072), (2048, 1536));
        assert_eq!(fitting(3072, 4096), (1536, 2048));
        assert_eq!(fitting(100_000, 1), (2048, 1));
    }
}
