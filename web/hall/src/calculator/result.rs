//! The bill as it would be.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::service::Service;

use super::outcome::{Bill, Outcome};
use super::words;
use crate::charge::{ChargeLines, TierPicture};
use crate::filing::way;

/// The bill, or what is lacking. The total is said again whenever it changes.
#[component]
pub(super) fn ResultCard(outcome: Memo<Outcome>) -> impl IntoView {
    let language = Language::here();
    let said = move || {
        outcome.with(|outcome| match outcome {
            Outcome::Blank => Said::Lacking(language.say(words::BLANK)),
            Outcome::Wrong => Said::Lacking(language.say(words::WRONG)),
            Outcome::NoPrice => Said::Lacking(language.say(words::NO_PRICE)),
            Outcome::Bill(bill) => Said::Total(bill.charge.total.say(language.get())),
        })
    };
    let total = move || match said() {
        Said::Lacking(what) => view! { <span class="small">{what}</span> }.into_any(),
        Said::Total(total) => view! {
            <span>{say(words::TOTAL)}</span>
            " "
            <b class="calculator-total">{total}</b>
        }
        .into_any(),
    };
    let bill = Memo::new(move |_| outcome.with(|outcome| outcome.bill().cloned()));
    view! {
        <section class="card" aria-label=say(words::TOTAL)>
            <p role="status">{total}</p>
            {move || bill.get().map(|bill| view! { <HowItComesAbout bill /> })}
        </section>
    }
}

enum Said {
    Lacking(&'static str),
    Total(String),
}

#[component]
fn HowItComesAbout(bill: Bill) -> impl IntoView {
    let language = Language::here();
    let Bill { charge, others, beyond } = bill;
    let (total, tiered) = (charge.total, charge.tiers.len() > 1);
    let average = charge
        .average()
        .map(|price| view! { <li>{move || words::average(price, language.get())}</li> });
    let to_next = match charge.to_next() {
        Some((litres, next)) => {
            let next = *next;
            Some(view! { <li>{move || words::to_next(litres, &next, language.get())}</li> }.into_any())
        }
        None if tiered => Some(view! { <li>{say(words::TOP_TIER)}</li> }.into_any()),
        None => None,
    };
    let other = move |(persons, sum)| {
        view! { <li>{move || words::with_persons(persons, sum, total, language.get())}</li> }
    };
    let report = beyond.map(|persons| {
        view! {
            <p class="small">
                {move || words::report_first(persons, language.get())}
                <br />
                <a class="button-link" href=way::intro(Service::Pop)>
                    {say(words::TO_POP)}
                </a>
            </p>
        }
    });
    view! {
        <TierPicture charge=charge.clone() />
        <ul class="calculator-remarks">
            {average}
            {to_next}
            {others.into_iter().map(other).collect_view()}
        </ul>
        {report}
        <ChargeLines charge />
        <p class="small">{say(words::ESTIMATE)}</p>
    }
}
