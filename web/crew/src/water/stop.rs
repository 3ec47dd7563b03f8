//! One stop of a truck: where, when, and that water was given.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::waiting::{Errands, Waiting};
use shuiting_shared::delivery::Stop;
use shuiting_shared::time::{self, Moment};

use super::given::{Stand, errand};
use crate::page::look_at;
use crate::words;

/// The stop, with the button as long as nothing is known of its water.
#[component]
pub(super) fn OneStop(
    /// Where it is posted that water was given.
    path: String,
    /// What is planned.
    stop: Stop,
    /// Its share of what the truck carries.
    litres: u32,
    /// When water was given, as far as the server has told.
    told: Memo<Option<Moment>>,
) -> impl IntoView {
    let (errands, language, clock, household) = (Errands::here(), Language::here(), Clock::here(), Household::here());
    let path = StoredValue::new(path);
    let waiting = Memo::new(move |_| path.with_value(|path| errands.at(path)));
    let stand = Memo::new(move |_| {
        let mut answered = errands.answered_after(0);
        path.with_value(|path| answered.retain(|answered| answered.errand.path == *path));
        waiting.with(|waiting| Stand::of(told.get(), waiting, &answered))
    });
    let refused = move || waiting.with(|waiting| waiting.iter().find(|one| one.refused.is_some()).cloned());
    let open = Memo::new(move |_| stand.get() == Stand::Open && refused().is_none());
    let state = move || {
        let Stand::Given { at, waits } = stand.get() else {
            return None;
        };
        let lang = language.get();
        let state = format!("{} {}", words::WAS_GIVEN.get(lang), time::say(at, clock.get(), lang));
        Some(if waits {
            format!("{state} · {}", words::TO_SEND.get(lang))
        } else {
            state
        })
    };
    let heading = NodeRef::<html::P>::new();
    let (town, place) = (stop.town.clone(), stop.place.clone());
    let (named, posted) = (place.clone(), StoredValue::new(place.clone()));
    let gives = move |_| {
        errands.add(path.with_value(|path| posted.with_value(|place| errand(path, place, litres))));
        // The button goes, and whoever pressed it by keyboard is still here.
        if let Some(heading) = heading.get_untracked() {
            look_at(&heading);
        }
    };
    view! {
        <li class="act">
            <p class="order-place" tabindex="-1" node_ref=heading>
                {move || household.town(&town, language.get())} " " <span lang="zh-CN">{place}</span>
            </p>
            <p>{move || stop.when(clock.get(), language.get())}</p>
            <p role="status">{state}</p>
            <Show when=move || open.get()>
                <button type="button" class="button-main" on:click=gives>
                    {say(words::GIVEN)}
                    <span class="hidden" lang="zh-CN">
                        " "
                        {named.clone()}
                    </span>
                </button>
            </Show>
            {move || refused().map(|waiting| view! { <Refused waiting /> })}
        </li>
    }
}

/// Why the server would not have it, and what can be done.
#[component]
fn Refused(waiting: Waiting) -> impl IntoView {
    let (errands, language) = (Errands::here(), Language::here());
    let (title, why) = (waiting.errand.title, waiting.refused);
    let key = StoredValue::new(waiting.key);
    view! {
        <div class="card card-wrong" role="alert">
            <p>
                <Icon name="warning" />
                {move || words::not_taken(title.get(language.get()), language.get())}
            </p>
            <p>{why}</p>
            <button type="button" class="button-plain" on:click=move |_| key.with_value(|key| errands.again(key))>
                {say(words::AGAIN)}
            </button>
            <button type="button" class="button-plain" on:click=move |_| key.with_value(|key| errands.forget(key))>
                {say(words::DROP)}
            </button>
        </div>
    }
}
