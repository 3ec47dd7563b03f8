//! One photo, large: nearer and farther, turned, moved about.

use leptos::ev::{PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// Zoom steps of the stylesheet.
const ZOOMS: usize = 4;
/// Quarter turns.
const TURNS: usize = 4;
/// So far the wheel turns for one step of the zoom, in pixels: a notch of a mouse, a stroke of a finger.
const NOTCH: f64 = 100.0;

/// How a photo is seen.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    pane: NodeRef<html::Div>,
    zoom: RwSignal<usize>,
    turn: RwSignal<usize>,
    wheel: StoredValue<f64>,
    grip: StoredValue<Option<Grip>>,
}

/// Where the pointer took hold of the photo, and how the pane lay then.
#[derive(Clone, Copy)]
struct Grip {
    pointer: (i32, i32),
    pane: (i32, i32),
}

impl Sight {
    pub(super) fn new() -> Self {
        Self {
            pane: NodeRef::new(),
            zoom: RwSignal::new(0),
            turn: RwSignal::new(0),
            wheel: StoredValue::new(0.0),
            grip: StoredValue::new(None),
        }
    }

    /// Whole and upright, as every photo is seen at first.
    pub(super) fn reset(self) {
        self.zoom.set(0);
        self.turn.set(0);
    }

    /// Whether it is seen whole.
    pub(super) fn whole(self) -> bool {
        self.zoom.get_untracked() == 0
    }

    /// Puts the focus on the photo, where all keys are the viewer's.
    pub(super) fn focus(self) {
        if let Some(pane) = self.pane.get_untracked() {
            // Without the focus the buttons do the same.
            drop(pane.focus());
        }
    }

    pub(super) fn nearer(self) {
        self.keep_middle(|| self.zoom.update(|zoom| *zoom = (*zoom + 1).min(ZOOMS - 1)));
    }

    pub(super) fn farther(self) {
        self.keep_middle(|| self.zoom.update(|zoom| *zoom = zoom.saturating_sub(1)));
    }

    pub(super) fn fit(self) {
        self.zoom.set(0);
    }

    pub(super) fn turn_right(self) {
        self.turn.update(|turn| *turn = (*turn + 1) % TURNS);
    }

    pub(super) fn turn_left(self) {
        self.turn.update(|turn| *turn = (*turn + TURNS - 1) % TURNS);
    }

    fn roll(self, event: &WheelEvent) {
        event.prevent_default();
        let (rest, steps) = notches(self.wheel.get_value(), event.delta_y());
        self.wheel.set_value(rest);
        match steps {
            0 => {}
            1.. => self.farther(),
            _ => self.nearer(),
        }
    }

    fn hold(self, event: &PointerEvent) {
        let Some(pane) = self.pane.get_untracked() else { return };
        let photo = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(photo) = photo {
            // Without the capture the photo is let go at the pane's edge.
            drop(photo.set_pointer_capture(event.pointer_id()));
        }
        self.grip.set_value(Some(Grip {
            pointer: (event.client_x(), event.client_y()),
            pane: (pane.scroll_left(), pane.scroll_top()),
        }));
    }

    fn drag(self, event: &PointerEvent) {
        if let (Some(grip), Some(pane)) = (self.grip.get_value(), self.pane.get_untracked()) {
            pane.set_scroll_left(grip.pane.0 + grip.pointer.0 - event.client_x());
            pane.set_scroll_top(grip.pane.1 + grip.pointer.1 - event.client_y());
        }
    }

    /// Changes how large the photo is, with the same spot in the middle of the pane afterwards.
    fn keep_middle(self, change: impl Fn()) {
        let Some(pane) = self.pane.get_untracked() else {
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
}

/// Steps of the zoom after the wheel has turned on by `delta`, and what is left for the next one.
fn notches(rest: f64, delta: f64) -> (f64, i32) {
    // Whoever turns back begins anew.
    let rest = if rest * delta < 0.0 { 0.0 } else { rest };
    let turned = rest + delta;
    if turned >= NOTCH {
        (0.0, 1)
    } else if turned <= -NOTCH {
        (0.0, -1)
    } else {
        (turned, 0)
    }
}

/// Which part of the whole, in thousandths, lies in the middle of what is seen.
fn middle(from: i32, seen: i32, whole: i32) -> i32 {
    (from + seen / 2) * 1000 / whole.max(1)
}

/// Where what is seen starts, with that part in its middle.
fn start(middle: i32, seen: i32, whole: i32) -> i32 {
    (middle * whole / 1000 - seen / 2).clamp(0, (whole - seen).max(0))
}

/// The photo, large.
#[component]
pub(super) fn LargePhoto(
    /// How it is seen.
    sight: Sight,
    /// Where it lies.
    source: Signal<String>,
    /// What it shows.
    title: Signal<String>,
) -> impl IntoView {
    let seen = move || format!("viewer-sheet zoom-{} turn-{}", sight.zoom.get(), sight.turn.get());
    view! {
        <div
            class="viewer-photo"
            node_ref=sight.pane
            tabindex="0"
            autofocus
            role="group"
            aria-label=title
            on:wheel=move |event| sight.roll(&event)
        >
            <div
                class=seen
                on:pointerdown=move |event| sight.hold(&event)
                on:pointermove=move |event| sight.drag(&event)
                on:pointerup=move |_| sight.grip.set_value(None)
                on:pointercancel=move |_| sight.grip.set_value(None)
            >
                <img src=source alt=title draggable="false" />
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{middle, notches, start};

    #[test]
    fn a_photo_grows_around_the_middle_of_what_is_seen() {
        let whole = middle(0, 1000, 1000);
        assert_eq!(start(whole, 1000, 1500), 250);
        let right = middle(500, 1000, 1500);
        assert_eq!(start(right, 1000, 3000), 1498);
        assert_eq!(start(right, 1000, 1000), 0, "seen whole, it starts at its edge");
    }

    #[test]
    fn a_notch_of_the_wheel_is_a_step_and_so_is_a_long_stroke() {
        assert_eq!(notches(0.0, 120.0), (0.0, 1));
        assert_eq!(notches(0.0, -120.0), (0.0, -1));
        let (rest, steps) = notches(60.0, 30.0);
        assert_eq!((rest, steps), (90.0, 0));
        assert_eq!(notches(rest, 30.0), (0.0, 1));
        assert_eq!(notches(90.0, -30.0), (-30.0, 0), "it turns back");
    }
}
