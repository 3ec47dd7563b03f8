//! Photos, small beside what they show; each opens large.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::Language;

use super::hand::Hand;
use super::viewer::Tour;
use crate::words;

/// Small photos, each of which opens large.
#[component]
pub(crate) fn Thumbnails(
    /// What they show.
    #[prop(into)]
    title: Signal<String>,
    /// Their ids.
    #[prop(into)]
    photos: Signal<Vec<String>>,
    /// The key of the material, where they are of one: they open among those of the others.
    #[prop(optional_no_strip)]
    material: Option<StoredValue<String>>,
) -> impl IntoView {
    let api = Api::here();
    let hand = Hand::here();
    let language = Language::here();
    let doubted = Memo::new(move |_| hand.load.get().map(|case| case.doubtful.clone()).unwrap_or_default());
    let tour = move |at: usize| match material {
        Some(key) => {
            let tour = hand.load.get_untracked().as_ref().and_then(Tour::of);
            tour.map(|tour| key.with_value(|key| tour.at(key, at)))
        }
        None => Tour::of_others(title.get_untracked(), photos.get_untracked(), at),
    };
    move || {
        let photos = photos.get();
        let count = photos.len();
        let one = move |(at, id): (usize, String)| {
            let alt = move || words::photo(&title.get(), at + 1, count, language.get());
            let doubtful = doubted.with(|doubted| doubted.contains(&id));
            let face = if doubtful {
                // It opens large for who wants to see it.
                view! { <span class="covered">{move || words::doubtful_photo(&alt(), language.get())}</span> }
                    .into_any()
            } else {
                view! { <img src=api.thumbnail(&id) alt=alt loading="lazy" decoding="async" /> }.into_any()
            };
            view! {
                <li>
                    <button type="button" class="thumbnail" on:click=move |_| hand.tour.set(tour(at))>
                        {face}
                    </button>
                </li>
            }
        };
        let rows = photos.into_iter().enumerate().map(one).collect_view();
        (count > 0).then(|| view! { <ul class="thumbnails" role="list">{rows}</ul> })
    }
}
