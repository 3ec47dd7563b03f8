//! Photos: small beside what they show, and large when pressed.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};

use super::hand::Hand;
use super::sheet::Sheet;
use super::words;

/// Photos that are shown large, and which of them.
#[derive(Clone, PartialEq)]
pub(super) struct Album {
    title: String,
    photos: Vec<String>,
    at: usize,
}

/// Small photos, each of which opens large.
#[component]
pub(super) fn Thumbnails(
    /// What they show.
    #[prop(into)]
    title: Signal<String>,
    /// Their ids.
    photos: Vec<String>,
) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let api = Api::here();
    let count = photos.len();
    let all = StoredValue::new(photos.clone());
    let one = move |(at, id): (usize, String)| {
        let open = move |_| {
            hand.album.set(Some(Album {
                title: title.get_untracked(),
                photos: all.get_value(),
                at,
            }));
        };
        let alt = move || words::photo(&title.get(), at + 1, count, language.get());
        view! {
            <li>
                <button type="button" class="case-thumbnail" on:click=open>
                    <img
                        src=api.thumbnail(&id)
                        alt=alt
                        loading="lazy"
                        decoding="async"
                    />
                </button>
            </li>
        }
    };
    let rows = photos.into_iter().enumerate().map(one).collect_view();
    (count > 0).then(|| view! { <ul class="case-thumbnails" role="list">{rows}</ul> })
}

/// The photos of an album, large.
#[component]
pub(super) fn Large() -> impl IntoView {
    let hand = Hand::here();
    move || hand.album.get().map(|album| view! { <LargePhotos album /> })
}

#[component]
fn LargePhotos(album: Album) -> impl IntoView {
    let (hand, api) = (Hand::here(), Api::here());
    let language = Language::here();
    let Album { title, photos, at } = album;
    let count = photos.len();
    let photos = StoredValue::new(photos);
    let at = RwSignal::new(at);
    let go = move |step: usize| at.update(|at| *at = (*at + step) % count.max(1));
    let source = move || {
        let id = photos.with_value(|photos| photos.get(at.get()).cloned().unwrap_or_default());
        api.photo(&id)
    };
    let title = Signal::derive(move || words::photo(&title, at.get() + 1, count, language.get()));
    view! {
        <Sheet title class="case-large" on_close=move |()| hand.album.set(None)>
            <img class="case-large-photo" src=source alt=title />
            <div class="case-large-bar">
                <Show when=move || { count > 1 }>
                    <button type="button" class="button-plain" on:click=move |_| go(count - 1)>
                        <Icon name="back" />
                        {say(words::PREVIOUS_PHOTO)}
                    </button>
                    <button type="button" class="button-plain" on:click=move |_| go(1)>
                        {say(words::NEXT_PHOTO)}
                        <Icon name="chevron" />
                    </button>
                </Show>
                <button type="button" class="button-plain" on:click=move |_| hand.album.set(None)>
                    {say(words::CLOSE)}
                </button>
            </div>
        </Sheet>
    }
}
