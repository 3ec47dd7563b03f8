//! The page of codes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{OutageView, SignpostPicture};
use shuiting_shared::service::Service;
use shuiting_shared::time;

use super::words;
use crate::title;

const OUTAGES: &str = "/api/v1/outages";

/// Where a picture lies. An image of the page sends no headers, so its address says which side asks.
fn address(kind: &str, name: &str, picture: SignpostPicture) -> String {
    format!("/api/v1/desk/signposts/{kind}/{name}/{}?side=desk", picture.code())
}

/// The page.
#[component]
pub(crate) fn SignpostsPage() -> impl IntoView {
    title::set(say(crate::words::SIGNPOSTS));
    let (api, language) = (Api::here(), Language::here());
    let load = Loader::<Vec<OutageView>>::default();
    let ask = move || async move { api.get(OUTAGES).await };
    load.fetch(ask());
    let mini = RwSignal::new(false);
    spawn_local(async move {
        // The first picture tells whether the house has a mini-program.
        let there = api
            .is_there(&address("service", Service::Leak.code(), SignpostPicture::Wechat))
            .await;
        // The page may have been left meanwhile.
        let _ = mini.try_set(there);
    });
    let services = Service::all().map(|service| {
        let name = Signal::derive(move || language.say(service.label()).to_owned());
        view! { <Post kind="service" id=service.code().to_owned() name mini /> }
    });
    let services = services.collect_view();
    let notices = move || load.get().unwrap_or_default();
    view! {
        <main class="signposts" id="case" tabindex="-1">
            <h1>{say(crate::words::SIGNPOSTS)}</h1>
            <p class="help">{say(words::ABOUT)}</p>
            <section aria-labelledby="signposts-services">
                <h2 id="signposts-services">{say(words::SERVICES)}</h2>
                <ul>{services}</ul>
            </section>
            <section aria-labelledby="signposts-notices">
                <h2 id="signposts-notices">{say(words::NOTICES)}</h2>
                <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                    <Show when=move || notices().is_empty()>
                        <p>{say(words::NO_NOTICES)}</p>
                    </Show>
                    <ul>
                        <For each=notices key=|view| view.id.clone() children=move |view| view! { <Notice view mini /> } />
                    </ul>
                </Faces>
            </section>
        </main>
    }
}

#[component]
fn Notice(view: OutageView, mini: RwSignal<bool>) -> impl IntoView {
    let (household, language, clock) = (Household::here(), Language::here(), Clock::here());
    let starts = view.outage.starts;
    let town = view.outage.areas.first().map(|area| area.town.clone());
    let town = StoredValue::new(town.unwrap_or_default());
    let name = Signal::derive(move || {
        let lang = language.get();
        let town = town.with_value(|town| household.town(town, lang));
        format!("{town} · {}", time::say(starts, clock.get(), lang))
    });
    view! { <Post kind="notice" id=view.id name mini /> }
}

/// One code, small; each way of drawing it opens by itself, to be printed or kept.
#[component]
fn Post(kind: &'static str, id: String, name: Signal<String>, mini: RwSignal<bool>) -> impl IntoView {
    let language = Language::here();
    let link = |picture: SignpostPicture| {
        let href = address(kind, &id, picture);
        view! {
            <a href=href target="_blank" rel="external">
                {say(picture.label())}
            </a>
        }
    };
    let (svg, png, wechat) = (
        link(SignpostPicture::Svg),
        link(SignpostPicture::Png),
        address(kind, &id, SignpostPicture::Wechat),
    );
    let drawn = address(kind, &id, SignpostPicture::Svg);
    let alt = move || words::code_of(&name.get(), language.get());
    view! {
        <li>
            <img src=drawn alt=alt width="132" height="132" loading="lazy" decoding="async" />
            <div>
                <b>{name}</b>
                {svg}
                {png}
                <Show when=move || mini.get()>
                    <a href=wechat.clone() target="_blank" rel="external">
                        {say(SignpostPicture::Wechat.label())}
                    </a>
                </Show>
            </div>
        </li>
    }
}
