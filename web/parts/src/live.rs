//! What changes on the server, told as it happens: one line for the whole program, however many pages listen.
//!
//! | module | subject |
//! |---|---|
//! | [`line`] | what becomes of the line: when it is opened, what was heard last, what is told on |
//! | [`source`] | the browser's end of it |
//! | [`pace`] | fetching what has changed: one at a time, one a second |

mod line;
mod pace;
mod source;

use std::rc::Rc;
use std::time::Duration;

use js_sys::Math;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::api::Me;
use shuiting_shared::time::Moment;

pub use line::News;
pub use pace::Paced;

use crate::api::Api;
use crate::clock;
use crate::session::SignedIn;
use line::{Happening, Line, Order};
use source::Source;

/// The server says something every 15 seconds; after this silence nobody is there any more.
const SILENCE_SECONDS: i64 = 40;
/// How often it is looked whether the line is silent.
const CHECK: Duration = Duration::from_secs(10);
/// While the line is cut, all is fetched this often.
const POLL: Duration = Duration::from_secs(20);
/// A page that nobody has looked at for this long gives its connection back.
const PATIENCE: Duration = Duration::from_mins(5);

type Ear = Rc<dyn Fn(&News)>;

/// Those who listen, each under a number.
#[derive(Default)]
struct Ears {
    next: u32,
    all: Vec<(u32, Ear)>,
}

/// The line; it stands in the context.
#[derive(Clone, Copy)]
pub struct Live {
    api: Api,
    line: StoredValue<Line>,
    source: StoredValue<Option<Source>, LocalStorage>,
    ears: StoredValue<Ears, LocalStorage>,
    /// When something was heard last, or the line was opened.
    heard: StoredValue<Moment>,
    pause: StoredValue<Option<TimeoutHandle>>,
    rest: StoredValue<Option<TimeoutHandle>>,
    /// Whether a page listens.
    listened: RwSignal<bool>,
    /// Whether it is listened to out of sight as well.
    kept: RwSignal<bool>,
    cut: RwSignal<bool>,
}

impl Live {
    /// Puts the line into the context; it is opened once somebody is signed in and a page listens. Needs
    /// [`SignedIn::provide`] before it.
    pub fn provide() -> Self {
        let live = Self {
            api: Api::here(),
            line: StoredValue::new(Line::default()),
            source: StoredValue::new_local(None),
            ears: StoredValue::new_local(Ears::default()),
            heard: StoredValue::new(clock::now()),
            pause: StoredValue::new(None),
            rest: StoredValue::new(None),
            listened: RwSignal::new(false),
            kept: RwSignal::new(false),
            cut: RwSignal::new(false),
        };
        provide_context(live);
        let signed_in = SignedIn::here();
        let me = Memo::new(move |_| signed_in.me());
        Effect::new(move || {
            let wanted = me.with(Option::is_some) && live.listened.get();
            // Whoever has come in place of another hears of other cases.
            live.happens(Happening::Wanted(false));
            live.happens(Happening::Wanted(wanted));
        });
        clock::every(POLL, move || live.happens(Happening::Poll));
        clock::every(CHECK, move || live.check());
        Effect::new(move || {
            live.kept.track();
            live.looked_at();
        });
        for event in ["visibilitychange", "pageshow", "online"] {
            let handle = window_event_listener_untyped(event, move |_| live.looked_at());
            on_cleanup(move || handle.remove());
        }
        live
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Tells `act` of what changes, for as long as the component that asks is there.
    pub fn listen(self, act: impl Fn(&News) + 'static) {
        let ear = self.ears.try_update_value(|ears| {
            ears.next = ears.next.wrapping_add(1);
            ears.all.push((ears.next, Rc::new(act)));
            ears.next
        });
        on_cleanup(move || {
            self.ears
                .try_update_value(|ears| ears.all.retain(|(number, _)| Some(*number) != ear));
        });
        if !self.listened.get_untracked() {
            self.listened.set(true);
        }
    }

    /// Whether the line is cut, so that what is shown may be old; whoever asks is told when that changes.
    pub fn is_cut(self) -> bool {
        self.cut.get()
    }

    /// Listens out of sight as well, or rests there after a while.
    pub fn keep(self, kept: bool) {
        self.kept.set(kept);
    }

    /// The page has come to the eye, or has gone from it.
    fn looked_at(self) {
        stop(self.rest);
        let hidden = document().hidden();
        if !hidden {
            // A machine that has slept knows nothing of a line that broke meanwhile.
            self.check();
        }
        if !hidden || self.kept.get_untracked() {
            self.happens(Happening::Wake);
        } else {
            self.start(self.rest, PATIENCE, Happening::Rest);
        }
    }

    fn check(self) {
        if (clock::now() - self.heard.get_value()).num_seconds() > SILENCE_SECONDS {
            self.heard.set_value(clock::now());
            self.happens(Happening::Silent);
        }
    }

    /// Carries out what is to be done about it.
    fn happens(self, happening: Happening) {
        let chance = Math::random();
        let orders = self.line.try_update_value(|line| line.hear(happening, chance));
        for order in orders.unwrap_or_default() {
            match order {
                Order::Open => self.open(),
                Order::Close => {
                    stop(self.pause);
                    self.source.set_value(None);
                }
                // A sign-in that has run out is refreshed by asking, or found to have ended.
                Order::Ask => spawn_local(async move {
                    let answer = self.api.get_now::<Me>("/api/v1/me").await;
                    self.happens(Happening::Answered(answer.is_ok()));
                }),
                Order::Wait(pause) => self.start(self.pause, pause, Happening::Due),
                Order::Tell(news) => self.tell(&news),
            }
        }
        let cut = self.line.with_value(Line::is_cut);
        if self.cut.get_untracked() != cut {
            self.cut.set(cut);
        }
    }

    fn open(self) {
        self.heard.set_value(clock::now());
        let address = self.line.with_value(|line| line.address(self.api.side()));
        let said = move |said| {
            self.heard.set_value(clock::now());
            self.happens(Happening::Said(said));
        };
        let broke = move |ended| {
            self.happens(if ended { Happening::Ended } else { Happening::Broke });
        };
        match Source::open(&address, said, broke) {
            Some(source) => self.source.set_value(Some(source)),
            None => self.happens(Happening::Ended),
        }
    }

    fn tell(self, news: &News) {
        // Whoever is told may begin or cease to listen.
        let ears = self.ears.with_value(|ears| ears.all.clone());
        for (_, ear) in ears {
            ear(news);
        }
    }

    fn start(self, timer: StoredValue<Option<TimeoutHandle>>, after: Duration, then: Happening) {
        stop(timer);
        // Without a window there is nobody to wait for.
        timer.set_value(set_timeout_with_handle(move || self.happens(then), after).ok());
    }
}

fn stop(timer: StoredValue<Option<TimeoutHandle>>) {
    if let Some(handle) = timer.try_update_value(Option::take).flatten() {
        handle.clear();
    }
}
