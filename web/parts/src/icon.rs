//! Icons, from the one sprite.

use leptos::prelude::*;

/// Where the sprite lies; found once, since the page that names it does not change.
#[derive(Clone)]
struct Sprite(String);

impl Sprite {
    fn here() -> Self {
        use_context().unwrap_or_else(|| {
            let named = document().query_selector("meta[name=icons]").ok().flatten();
            let sprite = Self(named.and_then(|meta| meta.get_attribute("content")).unwrap_or_default());
            provide_context(sprite.clone());
            sprite
        })
    }
}

/// An icon beside a word that says the same; screen readers pass it over.
#[component]
pub fn Icon(
    /// Its name in the sprite.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let Sprite(place) = Sprite::here();
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=move || format!("{place}#{}", name.get())></use>
        </svg>
    }
}
