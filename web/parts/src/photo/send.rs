//! One upload, by the one means of a browser that tells how far it has come.

use futures::channel::oneshot;
use shuiting_shared::api::AttachmentView;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use crate::api::{Api, Failure};
use crate::realm;

const PATH: &str = "/api/v1/attachments";

/// Uploads a photo; `progress` hears the percentage.
pub(super) async fn send(api: Api, photo: &Blob, progress: impl Fn(u8) + 'static) -> Result<AttachmentView, Failure> {
    let request = XmlHttpRequest::new().map_err(|_| Failure::Nonsense)?;
    request
        .open("POST", &realm::here().address(PATH))
        .map_err(|_| Failure::Nonsense)?;
    let media_type = Some(photo.type_()).filter(|kind| !kind.is_empty());
    let media_type = media_type.unwrap_or_else(|| "application/octet-stream".to_owned());
    let headers = api.headers();
    let own = [("Accept", "application/json"), ("Content-Type", &media_type)];
    for (name, value) in headers.iter().chain(&own) {
        request.set_request_header(name, value).map_err(|_| Failure::Nonsense)?;
    }

    let (tell, answer) = oneshot::channel();
    let ended = Closure::once(move |_: ProgressEvent| {
        // Nobody waits any more where the photo was given up.
        let _ = tell.send(());
    });
    request.set_onloadend(Some(ended.as_ref().unchecked_ref()));
    let moved = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            progress(percent(event.loaded(), event.total()));
        }
    });
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(moved.as_ref().unchecked_ref()));
    }
    request.send_with_opt_blob(Some(photo)).map_err(|_| Failure::Offline)?;
    answer.await.map_err(|_| Failure::Offline)?;

    match request.status() {
        Ok(status) if status > 0 => {
            let body = request.response_text().ok().flatten().unwrap_or_default();
            Failure::read(status, &body)
        }
        _ => Err(Failure::Offline),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is clamped to 0 to 100 first"
)]
fn percent(loaded: f64, total: f64) -> u8 {
    (loaded / total * 100.0).clamp(0.0, 100.0) as u8
}
