//! Being told of new cases while the desk is out of sight: by a tone, by a count in the tab, or not at all. Besides, the
//! word that the line to the server is cut.

mod badge;
mod choice;
mod menu;
mod tone;
mod words;

use leptos::ev;
use leptos::prelude::*;
use shuiting_parts::clock;
use shuiting_parts::lang::say;
use shuiting_parts::live::{Live, News};
use shuiting_shared::time::Moment;

use choice::Choice;
pub(crate) use menu::AlertMenu;
use tone::Tone;

/// However many come at once, they sound once in so many seconds.
const APART_SECONDS: i64 = 3;

/// What a clerk wants to be told, and what they have not seen yet; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Alerts {
    choice: RwSignal<Choice>,
    /// How many cases have come out of sight.
    unseen: RwSignal<u32>,
    /// There once the clerk has pressed something: before that the browser lets nothing sound.
    tone: StoredValue<Option<Tone>, LocalStorage>,
    sounded: StoredValue<Option<Moment>>,
}

impl Alerts {
    /// Puts it into the context, as it was chosen in this browser.
    pub(crate) fn provide() -> Self {
        let alerts = Self {
            choice: RwSignal::new(choice::kept()),
            unseen: RwSignal::new(0),
            tone: StoredValue::new_local(None),
            sounded: StoredValue::new(None),
        };
        provide_context(alerts);
        alerts
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// A title, with how many cases have come unseen before it; whoever asks is told when that changes.
    pub(crate) fn entitle(self, title: &str) -> String {
        match self.unseen.get() {
            0 => title.to_owned(),
            unseen => format!("({unseen}) {title}"),
        }
    }

    /// Listens for new cases for as long as the component that asks is there.
    pub(crate) fn watch(self) {
        let live = Live::here();
        live.listen(move |news| self.hear(news));
        Effect::new(move || live.keep(self.choice.with(|choice| choice.any())));
        Effect::new(move || badge::show(self.unseen.get()));
        let looked = window_event_listener_untyped("visibilitychange", move |_| {
            if !document().hidden() {
                self.unseen.set(0);
            }
        });
        let pressed = window_event_listener(ev::pointerdown, move |_| self.wake());
        let typed = window_event_listener(ev::keydown, move |_| self.wake());
        on_cleanup(move || {
            looked.remove();
            pressed.remove();
            typed.remove();
            live.keep(false);
            self.unseen.set(0);
            badge::show(0);
        });
    }

    fn hear(self, news: &News) {
        // What was filed just now is in its first version.
        let new = matches!(news, News::Changed(changed) if changed.version == 1);
        if !(new && document().hidden()) {
            return;
        }
        let choice = self.choice.get_untracked();
        if choice.count {
            self.unseen.update(|unseen| *unseen = unseen.saturating_add(1));
        }
        let now = clock::now();
        let quiet = self.sounded.get_value();
        if choice.tone && quiet.is_none_or(|last| (now - last).num_seconds() >= APART_SECONDS) {
            self.sounded.set_value(Some(now));
            self.sound();
        }
    }

    fn sound(self) {
        self.tone.with_value(|tone| {
            if let Some(tone) = tone {
                tone.sound();
            }
        });
    }

    /// Readies the tone, within the press of something.
    fn wake(self) {
        let wanted = self.choice.with_untracked(|choice| choice.tone);
        if wanted && self.tone.with_value(Option::is_none) {
            self.tone.set_value(Tone::new());
        }
    }

    fn choose(self, change: impl FnOnce(&mut Choice)) {
        let before = self.choice.get_untracked();
        self.choice.update(change);
        let now = self.choice.get_untracked();
        choice::keep(now);
        if now.tone && !before.tone {
            // Whoever chooses it hears what it is like.
            self.wake();
            self.sound();
        }
    }
}

/// Says that the line to the server is cut.
#[component]
pub(crate) fn LineCut() -> impl IntoView {
    let live = Live::here();
    let cut = say(words::CUT);
    view! {
        <span class="line-cut" role="status">
            {move || live.is_cut().then(cut)}
        </span>
    }
}
