//! What is put where it can be pasted from.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

/// Copies a text; says whether the browser let us. Some do not, and none does on a page without TLS.
pub(crate) async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    let there: &JsValue = clipboard.as_ref();
    !there.is_undefined() && clipboard.write_text(text).await.is_ok()
}
