//! What is to be paid: how much, for what, what comes of it, and where.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::Event;

use super::ask_us::AskUs;
use super::{progress, step_words};
use crate::pay::{Going, PayFee};

/// What the filer has to pay now; nothing where they have not.
#[component]
pub(super) fn Price(case: Memo<CaseView>) -> impl IntoView {
    let due = Memo::new(move |_| {
        case.with(|case| {
            let declinable = progress::declinable(case)?;
            Some((case.line.work.quote?, declinable))
        })
    });
    let (language, going) = (Language::here(), Going::new());
    let then = move || {
        let lang = language.get();
        let next = case.with(|case| case.line.work.next(case.line.service));
        next.map(|step| step_words::then(step.title.get(lang), lang))
    };
    move || {
        let (amount, declinable) = due.get()?;
        let (title, means) = if declinable {
            (step_words::QUOTE, step_words::DECLINABLE)
        } else {
            (step_words::FEE, step_words::OWED)
        };
        Some(view! {
            <section class="case-part case-outcome case-tone-wait" aria-labelledby="case-price">
                <h2 id="case-price">{say(title)}</h2>
                <p class="case-amount">{move || amount.say(language.get())}</p>
                {move || declinable.then(|| view! { <p class="case-said">{quoted(case)}</p> })}
                <ul class="case-details">
                    <li>{then}</li>
                    <li>{say(means)}</li>
                    <li>{say(step_words::WHERE_TO_PAY)}</li>
                </ul>
                <PayFee going case amount />
                <AskUs />
            </section>
        })
    }
}

/// What the latest quote says.
fn quoted(case: Memo<CaseView>) -> Option<String> {
    case.with(|case| {
        case.timeline.iter().find_map(|entry| match &entry.event {
            Event::Quoted { words, .. } => Some(words.clone()),
            _ => None,
        })
    })
}
