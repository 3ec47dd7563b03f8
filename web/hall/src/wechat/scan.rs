//! A button that reads the number of a water account off a code: by WeChat's scanner, by the mini-program's page for it,
//! or off a photo where the browser knows codes. Where there is none of these there is no button, and one types.

mod photo;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;
use shuiting_shared::form::AccountNumber;
use shuiting_shared::words::Bi;
use wasm_bindgen::JsValue;

use super::sdk::{Answer, Sdk, member, path};
use super::{Env, WeChat, native, words};

/// What scanning came to.
enum Scanned {
    /// The code says this.
    Code(String),
    /// The mini-program shows its own page, which comes back to this one with what it found.
    Elsewhere,
    /// Nothing, for this reason.
    Nothing(Bi),
}

/// The button.
#[component]
pub(crate) fn ScanButton(
    /// Takes the number.
    #[prop(into)]
    take: Callback<String>,
) -> impl IntoView {
    let wechat = WeChat::here();
    let (busy, told) = (RwSignal::new(false), RwSignal::new(None::<Bi>));
    let heard = move |code: &str| match AccountNumber::in_code(code) {
        Some(number) => {
            take.run(number.digits().to_owned());
            told.set(Some(words::SCANNED));
        }
        None => told.set(Some(words::NOT_OURS)),
    };
    match wechat.env() {
        Env::None if !photo::possible() => ().into_any(),
        Env::None => {
            view! { <photo::PhotoButton busy told heard=Callback::new(move |code: String| heard(&code)) /> }.into_any()
        }
        Env::Mini | Env::Page => {
            // Whoever comes back from the mini-program's page has scanned there.
            if let Some(code) = came_back() {
                Effect::new(move || heard(&code));
            }
            let press = move |()| {
                if busy.get_untracked() {
                    return;
                }
                busy.set(true);
                told.set(None);
                spawn_local(async move {
                    let found = scan(wechat).await;
                    // The page may have been left meanwhile.
                    if busy.try_set(false).is_some() {
                        return;
                    }
                    match found {
                        Scanned::Code(code) => heard(&code),
                        Scanned::Elsewhere => {}
                        Scanned::Nothing(why) => told.set(Some(why)),
                    }
                });
            };
            view! {
                <Pressed busy names=(words::SCAN, words::SCANNING) press=Callback::new(press) />
                <Told told />
            }
            .into_any()
        }
    }
}

#[component]
fn Pressed(busy: RwSignal<bool>, names: (Bi, Bi), press: Callback<()>) -> impl IntoView {
    let language = Language::here();
    view! {
        <button
            type="button"
            class="button-plain"
            aria-busy=move || busy.get().to_string()
            on:click=move |_| press.run(())
        >
            <Icon name="scan" />
            {move || language.say(if busy.get() { names.1 } else { names.0 })}
        </button>
    }
}

/// What came of it.
#[component]
fn Told(told: RwSignal<Option<Bi>>) -> impl IntoView {
    let language = Language::here();
    view! {
        <p class="field-help" role="status">
            {move || told.get().map(|said| language.say(said))}
        </p>
    }
}

/// What was scanned on the mini-program's page, told once: the address forgets it.
fn came_back() -> Option<String> {
    let here = path();
    let code = native::scanned(here.split_once('?')?.1)?;
    let history = window().history().ok()?;
    // Where the address cannot be changed, the number is filled in again after a reload.
    drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&native::without_scanned(&here))));
    Some(code)
}

async fn scan(wechat: WeChat) -> Scanned {
    let Some(sdk) = Sdk::load(wechat, &["scanQRCode"]).await else {
        return Scanned::Nothing(words::CLOSED);
    };
    if !sdk.signed() {
        let led = wechat.env() == Env::Mini && sdk.navigate(&wechat.read_in(&native::scan(&path()))).await;
        return if led {
            Scanned::Elsewhere
        } else {
            Scanned::Nothing(words::CLOSED)
        };
    }
    let kinds: js_sys::Array = ["qrCode", "barCode"].into_iter().map(JsValue::from_str).collect();
    let members = [("needResult", JsValue::from_f64(1.0)), ("scanType", kinds.into())];
    match sdk.ask("scanQRCode", &members).await {
        Answer::Done(found) => {
            let code = member(&found, "resultStr").and_then(|code| code.as_string());
            code.map_or(Scanned::Nothing(words::CLOSED), Scanned::Code)
        }
        Answer::Cancelled | Answer::Failed => Scanned::Nothing(words::CLOSED),
    }
}
