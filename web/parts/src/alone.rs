//! One at a time, whichever tab of the browser it happens in.

use futures::channel::oneshot;
use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

/// Does the work once no other tab does any under this name; at once where the browser has no locks. A tab that is
/// closed meanwhile gives the name back.
pub async fn alone<T>(name: &str, work: impl Future<Output = T>) -> T {
    let (grant, granted) = oneshot::channel::<()>();
    let (done, over) = oneshot::channel::<()>();
    let hold = Closure::once(move |_: JsValue| {
        // Nobody waits for it any more where the work was given up.
        let _ = grant.send(());
        future_to_promise(async move {
            let _ = over.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    if ask(name, hold.as_ref().unchecked_ref()).is_some() {
        let _ = granted.await;
    }
    let answer = work.await;
    // Where nobody was asked, nobody waits.
    let _ = done.send(());
    answer
}

/// Asks the browser for the name. By hand, since `web-sys` does not count locks among what is settled.
fn ask(name: &str, hold: &Function) -> Option<JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call2(&locks, &name.into(), hold).ok()
}
