//! The photos of one material: a tile each, and one to add more.

use leptos::prelude::*;
use shuiting_shared::form::material_path;
use shuiting_shared::words::Bi;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::queue::{Place, State, Tile};
use super::uploads::Uploads;
use super::words;
use crate::api::Api;
use crate::form::{described_by, flaw_of, id_of};
use crate::icon::Icon;
use crate::lang::{Language, say};

/// Takes, shows and removes the photos of one material.
#[component]
pub fn PhotoTiles(
    /// Where the photos belong.
    place: Place,
    /// What they show.
    label: Bi,
    /// How they should be taken.
    help: Option<Bi>,
    /// At most so many.
    most: usize,
    /// Whether there must be some.
    #[prop(into)]
    required: Signal<bool>,
    /// What is wrong, where that is to be told.
    #[prop(into)]
    flaw: Signal<Option<String>>,
    /// Is told when a photo was added or removed.
    #[prop(into)]
    changed: Callback<()>,
) -> impl IntoView {
    let (uploads, language) = (Uploads::here(), Language::here());
    let id = id_of(&material_path(&place.material));
    let (help_id, label_id) = (format!("{id}-help"), format!("{id}-label"));
    let camera_id = format!("{id}-camera");
    let place = StoredValue::new(place);
    let tiles = Memo::new(move |_| {
        let place = place.get_value();
        uploads.with(|queue| queue.at(&place).map(|tile| tile.n).collect::<Vec<_>>())
    });
    let count = move || tiles.with(Vec::len);
    let full = move || count() >= most;
    let several = most > 1;
    let described = described_by(id.clone(), help.is_some(), flaw);
    let wrong = flaw_of(&id, flaw);
    let picked = move |event: leptos::ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(files) = input.files() {
            let room = most.saturating_sub(tiles.with_untracked(Vec::len));
            let chosen = (0..files.length()).filter_map(|place| files.get(place));
            for file in chosen.take(room) {
                uploads.add(place.get_value(), file);
            }
        }
        // The same photo may be chosen again after it was removed.
        input.set_value("");
        changed.run(());
    };
    let optional = crate::form::OPTIONAL;
    view! {
        <section class="field" aria-labelledby=label_id>
            <h2 class="field-label" id=label_id.clone()>
                {move || language.say(label)}
                <Show when=move || !required.get()>
                    <span class="optional">" · " {say(optional)}</span>
                </Show>
            </h2>
            {help.map(|help| view! { <p class="field-help" id=help_id>{move || language.say(help)}</p> })}
            {wrong}
            <ul class="tiles">
                <For each=move || tiles.get() key=|n| *n let:n>
                    <PhotoTile n label changed />
                </For>
                // A computer has no camera in its back: there the style leaves this one out.
                <li class="tile tile-add tile-camera" class:gone=full>
                    <input
                        type="file"
                        accept="image/*"
                        capture="environment"
                        class="tile-input"
                        id=camera_id.clone()
                        disabled=full
                        on:change=picked
                    />
                    <label class="tile-label" for=camera_id>
                        <Icon name="camera" />
                        <span>{say(words::CAMERA)}</span>
                        <span class="hidden">{move || language.say(label)}</span>
                    </label>
                </li>
                <li class="tile tile-add" class:gone=full>
                    <input
                        type="file"
                        accept="image/*"
                        multiple=several
                        class="tile-input"
                        id=id.clone()
                        disabled=full
                        aria-describedby=described
                        on:change=picked
                    />
                    <label class="tile-label" for=id>
                        <Icon name="photo" />
                        <span>{say(words::ADD)}</span>
                        <span class="hidden">{move || language.say(label)}</span>
                    </label>
                </li>
            </ul>
            <p class="field-count" aria-live="polite">{count} " " {say(words::MOST)} " " {most}</p>
        </section>
    }
}

#[component]
fn PhotoTile(n: u32, label: Bi, changed: Callback<()>) -> impl IntoView {
    let (api, uploads, language) = (Api::here(), Uploads::here(), Language::here());
    let tile: Memo<Option<Tile>> = Memo::new(move |_| uploads.with(|queue| queue.tile(n).cloned()));
    let about = move |said: Bi| format!("{}:{}", language.say(label), language.say(said));
    let face = move || {
        tile.get().map(|tile| match tile.state {
            State::Waiting => view! { <Busy said=words::WAITING percent=None /> }.into_any(),
            State::Shrinking => view! { <Busy said=words::SHRINKING percent=None /> }.into_any(),
            State::Sending(percent) => view! { <Busy said=words::SENDING percent=Some(percent) /> }.into_any(),
            State::Here(id) => {
                let source = api.thumbnail(&id);
                view! { <img class="tile-image" src=source alt=about(words::PHOTO) /> }.into_any()
            }
            State::Failed(failure) => view! {
                <span class="tile-failed" role="alert">
                    <span class="tile-said"><Icon name="warning" />{say(words::FAILED)}</span>
                    <span class="hidden">{move || failure.say(language.get())}</span>
                    <button type="button" class="button-link" on:click=move |_| uploads.again(n)>
                        {say(words::AGAIN)}
                    </button>
                </span>
            }
            .into_any(),
        })
    };
    let remove = move |_| {
        uploads.remove(n);
        changed.run(());
    };
    view! {
        <li class="tile">
            {face}
            <button type="button" class="tile-remove" aria-label=move || about(words::REMOVE) on:click=remove>
                <Icon name="cross" />
            </button>
        </li>
    }
}

#[component]
fn Busy(said: Bi, percent: Option<u8>) -> impl IntoView {
    view! {
        <span class="tile-busy">
            <span>{say(said)} {percent.map(|percent| format!(" {percent}%"))}</span>
            <progress max="100" value=percent.map(|percent| percent.to_string()) aria-label=say(said)></progress>
        </span>
    }
}
