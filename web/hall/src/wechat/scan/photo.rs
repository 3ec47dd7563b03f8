//! Reading a code off a photo, by the `BarcodeDetector` that some browsers have.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::words::Bi;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::super::sdk::member;
use super::super::words;
use super::{Pressed, Told};

const DETECTOR: &str = "BarcodeDetector";

/// Whether this browser knows codes.
pub(super) fn possible() -> bool {
    member(&window(), DETECTOR).is_some()
}

/// Takes a photo, and reads its code.
#[component]
pub(super) fn PhotoButton(
    busy: RwSignal<bool>,
    told: RwSignal<Option<Bi>>,
    /// Is told what the code says.
    heard: Callback<String>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let open = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let taken = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let photo = input.files().and_then(|files| files.get(0));
        // The same photo may be chosen again.
        input.set_value("");
        let Some(photo) = photo.filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        told.set(None);
        spawn_local(async move {
            let found = read(&photo).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match found {
                Some(code) => heard.run(code),
                None => told.set(Some(words::NO_CODE)),
            }
        });
    };
    view! {
        <Pressed busy names=(words::PHOTO, words::READING) press=Callback::new(open) />
        <input type="file" accept="image/*" capture="environment" hidden=true node_ref=input on:change=taken />
        <Told told />
    }
}

/// What the first code in a photo says.
async fn read(photo: &File) -> Option<String> {
    let picture = JsFuture::from(window().create_image_bitmap_with_blob(photo).ok()?)
        .await
        .ok()?;
    let class = member(&window(), DETECTOR)?.dyn_into::<Function>().ok()?;
    let detector = Reflect::construct(&class, &Array::new()).ok()?;
    let detect = member(&detector, "detect")?.dyn_into::<Function>().ok()?;
    let found = detect.call1(&detector, &picture).ok()?.dyn_into::<Promise>().ok()?;
    let codes = JsFuture::from(found).await.ok()?;
    let first = Reflect::get(&codes, &JsValue::from_f64(0.0)).ok()?;
    member(&first, "rawValue")?.as_string()
}
