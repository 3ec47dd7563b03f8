//! WeChat's own script for pages, `wx`: loaded when it is first needed, and only inside WeChat.

use std::cell::Cell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use shuiting_shared::api::{PageSignature, WeChatPage};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::WeChat;
use super::env::signs_entrance;

/// The script, ready for what was asked of it.
pub(super) struct Sdk {
    wx: JsValue,
    /// Whether the page is signed, without which only the mini-program's pages can be reached.
    signed: bool,
}

/// What came of a call.
#[derive(Debug)]
pub(super) enum Answer {
    /// It was done, with this result.
    Done(JsValue),
    /// The person did not want it, or has not allowed it.
    Cancelled,
    /// It cannot be done.
    Failed,
}

/// The address of this page, without its mark (`#…`).
pub(super) fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The path of this page, with its query.
pub(super) fn path() -> String {
    let location = window().location();
    let (path, search) = (location.pathname(), location.search());
    path.unwrap_or_default() + &search.unwrap_or_default()
}

/// The member of an object, where it has one.
pub(super) fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// An object with these members.
pub(super) fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes every member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

/// Calls a method with one argument; says whether it is there and took it.
pub(super) fn call(of: &JsValue, name: &str, argument: &JsValue) -> bool {
    let method = member(of, name).and_then(|method| method.dyn_into::<Function>().ok());
    method.is_some_and(|method| method.call1(of, argument).is_ok())
}

/// A promise of ours that several callbacks of theirs may keep; the first one does.
pub(super) fn promise<T: 'static>() -> (Rc<dyn Fn(T)>, oneshot::Receiver<T>) {
    let (tell, told) = oneshot::channel();
    let tell = Cell::new(Some(tell));
    let keep = move |value| {
        if let Some(tell) = tell.take() {
            // Nobody waits any more where the page was left.
            let _ = tell.send(value);
        }
    };
    (Rc::new(keep), told)
}

/// How this page comes by WeChat's own means; none where the house is not there.
pub(super) async fn page(wechat: WeChat) -> Option<WeChatPage> {
    let agent = window().navigator().user_agent().unwrap_or_default();
    let url = if signs_entrance(&agent) {
        wechat.entered.get_value()
    } else {
        address()
    };
    let query = serde_urlencoded::to_string([("url", &url)]).ok()?;
    wechat.api.get(&format!("/api/v1/wechat/page?{query}")).await.ok()
}

impl Sdk {
    /// Loads the script and has the page signed for these of its functions. None where that is of no avail; the caller then
    /// does without.
    pub(super) async fn load(wechat: WeChat, functions: &[&str]) -> Option<Self> {
        let page = page(wechat).await?;
        let wx = match member(&window(), "wx") {
            Some(wx) => wx,
            None => fetch(&page.script).await?,
        };
        let signed = match page.signed {
            Some(signature) if !functions.is_empty() => configure(&wx, &signature, functions).await,
            _ => false,
        };
        Some(Self { wx, signed })
    }

    /// Whether the page is signed, so that [`Sdk::ask`] is answered.
    pub(super) fn signed(&self) -> bool {
        self.signed
    }

    /// Asks for one of its functions.
    pub(super) async fn ask(&self, function: &str, members: &[(&str, JsValue)]) -> Answer {
        asked(&self.wx, function, members).await
    }

    /// Goes to a page of the mini-program, which lies over the hall until one comes back.
    pub(super) async fn navigate(&self, page: &str) -> bool {
        let Some(mini) = member(&self.wx, "miniProgram") else {
            return false;
        };
        let to = [("url", JsValue::from_str(page))];
        matches!(asked(&mini, "navigateTo", &to).await, Answer::Done(_))
    }
}

async fn asked(of: &JsValue, function: &str, members: &[(&str, JsValue)]) -> Answer {
    let (keep, kept) = promise();
    let on = |make: fn(JsValue) -> Answer| {
        let keep = keep.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |value| keep(make(value)))
    };
    let (success, fail) = (on(Answer::Done), on(|_| Answer::Failed));
    let cancel = on(|_| Answer::Cancelled);
    let request = object(members);
    for (name, closure) in [("success", &success), ("fail", &fail), ("cancel", &cancel)] {
        let _ = Reflect::set(&request, &JsValue::from_str(name), closure.as_ref());
    }
    if !call(of, function, &request) {
        return Answer::Failed;
    }
    kept.await.unwrap_or(Answer::Failed)
}

/// Puts the script into the page, and waits until it is there.
async fn fetch(script: &str) -> Option<JsValue> {
    let (keep, kept) = promise();
    let document = document();
    let element = document.create_element("script").ok()?;
    let (good, bad) = (keep.clone(), keep);
    let loaded = Closure::<dyn FnMut()>::new(move || good(true));
    let failed = Closure::<dyn FnMut()>::new(move || bad(false));
    element
        .add_event_listener_with_callback("load", loaded.as_ref().unchecked_ref())
        .ok()?;
    element
        .add_event_listener_with_callback("error", failed.as_ref().unchecked_ref())
        .ok()?;
    element.set_attribute("src", script).ok()?;
    document.query_selector("head").ok()??.append_child(&element).ok()?;
    kept.await.ok().filter(|there| *there)?;
    member(&window(), "wx")
}

/// Shows the script our signature; says whether it is content.
async fn configure(wx: &JsValue, signature: &PageSignature, functions: &[&str]) -> bool {
    let (keep, kept) = promise();
    let (good, bad) = (keep.clone(), keep);
    let ready = Closure::<dyn FnMut()>::new(move || good(true));
    let wrong = Closure::<dyn FnMut(JsValue)>::new(move |_| bad(false));
    let names: js_sys::Array = functions.iter().map(|name| JsValue::from_str(name)).collect();
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 fit")]
    let timestamp = JsValue::from_f64(signature.timestamp as f64);
    let config = object(&[
        ("debug", JsValue::FALSE),
        ("appId", JsValue::from_str(&signature.appid)),
        ("timestamp", timestamp),
        ("nonceStr", JsValue::from_str(&signature.nonce)),
        ("signature", JsValue::from_str(&signature.signature)),
        ("jsApiList", names.into()),
    ]);
    // It says that it is ready after an error too, so the error is heard first.
    let told = call(wx, "error", wrong.as_ref()) && call(wx, "config", &config) && call(wx, "ready", ready.as_ref());
    told && kept.await.unwrap_or(false)
}
