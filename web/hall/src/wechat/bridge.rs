//! Paying in a page that was opened inside WeChat, by the bridge that it puts there.

use js_sys::{Function, JSON};
use leptos::prelude::*;
use serde_json::{Value, json};
use shuiting_parts::api::{Api, Failure};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::sdk::{member, promise};

/// What came of paying. A hint: only the order tells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Paid {
    /// A page of the mini-program asks for it, and leads on by itself.
    Elsewhere,
    /// WeChat says that it was done.
    Done,
    /// The person did not go on.
    Cancelled,
    /// WeChat could not do it.
    Failed,
    /// The server would not have it paid so.
    Refused(Failure),
    /// It cannot be done here.
    Impossible,
}

impl Paid {
    /// What the bridge means by its message.
    fn read(message: &str) -> Self {
        match message.rsplit(':').next() {
            Some("ok") => Self::Done,
            Some("cancel") => Self::Cancelled,
            _ => Self::Failed,
        }
    }
}

/// Has the order signed for this page, and asks the bridge for the money.
pub(super) async fn pay(api: Api, order: &str) -> Paid {
    let path = format!("/api/v1/pay/orders/{order}/wechat");
    let signed = match api.post::<Value>(&path, &json!({ "app": "account" })).await {
        Ok(signed) => signed,
        Err(failure) => return Paid::Refused(failure),
    };
    let Some(bridge) = member(&window(), "WeixinJSBridge") else {
        return Paid::Impossible;
    };
    let invoke = member(&bridge, "invoke").and_then(|invoke| invoke.dyn_into::<Function>().ok());
    let (Some(invoke), Ok(request)) = (invoke, JSON::parse(&signed.to_string())) else {
        return Paid::Failed;
    };
    let (keep, kept) = promise();
    let answered = Closure::<dyn FnMut(JsValue)>::new(move |answer: JsValue| {
        let message = member(&answer, "err_msg").and_then(|message| message.as_string());
        keep(Paid::read(&message.unwrap_or_default()));
    });
    let name = JsValue::from_str("getBrandWCPayRequest");
    if invoke.call3(&bridge, &name, &request, answered.as_ref()).is_err() {
        return Paid::Failed;
    }
    kept.await.unwrap_or(Paid::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bridge_is_understood() {
        assert_eq!(Paid::read("get_brand_wcpay_request:ok"), Paid::Done);
        assert_eq!(Paid::read("get_brand_wcpay_request:cancel"), Paid::Cancelled);
        assert_eq!(Paid::read("get_brand_wcpay_request:fail"), Paid::Failed);
        assert_eq!(Paid::read(""), Paid::Failed);
    }
}
