//! Stops of trucks that bring water, as rows.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::StopView;
use shuiting_shared::delivery::Stop;
use shuiting_shared::time::{self, Moment, local};
use shuiting_shared::words::Lang;

use super::words;

/// From when until when.
fn span(stop: &Stop, now: Moment, lang: Lang) -> String {
    format!(
        "{}–{}",
        time::say(stop.from, now, lang),
        local(stop.until).format("%H:%M")
    )
}

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
    let when = move || stop.with_value(|stop| span(stop, clock.get(), language.get()));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_is_told_from_when_until_when() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let stop = Stop {
            town: "nancheng".into(),
            place: "公园".into(),
            point: None,
            from: at("2026-11-25T01:00:00Z"),
            until: at("2026-11-25T03:00:00Z"),
        };
        let now = at("2026-11-25T00:00:00Z");
        assert_eq!(span(&stop, now, Lang::En), "today 09:00–11:00");
    }
}
