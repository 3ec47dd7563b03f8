//! The document camera: choose it, see what it sees, turn it, take the photo.

mod device;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::{Place, Uploads};
use shuiting_shared::words::Bi;

use super::words;
use crate::sheet::Sheet;
use device::{Device, Stream};

/// Quarter turns.
const TURNS: u32 = 4;

/// The dialog. It stays open from one photo to the next, as a paper has several pages.
#[component]
pub(super) fn Camera(
    /// What is taken.
    label: Bi,
    /// Where its photos belong.
    place: Place,
    /// At most so many.
    most: usize,
    /// Is told when one was taken.
    changed: Callback<()>,
    /// It is to go.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let (uploads, language) = (Uploads::here(), Language::here());
    let video = NodeRef::<html::Video>::new();
    let stream = StoredValue::new_local(None::<Stream>);
    let devices = RwSignal::new(Vec::<Device>::new());
    let chosen = RwSignal::new(String::new());
    let live = RwSignal::new(false);
    let turn = RwSignal::new(0_u32);
    let trouble = RwSignal::new(None::<Bi>);
    let place = StoredValue::new(place);

    let start = move |id: String| {
        live.set(false);
        trouble.set(None);
        // A camera that is still in use would not be given out again.
        stream.set_value(None);
        spawn_local(async move {
            let opened = Stream::open(&id).await;
            let found = device::all().await;
            if devices.try_set(found).is_some() {
                return;
            }
            let shown = match (&opened, video.get_untracked()) {
                (Some(opened), Some(video)) => opened.show(&video).await,
                _ => false,
            };
            if live.try_set(shown).is_some() {
                return;
            }
            chosen.set(opened.as_ref().map(Stream::id).unwrap_or_default());
            trouble.set((!shown).then_some(words::CAMERA_DENIED));
            stream.set_value(opened);
        });
    };
    video.on_load(move |_| start(String::new()));
    // The camera's light goes out with the dialog.
    on_cleanup(move || drop(stream.try_set_value(None)));

    let count = move || place.with_value(|place| uploads.with(|queue| queue.at(place).count()));
    let ready = move || live.get() && count() < most;
    let snap = move |_| {
        if !untrack(ready) {
            return;
        }
        let Some(video) = video.get_untracked() else { return };
        let turns = turn.get_untracked();
        spawn_local(async move {
            match device::snap(&video, turns).await {
                Some(photo) => {
                    uploads.add(place.get_value(), photo);
                    changed.run(());
                }
                // Where the dialog was closed meanwhile there is nobody to be told.
                None => drop(trouble.try_set(Some(words::SNAP_FAILED))),
            }
        });
    };
    let turn_on = move || turn.update(|turn| *turn = (*turn + 1) % TURNS);
    let keys = move |event: KeyboardEvent| {
        if event.key() == "r" {
            turn_on();
        }
    };
    let options = move || {
        let devices = devices.get().into_iter();
        devices
            .map(|Device { id, name }| {
                let value = id.clone();
                view! {
                    <option value=value prop:selected=move || chosen.with(|chosen| *chosen == id)>
                        {name}
                    </option>
                }
            })
            .collect_view()
    };
    let title = Signal::derive(move || format!("{} · {}", language.say(words::CAMERA), language.say(label)));
    let opening = move || !live.get() && trouble.get().is_none();
    view! {
        <Sheet title class="camera" on_close>
            <div class="camera-body" on:keydown=keys>
                <p class="flaw" role="alert">
                    {move || trouble.get().map(|trouble| language.say(trouble))}
                </p>
                <div class=move || format!("camera-view turn-{}", turn.get())>
                    <video node_ref=video autoplay playsinline prop:muted=true aria-label=say(words::LIVE)></video>
                </div>
                <p class="help" role="status">
                    {move || {
                        if opening() {
                            language.say(words::CAMERA_OPENING).to_owned()
                        } else {
                            words::taken(count(), most, language.get())
                        }
                    }}
                </p>
                <footer>
                    <button
                        type="button"
                        class="main"
                        autofocus
                        aria-disabled=move || (!ready()).to_string()
                        on:click=snap
                    >
                        {say(words::SNAP)}
                    </button>
                    <button type="button" aria-keyshortcuts="r" on:click=move |_| turn_on()>
                        {say(crate::words::TURN)}
                        " "
                        <kbd>"r"</kbd>
                    </button>
                    <label>
                        {say(words::CHOOSE_CAMERA)}
                        " "
                        <select on:change=move |event| start(event_target_value(&event))>{options}</select>
                    </label>
                    <button type="button" class="plain" on:click=move |_| on_close.run(())>
                        {say(crate::words::CLOSE)}
                    </button>
                </footer>
            </div>
        </Sheet>
    }
}
