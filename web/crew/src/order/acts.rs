//! What can be done with an order: large buttons in the order of the work, the next one first.

mod dispatch;
mod finish;
mod hand;
mod parts;
mod said;
mod words_form;

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::number::CaseNumber;

use crate::here::{Place, Whereabouts};
use crate::orders::now;
use crate::page::look_at;
use crate::queued::Shown;
use crate::words;
use dispatch::Dispatch;
use finish::Finish;
use hand::Hand;
use said::Said;
use words_form::WordsForm;

/// The part of the page; nothing where nothing can be done.
#[component]
pub(super) fn Acts(number: CaseNumber, shown: Memo<Option<Shown>>) -> impl IntoView {
    let now = now();
    let hand = Hand::provide(number, shown);
    let can = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|shown| shown.can(now())).unwrap_or_default()));
    let heading = NodeRef::<html::H2>::new();
    // The button that was pressed may be gone, so whoever works by ear goes on from here.
    Effect::new(move |before: Option<usize>| {
        let done = hand.done();
        if let Some(heading) = heading
            .get_untracked()
            .filter(|_| before.is_some_and(|before| before != done))
        {
            look_at(&heading);
        }
        done
    });
    view! {
        <Show when=move || !can.with(Vec::is_empty)>
            <section class="acts">
                <h2 tabindex="-1" node_ref=heading>
                    {say(words::WHAT_NOW)}
                </h2>
                <For each=move || can.get() key=|verb| *verb let:verb>
                    <Act verb main=Signal::derive(move || can.with(|can| can.first() == Some(&verb))) />
                </For>
            </section>
        </Show>
    }
}

/// One button, and what it asks where it asks something.
#[component]
fn Act(verb: Verb, main: Signal<bool>) -> impl IntoView {
    let (hand, here, language) = (Hand::here(), Whereabouts::here(), Language::here());
    let asks = !matches!(verb, Verb::Accept | Verb::Arrive | Verb::Resume);
    let open = move || hand.is_open(verb);
    let press = move |_| match verb {
        Verb::Accept => hand.does(&Action::Accept),
        Verb::Resume => hand.does(&Action::Resume),
        // Whoever is there is there from now on, whether the phone finds out where that is or not.
        Verb::Arrive if here.get_untracked() != Place::Asking => {
            let at = shuiting_parts::clock::now();
            here.find(move |point| hand.arrives(point, at));
        }
        Verb::Arrive => {}
        _ => hand.turn(verb),
    };
    let locating = move || verb == Verb::Arrive && here.get() == Place::Asking;
    let name = move || language.say(if locating() { words::LOCATING } else { words::act(verb) });
    view! {
        <div class="act">
            <button
                type="button"
                class=move || if main.get() { "button-main" } else { "button-plain" }
                aria-expanded=move || asks.then(|| open().to_string())
                aria-disabled=move || locating().to_string()
                on:click=press
            >
                {name}
            </button>
            <Show when=move || hand.is_about(verb)>
                <Said />
            </Show>
            <Show when=open>
                {move || match verb {
                    Verb::Finish => view! { <Finish /> }.into_any(),
                    Verb::Dispatch => view! { <Dispatch /> }.into_any(),
                    verb => view! { <WordsForm verb /> }.into_any(),
                }}
            </Show>
        </div>
    }
}
