//! The document camera: choose it, see what it sees, turn it, take the photo.

mod device;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::{Place, Uploads};
use shuiting_shared::words::Bi;
use web_sys::File;

use super::words;
use crate::keys::{Command, Hint, Keys, Layer};
use crate::sheet::Sheet;
use device::{Device, Stream};

/// Quarter turns.
const TURNS: u32 = 4;

/// What the dialog looks through.
#[derive(Clone, Copy)]
struct Eye {
    video: NodeRef<html::Video>,
    stream: StoredValue<Option<Stream>, LocalStorage>,
    devices: RwSignal<Vec<Device>>,
    chosen: RwSignal<String>,
    live: RwSignal<bool>,
    turn: RwSignal<u32>,
    trouble: RwSignal<Option<Bi>>,
}

impl Eye {
    fn new() -> Self {
        Self {
            video: NodeRef::new(),
            stream: StoredValue::new_local(None),
            devices: RwSignal::default(),
            chosen: RwSignal::default(),
            live: RwSignal::new(false),
            turn: RwSignal::new(0),
            trouble: RwSignal::new(None),
        }
    }

    /// Looks through a camera, by default the one that the browser prefers.
    fn open(self, id: String) {
        self.live.set(false);
        self.trouble.set(None);
        // A camera that is still in use would not be given out again.
        self.stream.set_value(None);
        spawn_local(async move {
            let opened = Stream::open(&id).await;
            let found = device::all().await;
            // Where the dialog was closed meanwhile the camera goes out again.
            if self.devices.try_set(found).is_some() {
                return;
            }
            let shown = match (&opened, self.video.get_untracked()) {
                (Some(opened), Some(video)) => opened.show(&video).await,
                _ => false,
            };
            if self.live.try_set(shown).is_some() {
                return;
            }
            self.chosen.set(opened.as_ref().map(Stream::id).unwrap_or_default());
            self.trouble.set((!shown).then_some(words::CAMERA_DENIED));
            self.stream.set_value(opened);
        });
    }

    /// Looks through none any more.
    fn close(self) {
        drop(self.stream.try_set_value(None));
    }

    fn turn_on(self) {
        self.turn.update(|turn| *turn = (*turn + 1) % TURNS);
    }

    /// Takes the photo.
    fn snap(self, take: impl FnOnce(File) + 'static) {
        let Some(video) = self.video.get_untracked() else {
            return;
        };
        let turns = self.turn.get_untracked();
        spawn_local(async move {
            match device::snap(&video, turns).await {
                Some(photo) => take(photo),
                // Where the dialog was closed meanwhile there is nobody to be told.
                None => drop(self.trouble.try_set(Some(words::SNAP_FAILED))),
            }
        });
    }
}

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
    let eye = Eye::new();
    eye.video.on_load(move |_| eye.open(String::new()));
    on_cleanup(move || eye.close());
    let place = StoredValue::new(place);
    let count = Memo::new(move |_| place.with_value(|place| uploads.with(|queue| queue.at(place).count())));
    let ready = Memo::new(move |_| eye.live.get() && count.get() < most);
    let snap = Callback::new(move |()| {
        let place = place.get_value();
        if ready.get_untracked() {
            eye.snap(move |photo| {
                uploads.add(place, photo);
                // The page may have been left meanwhile; the photo waits for it.
                changed.try_run(());
            });
        }
    });
    let title = Signal::derive(move || format!("{} · {}", language.say(words::CAMERA), language.say(label)));
    let told = move || match (eye.live.get(), eye.trouble.get()) {
        (false, None) => language.say(words::CAMERA_OPENING).to_owned(),
        _ => words::taken(count.get(), most, language.get()),
    };
    view! {
        <Sheet title class="camera" layer=Layer::Camera on_close>
            <div class="camera-body">
                <p class="flaw" role="alert">
                    {move || eye.trouble.get().map(|trouble| language.say(trouble))}
                </p>
                <div class=move || format!("camera-view turn-{}", eye.turn.get())>
                    <video
                        node_ref=eye.video
                        autoplay
                        playsinline
                        prop:muted=true
                        aria-label=say(words::LIVE)
                    ></video>
                </div>
                <p class="help" role="status">
                    {told}
                </p>
                <Controls eye ready snap on_close />
            </div>
        </Sheet>
    }
}

/// Take, turn, choose, close.
#[component]
fn Controls(eye: Eye, ready: Memo<bool>, snap: Callback<()>, on_close: Callback<()>) -> impl IntoView {
    Keys::here().on(Command::TurnCamera, move || eye.turn_on());
    let hint = Hint::of(Command::TurnCamera);
    let options = move || {
        let devices = eye.devices.get().into_iter();
        devices
            .map(|Device { id, name }| {
                let value = id.clone();
                let chosen = move || eye.chosen.with(|chosen| *chosen == id);
                view! {
                    <option value=value prop:selected=chosen>
                        {name}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <footer>
            <button
                type="button"
                class="main"
                autofocus
                aria-disabled=move || (!ready.get()).to_string()
                on:click=move |_| snap.run(())
            >
                {say(words::SNAP)}
            </button>
            <button
                type="button"
                aria-keyshortcuts=move || hint.aria()
                data-key=move || hint.said()
                on:click=move |_| eye.turn_on()
            >
                {say(crate::words::TURN)}
            </button>
            <label>
                {say(words::CHOOSE_CAMERA)}
                " "
                <select on:change=move |event| eye.open(event_target_value(&event))>{options}</select>
            </label>
            <button type="button" class="plain" on:click=move |_| on_close.run(())>
                {say(crate::words::CLOSE)}
            </button>
        </footer>
    }
}
