//! What the hall adds to the inputs of forms: the location as WeChat knows it, and codes that are scanned.

use js_sys::Reflect;
use leptos::prelude::*;
use shuiting_parts::form::{Aids, Locating, NoPoint};
use shuiting_shared::place::Point;
use wasm_bindgen::JsValue;

use super::sdk::{Answer, Sdk};
use super::{Env, ScanButton, WeChat};

/// Puts it into the context. Needs [`WeChat::provide`] before it.
pub(crate) fn provide() {
    let wechat = WeChat::here();
    provide_context(Aids {
        locate: Callback::new(move |()| (wechat.env() != Env::None).then(|| Box::pin(locate(wechat)) as Locating)),
        scan: Callback::new(|take| view! { <ScanButton take /> }.into_any()),
    });
}

/// Asks WeChat where the phone is, in the datum of our points. None where it does not say, and the browser is asked.
async fn locate(wechat: WeChat) -> Option<Result<Point, NoPoint>> {
    let sdk = Sdk::load(wechat, &["getLocation"]).await.filter(Sdk::signed)?;
    // In WGS 84 as phones measure it: what maps of the mainland show (GCJ 02) lies up to 700 m beside it.
    match sdk.ask("getLocation", &[("type", JsValue::from_str("wgs84"))]).await {
        Answer::Done(found) => {
            let degrees = |name: &str| {
                let value = Reflect::get(&found, &JsValue::from_str(name)).ok()?;
                // Some versions give words.
                value.as_f64().or_else(|| value.as_string()?.parse().ok())
            };
            let point = degrees("latitude").zip(degrees("longitude"));
            Some(
                point
                    .and_then(|(latitude, longitude)| Point::new(latitude, longitude))
                    .ok_or(NoPoint::Failed),
            )
        }
        Answer::Cancelled => Some(Err(NoPoint::Denied)),
        Answer::Failed => None,
    }
}
