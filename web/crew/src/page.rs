//! The frame of a page: the way back, its one heading, what is to be known on every page, and what is on it.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, LanguageSwitch, say};
use shuiting_parts::standing::Standing;
use shuiting_parts::waiting::{Errands, Queue};
use web_sys::HtmlElement;

use crate::words;

/// Sets the title in the browser's tab for as long as the component that asks is there.
pub(crate) fn entitle(title: Signal<String>) {
    let crew = say(words::CREW);
    Effect::new(move || document().set_title(&format!("{} · {}", title.get(), crew())));
}

/// The frame. A page that is shown after another takes the focus to its heading.
#[component]
pub(crate) fn Page(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Where the way back leads; none on the first page.
    #[prop(optional)]
    back: Option<&'static str>,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    entitle(title);
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(move |heading| {
        // Whoever opens the first page begins at its top anyway.
        if back.is_some() {
            request_animation_frame(move || look_at(&heading));
        }
    });
    view! {
        <div class="page">
            <header class="top">
                {back
                    .map(|back| {
                        view! {
                            <a class="top-back" href=back>
                                <Icon name="back" />
                                <span class="hidden">{say(words::TO_LIST)}</span>
                            </a>
                        }
                    })}
                <h1 class="top-title" tabindex="-1" node_ref=heading>
                    {title}
                </h1>
                <LanguageSwitch />
            </header>
            <main class="main">
                <Standing>
                    <WaitingLine />
                </Standing>
                {children()}
            </main>
        </div>
    }
}

/// Takes the focus to an element of the page.
pub(crate) fn look_at(element: &HtmlElement) {
    // Where the focus cannot go, what is there can be read all the same.
    drop(element.focus());
}

/// How much waits for a network; nothing where nothing does.
#[component]
fn WaitingLine() -> impl IntoView {
    let (errands, queue, language) = (Errands::here(), Queue::here(), Language::here());
    let count = Memo::new(move |_| {
        let all = errands.all();
        all.iter().filter(|waiting| waiting.refused.is_none()).count()
    });
    let cut = move || queue.trouble().is_some() && count.get() > 0;
    view! {
        <div role="status">
            <Show when=cut>
                <p class="bar-note">
                    <Icon name="wifi-off" />
                    <span>{move || words::waiting(count.get(), language.get())}</span>
                    <button type="button" class="button-link" on:click=move |_| queue.wake()>
                        {say(words::NOW)}
                    </button>
                </p>
            </Show>
        </div>
    }
}
