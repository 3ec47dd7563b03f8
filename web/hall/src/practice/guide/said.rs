//! What is said on top of the page, and the guide's own buttons.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};

use super::super::spot::{SAID, Spot};
use super::super::tour::{ALL, Ends, Tour, Whereabouts};
use super::super::{example, words};
use super::{Guided, Now, stop_at};

/// The tours to choose from.
#[component]
pub(super) fn Offer(guided: Guided) -> impl IntoView {
    let begun = guided.tour.get_untracked();
    let said = if begun.is_some() { words::GO_ON } else { words::OFFER };
    view! {
        <p>{say(said)}</p>
        <Choices guided />
    }
}

#[component]
fn Choices(guided: Guided) -> impl IntoView {
    let navigate = StoredValue::new_local(use_navigate());
    let one = move |tour: &'static Tour| {
        let start = move |_| {
            // Whoever goes on is on a page of the tour.
            if guided.tour.get_untracked() != Some(tour.code) {
                navigate.with_value(|navigate| navigate(tour.begin, NavigateOptions::default()));
            }
            guided.start(tour);
        };
        view! {
            <button type="button" class="chip" on:click=start>
                {say(tour.title)}
            </button>
        }
    };
    view! { <div class="practice-choices">{ALL.into_iter().map(one).collect_view()}</div> }
}

/// What is to be done next.
#[component]
pub(super) fn Said(guided: Guided, now: Memo<Option<(String, Now)>>) -> impl IntoView {
    let language = Language::here();
    let navigate = StoredValue::new_local(use_navigate());
    let here = Memo::new(move |_| now.with(|now| now.as_ref().map(|(_, now)| *now)));
    let stop = move || stop_at(guided.tour(), here.get()?);
    let place = move || {
        let all = guided.tour().map_or(0, |tour| tour.stops.len());
        stop().map(|(place, _)| words::place(place + 1, all, language.get()))
    };
    let said = move || match here.get().map(|now| now.whereabouts) {
        Some(Whereabouts::Over) => Some(words::OVER),
        Some(Whereabouts::Away) => Some(words::AWAY),
        _ => stop().map(|(_, stop)| stop.said),
    };
    let over = move || here.get().is_some_and(|now| now.whereabouts == Whereabouts::Over);
    let away = move || here.get().is_some_and(|now| now.whereabouts == Whereabouts::Away);
    let shows = move || here.get().is_some_and(|now| now.there);
    let fills = move || {
        stop().and_then(|(_, stop)| match stop.ends {
            Ends::Answer(example) => Some((stop.control, example)),
            Ends::Press | Ends::Comes => None,
        })
    };
    let show = move |_| {
        if let Some(spot) = untrack(stop).and_then(|(_, stop)| Spot::find(stop.control)) {
            spot.point();
            spot.focus();
        }
    };
    let fill = move |_| {
        if let Some((control, example)) = untrack(fills) {
            example::fill(control, example);
        }
    };
    let back = move |_| {
        if let Some(tour) = untrack(|| guided.tour()) {
            navigate.with_value(|navigate| navigate(tour.begin, NavigateOptions::default()));
        }
    };
    view! {
        <p id=SAID role="status">
            <span class="practice-place">{place}</span>
            " "
            {move || said().map(|said| language.say(said))}
        </p>
        <div class="practice-choices">
            <Show when=shows>
                <button type="button" class="chip" on:click=show>
                    {say(words::SHOW)}
                </button>
            </Show>
            <Show when=move || shows() && fills().is_some()>
                <button type="button" class="chip" on:click=fill>
                    {say(words::FILL)}
                </button>
            </Show>
            <Show when=away>
                <button type="button" class="chip" on:click=back>
                    {say(words::BACK)}
                </button>
            </Show>
            <Show when=over>
                <Again guided />
            </Show>
            <button
                type="button"
                class="chip practice-stop"
                aria-label=say(words::STOP)
                aria-keyshortcuts="Escape"
                on:click=move |_| guided.stop()
            >
                <Icon name="cross" />
            </button>
        </div>
    }
}

/// Every tour once more, from its beginning.
#[component]
fn Again(guided: Guided) -> impl IntoView {
    let navigate = StoredValue::new_local(use_navigate());
    let one = move |tour: &'static Tour| {
        let start = move |_| {
            navigate.with_value(|navigate| navigate(tour.begin, NavigateOptions::default()));
            guided.start(tour);
        };
        view! {
            <button type="button" class="chip" on:click=start>
                {say(tour.title)}
            </button>
        }
    };
    ALL.into_iter().map(one).collect_view()
}
