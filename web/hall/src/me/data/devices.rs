//! Where I am signed in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::DeviceView;
use shuiting_shared::time;

use super::words;
use crate::trouble::Trouble;

const PATH: &str = "/api/v1/me/devices";

/// The card.
#[component]
pub(super) fn Devices() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<DeviceView>>::default();
    let failure = RwSignal::new(None::<Failure>);
    let ask = move || async move { api.get(PATH).await };
    load.fetch(ask());
    let sign_out = move |id: String| {
        failure.set(None);
        spawn_local(async move {
            let answer = api.delete(&format!("{PATH}/{id}")).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.err()).is_none() {
                load.renew(ask(), |_, fresh| fresh);
            }
        });
    };
    let row = move |device: DeviceView| view! { <OneDevice device sign_out /> };
    view! {
        <section class="card" aria-labelledby="data-devices">
            <h2 id="data-devices">{say(words::DEVICES)}</h2>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <ul class="devices">
                    <For
                        each=move || load.get().unwrap_or_default()
                        key=|device| (device.id.clone(), device.used)
                        children=row
                    />
                </ul>
            </Faces>
            <Trouble failure />
        </section>
    }
}

#[component]
fn OneDevice(device: DeviceView, #[prop(into)] sign_out: Callback<String>) -> impl IntoView {
    let (clock, language) = (Clock::here(), Language::here());
    let DeviceView {
        id, name, used, here, ..
    } = device;
    let name = StoredValue::new(name);
    let called = move || {
        let name = name.get_value();
        name.unwrap_or_else(|| language.say(words::SOME_DEVICE).to_owned())
    };
    let last = move || words::used(&time::say(used, clock.get(), language.get()), language.get());
    let end = if here {
        view! { <span class="tag">{say(words::THIS_DEVICE)}</span> }.into_any()
    } else {
        let label = move || words::sign_out(&called(), language.get());
        view! {
            <button
                type="button"
                class="button-link"
                aria-label=label
                on:click=move |_| sign_out.run(id.clone())
            >
                {say(words::SIGN_OUT)}
            </button>
        }
        .into_any()
    };
    view! {
        <li class="setting">
            <span>{called} <span class="small setting-help">{last}</span></span>
            {end}
        </li>
    }
}
