//! How the resident rated it, and until when that may be changed.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Status, Verb};
use shuiting_shared::time;

use super::face::Face;
use super::rated::{given, tag, until};
use super::words;

/// The rating, where there is one.
#[component]
pub(super) fn Rated(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let rating = Memo::new(move |_| case.with(|case| given(case).cloned()));
    let service = case.with_untracked(|case| case.line.service);
    let number = case.with_untracked(|case| case.line.number);
    let reopened = Memo::new(move |_| case.with(|case| case.line.status == Status::Reopened));
    let changeable = Memo::new(move |_| case.with(|case| case.allowed.contains(&Verb::Rate)));
    let changeable_until = move || {
        let given = rating.with(|rating| rating.as_ref().map(|rating| rating.at))?;
        let last = household.read(|house| until(given, house.rating_days));
        let lang = language.get();
        Some(words::changeable_until(&time::say(last, clock.get(), lang), lang))
    };
    move || {
        rating.get().map(|rating| {
            let tags = rating.tags.clone();
            let said = rating.words.clone();
            let tags = move || {
                let tags = tags
                    .iter()
                    .map(|zh| view! { <li>{tag(service, zh, language.get())}</li> });
                tags.collect_view()
            };
            let none = rating.tags.is_empty();
            view! {
                <section class="case-part" aria-labelledby="case-rating">
                    <h2 id="case-rating">{say(words::YOUR_RATING)}</h2>
                    <p class="case-level">
                        <Face level=rating.level />
                        {move || language.say(rating.level.label())}
                    </p>
                    {(!none).then(|| view! { <ul class="case-tags" role="list">{tags}</ul> })}
                    {(!said.is_empty()).then(|| view! { <p class="case-said">{said}</p> })}
                    <Show when=move || rating.level.low() && reopened.get()>
                        <p class="case-small">{say(words::LOW_HEARD)}</p>
                    </Show>
                    <Show when=move || changeable.get()>
                        <p>
                            <a class="button-plain" href=format!("/cases/{number}/rate")>
                                {say(words::CHANGE_RATING)}
                            </a>
                        </p>
                        <p class="case-small">{changeable_until}</p>
                    </Show>
                </section>
            }
        })
    }
}
