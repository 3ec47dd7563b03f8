//! A word above all pages: what has come of something that a person may not be looking at any more.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::Bi;

use crate::words;

/// How many pages it is shown on: the one where it came up, and the one that this led to.
const PAGES: u8 = 2;

/// What is said.
#[derive(Clone, PartialEq)]
struct Notice {
    said: Bi,
    /// More of it that has no language: a number.
    about: String,
    /// Where one can see more.
    link: Option<String>,
    pages: u8,
}

/// What is said above all pages; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Notices(RwSignal<Option<Notice>>);

impl Notices {
    /// Puts it into the context.
    pub(crate) fn provide() -> Self {
        let notices = Self(RwSignal::new(None));
        provide_context(notices);
        notices
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Says something, in place of what was said before.
    pub(crate) fn tell(self, said: Bi) {
        self.put(said, String::new(), None);
    }

    /// Says something about a case, with the way to it.
    pub(crate) fn tell_of(self, said: Bi, about: String, link: String) {
        self.put(said, about, Some(link));
    }

    fn put(self, said: Bi, about: String, link: Option<String>) {
        self.0.set(Some(Notice {
            said,
            about,
            link,
            pages: PAGES,
        }));
    }

    /// Another page is shown.
    fn turn(self) {
        let over = self
            .0
            .with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.pages <= 1));
        if over {
            self.0.set(None);
        } else {
            self.0.update_untracked(|notice| {
                if let Some(notice) = notice {
                    notice.pages -= 1;
                }
            });
        }
    }
}

/// Shows what is said.
#[component]
pub(crate) fn NoticeBar() -> impl IntoView {
    let (notices, language) = (Notices::here(), Language::here());
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            notices.turn();
        }
        now
    });
    view! {
        <div class="notice" role="status">
            {move || {
                notices
                    .0
                    .get()
                    .map(|notice| {
                        let Notice { said, about, link, .. } = notice;
                        view! {
                            <div class="notice-card">
                                <p>{move || language.say(said)} " " {about}</p>
                                {link.map(|link| view! { <a href=link>{say(words::LOOK)}</a> })}
                                <button
                                    type="button"
                                    class="notice-close"
                                    aria-label=say(words::CLOSE)
                                    on:click=move |_| notices.0.set(None)
                                >
                                    <Icon name="cross" />
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
