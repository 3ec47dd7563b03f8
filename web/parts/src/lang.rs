//! The language on screen.

use leptos::prelude::*;
use shuiting_shared::words::{Bi, Lang, bi};

use crate::{lasting, store};

/// Under what it is kept.
pub const STORED: &str = "shuiting-lang";

/// A language by its own name.
pub const THIS_LANGUAGE: Bi = bi("中文", "English");

/// The chosen language, kept in the browser; it stands in the context.
#[derive(Clone, Copy)]
pub struct Language(RwSignal<Lang>);

impl Language {
    /// Puts the language into the context: the one chosen before, else the browser's.
    pub fn provide() -> Self {
        let browser = || window().navigator().language().unwrap_or_default();
        let chosen = store::get(STORED).unwrap_or_else(browser);
        let language = Self(RwSignal::new(Lang::from_header(&chosen)));
        provide_context(language);
        Effect::new(move || {
            if let Some(root) = document().document_element() {
                // The attribute only helps; a browser that refuses it shows the same page.
                drop(root.set_attribute("lang", language.get().tag()));
            }
        });
        language
    }

    /// The language from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// The language; whoever asks is told when it changes.
    pub fn get(self) -> Lang {
        lasting::forget_reader(&self.0);
        self.0.get()
    }

    /// The language now.
    pub fn get_untracked(self) -> Lang {
        self.0.get_untracked()
    }

    /// Chooses a language, for this browser.
    pub fn set(self, lang: Lang) {
        self.0.set(lang);
        store::put(STORED, lang.code());
    }

    /// The other of the two.
    pub fn other(self) -> Lang {
        match self.get() {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// The text in the language; whoever asks is told when it changes.
    pub fn say(self, text: Bi) -> &'static str {
        text.get(self.get())
    }
}

/// A text for a view, which follows the language.
pub fn say(text: Bi) -> impl Fn() -> &'static str + Copy + Send + 'static {
    let language = Language::here();
    move || language.say(text)
}

/// Switches to the other language, and says so in that language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let language = Language::here();
    view! {
        <button
            type="button"
            class="plain"
            lang=move || language.other().tag()
            on:click=move |_| language.set(language.other())
        >
            {move || THIS_LANGUAGE.get(language.other())}
        </button>
    }
}
