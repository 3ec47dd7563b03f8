//! A line for each component of each tier, and what they come to.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::money::Fen;
use shuiting_shared::tariff::{Charge, Component, Line, TierPart};
use shuiting_shared::words::Bi;

use super::words;

/// The lines.
#[component]
pub(crate) fn ChargeLines(
    /// How the bill comes about.
    charge: Charge,
) -> impl IntoView {
    let used = charge.tiers.iter().filter(|part| part.litres > 0);
    let used: Vec<_> = used.map(|part| (*part, charge.of_tier(part.tier))).collect();
    let (sums, total, tiered) = (charge.by_component(), charge.total, charge.tiers.len() > 1);
    let sums = (used.len() > 1).then(|| view! { <Sums sums total /> });
    let lines = charge.lines;
    let tier = |(part, sum): (TierPart, Fen)| {
        let lines = lines.iter().filter(|line| line.tier == part.tier).copied().collect();
        view! { <TierLines part sum lines tiered /> }
    };
    (!used.is_empty()).then(|| {
        view! {
            <div class="charge">
                <h2>{say(words::HOW)}</h2>
                <ul class="charge-tiers" role="list">
                    {used.into_iter().map(tier).collect_view()}
                </ul>
                {sums}
            </div>
        }
    })
}

#[component]
fn TierLines(part: TierPart, sum: Fen, lines: Vec<Line>, tiered: bool) -> impl IntoView {
    let language = Language::here();
    let name = move || {
        if tiered {
            words::tier(part.tier, language.get())
        } else {
            language.say(words::ONE_PRICE).to_owned()
        }
    };
    let range = tiered.then(|| view! { <span class="small">{move || words::range(&part, language.get())}</span> });
    let free = (part.free > 0)
        .then(|| view! { <p class="small charge-free">{move || words::free(part.free, language.get())}</p> });
    let row = move |line: Line| {
        view! {
            <div>
                <dt>{say(line.component.label())}</dt>
                <dd class="small">{move || words::times(line.litres, line.price, language.get())}</dd>
                <dd>{move || line.amount.say(language.get())}</dd>
            </div>
        }
    };
    view! {
        <li>
            <p class="charge-head">
                <b>{name}</b>
                {range}
                <b class="charge-sum">{move || sum.say(language.get())}</b>
            </p>
            {free}
            <dl class="charge-lines">{lines.into_iter().map(row).collect_view()}</dl>
        </li>
    }
}

/// What each component comes to.
#[component]
fn Sums(sums: BTreeMap<Component, Fen>, total: Fen) -> impl IntoView {
    let language = Language::here();
    let row = move |(name, amount): (Bi, Fen)| {
        view! {
            <div>
                <dt>{say(name)}</dt>
                <dd>{move || amount.say(language.get())}</dd>
            </div>
        }
    };
    let parts = sums.into_iter().map(|(component, amount)| (component.label(), amount));
    view! {
        <dl class="charge-lines charge-together">
            {parts.chain([(words::TOGETHER, total)]).map(row).collect_view()}
        </dl>
    }
}
