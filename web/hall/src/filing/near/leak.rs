//! One leak that somebody else has reported.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::NearLeak;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

use super::words;

/// What is told of it, in parts: how far, since when, where it stands, how many have it too.
fn told(leak: &NearLeak, now: Moment, lang: Lang) -> Vec<String> {
    let far = leak.metres.map(|metres| words::about(metres, lang));
    let others = (leak.followers > 0).then(|| words::others(leak.followers, lang));
    let always = [
        words::reported(&time::say(leak.since, now, lang), lang),
        leak.status.label().get(lang).to_owned(),
    ];
    far.into_iter().chain(always).chain(others).collect()
}

/// The leak with its button.
#[component]
pub(super) fn LeakLine(
    /// The leak.
    leak: NearLeak,
    /// Whether a press is on its way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Takes the leak's token when its button is pressed.
    me_too: Callback<String>,
) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let number = leak.number;
    let id = format!("near-{}", leak.since.timestamp_millis());
    let leak = StoredValue::new(leak);
    let street = move || {
        let street = leak.with_value(|leak| leak.street.clone());
        street.unwrap_or_else(|| language.say(words::NEAR_BY).to_owned())
    };
    // A street is called as whoever reported the leak has typed it.
    let tongue = move || {
        let typed = leak.with_value(|leak| leak.street.as_ref().is_some_and(|street| !street.is_ascii()));
        if typed { Lang::Zh } else { language.get() }.tag()
    };
    let facts = move || leak.with_value(|leak| told(leak, clock.get(), language.get()).join(" · "));
    let way = match number {
        Some(number) => view! {
            <a class="button-plain" href=format!("/cases/{number}") aria-describedby=id.clone()>
                {say(words::SEE_PROGRESS)}
            </a>
        }
        .into_any(),
        None => view! {
            <button
                type="button"
                class="button-plain"
                aria-describedby=id.clone()
                aria-disabled=move || busy.get().to_string()
                on:click=move |_| me_too.run(leak.with_value(|leak| leak.token.clone()))
            >
                {say(words::ME_TOO)}
            </button>
        }
        .into_any(),
    };
    view! {
        <li class="near-leak">
            <p id=id>
                <b lang=tongue>{street}</b>
                <span class="small">{facts}</span>
            </p>
            {way}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Status;

    use super::*;

    #[test]
    fn a_stranger_is_told_how_far_since_when_and_how_many() {
        let now: Moment = "2026-11-24T08:00:00Z".parse().unwrap();
        let leak = NearLeak {
            token: "…".into(),
            street: Some("鸿福路".into()),
            metres: Some(100),
            since: "2026-11-24T07:30:00Z".parse().unwrap(),
            status: Status::Dispatched,
            followers: 2,
            number: None,
        };
        let zh = told(&leak, now, Lang::Zh);
        assert_eq!(zh, ["约100米", "今天 15:30报的", "办理中", "2人也是"]);
        let bare = NearLeak {
            metres: None,
            followers: 0,
            ..leak
        };
        assert_eq!(told(&bare, now, Lang::En), ["reported today 15:30", "Being worked on"]);
    }
}
