//! Where water is brought, near whoever looks.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::form::{Aids, NoPoint, locate, no_point};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{NearQuery, StopView};
use shuiting_shared::form::Answer as _;

use super::stops::Stops;
use super::towns::Towns;
use super::words;
use crate::empty::Empty;
use crate::last_town::LastTown;
use crate::page::Page;

/// Leads there.
#[component]
pub(crate) fn WaterLink() -> impl IntoView {
    view! {
        <a class="row event-near" href="/water-near">
            <Icon name="pin" />
            <span class="row-body">
                <b>{say(words::WATER)}</b>
                <span>{say(words::WATER_ABOUT)}</span>
            </span>
            <Icon name="chevron" />
        </a>
    }
}

/// Where it is asked for.
fn path(query: &NearQuery) -> String {
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    format!("/api/v1/water/near?{query}")
}

/// The page.
#[component]
pub(crate) fn WaterNearPage() -> impl IntoView {
    let (api, near) = (Api::here(), LastTown::here());
    let load = Loader::<Vec<StopView>>::default();
    let query = RwSignal::new(NearQuery {
        town: untrack(|| near.get()),
        ..NearQuery::default()
    });
    let ask = move |query: NearQuery| async move { api.get(&path(&query)).await };
    Effect::new(move || load.follow(ask(query.get())));
    let stops = Signal::derive(move || load.get().unwrap_or_default());
    let none = move || stops.with(Vec::is_empty);
    view! {
        <Page title=say(words::WATER) back="/services/OUT">
            <ByPlace query />
            <Faces load happening=words::FETCHING_WATER retry=move |()| load.fetch(ask(query.get_untracked()))>
                <Show
                    when=move || !none()
                    fallback=|| {
                        view! {
                            <Empty
                                title=words::NO_WATER
                                help=words::NO_WATER_HELP
                                begin=words::TO_OUTAGES
                                href="/services/OUT"
                            />
                        }
                    }
                >
                    <Stops stops />
                </Show>
            </Faces>
        </Page>
    }
}

/// By town, or by where the phone is.
#[component]
fn ByPlace(query: RwSignal<NearQuery>) -> impl IntoView {
    let (language, aids) = (Language::here(), use_context::<Aids>());
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<NoPoint>));
    let by_point = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let found = locate(aids).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match found {
                Ok(point) => query.set(NearQuery {
                    point: Some(point.canonical()),
                    ..NearQuery::default()
                }),
                Err(why) => trouble.set(Some(why)),
            }
        });
    };
    let by_town = move |town: String| {
        query.set(NearQuery {
            town: Some(town).filter(|town| !town.is_empty()),
            ..NearQuery::default()
        });
    };
    let chosen = Signal::derive(move || query.get().town.unwrap_or_default());
    let name = move || language.say(if busy.get() { words::LOOKING } else { words::BY_POINT });
    view! {
        <div class="card">
            <Towns id="water-town" none=words::EVERYWHERE chosen choose=by_town />
            <button
                type="button"
                class="button-plain"
                aria-busy=move || busy.get().to_string()
                aria-describedby="water-point-help"
                on:click=by_point
            >
                <Icon name="pin" />
                {name}
            </button>
            <p class="small" id="water-point-help">
                {say(words::BY_POINT_ABOUT)}
            </p>
            <p role="alert">{move || trouble.get().map(|why| language.say(no_point(why)))}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_asked_by() {
        assert_eq!(path(&NearQuery::default()), "/api/v1/water/near?");
        let here = NearQuery {
            town: Some("nancheng".into()),
            ..NearQuery::default()
        };
        assert_eq!(path(&here), "/api/v1/water/near?town=nancheng");
    }
}
