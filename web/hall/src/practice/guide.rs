//! The guided tour: what is to be done next is said on top, where it covers nothing, and the control for it is pointed at.
//!
//! A bubble beside the control, as tour libraries draw one, lies over what comes after it: over the very field that
//! somebody on a small phone with large letters, or with the Tab key, comes to next (WCAG 2.4.11). Those libraries are
//! written for pages of another framework besides, and set inline styles, which our policy forbids. So words stay in the
//! flow, and only a small hand, which nothing can be hidden behind, goes to the control.

mod said;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::lang::say;
use shuiting_parts::{realm, store};

use super::links::Watched;
use super::spot::{self, Hand, Spot};
use super::tour::{Stop, Tour, Whereabouts};
use super::words;
use said::{Offer, Said};

/// Under what the tour is kept for this tab.
const STORED: &str = "shuiting-tour";
/// What a person does that may answer something.
const DOINGS: [&str; 4] = ["change", "click", "focusout", "input"];

/// What is to be said and pointed at.
#[derive(Clone, Copy, PartialEq)]
struct Now {
    whereabouts: Whereabouts,
    /// Whether the control of the stop is on the page.
    there: bool,
    /// Whether it is pointed at: the page that has just come may have one of the same name.
    pointed: bool,
}

/// Who is guided, and over what.
#[derive(Clone, Copy)]
struct Guided {
    tour: RwSignal<Option<&'static str>>,
    on: RwSignal<bool>,
    /// The page on which the focus was taken to the control.
    shown: StoredValue<String>,
}

impl Guided {
    fn begin() -> Self {
        let kept = store::get_here(STORED).and_then(|code| Tour::named(&code));
        Self {
            tour: RwSignal::new(kept.map(|tour| tour.code)),
            on: RwSignal::new(kept.is_some()),
            shown: StoredValue::default(),
        }
    }

    fn tour(self) -> Option<&'static Tour> {
        Tour::named(self.tour.get()?)
    }

    fn start(self, tour: &'static Tour) {
        store::put_here(STORED, tour.code);
        self.shown.set_value(String::new());
        self.tour.set(Some(tour.code));
        self.on.set(true);
    }

    fn stop(self) {
        store::remove_here(STORED);
        self.on.set(false);
        spot::forget();
    }
}

fn stop_at(tour: Option<&'static Tour>, now: Now) -> Option<(usize, &'static Stop)> {
    match now.whereabouts {
        Whereabouts::At(place) => Some((place, tour?.stops.get(place)?)),
        Whereabouts::Away | Whereabouts::Over => None,
    }
}

/// The tour, offered, under way or over.
#[component]
pub(super) fn Guide(page: Watched) -> impl IntoView {
    let guided = Guided::begin();
    let path = use_location().pathname;
    let now = Memo::new(move |_| {
        page.hear();
        let path = path.get();
        let path = realm::here().path(&path);
        let tour = guided.tour().filter(|_| guided.on.get())?;
        let there = |control: &str| Spot::find(control).is_some();
        let answered = |control: &str| Spot::find(control).is_some_and(|spot| spot.answered());
        let whereabouts = tour.whereabouts(path, there, answered);
        let mut now = Now {
            whereabouts,
            there: false,
            pointed: false,
        };
        if let Some((_, stop)) = stop_at(Some(tour), now) {
            let spot = Spot::find(stop.control);
            now.there = spot.is_some();
            now.pointed = spot.is_some_and(|spot| spot.is_pointed());
        }
        Some((path.to_owned(), now))
    });
    let hand = RwSignal::new(None::<Hand>);
    let control = move || {
        let (_, now) = now.get_untracked()?;
        let (_, stop) = stop_at(untrack(|| guided.tour()), now)?;
        Spot::find(stop.control)
    };
    let follow_hand = move || hand.set(control().and_then(|spot| spot.hand()));
    Effect::new(move || {
        let Some((path, _)) = now.get() else {
            hand.set(None);
            return;
        };
        let Some(spot) = control() else {
            spot::forget();
            hand.set(None);
            return;
        };
        if !spot.is_pointed() {
            spot.point();
        }
        // The heading of a page that has just come takes the focus first.
        request_animation_frame(move || {
            if !spot.element().is_connected() {
                return;
            }
            if guided.shown.get_value() != path && spot::rests() {
                spot.focus();
            }
            guided.shown.set_value(path);
            follow_hand();
        });
    });
    listen(page, guided, follow_hand);
    view! {
        <section class="practice-guide" aria-label=say(words::GUIDE)>
            {move || {
                if guided.on.get() {
                    view! { <Said guided now /> }.into_any()
                } else {
                    view! { <Offer guided /> }.into_any()
                }
            }}
        </section>
        {move || {
            hand.get()
                .map(|hand| {
                    view! {
                        <span
                            class="practice-hand"
                            class:practice-hand-above=hand.above
                            style:left=format!("{}px", hand.left)
                            style:top=format!("{}px", hand.top)
                            aria-hidden="true"
                        ></span>
                    }
                })
        }}
    }
}

/// Hears what the person does.
fn listen(page: Watched, guided: Guided, follow_hand: impl Fn() + Copy + 'static) {
    for doing in DOINGS {
        let heard = window_event_listener_untyped(doing, move |_| {
            // By then the focus is where it goes.
            set_timeout(
                move || {
                    page.again();
                    follow_hand();
                },
                std::time::Duration::ZERO,
            );
        });
        on_cleanup(move || heard.remove());
    }
    for moving in ["scroll", "resize"] {
        let heard = window_event_listener_untyped(moving, move |_| follow_hand());
        on_cleanup(move || heard.remove());
    }
    let escape = window_event_listener(ev::keydown, move |event| {
        let dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
        // What an open list or dialog does with the key is its own business.
        if event.key() == "Escape" && !event.default_prevented() && !dialog {
            guided.stop();
        }
    });
    on_cleanup(move || escape.remove());
}
