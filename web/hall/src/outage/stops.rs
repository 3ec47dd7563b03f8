//! Stops of trucks that bring water, as rows.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::StopView;
use shuiting_shared::words::Lang;

use super::words;

/// The rows.
#[component]
pub(super) fn Stops(stops: Signal<Vec<StopView>>) -> impl IntoView {
    view! {
        <ul class="rows" role="list">
            <For each=move || stops.get() key=|view| (view.delivery.clone(), view.stop.from, view.metres) let:view>
                <Row view />
            </For>
        </ul>
        <p class="small">{say(words::BRING)}</p>
    }
}

#[component]
fn Row(view: StopView) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let (stop, metres, given) = (StoredValue::new(view.stop), view.metres, view.given.is_some());
    let place = stop.with_value(|stop| stop.place.clone());
    let when = move || stop.with_value(|stop| stop.when(clock.get(), language.get()));
    let town = move || {
        let lang = language.get();
        let town = stop.with_value(|stop| household.town(&stop.town, lang));
        match metres {
            Some(metres) => format!("{town} · {}", words::metres(metres, lang)),
            None => town,
        }
    };
    view! {
        <li class="row">
            <Icon name="pin" />
            <span class="row-body">
                <b lang=Lang::Zh.tag()>{place}</b>
                <span>{when}</span>
                <span class="small">{town}</span>
            </span>
            {given.then(|| view! { <span class="tag">{say(words::WAS_GIVEN)}</span> })}
        </li>
    }
}
