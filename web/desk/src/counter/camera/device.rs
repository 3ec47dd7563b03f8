//! Cameras, as a browser gives them out.

use js_sys::Array;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use shuiting_parts::photo::encoded;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, ConstrainDomStringParameters, File, FilePropertyBag, HtmlCanvasElement, HtmlVideoElement,
    MediaDeviceInfo, MediaDeviceKind, MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack,
    MediaTrackConstraints,
};

/// As large as papers are kept; a camera that cannot gives what it can.
const IDEAL: [f64; 2] = [2048.0, 1536.0];

/// A camera that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Device {
    pub(super) id: String,
    pub(super) name: String,
}

fn media() -> Option<MediaDevices> {
    window().navigator().media_devices().ok()
}

/// The cameras of this machine; a browser tells their names once it may use one.
pub(super) async fn all() -> Vec<Device> {
    cameras().await.unwrap_or_default()
}

async fn cameras() -> Option<Vec<Device>> {
    let found = JsFuture::from(media()?.enumerate_devices().ok()?).await.ok()?;
    let found = Array::from(&found);
    let found = found
        .iter()
        .filter_map(|device| device.dyn_into::<MediaDeviceInfo>().ok());
    let cameras = found.filter(|device| device.kind() == MediaDeviceKind::Videoinput);
    let named = cameras.zip(1..).map(|(device, place)| Device {
        id: device.device_id(),
        name: Some(device.label())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| place.to_string()),
    });
    Some(named.collect())
}

/// What a camera sees, until it is dropped.
pub(super) struct Stream(MediaStream);

impl Stream {
    /// Opens a camera, by default the one that the browser prefers.
    pub(super) async fn open(id: &str) -> Option<Self> {
        let wanted = MediaTrackConstraints::new();
        wanted.set_width(&JsValue::from_f64(IDEAL[0]));
        wanted.set_height(&JsValue::from_f64(IDEAL[1]));
        if !id.is_empty() {
            let exactly = ConstrainDomStringParameters::new();
            exactly.set_exact(&JsValue::from_str(id));
            wanted.set_device_id(&exactly);
        }
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&wanted);
        let opening = media()?.get_user_media_with_constraints(&constraints).ok()?;
        JsFuture::from(opening).await.ok()?.dyn_into().ok().map(Self)
    }

    /// The id of the camera.
    pub(super) fn id(&self) -> String {
        let track = self.tracks().next();
        track
            .and_then(|track| track.get_settings().get_device_id())
            .unwrap_or_default()
    }

    /// Shows it, and says whether there is a picture now.
    pub(super) async fn show(&self, video: &HtmlVideoElement) -> bool {
        video.set_src_object(Some(&self.0));
        match video.play() {
            Ok(playing) => JsFuture::from(playing).await.is_ok(),
            Err(_) => false,
        }
    }

    fn tracks(&self) -> impl Iterator<Item = MediaStreamTrack> {
        let tracks = self.0.get_tracks().iter().collect::<Vec<_>>();
        tracks.into_iter().filter_map(|track| track.dyn_into().ok())
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        for track in self.tracks() {
            track.stop();
        }
    }
}

/// Takes the picture that is shown now, turned right by so many quarters.
pub(super) async fn snap(video: &HtmlVideoElement, turns: u32) -> Option<File> {
    let (width, height) = (video.video_width(), video.video_height());
    if width == 0 || height == 0 {
        return None;
    }
    let lies = turns % 2 == 1;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(if lies { height } else { width });
    canvas.set_height(if lies { width } else { height });
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .translate(f64::from(canvas.width()) / 2.0, f64::from(canvas.height()) / 2.0)
        .ok()?;
    context.rotate(f64::from(turns) * std::f64::consts::FRAC_PI_2).ok()?;
    context
        .draw_image_with_html_video_element(video, -f64::from(width) / 2.0, -f64::from(height) / 2.0)
        .ok()?;
    let photo = encoded(&canvas).await?;
    let options = FilePropertyBag::new();
    options.set_type(&photo.type_());
    File::new_with_blob_sequence_and_options(&Array::of1(&photo), "camera.jpg", &options).ok()
}
