//! What was done to an order on this phone and has not been sent, and what to do where the server would not have it.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::waiting::{Errands, Waiting};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time;

use crate::orders::Orders;
use crate::words;

/// The part of the page; nothing where nothing waits.
#[component]
pub(super) fn Waits(number: CaseNumber) -> impl IntoView {
    let (orders, errands) = (Orders::here(), Errands::here());
    let waiting = Memo::new(move |_| orders.waiting(number));
    let refused = move || waiting.with(|waiting| waiting.iter().find(|one| one.refused.is_some()).cloned());
    view! {
        <div role="status">
            <Show when=move || !waiting.with(Vec::is_empty)>
                <section class="card">
                    <h2>{say(words::TO_SEND)}</h2>
                    <ol class="waits">
                        <For
                            each=move || waiting.get()
                            key=|waiting| (waiting.key.clone(), waiting.refused.clone())
                            let:waiting
                        >
                            <Step waiting />
                        </For>
                    </ol>
                </section>
            </Show>
        </div>
        {move || refused().map(|waiting| view! { <Refused number waiting errands /> })}
    }
}

#[component]
fn Step(waiting: Waiting) -> impl IntoView {
    let (errands, language, clock) = (Errands::here(), Language::here(), Clock::here());
    let (title, done) = (waiting.errand.title.clone(), waiting.done);
    let waiting = StoredValue::new(waiting);
    let state = move || {
        waiting.with_value(|waiting| {
            if waiting.refused.is_some() {
                words::REFUSED
            } else if errands.is_behind(waiting) {
                words::BEHIND
            } else {
                words::WAITS
            }
        })
    };
    view! {
        <li>
            <b>{move || title.get(language.get()).to_owned()}</b>
            " "
            {move || time::say(done, clock.get(), language.get())}
            " · "
            {move || language.say(state())}
        </li>
    }
}

/// Why the server would not have one, and what can be done.
#[component]
fn Refused(number: CaseNumber, waiting: Waiting, errands: Errands) -> impl IntoView {
    let (orders, language) = (Orders::here(), Language::here());
    let (key, why) = (StoredValue::new(waiting.key), waiting.refused.unwrap_or_default());
    let title = waiting.errand.title;
    let hotline = orders.house(|house| house.hotline.clone());
    let called = hotline.clone();
    let forget_all = move |_| {
        for waiting in untrack(|| orders.waiting(number)) {
            errands.forget(&waiting.key);
        }
    };
    view! {
        <section class="card card-wrong" role="alert">
            <h2>
                <Icon name="warning" />
                {move || words::not_taken(title.get(language.get()), language.get())}
            </h2>
            <p>{why}</p>
            <p>{move || words::refused_about(&called, language.get())}</p>
            <a class="button-main" href=format!("tel:{hotline}") rel="external">
                <Icon name="phone" />
                {say(words::CALL_DISPATCH)}
            </a>
            <button type="button" class="button-plain" on:click=move |_| key.with_value(|key| errands.again(key))>
                {say(words::AGAIN)}
            </button>
            <button type="button" class="button-plain" on:click=move |_| key.with_value(|key| errands.forget(key))>
                {say(words::SKIP)}
            </button>
            <button type="button" class="button-plain" on:click=forget_all>
                {say(words::SKIP_ALL)}
            </button>
        </section>
    }
}
