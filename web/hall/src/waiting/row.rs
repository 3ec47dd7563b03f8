//! One errand as it waits: what it is, since when, what holds it up, and what can be done.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::waiting::{Errands, Queue, Waiting};
use shuiting_shared::time;

use super::{PATH, words};
use crate::ask::AskFirst;
use crate::sign_in;

/// The row.
#[component]
pub(super) fn ErrandRow(waiting: Waiting) -> impl IntoView {
    let (errands, queue, language, clock) = (Errands::here(), Queue::here(), Language::here(), Clock::here());
    let asked = RwSignal::new(false);
    let Waiting { errand, key, done, .. } = waiting.clone();
    let waiting = StoredValue::new(waiting);
    let (kept, key) = (key.clone(), StoredValue::new(key));
    let title = StoredValue::new(errand.title);
    let title = move || title.with_value(|title| title.get(language.get()).to_owned());
    let refused = move || waiting.with_value(|waiting| waiting.refused.clone());
    let strange = Memo::new(move |_| waiting.with_value(|waiting| errands.is_strange(waiting)));
    let state = move || match (refused(), strange.get(), errands.held(), queue.trouble()) {
        (Some(why), ..) => format!("{}:{why}", language.say(words::REFUSED)),
        (_, true, ..) => language.say(words::STRANGE).to_owned(),
        (_, _, true, _) => language.say(words::HELD).to_owned(),
        (_, _, _, Some(_)) => language.say(words::WAITS).to_owned(),
        _ => language.say(words::IN_TURN).to_owned(),
    };
    let stuck = move || refused().is_some() || strange.get();
    let mend = StoredValue::new(errand.mend);
    view! {
        <li class="waits" data-errand=kept>
            <p class="waits-head">
                <span class="row-icon">
                    <Icon name=errand.kind.icon() />
                </span>
                <span class="row-body">
                    <b>{title}</b>
                    <span class="small" class:waits-refused=move || refused().is_some()>
                        {move || time::say(done, clock.get(), language.get())} " · " {state}
                    </span>
                </span>
            </p>
            <Show when=move || errands.held() && !stuck()>
                <a class="button-link" href=sign_in::path(PATH)>
                    {say(words::SIGN_IN)}
                </a>
            </Show>
            <Show when=stuck>
                <p class="waits-acts">
                    <Show when=move || refused().is_some() && !strange.get()>
                        <button
                            type="button"
                            class="button-link"
                            on:click=move |_| key.with_value(|key| errands.again(key))
                        >
                            {say(words::AGAIN)}
                            <span class="hidden">{title}</span>
                        </button>
                        {mend
                            .get_value()
                            .map(|mend| {
                                view! {
                                    <a class="button-link" href=mend>
                                        {say(words::MEND)}
                                        <span class="hidden">{title}</span>
                                    </a>
                                }
                            })}
                    </Show>
                    <button type="button" class="button-link" on:click=move |_| asked.set(true)>
                        {say(words::DELETE)}
                        <span class="hidden">{title}</span>
                    </button>
                </p>
            </Show>
            <Show when=move || asked.get()>
                <AskFirst
                    title=words::DELETE_TITLE
                    yes=words::DELETE
                    no=words::DELETE_NOT
                    on_yes=move |()| key.with_value(|key| errands.forget(key))
                    on_close=move |()| asked.set(false)
                >
                    <p>
                        <b>{title}</b>
                    </p>
                    <p>{say(words::DELETE_MEANS)}</p>
                </AskFirst>
            </Show>
        </li>
    }
}
