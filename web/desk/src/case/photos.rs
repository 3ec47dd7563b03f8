//! Photos: small beside what they show, and large with zoom, turn and next.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};

use super::hand::Hand;
use crate::sheet::Sheet;
use crate::words;

/// Zoom steps of the stylesheet.
const ZOOMS: usize = 4;
/// Quarter turns.
const TURNS: usize = 4;

/// Photos that are shown large, and which of them.
#[derive(Clone, PartialEq)]
pub(crate) struct Album {
    title: String,
    photos: Vec<String>,
    at: usize,
}

/// Small photos, each of which opens large.
#[component]
pub(crate) fn Thumbnails(
    /// What they show.
    #[prop(into)]
    title: Signal<String>,
    /// Their ids.
    #[prop(into)]
    photos: Signal<Vec<String>>,
) -> impl IntoView {
    let api = Api::here();
    let hand = Hand::here();
    let language = Language::here();
    move || {
        let photos = photos.get();
        let all = photos.clone();
        let count = photos.len();
        let one = move |(at, id): (usize, String)| {
            let all = all.clone();
            let open = move |_| {
                hand.album.set(Some(Album {
                    title: title.get_untracked(),
                    photos: all.clone(),
                    at,
                }));
            };
            let alt = move || words::photo(&title.get(), at + 1, count, language.get());
            view! {
                <li>
                    <button type="button" class="thumbnail" on:click=open>
                        <img src=api.thumbnail(&id) alt=alt loading="lazy" decoding="async" />
                    </button>
                </li>
            }
        };
        let rows = photos.into_iter().enumerate().map(one).collect_view();
        (count > 0).then(|| view! { <ul class="thumbnails" role="list">{rows}</ul> })
    }
}

/// The photos of an album, large.
#[component]
pub(crate) fn Viewer() -> impl IntoView {
    let hand = Hand::here();
    let open = Memo::new(move |_| hand.album.with(Option::is_some));
    move || {
        let album = open.get().then(|| hand.album.get_untracked()).flatten();
        album.map(|album| view! { <Large album /> })
    }
}

#[component]
fn Large(album: Album) -> impl IntoView {
    let api = Api::here();
    let hand = Hand::here();
    let language = Language::here();
    let count = album.photos.len();
    let photos = StoredValue::new(album.photos);
    let name = album.title.clone();
    let at = RwSignal::new(album.at);
    let zoom = RwSignal::new(0_usize);
    let turn = RwSignal::new(0_usize);
    let go = move |step: usize| {
        at.update(|at| *at = (*at + step) % count.max(1));
        zoom.set(0);
        turn.set(0);
    };
    let next = move || go(1);
    let previous = move || go(count.saturating_sub(1));
    let pane = NodeRef::<html::Div>::new();
    let keep = move |change: &dyn Fn()| keep_middle(pane, change);
    let nearer = move || keep(&|| zoom.update(|zoom| *zoom = (*zoom + 1).min(ZOOMS - 1)));
    let farther = move || keep(&|| zoom.update(|zoom| *zoom = zoom.saturating_sub(1)));
    let turned = move || turn.update(|turn| *turn = (*turn + 1) % TURNS);
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        // Enlarged, the arrows move the photo.
        "ArrowRight" if zoom.get_untracked() == 0 => next(),
        "ArrowLeft" if zoom.get_untracked() == 0 => previous(),
        "+" | "=" => nearer(),
        "-" => farther(),
        "r" => turned(),
        _ => {}
    };
    let source = move || {
        let id = photos.with_value(|photos| photos.get(at.get()).cloned().unwrap_or_default());
        api.photo(&id)
    };
    let title = Signal::derive(move || words::photo(&name, at.get() + 1, count, language.get()));
    view! {
        <Sheet title class="viewer" on_close=move |()| hand.album.set(None)>
            <div class="viewer-bar" on:keydown=keys>
                <Show when=move || { count > 1 }>
                    <button type="button" on:click=move |_| previous()>
                        {say(words::PREVIOUS_PHOTO)}
                    </button>
                    <button type="button" on:click=move |_| next()>
                        {say(words::NEXT_PHOTO)}
                    </button>
                </Show>
                <button type="button" on:click=move |_| nearer()>
                    {say(words::NEARER)}
                </button>
                <button type="button" on:click=move |_| farther()>
                    {say(words::FARTHER)}
                </button>
                <button type="button" on:click=move |_| turned()>
                    {say(words::TURN)}
                </button>
                <button type="button" autofocus on:click=move |_| hand.album.set(None)>
                    {say(words::CLOSE)}
                </button>
            </div>
            <div class="viewer-photo" node_ref=pane tabindex="0" role="group" aria-label=title on:keydown=keys>
                <div class=move || format!("viewer-sheet zoom-{} turn-{}", zoom.get(), turn.get())>
                    <img src=source alt=title />
                </div>
            </div>
        </Sheet>
    }
}

/// Changes how large the photo is, with the same spot in the middle of the pane afterwards.
fn keep_middle(pane: NodeRef<html::Div>, change: impl Fn()) {
    let Some(pane) = pane.get_untracked() else {
        return change();
    };
    let across = middle(pane.scroll_left(), pane.client_width(), pane.scroll_width());
    let down = middle(pane.scroll_top(), pane.client_height(), pane.scroll_height());
    change();
    // The photo has its new size once the page has been laid out anew.
    request_animation_frame(move || {
        pane.set_scroll_left(start(across, pane.client_width(), pane.scroll_width()));
        pane.set_scroll_top(start(down, pane.client_height(), pane.scroll_height()));
    });
}

/// Which part of the whole, in thousandths, lies in the middle of what is seen.
fn middle(from: i32, seen: i32, whole: i32) -> i32 {
    (from + seen / 2) * 1000 / whole.max(1)
}

/// Where what is seen starts, with that part in its middle.
fn start(middle: i32, seen: i32, whole: i32) -> i32 {
    (middle * whole / 1000 - seen / 2).clamp(0, (whole - seen).max(0))
}

#[cfg(test)]
mod tests {
    use super::{middle, start};

    #[test]
    fn a_photo_grows_around_the_middle_of_what_is_seen() {
        let whole = middle(0, 1000, 1000);
        assert_eq!(start(whole, 1000, 1500), 250);
        let right = middle(500, 1000, 1500);
        assert_eq!(start(right, 1000, 3000), 1498);
        assert_eq!(start(right, 1000, 1000), 0, "seen whole, it starts at its edge");
    }
}
