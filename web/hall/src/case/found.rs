//! What has come out, as of a test, and what it means.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::Event;

use super::step_words;

/// The result; nothing as long as there is none.
#[component]
pub(super) fn Found(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let outcome = Memo::new(move |_| {
        case.with(|case| {
            let key = case.line.work.outcome.as_deref()?;
            let said = case.timeline.iter().find_map(|entry| match &entry.event {
                Event::Concluded { outcome, words, .. } if outcome == key => Some(words.clone()),
                _ => None,
            });
            let outcome = case.line.service.outcome(key)?;
            Some((
                outcome.title,
                outcome.means,
                case.line.work.deviation,
                said.unwrap_or_default(),
            ))
        })
    });
    move || {
        let (title, means, deviation, said) = outcome.get()?;
        Some(view! {
            <section class="case-part" aria-labelledby="case-found">
                <h2 id="case-found">{say(step_words::RESULT)}</h2>
                <p class="case-level">{move || language.say(title)} {deviation.map(|by| format!(" {by}"))}</p>
                <p class="case-said">{said}</p>
                <p>{move || language.say(means)}</p>
            </section>
        })
    }
}
